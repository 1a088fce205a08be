import type { Brief } from '../../brief/types';
import { scriptLang, t } from '../text';

/** The page's telling sentences, word for word. */
export const Gist = ({ gist }: { gist: Brief['gist'] }) => (
  <section aria-labelledby="gist">
    <h2 id="gist">{t('popup.gist')}</h2>
    <ul class="gist">
      {gist.map(({ text, span }) => (
        <li key={span.start} lang={scriptLang(text)}>
          {text}
        </li>
      ))}
    </ul>
  </section>
);
