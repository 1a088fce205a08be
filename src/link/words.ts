import { fold, UNIT_CLASSES, UnitClass } from '../text/fold';
import { startsUpper } from '../text/letters';
import type { Span } from '../text/span';
import { ABBREVIATED_TITLES } from './lexicon';

/** A word beside an occurrence. */
export interface Word {
  /** Verbatim, the full stop of an initial or an abbreviated title with it. */
  text: string;
  folded: string;
  /** What lies between the word and what it was reached from. */
  gap: string;
}

/** How far the surroundings of an occurrence are looked at, in UTF-16 units to each side. */
const REACH = 72;

const classAt = (text: string, at: number): number => UNIT_CLASSES[text.charCodeAt(at)]!;

/** What stands before a place in its line, at most 72 units. */
export function sideBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < REACH && classAt(text, from - 1) !== UnitClass.barrier) from--;
  return text.slice(from, start);
}

/** What stands after a place in its line, at most 72 units. */
export function sideAfter(text: string, end: number): string {
  let to = end;
  while (to < text.length && to - end < REACH && classAt(text, to) !== UnitClass.barrier) to++;
  return text.slice(end, to);
}

const isLetter = (side: string, at: number) => {
  const kind = classAt(side, at);
  return kind === UnitClass.letter || kind === UnitClass.katakana;
};
/** In a word, though no letter: soft hyphen, accent of its own, and an apostrophe or full stop between letters. */
const isInner = (side: string, at: number) =>
  classAt(side, at) === UnitClass.invisible ||
  ("'’.".includes(side[at]!) && at > 0 && isLetter(side, at - 1));

/** A full stop belongs to an initial or an abbreviated title; after any other word it ends the sentence. */
const ownsStop = (folded: string) =>
  folded.length === 1 || folded.includes('.') || ABBREVIATED_TITLES.has(folded);

/** The last words of a side, the nearest first. */
export function wordsBefore(side: string, count: number): Word[] {
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
    if (gap.startsWith('.') && ownsStop(folded)) {
      text += '.';
      gap = gap.slice(1);
    }
    words.push({ text, folded, gap });
  }
  return words;
}

/** The first words of a side, the nearest first. */
export function wordsAfter(side: string, count: number): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (words.length < count) {
    const gapStart = at;
    while (at < side.length && !isLetter(side, at)) at++;
    if (at === side.length) break;
    const gap = side.slice(gapStart, at);
    const start = at;
    while (at < side.length && (isLetter(side, at) || (isInner(side, at) && isLetter(side, at + 1)))) at++;
    let text = side.slice(start, at);
    const folded = fold(text);
    if (side[at] === '.' && ownsStop(folded) && folded.length < 4) {
      text += '.';
      at++;
    }
    words.push({ text, folded, gap });
  }
  return words;
}

/** How many units words and their gaps take up. */
export const lengthOf = (words: readonly Word[]): number =>
  words.reduce((sum, { text, gap }) => sum + text.length + gap.length, 0);

/** Whether a gap holds blanks and nothing else. */
export const isSpace = (gap: string): boolean => /^[\s\u00ad\u200b-\u200f\u2060\ufeff]+$/.test(gap);

/** Whether a sentence or line begins at the end of a side, quotation marks and brackets left aside. */
export function opensSentence(before: string): boolean {
  const rest = before.replace(/["'“”‘’«»([\s•·*>|–—-]+$/u, '');
  if (rest === '') return before.length < REACH;
  return (
    /[.!?:;。！？]$/.test(rest) &&
    !/(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Prof|Rev|\p{Lu})\.$/u.test(rest)
  );
}

/** Words that a headline with capitals writes without. */
const SMALL =
  /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|by|from|with|as|vs?|over|into|after|than|amid|about|that|this|upon|s)$/;

/**
 * Whether the words of a place's line have capitals (at most 200 units of it are looked at), so that a capital says
 * little. It takes four words with capitals, the place's own among them.
 */
export function isHeadline(text: string, { start, end }: Span): boolean {
  let from = start;
  let to = end;
  while (from > 0 && start - from < 100 && classAt(text, from - 1) !== UnitClass.barrier) from--;
  while (to < text.length && to - end < 100 && classAt(text, to) !== UnitClass.barrier) to++;
  const words =
    `${text.slice(from, start)} ${text.slice(end, to)}`.match(/(?<![\p{L}\p{N}'’])\p{L}+/gu) ?? [];
  let capitals = text.slice(start, end).split(/\s+/).length;
  let others = 0;
  for (const word of words)
    if (startsUpper(word)) capitals++;
    else if (!SMALL.test(word)) others++;
  return capitals >= 4 && others * 6 <= capitals;
}
