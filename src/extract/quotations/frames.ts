import type { Span } from '../../text/span';
import type { Document } from '../document';
import type { NameMention } from '../names';
import type { Quoted } from './marks';
import { type SpeechVerb, speechVerb } from './verbs';
import { ADVERB, PREPOSITION, wordClass } from './words';

/** A word, a mark, or a whole quotation taken as one. */
export interface Item extends Span {
  surface: string;
  lower: string;
  /** Function-word classes (words.ts). */
  classes: number;
  verb: SpeechVerb | undefined;
  /** Index of the quotation that the item is, or -1. */
  quote: number;
  /** The name that the item is part of. */
  name: NameMention | undefined;
  word: boolean;
  /** A quotation's last character: a comma where its sentence goes on. */
  last: string;
  capital: boolean;
}

/** A sentence whose quotations count as single items, so that a full stop inside one does not end it. */
export interface Frame extends Span {
  items: Item[];
  /** Line of the text. */
  line: number;
  /** True where nothing but white space stands before it on its line. */
  opensLine: boolean;
  /** The quotation that the frame is part of, or -1. */
  inside: number;
}

const TERMINAL = /[.!?…。！？]["'”’]?$/;
const SENTENCE_END = /^[.!?…。！？]$/;

/** The frames of a document: first those outside all quotations, then those inside each. Linear in the text. */
export function framesOf(doc: Document, names: readonly NameMention[], quotes: readonly Quoted[]): Frame[] {
  return new Framer(doc, names, quotes).frames();
}

class Framer {
  private readonly nameOf = new Map<number, NameMention>();
  private readonly out: Frame[] = [];

  constructor(
    private readonly doc: Document,
    names: readonly NameMention[],
    private readonly quotes: readonly Quoted[],
  ) {
    for (const name of names) for (let t = name.firstToken; t < name.endToken; t++) this.nameOf.set(t, name);
  }

  frames(): Frame[] {
    this.range(0, this.doc.tokens.length, 0, this.quotes.length, 0, -1);
    return this.out;
  }

  /** Frames of the tokens [token, end), in which the quotations [quote, endQuote) of this depth are single items. */
  private range(token: number, end: number, quote: number, endQuote: number, depth: number, inside: number) {
    const { tokens, sentences, sentenceOf, text } = this.doc;
    let items: Item[] = [];
    let line = -1;
    let opensLine = true;
    const close = () => {
      if (items.length)
        this.out.push({ items, line, opensLine, inside, start: items[0]!.start, end: items.at(-1)!.end });
      opensLine = false;
      items = [];
    };
    const nested: [number, number, number, number, number][] = [];
    let i = token;
    while (i < end) {
      const at = tokens[i]!;
      const block = sentences[sentenceOf[i]!]!.block;
      if (block !== line) {
        close();
        opensLine = true;
        line = block;
      }
      while (quote < endQuote && (this.quotes[quote]!.depth !== depth || this.quotes[quote]!.end <= at.start))
        quote++;
      const quoted = quote < endQuote ? this.quotes[quote]! : undefined;
      if (quoted && quoted.start <= at.start && at.start < quoted.end) {
        const index = quote;
        let first = i;
        while (first < end && tokens[first]!.start < quoted.content.start) first++;
        while (i < end && tokens[i]!.start < quoted.end) i++;
        let last = i;
        while (last > first && tokens[last - 1]!.start >= quoted.content.end) last--;
        while (quote < endQuote && this.quotes[quote]!.start < quoted.end) quote++;
        items.push(this.quoteItem(quoted, index));
        nested.push([first, last, index + 1, quote, index]);
        if (i < end && this.endsFrame(quoted, i, end)) close();
        continue;
      }
      items.push(this.wordItem(i));
      const ends = i + 1 === sentences[sentenceOf[i]!]!.endToken;
      i++;
      if (ends) {
        // a closing bracket or mark that the sentence left behind
        if (i < end && /^[)\]]$/.test(tokens[i]!.surface) && tokens[i]!.start === tokens[i - 1]!.end)
          continue;
        if (SENTENCE_END.test(text[tokens[i - 1]!.end - 1] ?? '') || /[)\]]/.test(tokens[i - 1]!.surface))
          close();
      }
    }
    close();
    for (const [first, last, from, to, index] of nested) {
      if (last - first > 4) this.range(first, last, from, to, depth + 1, index);
    }
  }

  private quoteItem(quoted: Quoted, index: number): Item {
    return {
      start: quoted.start,
      end: quoted.end,
      surface: '',
      lower: '',
      classes: 0,
      verb: undefined,
      quote: index,
      name: undefined,
      word: false,
      last: this.doc.text[quoted.content.end - 1] ?? '',
      capital: false,
    };
  }

  private wordItem(i: number): Item {
    const { surface, start, end, kind } = this.doc.tokens[i]!;
    const lower = surface.toLowerCase().replaceAll('’', "'");
    const word = kind !== 'punctuation';
    return {
      start,
      end,
      surface,
      lower,
      classes: /^(?:WHO|US|IT)$/.test(surface)
        ? 0
        : word || lower === '&' || lower.startsWith("'")
          ? wordClass(lower)
          : 0,
      verb: word ? speechVerb(lower) : undefined,
      quote: -1,
      name: this.nameOf.get(i),
      word,
      last: '',
      capital: /^\p{Lu}/u.test(surface),
    };
  }

  /** Whether a sentence ends with this quotation, `next` being the token behind it. */
  private endsFrame(quoted: Quoted, next: number, end: number): boolean {
    const { tokens, text } = this.doc;
    const content = text.slice(Math.max(quoted.content.start, quoted.content.end - 3), quoted.content.end);
    if (!TERMINAL.test(content)) return false;
    const follower = tokens[next]!;
    if (follower.kind === 'punctuation' && !/^[“"„«‘'「[(]/.test(follower.surface)) return false;
    if (/^\p{Ll}/u.test(follower.surface)) return false;
    // “Really?” Trump asked. — a new sentence unless a speaker and a bare verb of saying follow
    for (let i = next; i < Math.min(next + 8, end); i++) {
      const { surface, kind } = tokens[i]!;
      if (kind === 'punctuation' && surface !== '.') return true;
      const lower = surface.toLowerCase();
      if (i > next && speechVerb(lower)) {
        const after = tokens[i + 1]?.surface ?? '.';
        if (after === ',') return /^[“"„«‘'「]$/.test(tokens[i + 2]?.surface ?? '');
        return after !== '.' && (/\.["'”’]?$/.test(content) || !(wordClass(after) & (ADVERB | PREPOSITION)));
      }
    }
    return true;
  }
}
