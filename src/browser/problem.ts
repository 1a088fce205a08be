import type { FeedFault } from '../feeds/types';

/** What can go wrong in the background, for the pages to put into the reader's language. */
export type ProblemCode =
  /** Nobody answered: the background is gone or was just being started. */
  | 'unreachable'
  /** A file of the extension itself cannot be read; its name. */
  | 'asset'
  /** The page has no article. */
  | 'noArticle'
  /** Nothing is saved from a private window. */
  | 'privateWindow'
  /** The page's article is too large or strange; the field. */
  | 'pageLarge'
  /** The library has no such article. */
  | 'notKept'
  /** There is no room left for the library; it is as it was. */
  | 'diskFull'
  /** The library cannot be opened; why, in the browser's words. */
  | 'libraryClosed'
  /** Another version of the extension still holds the library. */
  | 'libraryBusy'
  /** A newer version of the extension has kept the library. */
  | 'libraryNewer'
  /** What was removed or erased cannot be brought back any more. */
  | 'undoGone'
  /** Everything was erased while an import was running. */
  | 'importErased'
  /** Two spellings are one name to the joining, which can neither be made one nor two; the spellings. */
  | 'oneName'
  /** What was typed is no site; what was typed. */
  | 'noSite'
  /** Of an imported file, with its name: nothing in it, no JSON, damaged at a place. */
  | 'empty'
  | 'notJson'
  | 'damaged'
  /** No text in an encoding that is known; larger than so many megabytes; a pack of another version. */
  | 'notText'
  | 'fileLarge'
  | 'packVersion'
  /** A pack with more than so many at a place; the place and the number. */
  | 'packLarge'
  /** Of a line of an imported file, with the file's name, the line's number and the field or place. */
  | 'lineNotJson'
  | 'lineObject'
  | 'lineMissing'
  | 'lineString'
  | 'lineDay'
  | 'lineDamaged'
  /** The field, and how many characters it may have. */
  | 'lineLong'
  /** Of a feed. */
  | FeedFault
  /** Anything else, in the words that the browser has for it. */
  | 'other';

/** A problem as it travels from the background to a page. */
export interface Problem {
  code: ProblemCode;
  values: string[];
}

/** An error that a page can tell the reader about; its message is for people who read logs. */
export class Failure extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, values: string[] = [], message = [code, ...values].join(': ')) {
    super(message);
    this.name = 'Failure';
    this.problem = { code, values };
  }
}

/** Whatever was thrown, as a problem that can be told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Failure) return error.problem;
  return { code: 'other', values: [error instanceof Error ? error.message : String(error)] };
}
