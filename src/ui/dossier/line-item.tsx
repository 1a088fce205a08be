import type { Line } from '../../brief/types';
import { Runs, Said, SourceLink } from '../parts/line';
import { textOfRuns } from '../parts/runs';
import { scriptLang } from '../text';
import { citationOf } from './cite';
import { CiteButton } from './cite-button';

/** Tells a line from all others of the library. */
export const keyOf = ({ provenance: { articleId, span } }: Line): string =>
  `${articleId}:${span.start}:${span.end}`;

interface Props {
  line: Line;
  /** Its day in words. */
  day: string;
  /** The same for machines. */
  dateTime?: string;
  /** Set as a role is, not as a passage. */
  role?: boolean;
}

/** One line of a list: its day, its words, where it comes from. */
export const LineItem = ({ line, day, dateTime, role }: Props) => (
  <li class="dated">
    {dateTime ? (
      <time class="day" dateTime={dateTime}>
        {day}
      </time>
    ) : (
      <span class="day">{day}</span>
    )}
    <div>
      {role ? (
        <p class="role" lang={scriptLang(textOfRuns(line.runs))}>
          <Runs runs={line.runs} />
        </p>
      ) : (
        <Said line={line} />
      )}
      <LineFoot line={line} />
    </div>
  </li>
);

/** Where a line comes from, and how to take it along. */
export const LineFoot = ({ line }: { line: Line }) => (
  <div class="foot">
    <SourceLink line={line} />
    <CiteButton citation={citationOf(line)} />
  </div>
);
