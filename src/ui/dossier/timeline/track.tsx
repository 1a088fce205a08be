import type { Cell, Moment } from './rows';
import type { Tick } from './ticks';

/** A mark of the picture. */
export interface Mark {
  id: string;
  row: number;
  cell: Cell;
  /** In percent of the track. */
  at: number;
  name: string;
}

interface Props {
  labelledBy: string;
  marks: Mark[];
  /** Where the lines of the axis stand, in percent. */
  lines: Pick<Tick, 'at'>[];
  /** Where the scale ends, in percent. */
  edges: number[];
  /** The mark that is read out. */
  shown: string | null;
  /** Whether it is opened. */
  open: boolean;
  /** The one mark that Tab goes to. */
  stop: string | null;
  onShow(id: string): void;
  onPress(id: string): void;
}

/** One row of the picture: a line of time with a mark for each unit that holds something. */
export const Track = ({ labelledBy, marks, lines, edges, shown, open, stop, onShow, onPress }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a group of an SVG
  <svg class="track" role="group" aria-labelledby={labelledBy}>
    {lines.map(({ at }) => (
      <line key={at} class="grid" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
    ))}
    {edges.map((at) => (
      <line key={at} class="edge" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
    ))}
    <line class="base" x1="0" x2="100%" y1="50%" y2="50%" />
    {marks.map(({ id, at, name, cell }) => (
      <svg key={id} x={`${at}%`} y="50%" overflow="visible" role="presentation">
        {/* biome-ignore lint/a11y/useSemanticElements: a button of an SVG; its keys are the picture's */}
        <g
          class={shown === id ? 'mark shown' : 'mark'}
          id={id}
          role="button"
          tabindex={stop === id ? 0 : -1}
          aria-label={name}
          aria-expanded={open && shown === id}
          onPointerEnter={() => onShow(id)}
          onFocus={() => onShow(id)}
          onClick={() => onPress(id)}
        >
          <circle class="reach" r="12" />
          <Shape moments={cell.moments} />
        </g>
      </svg>
    ))}
  </svg>
);

/** A dot for what happened, a ring for what was said; the more there is, the larger. */
export const Shape = ({ moments }: { moments: readonly Pick<Moment, 'is'>[] }) => {
  const events = moments.filter(({ is }) => is === 'event').length;
  const said = moments.length - events;
  const ring = said > 0 ? Math.min(11, 6 + Math.sqrt(moments.length)) : 0;
  const dot = Math.min(ring > 0 ? ring - 3 : 10, 3 + Math.sqrt(events));
  return (
    <>
      {ring > 0 && <circle class="ring" r={ring} />}
      {events > 0 && <circle class="dot" r={dot} />}
    </>
  );
};
