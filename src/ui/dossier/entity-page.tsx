import type { Dossier, FullDossier } from '../../brief/types';
import { Said } from '../parts/line';
import { Long } from '../parts/long';
import { coversText, dayText, scriptLang, t } from '../text';
import { Company } from './company';
import { keyOf, LineFoot, LineItem } from './line-item';
import { type LoadPassages, Passages } from './passages';
import { PutRight, type PuttingRight } from './put-right';
import { Quotations } from './quotations';
import { Timeline } from './timeline/picture';

interface Props {
  dossier: FullDossier;
  load: LoadPassages;
  right: PuttingRight;
}

/** All that the library tells of one entity, most wanted first, each line with its passage. */
export const EntityPage = ({ dossier, load, right }: Props) => {
  const { entity, name, nativeName, kind, roles, quotes, topics, around, company, sources } = dossier;
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
      <Reminder dossier={dossier} />
      {roles.length > 0 && (
        <section aria-labelledby="roles">
          <h2 id="roles">{t('dossier.roles')}</h2>
          <Long
            items={roles}
            first={6}
            printed
            render={(role) => (
              <LineItem
                key={keyOf(role)}
                line={role}
                role
                day={role.asOf ? t('date.asOf', dayText(role.asOf)) : t('date.unknown')}
              />
            )}
          />
        </section>
      )}
      {dossier.events.length + quotes.length > 1 && <Timeline dossier={dossier} />}
      <Events dossier={dossier} />
      {quotes.length > 0 && <Quotations quotes={quotes} topics={topics} />}
      {around.length > 0 && <Company entity={entity} around={around} company={company} load={load} />}
      {sources.length > 0 && (
        <section aria-labelledby="passages">
          <h2 id="passages">{t('passages.title')}</h2>
          <Passages entities={[entity]} load={load} byArticle />
        </section>
      )}
      <PutRight dossier={dossier} {...right} />
      {covers && <p class="np-soft covers">{covers}</p>}
    </article>
  );
};

/** The sentence that reminds. Where it tells an event, that day is told here, and the event not a second time below. */
const Reminder = ({ dossier: { reminder, events } }: { dossier: Dossier }) => {
  if (!reminder) return null;
  const event = events.find((line) => keyOf(line) === keyOf(reminder));
  return (
    <section aria-labelledby="reminder">
      <h2 id="reminder">{t('dossier.reminder')}</h2>
      <Said line={reminder} lead />
      {event && event.date !== reminder.published.date && (
        <time class="day" dateTime={event.date}>
          {dayText(event.date, event.precision)}
        </time>
      )}
      <LineFoot line={reminder} />
    </section>
  );
};

const Events = ({ dossier: { reminder, events } }: { dossier: Dossier }) => {
  const others = events.filter((line) => !reminder || keyOf(line) !== keyOf(reminder));
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t('dossier.events')}</h2>
      <Long
        items={others}
        first={8}
        printed
        render={(event) => (
          <LineItem
            key={keyOf(event)}
            line={event}
            day={dayText(event.date, event.precision)}
            dateTime={event.date}
          />
        )}
      />
    </section>
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
