import type { ComponentChildren } from 'preact';
import type { Line, Run } from '../../brief/types';
import type { Span } from '../../text/span';
import { entityHref, passageHref } from '../links';
import { basisText, publishedText, scriptLang, t } from '../text';
import { textOfRuns } from './runs';

/** Verbatim text whose names open on. `target` is where their dossiers open. */
export const Runs = ({ runs, marks = [], target }: { runs: Run[]; marks?: Span[]; target?: '_blank' }) => {
  let at = 0;
  return (
    <>
      {runs.map(({ text, entity }) => {
        const start = at;
        at += text.length;
        const shown = marked(text, start, marks);
        return entity ? (
          <a key={start} class="np-name" href={entityHref(entity)} target={target}>
            {shown}
          </a>
        ) : (
          <span key={start}>{shown}</span>
        );
      })}
    </>
  );
};

/** A line's words, set as a passage of an article. */
export const Said = ({ line, marks, target, lead }: SaidProps) => (
  <p class={lead ? 'said lead' : 'said'} lang={scriptLang(textOfRuns(line.runs))}>
    <Runs runs={line.runs} marks={marks} target={target} />
  </p>
);

interface SaidProps {
  line: Line;
  marks?: Span[];
  target?: '_blank';
  /** Larger, for the one sentence that leads. */
  lead?: boolean;
}

/** A run's text with the marks that fall into it; `offset` is where the run begins in its line. */
function marked(text: string, offset: number, marks: readonly Span[]): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    const from = Math.max(at, start - offset);
    const to = Math.min(text.length, end - offset);
    if (from >= to) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return at === 0 ? text : [...parts, text.slice(at)];
}

/** Where a line comes from: outlet, date and how it is known, a link to the passage in its article. */
export const SourceLink = ({ line, target }: { line: Line; target?: '_blank' }) => {
  const outlet = line.publisher ?? t('dossier.unknownOutlet');
  const { date, basis } = line.published;
  const day = publishedText(line.published);
  const known = basis === 'editor' ? [basisText(basis)] : [];
  return (
    <a
      class="np-source"
      href={passageHref(line.provenance)}
      target={target}
      title={[t('dossier.openPassage'), ...known].join(' · ')}
      aria-label={[`${outlet}, ${day}: ${t('dossier.openPassage')}`, ...known].join(' · ')}
    >
      {outlet}
      <span aria-hidden="true"> · </span>
      {date ? <time dateTime={date}>{day}</time> : day}
    </a>
  );
};
