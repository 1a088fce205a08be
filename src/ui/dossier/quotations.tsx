import { useState } from 'preact/hooks';
import type { QuoteLine, Topic } from '../../brief/types';
import { Long } from '../parts/long';
import { counted, dayText, locale, t } from '../text';
import { keyOf, LineItem } from './line-item';

/** With fewer there is nothing to choose from. */
const WORTH_CHOOSING = 4;

/** All that somebody said, to be narrowed to a day and to a word that comes back. */
export const Quotations = ({ quotes, topics }: { quotes: QuoteLine[]; topics: Topic[] }) => {
  const [day, setDay] = useState('');
  const [topic, setTopic] = useState<Topic | null>(null);
  const days = countDays(quotes);
  const chosen = quotes.filter(
    ({ date }, i) => (day === '' || (date ?? 'none') === day) && (topic === null || topic.quotes.includes(i)),
  );
  const isChosen = day !== '' || topic !== null;
  const clear = () => {
    setDay('');
    setTopic(null);
  };
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes">{t('dossier.quotes')}</h2>
      {quotes.length >= WORTH_CHOOSING && (
        <div class="choice">
          {days.length > 1 && (
            <label>
              {t('said.day')}
              <select value={day} onChange={(event) => setDay(event.currentTarget.value)}>
                <option value="">{t('said.anyDay')}</option>
                {days.map(([one, count]) => (
                  <option key={one} value={one}>
                    {`${one === 'none' ? t('date.unknown') : dayText(one)} (${count.toLocaleString(locale())})`}
                  </option>
                ))}
              </select>
            </label>
          )}
          {topics.length > 0 && (
            // biome-ignore lint/a11y/useSemanticElements: switches, not fields
            <div class="topics" role="group" aria-labelledby="topics">
              <span id="topics">{t('said.topics')}</span>
              {topics.map((one) => (
                <button
                  key={one.words}
                  type="button"
                  class="topic"
                  aria-pressed={one === topic}
                  onClick={() => setTopic(one === topic ? null : one)}
                >
                  {one.words} <span class="np-soft">{one.quotes.length.toLocaleString(locale())}</span>
                </button>
              ))}
            </div>
          )}
          <p class="np-soft shown" role="status">
            {isChosen && counted('said.shown', chosen.length, quotes.length.toLocaleString(locale()))}
          </p>
          {isChosen && (
            <button type="button" class="np-plain" onClick={clear}>
              {t('said.clear')}
            </button>
          )}
        </div>
      )}
      {chosen.length === 0 && <p class="empty">{t('said.none')}</p>}
      <Long
        key={`${day} ${topic?.words}`}
        items={chosen}
        first={8}
        printed
        render={(quote) => (
          <LineItem
            key={keyOf(quote)}
            line={quote}
            day={quote.date ? dayText(quote.date) : t('date.unknown')}
            dateTime={quote.date ?? undefined}
          />
        )}
      />
    </section>
  );
};

/** Each day with how much was said on it, the newest first, "none" last. */
function countDays(quotes: readonly QuoteLine[]): [day: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { date } of quotes) counts.set(date ?? 'none', (counts.get(date ?? 'none') ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a === 'none' ? 1 : b === 'none' ? -1 : a < b ? 1 : -1));
}
