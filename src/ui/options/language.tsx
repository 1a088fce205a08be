import { dayText, locale, t } from '../text';

/** Any day, to show how days are written. */
const SAMPLE_DAY = '2025-04-22';

/** The language, which is the browser's own: told, with a sample, since there is nothing to choose. */
export const Language = () => (
  <section class="setting" aria-labelledby="language">
    <h2 id="language">{t('options.language')}</h2>
    <div>
      <p>{nameOf(locale())}</p>
      <p class="np-soft note">{t('options.languageNote')}</p>
    </div>
    <p class="sample">
      {t('date.asOf', dayText(SAMPLE_DAY))} · {(1234.5).toLocaleString(locale())}
    </p>
  </section>
);

/** A language by its own name. */
const nameOf = (tag: string): string => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
