import type { Span } from '../../text/span';
import type { Frame, Item } from './frames';
import type { Quoted } from './marks';
import type { Quotation } from './quotation';

const CAPITALS = /^\p{Lu}[\p{Lu}'’.-]+$/u;
const LOWER_WORD = /^\p{Ll}{2}/u;

const DASH = /^[-–—―]$/;

/** “…” — Ann Lee: a quotation with nothing but a dash and its speaker's name behind it. */
export function signatureOf(
  { items }: Frame,
  quotes: readonly Quoted[],
  owned: Set<number>,
): Quotation | null {
  const dash = items.findIndex(({ surface }) => DASH.test(surface));
  if (dash < 1 || items.length - dash > 12) return null;
  const speaker = items.slice(dash + 1).filter(({ surface }) => !DASH.test(surface) && surface !== '.');
  if (!speaker.length || !speaker[0]!.capital || speaker.some(({ quote, verb }) => quote >= 0 || verb))
    return null;
  const content: Span[] = [];
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

/** What reports in a headline: "Poll: Most want the pier". */
const REPORTS = /^(?:poll|report|study|survey|analysis|opinion|sources?)$/;

/** A headline "Lee: The pier is old" or a transcript's line "LEE: The pier is old.", to its paragraph's end. */
export function speakerLine(frames: readonly Frame[], index: number): Quotation | null {
  const frame = frames[index]!;
  if (!frame.opens) return null;
  const { items } = frame;
  const colon = items.findIndex(({ surface }) => surface === ':');
  if (colon < 1 || colon > 5 || items.length - colon < 4 || items[colon + 1]!.quote >= 0) return null;
  const speaker = items.slice(0, colon);
  const transcript = speaker.every((item) => isUpper(item) || item.surface === '.');
  const headline =
    frame.paragraph === frames[0]!.paragraph &&
    ((speaker.length === 1 && REPORTS.test(speaker[0]!.lower)) ||
      speaker.every(
        ({ name }) => name !== undefined && (name.kind === 'person' || name.kind === 'organisation'),
      ));
  if (!headline && !(transcript && isPlainText(items.slice(colon + 1)))) return null;
  let end = items.at(-1)!.end;
  if (transcript && !headline)
    for (let i = index + 1; frames[i]?.paragraph === frame.paragraph; i++) end = frames[i]!.items.at(-1)!.end;
  return {
    kind: 'direct',
    content: [{ start: items[colon + 1]!.start, end }],
    cue: { start: items[colon]!.start, end: items[colon]!.end },
    speaker: { start: speaker[0]!.start, end: speaker.at(-1)!.end },
  };
}

const isUpper = ({ surface }: Item) => CAPITALS.test(surface);

/** In ordinary case, so that not everything in capitals is a transcript. */
const isPlainText = (items: readonly Item[]) => items.some(({ surface }) => LOWER_WORD.test(surface));
