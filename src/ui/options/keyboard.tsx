import { t } from '../text';
import type { Command } from './state';

/** The keys that reach every mark without a pointer. */
export const Keyboard = ({ commands }: { commands: Command[] }) => (
  <section aria-labelledby="keyboard">
    <h2 id="keyboard">{t('options.keyboard')}</h2>
    <ul class="rows">
      {commands.map(({ description, keys }) => (
        <li key={description}>
          <span>{description}</span>
          {keys ? <kbd>{keys}</kbd> : <span class="np-soft">{t('options.keyNone')}</span>}
        </li>
      ))}
    </ul>
    <p class="np-soft note">{t('options.keyNote')}</p>
  </section>
);
