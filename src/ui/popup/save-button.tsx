import { articleHref } from '../links';
import { Icon } from '../parts/icon';
import { Turning } from '../parts/turning';
import { t } from '../text';
import type { Saving } from './state';

interface Props {
  saving: Saving;
  saved: string | null;
  onSave(): void;
}

/** Saves the page's article into the library; once it is there, opens it. */
export const SaveButton = ({ saving, saved, onSave }: Props) => {
  const articleId = saving.is === 'done' ? saving.saved.articleId : saved;
  const failed = saving.is === 'failed' && (
    <p class="bad" role="alert">
      {t('popup.saveFailed', saving.error)}
    </p>
  );
  if (articleId) {
    return (
      <>
        <a class="np-button" href={articleHref(articleId)} target="_blank" rel="noopener">
          <Icon name="saved" />
          {t('popup.saved')}
        </a>
        {saving.is !== 'done' && (
          <button type="button" class="np-plain" disabled={saving.is === 'busy'} onClick={onSave}>
            <Turning busy={saving.is === 'busy'} now={t('popup.saving')}>
              {t('popup.saveAgain')}
            </Turning>
          </button>
        )}
        {failed}
      </>
    );
  }
  return (
    <>
      <button type="button" class="np-main" disabled={saving.is === 'busy'} onClick={onSave}>
        <Icon name="save" />
        <Turning busy={saving.is === 'busy'} now={t('popup.saving')}>
          {t('popup.save')}
        </Turning>
      </button>
      {failed}
    </>
  );
};
