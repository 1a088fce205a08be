import type { ComponentChildren } from 'preact';
import type { Command } from '../options/state';
import { Icon } from '../parts/icon';
import { Keys } from '../parts/keys';
import { t } from '../text';
import { STEPS, type Step } from './state';

interface Props {
  done: ReadonlySet<Step>;
  commands: Command[];
}

/** What to try, each ticked off once it has been done. */
export const Steps = ({ done, commands }: Props) => {
  const keys = commands.find(({ name }) => name === 'next-mark')?.keys;
  const words: Record<Step, ComponentChildren> = {
    hover: t('welcome.stepHover'),
    keys: keys ? (
      <>
        {t('welcome.stepKeys')} <Keys keys={keys} />
      </>
    ) : (
      t('welcome.stepKeysNone')
    ),
    pin: t('welcome.stepPin'),
  };
  const all = STEPS.every((step) => done.has(step));
  return (
    <div class="steps">
      <h2 class="np-hidden">{t('welcome.steps')}</h2>
      <ol>
        {STEPS.map((step, i) => (
          <li key={step} data-done={done.has(step) ? '' : undefined}>
            <span class="tick" aria-hidden="true">
              {done.has(step) ? <Icon name="saved" /> : (i + 1).toLocaleString(t('locale'))}
            </span>
            <span>
              {words[step]}
              {done.has(step) && <span class="np-hidden"> ({t('welcome.done')})</span>}
            </span>
          </li>
        ))}
      </ol>
      <p class="all" role="status">
        {all && t('welcome.allDone')}
      </p>
    </div>
  );
};
