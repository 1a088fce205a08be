import { t } from '../text';
import type { CardActions } from './actions';

const PATHS = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  pin: 'M6 2.5h4l-.5 4.5 2 2v1h-7V9l2-2ZM8 10v4',
  find: 'M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  move: 'M8 2v12M2 8h12M6.2 3.8 8 2l1.8 1.8M6.2 12.2 8 14l1.8-1.8M3.8 6.2 2 8l1.8 1.8M12.2 6.2 14 8l-1.8 1.8',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

interface ToolProps {
  icon: keyof typeof PATHS;
  label: string;
  pressed?: boolean;
  act: () => void;
  /** It is dragged too, and moved by the arrow keys so far to the right and down. */
  move?: (x: number, y: number) => void;
}

const Tool = ({ icon, label, pressed, act, move }: ToolProps) => (
  <button
    type="button"
    class="tool"
    title={label}
    aria-label={label}
    aria-pressed={pressed}
    data-drag={move && ''}
    onClick={act}
    onKeyDown={(event) => {
      const [x, y] = ARROWS[event.key] ?? [0, 0];
      if (!move || (!x && !y)) return;
      // The page is not to scroll as well.
      event.preventDefault();
      const step = event.shiftKey ? FAR : STEP;
      move(x * step, y * step);
    }}
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[icon]} />
    </svg>
  </button>
);

/** How far an arrow key moves a pinned card, with Shift and without, in CSS pixels. */
const FAR = 64;
const STEP = 16;

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The way back, what a pinned card can do, the pin and the way out. */
export const Tools = ({
  canGoBack,
  pinned,
  sheet,
  actions,
}: {
  canGoBack: boolean;
  pinned: boolean;
  sheet: boolean;
  actions: CardActions;
}) => (
  <div class="tools">
    {canGoBack && <Tool icon="back" label={t('card.back')} act={actions.back} />}
    {pinned && <Tool icon="find" label={t('card.find')} act={actions.find} />}
    {pinned && <Tool icon="move" label={t('card.move')} act={actions.moveOn} move={actions.moveBy} />}
    {!sheet && <Tool icon="pin" label={t('card.pin')} pressed={pinned} act={() => actions.pin(!pinned)} />}
    <Tool icon="close" label={t('card.close')} act={actions.close} />
  </div>
);
