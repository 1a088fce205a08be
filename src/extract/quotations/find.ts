import type { Span } from '../../text/span';
import type { Document } from '../document';
import type { NameMention } from '../names';
import { type Draft, draftsOf, isTitle } from './assemble';
import { type Attribution, attributionsOf } from './attributions';
import { type Frame, framesOf } from './frames';
import { pairQuotationMarks, type Quoted } from './marks';
import { speakerSpan } from './phrases';
import type { Quotation } from './quotation';
import { mainSubject } from './subject';

/** See findQuotations. */
export function attributeQuotations(doc: Document, names: readonly NameMention[]): Quotation[] {
  const quotes = pairQuotationMarks(doc.text, paragraphsOf(doc));
  const frames = framesOf(doc, names, quotes);
  const owned = new Set<number>();
  const drafts: Draft[] = [];
  /** The last quotation in marks whose speaker is known, and the one that a colon or comma at a line's end announces. */
  let direct: Draft | null = null;
  let announced: Attribution | null = null;
  frames.forEach((frame, index) => {
    const signature = signatureOf(frame, quotes, owned);
    if (signature) {
      drafts.push({ ...signature, frame: index, lastFrame: index });
      return;
    }
    const attributions = attributionsOf(frame);
    const found = draftsOf(doc.text, frame, index, attributions, quotes, owned);
    drafts.push(...found);
    const alone = quoteAlone(doc.text, frame, quotes);
    if (alone.length && !alone.some((quote) => owned.has(quote))) {
      const content = alone.map((quote) => quotes[quote]!.content);
      for (const quote of alone) owned.add(quote);
      const previous = direct && frames[direct.lastFrame];
      if (announced) {
        direct = {
          kind: 'direct',
          content,
          cue: announced.cue,
          speaker: announced.speaker,
          frame: index,
          lastFrame: index,
        };
        drafts.push(direct);
        announced = null;
      } else if (
        direct &&
        previous &&
        direct.lastFrame === index - 1 &&
        direct.kind === 'direct' &&
        goesOn(previous, frame, quotes)
      ) {
        direct.content.push(...content);
        direct.lastFrame = index;
      } else {
        const speaker = speakerBefore(frames, index, direct);
        direct = { kind: 'direct', content, cue: null, speaker, frame: index, lastFrame: index };
        drafts.push(direct);
      }
      return;
    }
    const opening = frame.items[0]!.quote;
    if (
      opening >= 0 &&
      !owned.has(opening) &&
      direct &&
      direct.lastFrame === index - 1 &&
      frames[index - 1]!.paragraph === frame.paragraph
    ) {
      // “It's tinkering,” said Lee. “It's a tax increase” for the rich.
      owned.add(opening);
      direct.content.push(quotes[opening]!.content);
      direct.lastFrame = index;
      return;
    }
    announced = attributions.find(({ sort }) => sort === 'next') ?? null;
    const spoken = found.filter(({ kind }) => kind !== 'indirect');
    if (spoken.length) direct = spoken.at(-1)!;
  });
  return drafts
    .map(({ kind, content, cue, speaker }) => ({ kind, content, cue, speaker }))
    .sort((a, b) => a.content[0]!.start - b.content[0]!.start);
}

/** “…” — Ann Lee: a quotation with nothing but a dash and its speaker's name behind it. */
function signatureOf({ items }: Frame, quotes: readonly Quoted[], owned: Set<number>): Quotation | null {
  const dash = items.findIndex(({ surface }) => /^[-–—―]$/.test(surface));
  if (dash < 1 || items.length - dash > 12) return null;
  const speaker = items.slice(dash + 1).filter(({ surface }) => !/^[-–—―.]$/.test(surface));
  if (
    !speaker.length ||
    !speaker[0]!.capital ||
    speaker.some(({ quote, verb, surface }) => quote >= 0 || verb || surface === '"')
  )
    return null;
  const content: Quotation['content'] = [];
  for (const { quote, word } of items.slice(0, dash)) {
    if (word || (quote >= 0 && owned.has(quote))) return null;
    if (quote >= 0) content.push(quotes[quote]!.content);
  }
  if (!content.length) return null;
  const comma = speaker.findIndex(({ surface }) => surface === ',');
  const last = speaker[comma > 0 ? comma - 1 : speaker.length - 1]!;
  for (const { quote } of items.slice(0, dash)) if (quote >= 0) owned.add(quote);
  return { kind: 'direct', content, cue: null, speaker: { start: speaker[0]!.start, end: last.end } };
}

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

/** The quotations of a frame that holds nothing else. */
function quoteAlone(text: string, frame: Frame, all: readonly Quoted[]): number[] {
  const quotes: number[] = [];
  for (const { quote, word } of frame.items) {
    if (quote >= 0) quotes.push(quote);
    else if (word) return [];
  }
  // a heading in marks is nobody's words
  if (frame.opens && quotes.length === 1 && isTitle(text, all[quotes[0]!]!)) return [];
  return quotes;
}

/** Whether the quotation of a frame continues the one of the frame before: in its paragraph, or because that was left open. */
function goesOn(previous: Frame, frame: Frame, quotes: readonly Quoted[]): boolean {
  if (previous.paragraph === frame.paragraph) return true;
  const last = previous.items.findLast(({ quote }) => quote >= 0);
  return last !== undefined && !quotes[last.quote]!.closed;
}

/** The speaker of a quotation that stands alone: the subject of the sentence before it in its paragraph, else the last speaker. */
function speakerBefore(frames: readonly Frame[], index: number, direct: Draft | null): Quotation['speaker'] {
  const before = frames[index - 1];
  if (before && before.paragraph === frames[index]!.paragraph) {
    const subject = mainSubject(before.items, 0, before.items.length);
    if (subject) return speakerSpan(before.items, subject);
  }
  return direct && direct.lastFrame === index - 1 ? direct.speaker : null;
}
