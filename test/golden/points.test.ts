import { describe, expect, it } from 'vitest';
import { type Read, readSeed } from './seeds';

/** What a Reading says, in words. */
function told({ article: { text }, reading }: Read) {
  const named = (name: string) =>
    reading.entities.find((entity) => entity.name === name || entity.aliases.includes(name));
  const nameOf = (id: string | null) => reading.entities.find((entity) => entity.id === id)?.name ?? null;
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    named,
    entities: reading.entities,
    sentences: reading.sentences.map(slice),
    summary: reading.summary.map(slice),
    roles: (name: string) =>
      reading.roles.filter(({ entity }) => entity === named(name)?.id).map((role) => [role.text, role.asOf]),
    /** Names of the speakers of the quotations whose content holds the words. */
    saidBy: (words: string) =>
      reading.quotes
        .filter(({ content }) => content.some((part) => slice(part).includes(words)))
        .map(({ entity }) => nameOf(entity)),
    quoteOf: (words: string) =>
      reading.quotes.find(({ content }) => content.some((part) => slice(part).includes(words))),
    /** The entity of the mention that begins with the words at their first or given place. */
    whoIs: (words: string, context: string) => {
      const start = text.indexOf(context) + context.indexOf(words);
      return nameOf(reading.mentions.find((mention) => mention.start === start)?.entity ?? null);
    },
    dates: reading.dates.map((date) => [slice(date), date.value]),
    events: reading.events.map((event) => [event.date, event.precision, event.entities.map(nameOf)] as const),
    figures: reading.figures.map(({ value, unit, of }) => [value, unit, of && slice(of)]),
    slice,
  };
}

const first = told(readSeed('000_c0956a0b2cbd6477'));
const second = told(readSeed('002_4e3e1f84a0349307'));

describe('both seeds: prose, days, figures', () => {
  it('leave out dateline, subheading and newsletter line', () => {
    expect(first.sentences).toHaveLength(12);
    expect(first.sentences[0]).toMatch(/^George Glass, the US Ambassador/);
    expect(second.sentences).toHaveLength(25);
    const joined = second.sentences.join('\n');
    expect(joined).not.toMatch(/Yen strength|Stay informed|newsletter/);
    expect(joined).toContain('alumium');
  });

  it('resolve their weekdays', () => {
    expect(first.dates).toContainEqual(['Tuesday', '2025-04-22']);
    expect(first.dates).toContainEqual(['Monday', '2025-04-21']);
    expect(first.dates).toContainEqual(['later in the month', '2025-04']);
    expect(second.dates.filter(([words]) => words === 'Friday').map(([, value]) => value)).toEqual([
      '2025-04-18',
      '2025-04-18',
      '2025-04-18',
    ]);
    expect(second.dates).toContainEqual(['Wednesday', '2025-04-16']);
    expect(second.dates).toContainEqual(['Thursday', '2025-04-17']);
    expect(second.dates).toContainEqual(['this week', '2025-W16']);
    expect(second.dates).toContainEqual(['next week', '2025-W17']);
  });

  it('tell five figures and what they are about', () => {
    expect(first.figures).toEqual([]);
    expect(second.figures).toEqual([
      [10, 'percent', 'baseline tariffs'],
      [24, 'percent', '"reciprocal" tariffs on Japan'],
      [90, 'days', '"reciprocal" tariffs on Japan of 24 percent, although these have been paused'],
      [54_000, 'personnel', 'US military personnel in Japan'],
      [1_400_000_000, 'USD/year', 'pay more for hosting 54,000 US military personnel in Japan'],
    ]);
  });

  it('sum up by what the articles open with', () => {
    expect(first.summary[0]).toMatch(
      /^George Glass, the US Ambassador to Japan, on Tuesday expressed optimism/,
    );
    expect(second.summary[0]).toMatch(/^The new US ambassador to Japan said Friday/);
    expect(second.summary.length).toBeGreaterThan(1);
  });
});

describe('both seeds: people and what they did', () => {
  it('know Glass by his role and by the one he was called by', () => {
    expect(first.roles('George Glass')).toContainEqual(['US Ambassador to Japan', '2025-04-22']);
    expect(first.roles('George Glass')).toContainEqual(['Ambassador-Designate', '2025-04-22']);
  });

  it('know Akazawa as the envoy, who met Trump on Wednesday', () => {
    expect(second.roles('Ryosei Akazawa').map(([text]) => text)).toContain("Tokyo's tariffs envoy");
    const meeting = second.events.find(([date]) => date === '2025-04-16');
    expect(meeting?.[1]).toBe('day');
    expect(meeting?.[2]).toEqual(expect.arrayContaining(['Ryosei Akazawa', 'Donald Trump']));
  });

  it('tell the two meetings with Glass', () => {
    const days = new Map(first.events.map(([date, , who]) => [date, who]));
    expect(days.get('2025-04-22')).toEqual(expect.arrayContaining(['George Glass', 'Shigeru Ishiba']));
    expect(days.get('2025-04-21')).toEqual(expect.arrayContaining(['Iwaya Takeshi', 'George Glass']));
  });

  it('take Iwaya Takeshi for one person, called Iwaya for short', () => {
    const iwaya = first.entities.filter(({ name, aliases }) =>
      [name, ...aliases].some((n) => n.includes('Iwaya')),
    );
    expect(iwaya).toHaveLength(1);
    expect(iwaya[0]).toMatchObject({ kind: 'person', name: 'Iwaya Takeshi' });
    expect(iwaya[0]!.aliases).toContain('Iwaya');
  });
});

describe('both seeds: names', () => {
  it('takes who filed the article for nobody in it', () => {
    expect(first.named('IANS')).toBeUndefined();
    expect(first.named('Tokyo')?.kind).toBe('place');
  });

  it('gives a joined verb\'s "his" to its subject', () => {
    expect(first.whoIs('his', 'expressed his intention to engage')).toBe('Iwaya Takeshi');
    expect(first.whoIs('his', 'expressed his intention to promote mutually')).toBe('Shigeru Ishiba');
  });

  it('takes no apposition of a country for a person, and a bare surname for one', () => {
    expect(second.named('South Korea')?.kind).toBe('place');
    expect(second.named('Bessent')?.kind).toBe('person');
    expect(second.roles('Bessent')).toEqual([]);
    expect(second.whoIs('his', 'expressed his desire to give')).toBe('Donald Trump');
  });
});

describe('both seeds: who said what', () => {
  it('"won\'t be easy" is Ishiba\'s', () => {
    expect(second.saidBy("won't be easy")).toEqual(['Shigeru Ishiba']);
  });

  it('gives Innes both his paragraphs', () => {
    const quote = second.quoteOf("These talks aren't just bilateral");
    expect(second.saidBy("These talks aren't just bilateral")).toEqual(['Stephen Innes']);
    expect(quote?.content.map(second.slice)).toEqual([
      "These talks aren't just bilateral -- they’re a global litmus test.",
      "Everyone from Berlin to Seoul is watching for clues on Trump's strategy. If Tokyo can cut a deal, it may set a precedent. If not, the message is clear: everyone's fair game.",
    ]);
  });

  it('gives the ministry its two statements', () => {
    for (const words of [
      'Both sides exchanged views on regional situations',
      'In addition, both sides exchanged views',
    ])
      expect(first.saidBy(words)[0]).toMatch(/Ministry/);
  });

  it('hears Glass by name and by pronoun', () => {
    expect(second.saidBy("I've met now with most of the principals")).toEqual(['George Glass']);
    expect(second.saidBy('(We) have the best and the brightest')).toEqual(['George Glass']);
    expect(first.saidBy('golden age')).toEqual(['George Glass']);
    expect(first.saidBy('very optimistic')).toContain('George Glass');
    expect(second.saidBy('extremely optimistic')).toContain('George Glass');
    expect(second.saidBy('has expressed his desire to give')).toEqual(['Shigeru Ishiba']);
    expect(second.saidBy('In a negotiation like this')).toEqual(['Ryosei Akazawa']);
    expect(second.saidBy('big progress')).toEqual(['Donald Trump']);
  });
});
