import type { Dossier, EventLine, QuoteLine, RoleLine } from '../../brief/types';
import { coversText, dayText, t } from '../text';
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
      <span class="soft">
        {role.asOf ? `${t('date.asOf', dayText(role.asOf))} · ` : ''}
        <SourceButton line={role} actions={actions} />
      </span>
    </p>
  );
};

export const Reminder = ({ dossier, actions }: Part) =>
  dossier.reminder && (
    <p class="reminder">
      <Runs runs={dossier.reminder.runs} here={dossier.entity} actions={actions} />{' '}
      <SourceButton line={dossier.reminder} actions={actions} />
    </p>
  );

export const Events = ({ dossier, actions }: Part) =>
  dossier.events.length > 0 && (
    <section>
      <h3>{t('card.events')}</h3>
      <ul>
        {dossier.events.slice(0, HEAD.events).map((event: EventLine) => (
          <li key={`${event.provenance.articleId}:${event.provenance.span.start}`}>
            <time class="when" dateTime={event.date}>
              {dayText(event.date, event.precision)}
            </time>
            <Runs runs={event.runs} here={dossier.entity} actions={actions} />{' '}
            <SourceButton line={event} actions={actions} />
          </li>
        ))}
      </ul>
    </section>
  );

export const Quotes = ({ dossier, actions }: Part) =>
  dossier.quotes.length > 0 && (
    <section>
      <h3>{t('card.quotes')}</h3>
      <ul>
        {dossier.quotes.slice(0, HEAD.quotes).map((quote: QuoteLine) => (
          <li key={`${quote.provenance.articleId}:${quote.provenance.span.start}`}>
            <blockquote>
              <Runs runs={quote.runs} here={dossier.entity} actions={actions} />
            </blockquote>
            <span class="soft">
              {quote.date && quote.date !== quote.published.date ? `${dayText(quote.date)} · ` : ''}
              <SourceButton line={quote} actions={actions} />
            </span>
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
              {[source.publisher, source.published.date && dayText(source.published.date)]
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
