import { useMemo, useRef, useState } from 'preact/hooks';
import type { Dossier } from '../../../brief/types';
import { useRoom } from '../../parts/room';
import { t } from '../../text';
import { nextMark } from './keys';
import { layOut } from './layout';
import { Opened, Readout } from './readout';
import { rowsOf } from './rows';
import { Shape, Track } from './track';
import { sourceText } from './words';

/** Rows that are drawn before "all". */
const ROWS = 8;

/**
 * What happened and what was said, on a line of time for each outlet. Pointer and arrow keys read a mark out; pressed,
 * it opens all its lines.
 */
export const Timeline = ({ dossier }: { dossier: Dossier }) => {
  const every = useMemo(() => rowsOf(dossier), [dossier]);
  const [all, setAll] = useState(false);
  const rows = all ? every : every.slice(0, ROWS);
  const [place, room] = useRoom<HTMLDivElement>();
  const layout = useMemo(() => room && layOut(rows, dossier.covers, room), [rows.length, dossier, room]);
  const [shown, setShown] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const marks = layout?.rows ?? [];
  const current = marks.flat().find(({ id }) => id === shown) ?? null;
  const stop = current?.id ?? marks[0]?.[0]?.id ?? null;

  const show = (id: string) => {
    if (id !== shown) setOpen(false);
    setShown(id);
  };
  const focus = (id: string | undefined) => {
    if (id) picture.current?.querySelector<SVGElement>(`#${CSS.escape(id)}`)?.focus();
  };
  const press = (id: string) => {
    setShown(id);
    setOpen(id !== shown || !open);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const mark = marks.flat().find(({ id }) => id === (event.target as Element).id);
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') press(mark.id);
    else if (event.key === 'Escape' && open) setOpen(false);
    else {
      const next = nextMark(marks, mark, event.key);
      if (!next) return;
      focus(next.id);
    }
    event.preventDefault();
  };

  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.title')}</h2>
      <Legend />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the marks inside */}
      <div class="timeline" ref={picture} onKeyDown={onKeyDown}>
        {rows.map((row, i) => (
          <div key={row.source} class="outlet">
            <span class="who" id={`outlet-${i}`}>
              {sourceText(row)}
            </span>
            <div class="room" ref={i === 0 ? place : undefined}>
              <Track
                labelledBy={`outlet-${i}`}
                marks={marks[i] ?? []}
                lines={layout?.ticks ?? []}
                edges={layout?.edges ?? []}
                shown={shown}
                open={open}
                stop={stop}
                onShow={show}
                onPress={press}
              />
            </div>
          </div>
        ))}
        <div class="outlet" aria-hidden="true">
          <span class="who" />
          <div class="axis">
            {layout?.ticks.map(({ label, text }) => (
              <span key={text} style={{ left: `${label}%` }}>
                {text}
              </span>
            ))}
          </div>
        </div>
      </div>
      {every.length > ROWS && (
        <button type="button" class="np-plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.showFewer') : t('popup.showAll', String(every.length))}
        </button>
      )}
      <Readout mark={current} />
      {current && open && (
        <Opened
          mark={current}
          onClose={() => {
            setOpen(false);
            focus(current.id);
          }}
        />
      )}
    </section>
  );
};

const Legend = () => (
  <p class="np-soft legend">
    {(['event', 'said'] as const).map((is) => (
      <span key={is}>
        <svg class="sample" viewBox="-8 -8 16 16" aria-hidden="true">
          <g class="mark">
            <Shape moments={[{ is }]} />
          </g>
        </svg>
        {t(is === 'event' ? 'dossier.events' : 'dossier.quotes')}
      </span>
    ))}
  </p>
);
