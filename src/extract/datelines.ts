import type { Sentence } from '../text/sentences';
import type { Span } from '../text/span';
import type { Token } from '../text/tokens';
import { dayNumber, dayValue, isDay, parseDay } from './dates/calendar';
import { DAY_OF_MONTH, MONTH, monthOf, WEEKDAY, YEAR } from './dates/words';
import type { Day } from './types';

/** The sentences with their datelines cut off, and which of them are datelines and nothing else. */
export interface Headed {
  sentences: Sentence[];
  datelines: Set<number>;
  /** The day that the datelines state in full, or null. */
  stated: Day | null;
}

const DATE = `(?:${WEEKDAY},? )?(?:${MONTH} ${DAY_OF_MONTH}(?:,? ?${YEAR})?|${DAY_OF_MONTH} ${MONTH}(?:,? ${YEAR})?|${YEAR}-\\d\\d-\\d\\d)(?!\\d)`;
const CLOCK = '(?:,? (?:at )?\\d{1,2}[:.]\\d\\d ?(?:[AaPp]\\.?[Mm]\\.?)?(?: ?\\(?[A-Z]{2,5}\\)?)?)?';
const AGENCIES =
  '(?:IANS|Reuters|REUTERS|AP|AFP|ANI|PTI|UPI|Xinhua|Kyodo(?: News)?|Yonhap|TASS|MENAFN|dpa|DPA|EFE|ANSA|Bloomberg|CNN|BBC|Jiji(?: Press)?|Interfax|BERNAMA|Bernama|ANTARA|CNA|KUNA|WAM|SPA|NNN|RTT|VOA|RFE/RL|NHK|Anadolu|AA|PRNewswire|PR Newswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|The Conversation|Associated Press)';
const BRACKETED = `\\((?:${AGENCIES}[^()\\n]{0,30}|[A-Z][A-Z./ &-]{1,24})\\)`;
const WORD = "\\p{Lu}[\\p{L}.'’-]{0,24}";
const PLACE = `${WORD}(?: ${WORD}){0,2}(?:, ?${WORD}(?: ${WORD}){0,2}){0,2}`;
const DASH = ' ?(?:[-–—_]|--| - )(?= )';

/** What a dateline begins with, each with what makes sure that it is one. In the order in which they are tried. */
const FORMS = [
  // "date 2025-04-22 MENAFN - IANS)", "(MENAFN- IANS)", "Updated: April 22, 2025 10:30 IST |"
  `(?:date |[Uu]pdated:? (?:on )?|[Pp]ublished:? (?:on )?|[Pp]osted:? (?:on )?)(?:${DATE})${CLOCK}(?: ${AGENCIES}(?: ?[-–/] ?${AGENCIES})?\\)?)?(?: ?[|,:–—-](?= ))?`,
  `\\(?${AGENCIES} ?[-–/] ?(?:${AGENCIES}|[A-Z][\\w ]{2,30})\\)(?: ?[-–—](?= ))?`,
  // "Tokyo, April 22 (IANS)", "WASHINGTON, April 22, 2025 (Reuters) —"
  `${PLACE},? ${DATE},?\\.? ?(?:${BRACKETED}(?:${DASH}|:)?|${DASH}|:(?= ))`,
  // "TOKYO (Reuters) -", "Tokyo (AFP) –"
  `${PLACE},? ?\\(${AGENCIES}[^()\\n]{0,30}\\)(?:${DASH}|:)?`,
  `\\(${AGENCIES}\\)(?:${DASH}|:)?`,
  // "TOKYO —", "NEWARK, N.J. _", "Evansville, Indiana, United States -"
  `\\p{Lu}[\\p{Lu}.'’-]{2,24}(?: [\\p{Lu}.'’-]{2,24}){0,2}(?:, ?${WORD}(?: ${WORD}){0,2}){0,2} (?:[-–—_]|--)(?= )`,
  `${WORD}(?: ${WORD}){0,2}(?:, ?${WORD}(?: ${WORD}){0,2}){1,2} (?:[-–—_]|--)(?= )`,
  // "Thursday, May 7, 2015" before anything but the rest of a sentence
  `(?:${WEEKDAY},? )?(?:${MONTH} ${DAY_OF_MONTH},? ${YEAR}|${DAY_OF_MONTH} ${MONTH},? ${YEAR}|${YEAR}-\\d\\d-\\d\\d)${CLOCK}(?! ?[,;)\\d])(?: ?[-–—:|](?= ))?`,
].map((source) => new RegExp(source, 'uy'));

const QUICK = /^[\s(\d]|^\p{Lu}|^date /u;
const BEGINS = /[\p{Lu}\p{Lo}"“‘«'(\d]/u;
/** The article's own date stands in one of its first blocks. */
const HEAD = 8;
/** A dateline is short. */
const LONGEST = 220;

/** Where the text of the block begins that starts at `start`: behind its dateline, or at `start` itself. */
function endOfDateline(text: string, start: number, end: number): number {
  const head = text.slice(start, Math.min(end, start + LONGEST));
  if (!QUICK.test(head)) return start;
  let at = 0;
  for (let round = 0; round < 4; round++) {
    const before = at;
    for (const form of FORMS) {
      form.lastIndex = at;
      if (!form.test(head)) continue;
      at = form.lastIndex;
      while (head[at] === ' ' || head[at] === '\u00a0') at++;
      break;
    }
    if (at === before) break;
  }
  if (at === 0) return start;
  const whole = start + at >= end;
  return whole || BEGINS.test(head[at] ?? '') ? start + at : start;
}

/**
 * Cuts the dateline off the first sentence of each block, as a sentence of its own: "Tokyo, April 22 (IANS) George
 * Glass …" are two. Agencies' forms after the AP and Reuters style books.
 */
export function cutDatelines(text: string, tokens: readonly Token[], sentences: readonly Sentence[]): Headed {
  const kept: Sentence[] = [];
  const datelines = new Set<number>();
  const heads: Span[] = [];
  let cut = 0;
  for (const [i, sentence] of sentences.entries()) {
    if (i === 0 || sentences[i - 1]!.block !== sentence.block) {
      let last = i;
      while (sentences[last + 1]?.block === sentence.block && last - i < 6) last++;
      cut = endOfDateline(text, sentence.start, sentences[last]!.end);
      if (cut > sentence.start && sentence.block < HEAD) heads.push({ start: sentence.start, end: cut });
    }
    if (cut >= sentence.end) {
      datelines.add(kept.length);
      kept.push(sentence);
    } else if (cut > sentence.start) {
      let middle = sentence.firstToken;
      while (tokens[middle]!.start < cut) middle++;
      if (middle > sentence.firstToken) {
        datelines.add(kept.length);
        kept.push({ ...sentence, end: tokens[middle - 1]!.end, endToken: middle });
      }
      kept.push({ ...sentence, start: tokens[middle]!.start, firstToken: middle });
    } else kept.push(sentence);
  }
  return {
    sentences: kept,
    datelines,
    stated: statedDay(heads.map((head) => text.slice(head.start, head.end))),
  };
}

const ISO = /\b\d{4}-\d\d-\d\d\b/;
const MONTH_FIRST = new RegExp(`(${MONTH}) (${DAY_OF_MONTH})(?:,? ?(${YEAR}))?`, 'u');
const DAY_FIRST = new RegExp(`\\b(${DAY_OF_MONTH}) (${MONTH})(?:,? (${YEAR}))?`, 'u');

/** The first day told in full by the datelines; their month and day count with a year told by another of the first three. */
function statedDay(heads: readonly string[]): Day | null {
  for (const head of heads.slice(0, 3)) {
    const iso = ISO.exec(head);
    if (iso && parseDay(iso[0]) !== null) return iso[0];
    const monthFirst = MONTH_FIRST.exec(head);
    const dayFirst = monthFirst ? null : DAY_FIRST.exec(head);
    const [month, day, year] = monthFirst
      ? [monthFirst[1]!, monthFirst[2]!, monthFirst[3]]
      : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
    if (!month || !day || !year) continue;
    const [y, m, d] = [Number(year), monthOf(month), Number.parseInt(day, 10)];
    if (isDay(y, m, d)) return dayValue(dayNumber(y, m, d));
  }
  return null;
}
