import { startsLower, startsUpper } from '../../text/letters';
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
export interface Frame {
  items: Item[];
  /** Number of the paragraph (the sentences' block) that it stands in. */
  paragraph: number;
  /** True for the first frame of its paragraph. */
  opens: boolean;
}

/** No frame is longer, so that what is quadratic in a frame stays linear in a text without full stops. */
const LONGEST = 200;
const TERMINAL = /[.!?…。！？]["'”’]?$/;

/** The frames of a document's text, what stands inside quotations left out. Linear in the text. */
export function framesOf(doc: Document, names: readonly NameMention[], quotes: readonly Quoted[]): Frame[] {
  return new Framer(doc, names, quotes).frames();
}

class Framer {
  private readonly nameOf = new Map<number, NameMention>();
  private readonly out: Frame[] = [];
  private items: Item[] = [];
  private paragraph = -1;
  private opens = true;

  constructor(
    private readonly doc: Document,
    names: readonly NameMention[],
    private readonly quotes: readonly Quoted[],
  ) {
    for (const name of names) for (let t = name.firstToken; t < name.endToken; t++) this.nameOf.set(t, name);
  }

  frames(): Frame[] {
    const { tokens, sentences, sentenceOf, datelines } = this.doc;
    let quote = 0;
    for (let i = 0; i < tokens.length; ) {
      const at = tokens[i]!;
      const { block } = sentences[sentenceOf[i]!]!;
      if (block !== this.paragraph) {
        this.close();
        this.opens = true;
        this.paragraph = block;
      }
      while (quote < this.quotes.length && this.quotes[quote]!.end <= at.start) quote++;
      const quoted = this.quotes[quote];
      if (quoted && quoted.start <= at.start) {
        while (i < tokens.length && tokens[i]!.start < quoted.end) i++;
        this.items.push(this.quoteItem(quoted, quote));
        if (i < tokens.length && this.endsFrame(quoted, i)) this.close();
        continue;
      }
      this.items.push(this.wordItem(i));
      i++;
      if (this.items.length >= LONGEST || (this.endsSentence(i) && !this.runsOn(i))) this.close();
      else if (datelines.has(sentenceOf[i - 1]!) && sentenceOf[i] !== sentenceOf[i - 1]) this.close();
    }
    this.close();
    return this.out;
  }

  private close(): void {
    if (this.items.length) {
      this.out.push({ items: this.items, paragraph: this.paragraph, opens: this.opens });
      this.opens = false;
      this.items = [];
    }
  }

  /** Whether the token before `next` ends its sentence with a full stop or the like. */
  private endsSentence(next: number): boolean {
    const { sentences, sentenceOf, tokens } = this.doc;
    const { surface } = tokens[next - 1]!;
    return next === sentences[sentenceOf[next - 1]!]!.endToken && /[.!?…。！？)\]]$/.test(surface);
  }

  /** A closing bracket that the sentence left behind. */
  private runsOn(next: number): boolean {
    const after = this.doc.tokens[next];
    return (
      after !== undefined && /^[)\]]$/.test(after.surface) && after.start === this.doc.tokens[next - 1]!.end
    );
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
      capital: startsUpper(surface),
    };
  }

  /** Whether a sentence ends with this quotation, `next` being the token behind it. */
  private endsFrame(quoted: Quoted, next: number): boolean {
    const { tokens, text } = this.doc;
    const content = text.slice(Math.max(quoted.content.start, quoted.content.end - 3), quoted.content.end);
    if (!TERMINAL.test(content)) return false;
    const follower = tokens[next]!;
    if (follower.kind === 'punctuation' && !/^[“"„«‘'「[(]/.test(follower.surface)) return false;
    if (startsLower(follower.surface)) return false;
    // “Really?” Trump asked. — a new sentence unless a speaker and a bare verb of saying follow
    for (let i = next; i < Math.min(next + 8, tokens.length); i++) {
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
