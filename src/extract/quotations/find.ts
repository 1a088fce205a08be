import type { Span } from '../../text/span';
import type { Document } from '../document';
import type { NameMention } from '../names';
import { draftsOf, isTitle } from './assemble';
import { type Attribution, attributionsOf } from './attributions';
import { type Frame, framesOf } from './frames';
import { pairQuotationMarks, type Quoted } from './marks';
import { speakerSpan } from './phrases';
import type { Quotation } from './quotation';
import { signatureOf, speakerLine } from './signatures';
import { mainSubject } from './subject';
import { SAY, TELL } from './verbs';

/** See findQuotations. */
export function attributeQuotations(doc: Document, names: readonly NameMention[]): Quotation[] {
  const quotes = pairQuotationMarks(doc.text, paragraphsOf(doc));
  return new Finder(doc.text, quotes, framesOf(doc, names, quotes)).quotations();
}

/** A quotation in marks that the next frame may continue. */
interface Last {
  quotation: Quotation;
  frame: number;
}

class Finder {
  private readonly found: Quotation[] = [];
  /** Quotations in marks that have a speaker. */
  private readonly owned = new Set<number>();
  private last: Last | null = null;
  /** What a colon or comma at a paragraph's end announces. */
  private announced: Attribution | null = null;
  /** The attributions of the frame before. */
  private before: readonly Attribution[] = [];

  constructor(
    private readonly text: string,
    private readonly quotes: readonly Quoted[],
    private readonly frames: readonly Frame[],
  ) {}

  quotations(): Quotation[] {
    this.frames.forEach((frame, index) => {
      this.read(frame, index);
    });
    return this.found.sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  }

  private read(frame: Frame, index: number): void {
    const spoken = signatureOf(frame, this.quotes, this.owned) ?? speakerLine(this.frames, index);
    if (spoken) {
      this.found.push(spoken);
      this.announced = null;
      this.before = [];
      return;
    }
    const alone = this.quotesAlone(frame);
    if (alone.length) {
      this.readAlone(alone, index);
      this.before = [];
      return;
    }
    const attributions = attributionsOf(frame);
    const found = draftsOf(this.text, frame, attributions, this.quotes, this.owned);
    const opening = frame.items[0]!.quote;
    const continued = this.last && this.last.frame === index - 1 ? this.last.quotation : null;
    if (opening >= 0 && continued) {
      const cued = found.find(({ content }) => content[0]!.start === this.quotes[opening]!.content.start);
      if (cued && this.leftOpen(index - 1)) {
        // “One is long. / “Two is longer,” Diaz said.
        cued.content.unshift(...continued.content);
        this.found.splice(this.found.lastIndexOf(continued), 1);
      } else if (!cued && !this.owned.has(opening) && !frame.opens) {
        // “It's tinkering,” said Lee. “It's a tax increase” for the rich.
        this.owned.add(opening);
        continued.content.push(this.quotes[opening]!.content);
        this.last = { quotation: continued, frame: index };
        return;
      }
    }
    this.found.push(...found);
    this.before = attributions;
    this.announced = attributions.find(({ sort }) => sort === 'next') ?? null;
    const marked = found.filter(({ kind }) => kind !== 'indirect');
    if (marked.length) this.last = { quotation: marked.at(-1)!, frame: index };
  }

  /** A frame of nothing but quotations: what was announced, what goes on, or somebody's words without a cue. */
  private readAlone(alone: readonly number[], index: number): void {
    const content = alone.map((quote) => this.quotes[quote]!.content);
    for (const quote of alone) this.owned.add(quote);
    const last = this.last && this.last.frame === index - 1 ? this.last.quotation : null;
    if (last?.kind === 'direct' && !this.announced && this.goesOn(index)) {
      last.content.push(...content);
      this.last = { quotation: last, frame: index };
      return;
    }
    const { cue, speaker } = this.announced ?? { cue: null, speaker: this.speakerBefore(index) };
    this.announced = null;
    const quotation: Quotation = { kind: 'direct', content, cue, speaker };
    this.found.push(quotation);
    this.last = { quotation, frame: index };
  }

  /** The quotations of a frame that holds nothing else. */
  private quotesAlone({ items, opens }: Frame): number[] {
    const alone: number[] = [];
    for (const { quote, word } of items) {
      if (quote >= 0) alone.push(quote);
      else if (word) return [];
    }
    // a heading in marks is nobody's words
    return opens && alone.length === 1 && isTitle(this.text, this.quotes[alone[0]!]!) ? [] : alone;
  }

  /** Whether the quotation of a frame continues the one before: in its paragraph, or because that was left open. */
  private goesOn(index: number): boolean {
    return !this.frames[index]!.opens || this.leftOpen(index - 1);
  }

  private leftOpen(index: number): boolean {
    const last = this.frames[index]!.items.findLast(({ quote }) => quote >= 0);
    return last !== undefined && !this.quotes[last.quote]!.closed;
  }

  /** The speaker of a quotation that stands alone: the one of the sentence before it, or its subject; else the last speaker. */
  private speakerBefore(index: number): Span | null {
    const before = this.frames[index - 1];
    if (before && !this.frames[index]!.opens) {
      const speech = this.before.filter(({ takes, speaker }) => speaker && takes & (SAY | TELL));
      const reported = speech.find(({ sort }) => sort === 'before') ?? speech[0];
      if (reported) return reported.speaker;
      const subject = mainSubject(before.items, 0, before.items.length);
      if (subject) return speakerSpan(before.items, subject);
    }
    return this.last && this.last.frame === index - 1 ? this.last.quotation.speaker : null;
  }
}

/** The paragraphs of a document: its sentences' blocks. */
function paragraphsOf({ sentences }: Document): Span[] {
  const paragraphs: Span[] = [];
  let block = -1;
  for (const sentence of sentences) {
    if (sentence.block === block) paragraphs.at(-1)!.end = sentence.end;
    else paragraphs.push({ start: sentence.start, end: sentence.end });
    block = sentence.block;
  }
  return paragraphs;
}
