import type { Brief, Dossier, FullDossier, OpenedArticle, PassagePage, SearchResult } from '../brief/types';
import type { Article, Day, Kind } from '../extract/types';
import type { PageChange } from '../link/types';
import type { Word, WordAnswer } from '../page/words';
import type { Span } from '../text/span';
import type { FeedRequests } from './feeds/messages';
import type { GatherRequests, Note } from './gather-messages';
import type { Shelf } from './library/answer';
import type { LibraryRequests } from './library/messages';

/** A span to mark in a chunk of page text; the page never learns more of the corpus than this. */
export interface Mark extends Span {
  entity: string;
  kind: 'person' | 'organisation' | 'place' | 'other';
  because: string[];
  /** Above the threshold. One below may rise with more of the page. */
  marked: boolean;
  /** Found only with the reader's library; the page's scripts must not see that it is marked. */
  own: boolean;
}

/** How marks look: a quiet underline, a plain one, or none but under the pointer and the open card's. */
export type Look = 'dotted' | 'solid' | 'hover';

/** How long the pointer rests on a mark before its card opens. */
export type Delay = 'short' | 'normal' | 'long';

/** Site and reader settings that the content script needs. */
export interface PageSettings {
  enabled: boolean;
  /** The kinds of entity that are marked; the others are found too, for the popup's list. */
  kinds: Kind[];
  look: Look;
  delay: Delay;
  /** The reader has a library, whose mentions are drawn where the page's scripts cannot see them. */
  overlay: boolean;
  /** What only the library knows is underlined too; else only under the pointer, since drawing takes time that a page can measure. */
  ownMarks: boolean;
}

/**
 * Requests to the background, by type, with their answers. Every request is one plain JSON object
 * `{ type, ...request }`; the answer is `{ ok: true, value }` or `{ ok: false, error, problem }`.
 */
export interface Requests extends LibraryRequests, FeedRequests, GatherRequests {
  /** Content script, where it cannot find out by itself: is it on here? */
  settings: { request: Record<never, never>; answer: PageSettings };
  /**
   * A chunk (at most 60,000 UTF-16 units) of the frame's text, where it stands on the page, and what has left the page
   * since. Line breaks of the source are in it as they are, though spaces for the reader; `\\v` is a real one. `page` names one reading of the frame's document; its chunks share evidence. The answer has the marks of
   * this chunk, and of others that new evidence changed; `turn` grows from answer to answer. The marks on spans that the
   * bundled corpus alone has no candidate at are packed into `own`, of a length that tells nothing; it is empty for
   * a reader without a library, or who wants them underlined. The answer is null where the
   * background knows no such reading (it has slept since, or has forgotten it): then another is begun, with chunk 0.
   */
  spot: {
    request: { page: string; chunk: number; text: string } & PageChange;
    answer: { turn: number; chunks: { chunk: number; marks: Mark[] }[]; own: string } | null;
  };
  /** Content script, before its first card: brings the card's code into this frame. */
  card: { request: Record<never, never>; answer: null };
  /** Content script of a reader with a library: brings the code for what only that knows into this frame. */
  own: { request: Record<never, never>; answer: null };
  /** A frame to another of its tab, or to all others, about a card: null where nobody answers. */
  tell: { request: { frame: number | 'others'; word: Word }; answer: WordAnswer };
  /** The card's content. */
  dossier: { request: { entity: string }; answer: Dossier | null };
  /** Dossier page: all of one entity at once. */
  full: { request: { entity: string }; answer: FullDossier | null };
  /** Dossier page: the passages that speak of all these entities, from the article after `skip` on. */
  passages: { request: { entities: string[]; skip: number }; answer: PassagePage };
  /** Dossier page: one article whole, with what was read in it. */
  article: { request: { articleId: string }; answer: OpenedArticle | null };
  /** "Not this person": the entity is no longer marked for this surface on this site. */
  reject: { request: { entity: string; surface: string; host: string }; answer: null };
  /** Popup: the brief of a tab. */
  /** With `soon`, what can be told before the page's article is read, for the popup to show first. */
  brief: { request: { tabId: number; soon?: boolean }; answer: TabBrief };
  /** Popup: scroll to the next mention of the entity in a tab and flash it, in whichever frame it is; false if there is none. */
  jump: { request: { tabId: number; entity: string }; answer: boolean };
  /** Popup: search as you type. */
  search: { request: { query: string; shelf?: Shelf }; answer: SearchResult };
  /** Popup: on or off for a site. */
  enable: { request: { host: string; enabled: boolean }; answer: null };
  /** Dossier page and content script: open a dossier or an article with its passage marked in a new tab. */
  open: { request: { entity: string } | { articleId: string; span: Span }; answer: null };
  /** Settings page: what the reader has chosen. */
  choices: { request: Record<never, never>; answer: Choices };
  /** Settings page: what is marked on every page, how it looks, how soon a card opens; in every open tab at once. */
  choose: {
    request: Partial<Pick<Choices, 'kinds' | 'look' | 'delay' | 'ownMarks' | 'privately'>>;
    answer: null;
  };
  /** Settings page: takes back a "not this person". */
  unreject: { request: Rejection; answer: null };
}

/** The brief of a tab, with what the popup needs to know of the tab itself. */
export interface TabBrief extends Brief {
  /** Null where the address has none or the browser does not tell it. */
  host: string | null;
  /** On for this site. */
  enabled: boolean;
  /** False where no extension may run (the browser's own pages, its add-on shop) or the page has no content script yet. */
  reachable: boolean;
  /** The tab is in a private window: nothing of it is kept. */
  private: boolean;
  /** What the brief is made from. */
  shelf: Shelf;
  /** Whether the page has an article that can be saved. */
  savable: boolean;
  /** The library's article that this page was saved as, if it was. */
  saved: string | null;
  /** False while the page's article has not been read: gist and story may yet come. */
  whole: boolean;
}

/** "Not this person": a surface that is no longer marked as this entity on a site. */
export interface Rejection {
  entity: string;
  surface: string;
  host: string;
}

export interface Choices {
  kinds: Kind[];
  look: Look;
  delay: Delay;
  /** Names that only the library knows are underlined without the pointer too. */
  ownMarks: boolean;
  /** The library is of use in private windows too. */
  privately: boolean;
  /** Hosts that marks are switched off for. */
  off: string[];
  /** With the entity's name, for people; the id where the entity is gone. */
  rejected: (Rejection & { name: string })[];
}

/** What a page or a file says its article is; taken from a page when the reader opens the popup or saves. */
export interface PageArticle {
  title: string;
  text: string;
  /** The article's own address, as far as the page may say so; null for a file that names none. */
  url: string | null;
  /** Where the page stands; null for a file. */
  address: string | null;
  published: Day | null;
  publisher: string | null;
  author: string | null;
  lang: string | null;
  /** Where in the page each of these was found. */
  from: NonNullable<Article['from']>;
}

/** Requests from the background to one frame's content script. */
export interface PageRequests {
  /** The entities named in this frame in page order, of every kind, with how often, and whether their kind is marked. */
  marks: { request: Record<never, never>; answer: { entity: string; count: number; marked: boolean }[] };
  /** Scroll to a mention of the entity (the next one at each call), flash it; false if there is none in this frame. */
  jump: { request: { entity: string }; answer: boolean };
  /**
   * Keyboard command: move to the next or previous mark and open its card with focus in it; false past the frame's
   * last. With `enter` it begins at the frame's first (or last) mark, whatever was visited before.
   */
  step: { request: { direction: 1 | -1; enter: boolean }; answer: boolean };
  /** Whether the mark that a step starts from is in this frame. */
  stands: { request: Record<never, never>; answer: boolean };
  /** What another frame of the tab, or the background (-1), has to tell about cards. */
  told: { request: { from: number; word: Word }; answer: WordAnswer };
  /** Shows a note in the corner of the top frame; false where nothing can be shown. */
  note: { request: { note: Note }; answer: boolean };
  /** Puts the focus into an open note; false where none is. */
  focusNote: { request: Record<never, never>; answer: boolean };
  /** Settings of the site changed: mark again, or take everything away. */
  changed: { request: PageSettings; answer: null };
}
