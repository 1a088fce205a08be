import { fold } from '../text/fold';
import type { Span } from '../text/span';
import { CJK_HONORIFIC, isAct, isOrdinary, TITLES } from './lexicon';
import { type Join, type Part, partAfter, partBefore } from './run';
import {
  isHeadline,
  isSpace,
  opensSentence,
  sideAfter,
  sideBefore,
  type Word,
  wordsAfter,
  wordsBefore,
} from './words';

/** What stands around an occurrence, as far as it tells whether it is a whole name, and of whom. */
export interface Context {
  /** The title or office directly before it, verbatim. */
  title: string | null;
  /** The longer name it is only a part of, verbatim ("Philip Glass", "Glass Onion"). */
  inside: string | null;
  /** How much of that longer name stands before it and after it, in UTF-16 units. */
  reach: { before: number; after: number };
  /** How the nearest words of that longer name are joined to it. */
  joins: { before: Join | null; after: Join | null };
  /** That longer name ends with it and has a name before it: another bearer of a family name. */
  rival: boolean;
  /** The verb of saying, meeting or acting beside it, verbatim. */
  act: string | null;
  /** The office told after it ("Glass, the new ambassador"; "グラス駐日大使"), verbatim. */
  office: string | null;
  /** First word of a sentence, where any word has a capital. */
  opens: boolean;
  /** In a line where most words have capitals; told only where it matters: of a part of a longer name, or a common word. */
  headline: boolean;
  /** In an address ("@", "/", ".com"). */
  address: boolean;
}

/** Words to each side that a longer name may have. */
const WORDS = 4;
const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const NOTHING = { before: 0, after: 0 };
const NO_JOIN = { before: null, after: null };

/** What is known of an occurrence beforehand. */
export interface Known {
  /** It may be a common word. */
  common: boolean;
  /** Between the full names before and after it, of which its own is no part. */
  between: Span;
}

/** Reads the surroundings of an occurrence; looks at most 72 units (a headline's line: 200) to each side. */
export function contextOf(
  text: string,
  { start, end }: Span,
  { common, between }: Known = { common: true, between: { start: 0, end: text.length } },
): Context {
  const before = sideBefore(text, start);
  const after = sideAfter(text, end);
  const surface = text.slice(start, end);
  if (CJK.test(surface)) return cjkContext(surface, before, after);
  let capitals: boolean | undefined;
  const headline = () => {
    capitals ??= isHeadline(text, { start, end });
    return capitals;
  };
  const previous = wordsBefore(before, WORDS);
  const next = wordsAfter(after, WORDS);
  const left = partBefore(previous, before, headline, start - between.start);
  const right = initialled(surface, after) ?? partAfter(next, after, headline, between.end - end);
  return {
    title: titleAmong(previous),
    inside: left || right ? `${left?.text ?? ''}${surface}${right?.text ?? ''}` : null,
    reach: left || right ? { before: left?.text.length ?? 0, after: right?.text.length ?? 0 } : NOTHING,
    joins: left || right ? { before: left?.join ?? null, after: right?.join ?? null } : NO_JOIN,
    rival: left?.join === 'word' && right === null && !isOrdinary(previous[0]!.folded),
    act: actBeside(previous, next),
    office: officeAfter(after),
    opens: opensSentence(before),
    headline: (left !== null || right !== null || common) && headline(),
    address: isAddress(before, after),
  };
}

/** "Robert C" of "Robert C. Byrd". */
function initialled(surface: string, after: string): Part | null {
  const [text] = (/\s\p{Lu}$/u.test(surface) && /^\.\s+\p{Lu}[\p{L}'’-]*/u.exec(after)) || [];
  return text === undefined ? null : { text, join: 'word' };
}

/** Whether what is written together with the occurrence, up to the next blank, is an address or a piece of code. */
function isAddress(before: string, after: string): boolean {
  const [head] = /\S*$/.exec(before)!;
  const [tail] = /^\S*/.exec(after)!;
  if (head === '' && tail === '') return false;
  if (/[@=]|:\/\//.test(head + tail) || /[\\_]$|\w\.\w/.test(head) || /^(?:\.[a-z]{2,}\b|_)/.test(tail))
    return true;
  // "Obama/Glass" are two names
  return (head.endsWith('/') && !NAME_AND.test(head)) || /^\/(?!\p{Lu})\w/u.test(tail);
}

const NAME_AND = /^[("“'‘[]*\p{Lu}[\p{L}'’-]*\/$/u;

/** The title or office that stands directly before a place in a text, verbatim, by the words before it. */
function titleAmong([word, second]: readonly Word[]): string | null {
  if (!word || !/^\s+$/.test(word.gap) || !TITLES.has(word.folded.replace(/\.$/, ''))) return null;
  return second && /^(?:\s+|-)$/.test(second.gap) && TITLES.has(second.folded)
    ? `${second.text}${second.gap}${word.text}`
    : word.text;
}

function actBeside([before]: readonly Word[], [after, second]: readonly Word[]): string | null {
  if (after && isSpace(after.gap) && isAct(after.folded)) return after.text;
  if (
    after &&
    second &&
    isSpace(after.gap) &&
    /ly$|^(?:also|then|later|has|had)$/.test(after.folded) &&
    isAct(second.folded)
  )
    return second.text;
  return before && isSpace(before.gap) && /^(?:said|says|told|asked|met|added)$/.test(before.folded)
    ? before.text
    : null;
}

function officeAfter(after: string): string | null {
  const apposition = /^,\s+([^,.;:!?]{3,60})/.exec(after)?.[1];
  const words = apposition?.split(/\s+/).slice(0, 6) ?? [];
  const at = words.findIndex((word) => TITLES.has(fold(word)));
  return at < 0 ? null : words.slice(0, at + 1).join(' ');
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
    reach: NOTHING,
    joins: NO_JOIN,
    rival: false,
    act: null,
    office,
    opens: false,
    headline: false,
    address: false,
  };
}
