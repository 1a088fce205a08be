import type { Dossier, EventLine, QuoteLine, RoleLine } from '../../brief/types';
import { Runs, Said, SourceLink } from '../parts/line';
import { Long } from '../parts/long';
import { textOfRuns } from '../parts/runs';
import { Sources } from '../parts/sources';
import { coversText, dayText, scriptLang, t } from '../text';
import { Around } from './around';

const keyOf = ({ provenance: { articleId, span } }: RoleLine | EventLine | QuoteLine) =>
  `${articleId}:${span.start}`;

/** All that the library tells of one entity, most wanted first, each line with its passage. */
export const EntityPage = ({ dossier }: { dossier: Dossier }) => {
  const { name, nativeName, kind, roles, reminder, events, quotes, around, sources } = dossier;
  const covers = coversText(dossier.covers, 'dossier.covers');
  return (
    <article class="dossier">
      <p class="np-soft">{t(`kind.${kind}`)}</p>
      <h1>
        <span lang={scriptLang(name)}>{name}</span>
        {nativeName && (
          <span class="native" lang={scriptLang(nativeName)}>
            {nativeName}
          </span>
        )}
      </h1>
      <Names dossier={dossier} />
      {sources.length === 0 && <p class="empty">{t('dossier.nothing', name)}</p>}
      {reminder && (
        <section aria-labelledby="reminder">
          <h2 id="reminder">{t('dossier.reminder')}</h2>
          <Said line={reminder} lead />
          <SourceLink line={reminder} />
        </section>
      )}
      {roles.length > 0 && (
        <section aria-labelledby="roles">
          <h2 id="roles">{t('dossier.roles')}</h2>
          <Long items={roles} first={6} render={(role) => <RoleItem key={keyOf(role)} role={role} />} />
        </section>
      )}
      {events.length > 0 && (
        <section aria-labelledby="events">
          <h2 id="events">{t('dossier.events')}</h2>
          <Long items={events} first={8} render={(event) => <EventItem key={keyOf(event)} event={event} />} />
        </section>
      )}
      {quotes.length > 0 && (
        <section aria-labelledby="quotes">
          <h2 id="quotes">{t('dossier.quotes')}</h2>
          <Long items={quotes} first={8} render={(quote) => <QuoteItem key={keyOf(quote)} quote={quote} />} />
        </section>
      )}
      {around.length > 0 && <Around around={around} />}
      {sources.length > 0 && <Sources sources={sources} />}
      {covers && <p class="np-soft covers">{covers}</p>}
    </article>
  );
};

const Names = ({ dossier: { aliases, nativeName, wikidata } }: { dossier: Dossier }) => {
  const others = aliases.filter((alias) => alias !== nativeName);
  const known = wikidata?.match(/^Q\d+$/)?.[0];
  if (others.length === 0 && !known) return null;
  return (
    <p class="np-soft names">
      {others.length > 0 && `${t('dossier.alsoCalled')}: `}
      {others.map((alias, i) => (
        <span key={alias}>
          {i > 0 && ', '}
          <span lang={scriptLang(alias)}>{alias}</span>
        </span>
      ))}
      {others.length > 0 && known && ' · '}
      {known && (
        <a href={`https://www.wikidata.org/wiki/${known}`} target="_blank" rel="noreferrer noopener">
          {t('dossier.wikidata')}
        </a>
      )}
    </p>
  );
};

const RoleItem = ({ role }: { role: RoleLine }) => (
  <li class="dated">
    <span class="day">{role.asOf ? t('date.asOf', dayText(role.asOf)) : t('date.unknown')}</span>
    <div>
      <p class="role" lang={scriptLang(textOfRuns(role.runs))}>
        <Runs runs={role.runs} />
      </p>
      <SourceLink line={role} />
    </div>
  </li>
);

const EventItem = ({ event }: { event: EventLine }) => (
  <li class="dated">
    <time class="day" dateTime={event.date}>
      {dayText(event.date, event.precision)}
    </time>
    <div>
      <Said line={event} />
      <SourceLink line={event} />
    </div>
  </li>
);

const QuoteItem = ({ quote }: { quote: QuoteLine }) => (
  <li class="dated">
    <span class="day">{quote.date ? dayText(quote.date) : t('date.unknown')}</span>
    <div>
      <Said line={quote} />
      <SourceLink line={quote} />
    </div>
  </li>
);
