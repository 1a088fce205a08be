import { TermSpace, termsOf } from '../corpus/terms';
import { contains, type Span } from '../text/span';
import { firstEndingAfter } from './passages';
import type { ToldQuote } from './quotes';
import type { Topic } from './types';
import type { CorpusView, Leaf } from './view';

/** As many as a reader takes in at a glance. */
const TOPICS = 12;
/** Articles that tell how common a word is in the corpus, the newest of it. */
const SAMPLE = 200;
/** Runs of ideographs or of katakana, and words of other letters. */
const WORDS =
  /\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{3,}|[^\P{L}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{3,}/gu;

interface Found {
  /** As written, with how often. */
  forms: Map<string, number>;
  /** Places in the list of quotations. */
  quotes: Set<number>;
  /** The inverse document frequency in the sample. */
  rarity: number;
  /** Keys of the phrases of two words that it stands in. */
  phrases: Set<string>;
  isPhrase: boolean;
}

/**
 * What an entity keeps coming back to: words and names that stand in what was said (not in the cue, not in who said it)
 * of at least two of its quotations but not in all of them. Those with the highest number of quotations × inverse
 * document frequency over the corpus's newest articles (Spärck Jones 1972), so that what everybody says gives way;
 * what comes back most comes first.
 */
export function topicsOf(view: CorpusView, entity: string, quotes: readonly ToldQuote[]): Topic[] {
  const found = new Map<string, Found>();
  quotes.forEach((told, i) => {
    for (const { key, form, rarity, phrase, isPhrase = false } of termsIn(view, entity, told)) {
      let known = found.get(key);
      if (!known) {
        known = { forms: new Map(), quotes: new Set(), rarity, phrases: new Set(), isPhrase };
        found.set(key, known);
      }
      if (phrase !== undefined) known.phrases.add(phrase);
      known.quotes.add(i);
      known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
    }
  });
  const parts = partsOf(found);
  const whole = new Set(parts.values());
  return [...found]
    .filter(([key, { isPhrase }]) => (isPhrase ? whole.has(key) : !parts.has(key)))
    .map(([, term]) => term)
    .filter(({ quotes: { size } }) => size >= 2 && size < quotes.length)
    .sort((a, b) => b.quotes.size * b.rarity - a.quotes.size * a.rarity)
    .slice(0, TOPICS)
    .sort((a, b) => b.quotes.size - a.quotes.size)
    .map(({ forms, quotes: among }) => ({ words: mostUsed(forms), quotes: [...among] }));
}

/** The words that never stand without one phrase, with the phrase: what they say is one thing, and told as one. */
function partsOf(found: ReadonlyMap<string, Found>): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [word, { quotes, phrases }] of found)
    for (const phrase of phrases) if (found.get(phrase)!.quotes.size === quotes.size) parts.set(word, phrase);
  return parts;
}

/** A term in what was said, with the phrase that it is a part of. */
interface Term {
  key: string;
  form: string;
  rarity: number;
  phrase?: string;
  isPhrase?: boolean;
}

/** The names, words, and pairs of neighbouring words in what was said. */
function* termsIn(view: CorpusView, entity: string, { leaf, quote }: ToldQuote): Generator<Term> {
  const articles = view.newest.length;
  for (const content of quote.content) {
    const names = namesIn(view, leaf, content);
    for (const { id, name } of names) {
      const rarity = Math.log((articles + 1) / ((view.leavesOf.get(id)?.length ?? 0) + 0.5));
      if (id !== entity) yield { key: `entity ${id}`, form: name, rarity };
    }
    const text = leaf.article.text.slice(content.start, content.end);
    let before: (Term & { end: number }) | null = null;
    for (const { 0: form, index } of text.matchAll(WORDS)) {
      const word = { start: content.start + index, end: content.start + index + form.length };
      const key = names.some((name) => contains(name, word)) ? undefined : keyOf(form);
      if (key === undefined) continue;
      const rarity = sampleOf(view).idf(key);
      if (before && text.slice(before.end, index) === ' ') {
        const phrase = `${before.key} ${key}`;
        yield {
          key: phrase,
          form: `${before.form} ${form}`,
          rarity: Math.max(before.rarity, rarity),
          isPhrase: true,
        };
        yield { ...before, phrase };
        yield { key, form, rarity, phrase };
      } else yield { key, form, rarity };
      before = { key, form, rarity, end: index + form.length };
    }
  }
}

/** The names of entities of the corpus within a span. */
function namesIn(view: CorpusView, { reading: { mentions } }: Leaf, span: Span) {
  const names: (Span & { id: string; name: string })[] = [];
  for (let i = firstEndingAfter(mentions, span.start); i < mentions.length; i++) {
    const { start, end, form, entity } = mentions[i]!;
    if (start >= span.end) break;
    const known = entity === null ? undefined : view.entities.get(entity);
    if (known && form === 'name' && contains(span, { start, end }))
      names.push({ start, end, id: known.id, name: known.name });
  }
  return names;
}

/** The term of one word; undefined for a stop word. Ideographs have no ending to take off. */
const keyOf = (word: string): string | undefined =>
  /^[\p{Script=Han}\p{Script=Katakana}]/u.test(word) ? word : termsOf(word)[0];

const samples = new WeakMap<CorpusView, TermSpace>();

/** How many of the corpus's newest articles hold each term. */
function sampleOf(view: CorpusView): TermSpace {
  let space = samples.get(view);
  if (!space) {
    space = new TermSpace();
    for (const { article } of view.newest.slice(0, SAMPLE))
      space.add((article.text.match(WORDS) ?? []).flatMap((word) => keyOf(word) ?? []));
    samples.set(view, space);
  }
  return space;
}

/** The form used most; of two used as often the shorter. */
const mostUsed = (forms: ReadonlyMap<string, number>): string =>
  [...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0]![0];
