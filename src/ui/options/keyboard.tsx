import { Keys } from '../parts/keys';
import { t } from '../text';
import type { Command } from './state';

/** The keys that reach every mark without a pointer, and the way to other ones. */
export const Keyboard = ({ commands, onChange }: { commands: Command[]; onChange(): void }) => (
  <section aria-labelledby="keyboard">
    <h2 id="keyboard">{t('options.keyboard')}</h2>
    <ul class="rows">
      {commands.map(({ name, description, keys }) => (
        <li key={name}>
          <span>{description}</span>
          {keys ? <Keys keys={keys} /> : <span class="np-soft">{t('options.keyNone')}</span>}
        </li>
      ))}
    </ul>
    <div class="acts">
      <button type="button" onClick={onChange}>
        {t('options.keyChange')}
      </button>
    </div>
    <p class="np-soft note">{t('options.keyNote')}</p>
  </section>
);
