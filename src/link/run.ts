import { startsLower, startsUpper } from '../text/letters';
import { DAYS_AND_MONTHS, INSTITUTIONS, isNameEnd, isOrdinary, OPENERS, TITLES } from './lexicon';
import { isSpace, lengthOf, opensSentence, type Word } from './words';

/** How the nearest word of a longer name is joined to the occurrence. */
export type Join =
  /** Side by side ("Philip Glass", "Glass Onion"). */
  | 'word'
  /** By "of" or its like in another language ("University of California"). */
  | 'of'
  /** By a hyphen, an ampersand or another mark ("Glass & Sons", "A-League", "Google+"). */
  | 'mark';

/** What stands on one side of an occurrence as a part of the same longer name. */
export interface Part {
  /** Verbatim, with the gaps up to the occurrence. */
  text: string;
  join: Join;
}

interface Step {
  /** How many words further out are taken. */
  words: number;
  join: Join;
}

const isHyphen = (gap: string) => /^[-‐‑]$/.test(gap);
const isAmpersand = (gap: string) => /^\s*[&＆]\s*$/.test(gap);
const hasCapital = (word: string) => /\p{Lu}/u.test(word);

/** Words in lower case that are within names of people and places. */
const PARTICLE = /^(?:de|la|von|van|der|den|al|el|bin|ibn|del|della|du|da|di|dos|am|upon|sur)$/;
/** "Microsoft Corp.", "Arthur Hughes Jr.": what follows is still its own name. */
const OWN_SUFFIX = /^(?:inc|corp|corporation|ltd|plc|llc|co|ag|gmbh|jr|sr)\.?$/;
const INITIAL = /^\p{Lu}\.$/u;
const NOBLE = /^(?:duke|earl|count|prince|princess|king|queen|bishop|archbishop|lord)$/;

/**
 * The part of a longer name before an occurrence, read outwards from it while words look like one name; null if the
 * occurrence begins its name. `before` is the text before, `words` its last words, the nearest first; no more than `room`
 * units of it may belong to the name.
 */
export function partBefore(
  words: readonly Word[],
  before: string,
  headline: () => boolean,
  room = before.length,
): Part | null {
  let [at, length] = [0, 0];
  let join: Join | null = null;
  while (at < words.length) {
    const step = stepBefore(words, at, before.slice(0, before.length - length), headline);
    const more = step && lengthOf(words.slice(at, at + step.words));
    if (!step || length + more! > room) break;
    length += more!;
    at += step.words;
    join ??= step.join;
  }
  return join && { text: before.slice(before.length - length), join };
}

function stepBefore(
  words: readonly Word[],
  at: number,
  before: string,
  headline: () => boolean,
): Step | null {
  const [word, second, third, fourth] = words.slice(at, at + 4) as [Word, Word?, Word?, Word?];
  if (isAmpersand(word.gap)) return startsUpper(word.text) ? { words: 1, join: 'mark' } : null;
  if (isHyphen(word.gap)) return hasCapital(word.text) ? { words: 1, join: 'mark' } : null;
  // "D'Amato"
  if (/^['’]$/.test(word.gap)) return startsUpper(word.text) ? { words: 1, join: 'mark' } : null;
  if (!isSpace(word.gap) || /['’]s$/.test(word.text)) return null;
  const ofThe = word.folded === 'the' && second?.folded === 'of';
  if (ofThe || word.folded === 'of' || PARTICLE.test(word.text)) {
    const head = ofThe ? third : second;
    if (!head || !startsUpper(head.text) || !isSpace(head.gap) || isOffice(head, before)) return null;
    const of = ofThe || word.folded === 'of';
    if (of && isSomebody(head, ofThe ? fourth : third)) return null;
    return { words: ofThe ? 3 : 2, join: of ? 'of' : 'word' };
  }
  if (INITIAL.test(word.text)) return { words: 1, join: 'word' };
  if (!startsUpper(word.text) || TITLES.has(word.folded) || OPENERS.has(word.folded)) return null;
  if (DAYS_AND_MONTHS.has(word.folded) && word.folded !== 'may') return null;
  const excused = () => opensSentence(before.slice(0, before.length - lengthOf([word]))) || headline();
  return isOrdinary(word.folded) && excused() ? null : { words: 1, join: 'word' };
}

/** "Michael Silverman of the Herald": two words of which neither is an ordinary one are a person, no institution. */
const isSomebody = (head: Word, given: Word | undefined): boolean =>
  given !== undefined &&
  startsUpper(given.text) &&
  isSpace(given.gap) &&
  !/['’]s?$/.test(given.text) &&
  !INSTITUTIONS.has(head.folded) &&
  !isOrdinary(head.folded) &&
  !isOrdinary(given.folded);

/** "Prime Minister of Japan", not "Duke of Wellington": an office whose place is a name of its own. */
function isOffice(head: Word, before: string): boolean {
  if (OPENERS.has(head.folded)) return true;
  if (NOBLE.test(head.folded)) return false;
  return (
    TITLES.has(head.folded) ||
    (isOrdinary(head.folded) &&
      !INSTITUTIONS.has(head.folded) &&
      opensSentence(before.slice(0, before.lastIndexOf(head.text))))
  );
}

/** The part of a longer name after an occurrence, as `partBefore` does it; null if the occurrence ends its name. */
export function partAfter(
  words: readonly Word[],
  after: string,
  headline: () => boolean,
  room = after.length,
): Part | null {
  if (/^[+$]/.test(after)) return { text: after[0]!, join: 'mark' };
  let [at, length] = [0, 0];
  let join: Join | null = null;
  while (at < words.length && !/^['’]s?(?![\p{L}\p{N}])/u.test(after.slice(length, length + 3))) {
    const step = stepAfter(words, at, headline);
    const more = step && lengthOf(words.slice(at, at + step.words));
    if (!step || length + more! > room) break;
    length += more!;
    at += step.words;
    join ??= step.join;
  }
  return join && { text: after.slice(0, length), join };
}

function stepAfter(words: readonly Word[], at: number, headline: () => boolean): Step | null {
  const [word, second] = words.slice(at, at + 2) as [Word, Word?];
  if (isAmpersand(word.gap)) return startsUpper(word.text) ? { words: 1, join: 'mark' } : null;
  if (isHyphen(word.gap)) return hasCapital(word.text) ? { words: 1, join: 'mark' } : null;
  if (!isSpace(word.gap)) return null;
  const on = second !== undefined && startsUpper(second.text) && isSpace(second.gap);
  if (word.text === 'of') return on && at === 0 && !headline() ? { words: 2, join: 'of' } : null;
  if (startsLower(word.text)) return PARTICLE.test(word.text) && on ? { words: 2, join: 'word' } : null;
  if (INITIAL.test(word.text)) return { words: 1, join: 'word' };
  if (!startsUpper(word.text) || OWN_SUFFIX.test(word.folded)) return null;
  if (isNameEnd(word.folded)) return { words: 1, join: 'word' };
  // "Trump Ambassador Glass", not "U.S. Justice Department"
  if (
    TITLES.has(word.folded) &&
    (second === undefined || !isSpace(second.gap) || (startsUpper(second.text) && !isNameEnd(second.folded)))
  )
    return null;
  if (DAYS_AND_MONTHS.has(word.folded) || OPENERS.has(word.folded)) return null;
  return isOrdinary(word.folded) && headline() ? null : { words: 1, join: 'word' };
}
