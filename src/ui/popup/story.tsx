import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { EventLine } from '../../brief/types';
import type { Day } from '../../extract/types';
import { Said, SourceLink } from '../parts/line';
import { placeDays } from '../parts/timeline';
import { dayText, t } from '../text';

interface Props {
  story: EventLine[];
  pageDate: Day | null;
}

/** The newest of the story that are shown before "all". */
const SHOWN = 4;

/** The story so far: a strip of time, and its events as a list in which the page has its own place. */
export const Story = ({ story, pageDate }: Props) => {
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : Math.max(0, story.length - SHOWN);
  const before = pageDate ? story.filter(({ date }) => date <= pageDate).length : story.length;
  const items = story.slice(hidden);
  const page = pageDate && <ThisPage key="page" day={pageDate} />;
  return (
    <section aria-labelledby="story">
      <h2 id="story" title={t('popup.storyFor')}>
        {t('popup.story')}
      </h2>
      <TimeStrip story={story} pageDate={pageDate} />
      {story.length > SHOWN && (
        <button type="button" class="np-plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.showFewer') : t('popup.showAll', String(story.length))}
        </button>
      )}
      <ol class="story">
        {before <= hidden && page}
        {items.map((event, i) => (
          <Fragment key={`${event.provenance.articleId}:${event.provenance.span.start}`}>
            <Happening event={event} />
            {hidden + i + 1 === before && page}
          </Fragment>
        ))}
      </ol>
    </section>
  );
};

const Happening = ({ event }: { event: EventLine }) => (
  <li>
    <time dateTime={event.date}>{dayText(event.date, event.precision)}</time>
    <Said line={event} target="_blank" />
    <SourceLink line={event} target="_blank" />
  </li>
);

const ThisPage = ({ day }: { day: Day }) => (
  <li class="now">
    <time dateTime={day}>{dayText(day)}</time>
    <p>{t('popup.thisPage')}</p>
  </li>
);

/** The same days drawn to scale; the list beneath says all of it, so the drawing is not read out. */
const TimeStrip = ({ story, pageDate }: Props) => {
  const strip = placeDays(
    story.map(({ date }) => date),
    pageDate,
  );
  if (!strip || strip.from === strip.to) return null;
  return (
    <div class="strip" aria-hidden="true">
      <div class="axis">
        {strip.dots.map(({ day, at, count }) => (
          <i key={day} style={{ left: `${at}%`, '--count': Math.min(count, 4) }} />
        ))}
        {strip.now !== null && <b style={{ left: `${strip.now}%` }} />}
      </div>
      <div class="ends">
        <span>{dayText(strip.from)}</span>
        <span>{dayText(strip.to)}</span>
      </div>
    </div>
  );
};
