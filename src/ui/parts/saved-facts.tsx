import type { Saved } from '../../browser/gather-messages';
import { counted, dayText, type Key, namesText, scriptLang, t } from '../text';

const WAS: Record<Saved['was'], Key> = {
  new: 'saved.new',
  updated: 'saved.updated',
  same: 'saved.same',
};
const DATED = {
  structured: 'saved.dateStructured',
  'open-graph': 'saved.dateMeta',
  meta: 'saved.dateMeta',
  time: 'saved.dateShown',
  link: 'saved.dateAddress',
  address: 'saved.dateAddress',
  text: 'saved.dateText',
  feed: 'saved.dateFeed',
} as const satisfies Record<NonNullable<Saved['dated']>, Key>;

/** What became of an article that was saved, and what was understood of it: names, quotations, outlet and day. */
export const SavedFacts = ({ saved }: { saved: Saved }) => {
  const { title, names, named, quotes, publisher } = saved;
  return (
    <>
      <p class="was">{t(WAS[saved.was])}</p>
      <p class="title" lang={scriptLang(title)}>
        {title}
      </p>
      <ul class="facts">
        <li>{[publisher ?? t('dossier.unknownOutlet'), dayOf(saved)].join(' · ')}</li>
        <li>
          {names.length === 0
            ? t('saved.noNames')
            : counted(
                named > names.length ? 'saved.namesMore' : 'saved.names',
                named,
                namesText(names.map(({ name }) => name)),
              )}
        </li>
        <li>{quotes === 0 ? t('saved.noQuotes') : counted('saved.quotes', quotes)}</li>
      </ul>
    </>
  );
};

function dayOf({ published, dated }: Saved): string {
  if (!published.date) return t('saved.noDate');
  return dated ? t(DATED[dated], dayText(published.date)) : dayText(published.date);
}
