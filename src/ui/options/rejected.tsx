import type { Choices, Rejection } from '../../browser/messages';
import { useFocusAfterLoss } from '../parts/focus';
import { t } from '../text';

interface Props {
  rejected: Choices['rejected'];
  onUndo(rejection: Rejection): void;
}

/** What the reader has said is not this person, each with a way back. */
export const Rejected = ({ rejected, onUndo }: Props) => {
  const home = useFocusAfterLoss<HTMLHeadingElement>(rejected.length);
  return (
    <section aria-labelledby="rejected">
      <h2 id="rejected" ref={home} tabIndex={-1}>
        {t('options.rejected')}
      </h2>
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
                aria-label={t('options.undoFor', surface, host)}
                onClick={() => onUndo({ entity, surface, host })}
              >
                {t('options.undo')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
