import type { Dossier, EventLine, Line, RoleLine } from '../../brief/types';
import { coversText, dayText, publishedText, t } from '../text';
import type { CardActions } from './actions';
import { Runs, SourceButton } from './text-parts';

/** How much of each list a card shows; the dossier page has the rest. */
export const HEAD = { events: 3, quotes: 2, around: 6, sources: 3 } as const;

interface Part {
  dossier: Dossier;
  actions: CardActions;
}

/** The newest role in the article's words, with the day it held. */
export const RoleOf = ({ dossier, actions }: Part) => {
  const role: RoleLine | undefined = dossier.roles[0];
  if (!role) return null;
  return (
    <p class="role">
      <Runs runs={role.runs} here={dossier.entity} actions={actions} />{' '}
      <SourceButton line={role} actions={actions} asOf={role.asOf} />
    </p>
  );
};

/** The sentence that reminds; if it is one of the events its day is told here and not a second time below. */
export const Reminder = ({ dossier, actions }: Part) => {
  const { reminder } = dossier;
  if (!reminder) return null;
  const event = dossier.events.find((line) => isSame(line, reminder));
  return (
    <div class="reminder">
      {event && event.date !== reminder.published.date && <When event={event} />}
      <Runs runs={reminder.runs} here={dossier.entity} actions={actions} />
      <SourceButton line={reminder} actions={actions} />
    </div>
  );
};

const When = ({ event }: { event: EventLine }) => (
  <time class="when" dateTime={event.date}>
    {dayText(event.date, event.precision)}
  </time>
);

export const Events = ({ dossier, actions }: Part) => {
  const { reminder } = dossier;
  const events = dossier.events.filter((event) => !reminder || !isSame(event, reminder));
  if (events.length === 0) return null;
  return (
    <section>
      <h3>{t('card.events')}</h3>
      <ul>
        {events.slice(0, HEAD.events).map((event) => (
          <li key={keyOf(event)}>
            <When event={event} />
            <Runs runs={event.runs} here={dossier.entity} actions={actions} />
            <SourceButton line={event} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const keyOf = ({ provenance: { articleId, span } }: Line): string => `${articleId}:${span.start}:${span.end}`;
const isSame = (a: Line, b: Line): boolean => keyOf(a) === keyOf(b);

export const Quotes = ({ dossier, actions }: Part) =>
  dossier.quotes.length > 0 && (
    <section>
      <h3>{t('card.quotes')}</h3>
      <ul>
        {dossier.quotes.slice(0, HEAD.quotes).map((quote) => (
          <li key={keyOf(quote)}>
            <blockquote>
              <Runs runs={quote.runs} here={dossier.entity} actions={actions} />
            </blockquote>
            {quote.date && quote.date !== quote.published.date && (
              <span class="soft">{dayText(quote.date)} · </span>
            )}
            <SourceButton line={quote} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );

export const Around = ({ dossier, actions }: Part) =>
  dossier.around.length > 0 && (
    <section>
      <h3>{t('card.around')}</h3>
      <div class="around">
        {dossier.around.slice(0, HEAD.around).map(({ entity, name }) => (
          <button key={entity} type="button" class="chip" onClick={() => actions.go(entity)}>
            {name}
          </button>
        ))}
      </div>
    </section>
  );

/** The articles that the card tells from, and the days that the corpus covers. */
export const Sources = ({ dossier, actions }: Part) => {
  const covers = coversText(dossier.covers, 'card.covers');
  if (dossier.sources.length === 0) return covers && <p class="soft">{covers}</p>;
  return (
    <section>
      <h3>{t('card.sources')}</h3>
      <ul>
        {dossier.sources.slice(0, HEAD.sources).map((source) => (
          <li key={source.articleId}>
            <button
              type="button"
              class="plain"
              onClick={() => actions.openPassage(source.articleId, { start: 0, end: 0 })}
            >
              {source.title}
            </button>
            <span class="soft">
              {' '}
              {[source.publisher, source.published.date && publishedText(source.published)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {covers && <p class="soft">{covers}</p>}
    </section>
  );
};
