import type { Choices } from '../../browser/messages';
import { Told } from '../parts/told';
import { t } from '../text';
import type { OptionsProps } from './state';

interface Props extends Pick<OptionsProps, 'news' | 'onUndoRejection'> {
  rejected: Choices['rejected'];
}

/** What the reader has said is not this person, each with a way back. */
export const Rejected = ({ rejected, news, onUndoRejection }: Props) => (
  <section aria-labelledby="rejected">
    <h2 id="rejected">{t('options.rejected')}</h2>
    {rejected.length === 0 ? (
      <p class="np-soft">{t('options.rejectedNone')}</p>
    ) : (
      <ul class="rows">
        {rejected.map(({ entity, surface, host, name }) => (
          <li key={`${entity} ${surface} ${host}`}>
            <span>
              {t('options.rejectedLine', surface, name)}{' '}
              <span class="np-soft">{t('options.rejectedAt', host)}</span>
            </span>
            <button
              type="button"
              aria-label={t('options.takeBackFor', surface, host)}
              onClick={() => onUndoRejection({ entity, surface, host })}
            >
              {t('options.takeBack')}
            </button>
          </li>
        ))}
      </ul>
    )}
    <Told news={news} place="rejected" />
  </section>
);
