import { fold, UNIT_CLASSES, UnitClass } from '../text/fold';
import type { Span } from '../text/span';
import { ACTS, CJK_HONORIFIC, DAYS_AND_MONTHS, isOrdinary, OPENERS, TITLES } from './lexicon';

/** What stands around an occurrence, as far as it tells whether it is a whole name, and of whom. */
export interface Context {
  /** The title or office directly before it, verbatim. */
  title: string | null;
  /** The longer name it is only a part of, verbatim ("Philip Glass", "Glass Onion"). */
  inside: string | null;
  /** The words of that longer name that are not the surface's, folded. */
  insideWords: string[];
  /** True where that longer name ends with it: another bearer of a family name. */
  rival: boolean;
  /** The verb of saying, meeting or acting beside it, verbatim. */
  act: string | null;
  /** The office told after it ("Glass, the new ambassador"; "グラス駐日大使"), verbatim. */
  office: string | null;
  /** First word of a sentence, where any word has a capital. */
  opens: boolean;
  /** In a line where most words have capitals. */
  headline: boolean;
  /** In an address ("@", "/", ".com"). */
  address: boolean;
}

interface Word {
  text: string;
  folded: string;
  /** What lies between the word and what it was reached from. */
  gap: string;
}

const REACH = 72;
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.]*/u;
const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const capital = (word: string) => /^\p{Lu}/u.test(word);

/** Reads the surroundings of an occurrence; looks at most 72 units (a headline's line: 200) to each side. */
export function contextOf(text: string, { start, end }: Span): Context {
  const before = sideBefore(text, start);
  const after = sideAfter(text, end);
  const surface = text.slice(start, end);
  if (CJK.test(surface)) return cjkContext(surface, before, after);
  const previous = wordsBefore(before, 3);
  const next = wordsAfter(after, 3);
  const opens = opensSentence(before);
  const headline = isHeadline(text, start, end);
  const left = leftPart(previous, before, headline);
  const right = rightPart(surface, after, next, headline);
  return {
    title: titleAmong(previous),
    inside: left || right ? `${left ?? ''}${surface}${right ?? ''}` : null,
    insideWords: wordsOf(`${left ?? ''} ${right ?? ''}`),
    rival: Boolean(left) && !right && !/[-‐–&]\s*$|\bof\b|\bthe\b/i.test(left!),
    act: actBeside(previous, next),
    office: officeAfter(after),
    opens,
    headline,
    address: /[@/\\_]$/.test(before) || /^(?:\.[a-z]{2,}\b|@|\/\w|_)/.test(after),
  };
}

function sideBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < REACH && UNIT_CLASSES[text.charCodeAt(from - 1)] !== UnitClass.barrier)
    from--;
  return text.slice(from, start);
}

function sideAfter(text: string, end: number): string {
  let to = end;
  while (to < text.length && to - end < REACH && UNIT_CLASSES[text.charCodeAt(to)] !== UnitClass.barrier)
    to++;
  return text.slice(end, to);
}

const isLetter = (side: string, at: number) => UNIT_CLASSES[side.charCodeAt(at)] === UnitClass.letter;
const isInner = (side: string, at: number) => /['’.]/.test(side[at]!) && at > 0 && isLetter(side, at - 1);

/** The last words of a side, the nearest first. */
function wordsBefore(side: string, count: number): Word[] {
  const words: Word[] = [];
  let at = side.length;
  while (words.length < count) {
    const gapEnd = at;
    while (at > 0 && !isLetter(side, at - 1)) at--;
    if (at === 0) break;
    let gap = side.slice(at, gapEnd);
    const end = at;
    while (at > 0 && (isLetter(side, at - 1) || isInner(side, at - 1))) at--;
    let text = side.slice(at, end);
    const folded = fold(text);
    // a full stop belongs to an initial or an abbreviated title; after any other word it ends the sentence
    if (gap.startsWith('.') && (folded.length === 1 || folded.includes('.') || TITLES.has(folded))) {
      text += '.';
      gap = gap.slice(1);
    }
    words.push({ text, folded, gap });
  }
  return words;
}

function wordsAfter(side: string, count: number): Word[] {
  const words: Word[] = [];
  let rest = side;
  while (words.length < count) {
    const match = WORD.exec(rest);
    if (!match) break;
    const text = match[0].replace(/['’.]+$/, '');
    words.push({ text, folded: fold(text), gap: rest.slice(0, match.index) });
    rest = rest.slice(match.index + text.length);
  }
  return words;
}

/** Whether a sentence or line begins here, quotation marks and brackets left aside. */
function opensSentence(before: string): boolean {
  const rest = before.replace(/["'“”‘’«»([\s•·*>|–—-]+$/u, '');
  if (rest === '') return before.length < REACH;
  return (
    /[.!?:;。！？]$/.test(rest) &&
    !/(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Prof|Rev|\p{Lu})\.$/u.test(rest)
  );
}

const isSpace = (gap: string) => /^[\s\u00ad\u200b]+$/.test(gap);
const isHyphen = (gap: string) => /^[-‐‑]$/.test(gap);

/** The part of a longer name before the surface, verbatim with its gap; null if the surface begins its name. */
function leftPart(previous: readonly Word[], before: string, headline: boolean): string | null {
  const [word, second, third] = previous;
  if (!word) return null;
  if (/^\s*&\s*$/.test(word.gap) && capital(word.text)) return word.text + word.gap;
  if (isHyphen(word.gap)) return capital(word.text) && word.text.length > 1 ? word.text + word.gap : null;
  if (!isSpace(word.gap) || /['’]s$/.test(word.text)) return null;
  if (
    /^(?:of|de|von|van|al|bin|del|della|du|da)$/.test(word.folded) ||
    (word.folded === 'the' && second?.folded === 'of')
  ) {
    const head = word.folded === 'the' ? third : second;
    const middle = word.folded === 'the' ? `${second!.text}${word.gap}` : '';
    if (head && capital(head.text) && isSpace(head.gap === '' ? ' ' : head.gap) && !isOffice(head, before))
      return `${head.text}${head.gap}${middle}${word.text}${word.gap}`;
    return null;
  }
  if (!capital(word.text) || TITLES.has(word.folded)) return null;
  const openingWord = opensSentence(before.slice(0, before.length - word.text.length - word.gap.length));
  if (OPENERS.has(word.folded)) return null;
  if ((openingWord || headline) && isOrdinary(word.folded)) return null;
  if (DAYS_AND_MONTHS.has(word.folded) && word.folded !== 'may') return null;
  // "Raj K. Chohan": an initial alone does not tell whose name it is
  const given = second && capital(second.text) && isSpace(second.gap) && !TITLES.has(second.folded);
  const initial = given && /^\p{Lu}\.?$/u.test(word.text) && !OPENERS.has(second.folded);
  return initial ? second.text + second.gap + word.text + word.gap : word.text + word.gap;
}

/** "Prime Minister of Japan", not "Duke of Wellington": an office whose place is a name of its own. */
function isOffice(head: Word, before: string): boolean {
  if (
    OPENERS.has(head.folded) ||
    /^(?:duke|earl|count|prince|princess|king|queen|bishop|archbishop|lord)$/.test(head.folded)
  )
    return OPENERS.has(head.folded);
  return (
    TITLES.has(head.folded) ||
    (opensSentence(before.slice(0, before.lastIndexOf(head.text))) && isOrdinary(head.folded))
  );
}

/** The part of a longer name after the surface, verbatim with its gap; null if the surface ends its name. */
function rightPart(surface: string, after: string, next: readonly Word[], headline: boolean): string | null {
  const [word, second] = next;
  if (!word || /^['’]s?(?![\p{L}\p{N}])/u.test(after)) return null;
  if (/^\s*&\s*$/.test(word.gap) && capital(word.text)) return word.gap + word.text;
  if (isHyphen(word.gap)) return capital(word.text) && word.text.length > 1 ? word.gap + word.text : null;
  if (!isSpace(word.gap)) return null;
  if (word.folded === 'of' && second && capital(second.text) && !/\s/.test(surface) && !headline)
    return `${word.gap}of ${second.text}`;
  if (!capital(word.text)) return null;
  if (TITLES.has(word.folded) && (second === undefined || capital(second.text) || !isSpace(second.gap)))
    return null;
  if (DAYS_AND_MONTHS.has(word.folded) || OPENERS.has(word.folded)) return null;
  // "Microsoft Corp.": the form of a company, still its own name
  if (/^(?:inc|corp|corporation|ltd|plc|llc|co|ag|gmbh)$/.test(word.folded)) return null;
  if (headline && isOrdinary(word.folded)) return null;
  return word.gap + word.text;
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The title or office that stands directly before a place in a text, verbatim. */
export const titleBefore = (text: string, start: number): string | null =>
  titleAmong(wordsBefore(sideBefore(text, start), 2));

function titleAmong([word, second]: readonly Word[]): string | null {
  if (!word || !/^\.?\s+$/.test(word.gap) || !TITLES.has(word.folded)) return null;
  return second && isSpace(second.gap) && TITLES.has(second.folded)
    ? `${second.text}${second.gap}${word.text}`
    : word.text;
}

function actBeside([before]: readonly Word[], [after, second]: readonly Word[]): string | null {
  if (after && isSpace(after.gap) && ACTS.has(after.folded)) return after.text;
  if (
    after &&
    second &&
    isSpace(after.gap) &&
    /ly$|^(?:also|then|later|has|had)$/.test(after.folded) &&
    ACTS.has(second.folded)
  )
    return second.text;
  if (before && isSpace(before.gap) && /^(?:said|says|told|asked|met|added|to|with|by)$/.test(before.folded))
    return /^(?:to|with|by)$/.test(before.folded) ? null : before.text;
  return null;
}

function officeAfter(after: string): string | null {
  const apposition = /^,\s+([^,.;:!?]{3,60})/.exec(after)?.[1];
  const words = apposition?.split(/\s+/).slice(0, 6) ?? [];
  const at = words.findIndex((word) => TITLES.has(fold(word)));
  return at < 0 ? null : words.slice(0, at + 1).join(' ');
}

/** Most words of four letters or more have capitals in the line (at most 200 units of it are looked at). */
function isHeadline(text: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  while (from > 0 && start - from < 100 && UNIT_CLASSES[text.charCodeAt(from - 1)] !== UnitClass.barrier)
    from--;
  while (to < text.length && to - end < 100 && UNIT_CLASSES[text.charCodeAt(to)] !== UnitClass.barrier) to++;
  const words = `${text.slice(from, start)} ${text.slice(end, to)}`.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.filter(capital).length >= 0.75 * words.length;
}

function cjkContext(surface: string, before: string, after: string): Context {
  const office = CJK_HONORIFIC.exec(after)?.[0] ?? null;
  const han = /^\p{Script=Han}/u;
  const inside =
    !office && /\p{Script=Han}$/u.test(surface) && (han.test(after) || /\p{Script=Han}$/u.test(before))
      ? `${/\p{Script=Han}$/u.exec(before)?.[0] ?? ''}${surface}${han.exec(after)?.[0] ?? ''}`
      : null;
  return {
    title: null,
    inside,
    insideWords: [],
    rival: false,
    act: null,
    office,
    opens: false,
    headline: false,
    address: false,
  };
}
