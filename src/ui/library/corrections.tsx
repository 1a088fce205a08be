import type { Correction } from '../../corpus/join/types';
import { Long } from '../parts/long';
import { Told } from '../parts/told';
import { t } from '../text';
import type { LibraryProps, ListedCorrection } from './state';

/** What a correction says, in words. */
export function correctionText(correction: Correction): string {
  const { a } = correction;
  if (correction.say === 'called') return t('library.called', a.name, correction.name);
  return t(correction.say === 'one' ? 'library.one' : 'library.two', a.name, correction.b.name);
}

/** What the reader has put right about who is who, each with a way back. */
export const Corrections = ({
  corrections,
  news,
  busy,
  onUncorrect,
}: Pick<LibraryProps, 'corrections' | 'news' | 'busy' | 'onUncorrect'>) => (
  <section aria-labelledby="corrections">
    <h2 id="corrections">{t('library.corrections')}</h2>
    {corrections.length === 0 ? (
      <p class="np-soft">{t('library.correctionsNone')}</p>
    ) : (
      <Long
        items={corrections}
        first={8}
        render={(listed: ListedCorrection) => (
          <li key={listed.key} class="row">
            <span>{correctionText(listed.correction)}</span>
            <button
              type="button"
              disabled={busy}
              aria-label={t('library.uncorrectFor', correctionText(listed.correction))}
              onClick={() => onUncorrect(listed)}
            >
              {t('options.takeBack')}
            </button>
          </li>
        )}
      />
    )}
    <Told news={news} place="corrections" />
  </section>
);
