import type { TabBrief } from '../../browser/messages';
import { t } from '../text';
import { Gist } from './gist';
import { Newest } from './newest';
import { People } from './people';
import type { PopupProps } from './state';
import { Story } from './story';

type Props = Pick<PopupProps, 'view' | 'onJump' | 'onEnable' | 'onRetry'>;

/** What the popup says of the page: who, in short, the story; or plainly why it cannot. */
export const PageView = ({ view, onJump, onEnable, onRetry }: Props) => {
  if (view.is === 'loading') {
    return (
      <div class="waiting np-late" role="status">
        <p>{t('popup.loading')}</p>
        <span aria-hidden="true" />
        <span aria-hidden="true" />
        <span aria-hidden="true" />
      </div>
    );
  }
  if (view.is === 'failed') {
    return (
      <div class="notice bad" role="alert">
        <p class="why">{t('popup.failed')}</p>
        <p class="detail">{view.error}</p>
        <button type="button" onClick={onRetry}>
          {t('popup.retry')}
        </button>
      </div>
    );
  }
  const { brief } = view;
  if (!brief.reachable) {
    return <Without brief={brief} why={t(brief.host === null ? 'popup.closed' : 'popup.absent')} />;
  }
  if (!brief.enabled) {
    const why = brief.host ? t('popup.off', brief.host) : t('popup.offShort');
    return (
      <Without brief={brief} why={why}>
        <button type="button" onClick={() => onEnable(true)}>
          {t('popup.turnOn')}
        </button>
      </Without>
    );
  }
  if (brief.people.length === 0) {
    return (
      <Without brief={brief} why={t('popup.noNames')}>
        {brief.gist.length > 0 && <Gist gist={brief.gist} />}
      </Without>
    );
  }
  return (
    <>
      {brief.private && <Private brief={brief} />}
      <People people={brief.people} onJump={onJump} />
      {brief.gist.length > 0 && <Gist gist={brief.gist} />}
      {brief.story.length > 0 ? (
        <Story story={brief.story} pageDate={brief.pageDate} />
      ) : (
        <Newest newest={brief.newest} />
      )}
    </>
  );
};

interface WithoutProps {
  brief: TabBrief;
  why: string;
  children?: preact.ComponentChildren;
}

/** In a private window: what of it is kept, and what is used. */
const Private = ({ brief }: { brief: TabBrief }) => (
  <p class="private np-soft">{t(brief.shelf === 'all' ? 'popup.privateWith' : 'popup.private')}</p>
);

/** Without names of this page: says why, and shows what the library has that is new. */
const Without = ({ brief, why, children }: WithoutProps) => (
  <>
    {brief.private && <Private brief={brief} />}
    <div class="notice">
      <p class="why">{why}</p>
      {children}
    </div>
    <Newest newest={brief.newest} />
  </>
);
