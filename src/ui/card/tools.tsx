import { t } from '../text';
import type { CardActions } from './actions';

const PATHS = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  pin: 'M6 2.5h4l-.5 4.5 2 2v1h-7V9l2-2ZM8 10v4',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

const Tool = (props: { icon: keyof typeof PATHS; label: string; pressed?: boolean; act: () => void }) => (
  <button
    type="button"
    class="tool"
    title={props.label}
    aria-label={props.label}
    aria-pressed={props.pressed}
    onClick={props.act}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[props.icon]} />
    </svg>
  </button>
);

/** The way back, the pin and the way out. */
export const Tools = ({
  canGoBack,
  pinned,
  actions,
}: {
  canGoBack: boolean;
  pinned: boolean;
  actions: CardActions;
}) => (
  <div class="tools">
    {canGoBack && <Tool icon="back" label={t('card.back')} act={actions.back} />}
    <Tool icon="pin" label={t('card.pin')} pressed={pinned} act={() => actions.pin(!pinned)} />
    <Tool icon="close" label={t('card.close')} act={actions.close} />
  </div>
);
