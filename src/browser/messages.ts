import type { Brief, Dossier, Run, SearchResult, Source } from '../brief/types';
import type { Article } from '../extract/types';
import type { Span } from '../text/span';

/** A span to mark in a chunk of page text; the page never learns more of the corpus than this. */
export interface Mark extends Span {
  entity: string;
  kind: 'person' | 'organisation' | 'place' | 'other';
  score: number;
  because: string[];
}

/** Site and reader settings that the content script needs. */
export interface PageSettings {
  enabled: boolean;
}

/**
 * Requests to the background, by type, with their answers. Every request is one plain JSON object
 * `{ type, ...request }`; the answer is `{ ok: true, value }` or `{ ok: false, error }`.
 */
export interface Requests {
  /** Content script, once per frame: is it on here? */
  settings: { request: Record<never, never>; answer: PageSettings };
  /**
   * A chunk (at most 60,000 UTF-16 units) of the frame's text. `page` names the frame's document; chunks of one page
   * share evidence. The answer has the marks of this chunk, and of earlier chunks that new evidence changed.
   */
  spot: {
    request: { page: string; chunk: number; text: string; last: boolean };
    answer: { chunk: number; marks: Mark[] }[];
  };
  /** The card's content. */
  dossier: { request: { entity: string }; answer: Dossier | null };
  /** One article whole, with its names, for the dossier page. */
  article: {
    request: { articleId: string };
    answer: { source: Source; article: Article; runs: Run[] } | null;
  };
  /** "Not this person": the entity is no longer marked for this surface on this site. */
  reject: { request: { entity: string; surface: string; host: string }; answer: null };
  /** Popup: the brief of a tab. */
  brief: { request: { tabId: number }; answer: Brief & { host: string | null; enabled: boolean } };
  /** Popup: search as you type. */
  search: { request: { query: string }; answer: SearchResult };
  /** Popup: on or off for a site. */
  enable: { request: { host: string; enabled: boolean }; answer: null };
  /** Popup: save the article of a tab into the reader's library. */
  save: { request: { tabId: number }; answer: { articleId: string; title: string } };
  /** Dossier page and content script: open a dossier or an article with its passage marked in a new tab. */
  open: { request: { entity: string } | { articleId: string; span: Span }; answer: null };
}

/** Requests from the background or the popup to a tab's content script (top frame answers unless said otherwise). */
export interface PageRequests {
  /** The page's article text for the gist and for saving. */
  pageArticle: {
    request: Record<never, never>;
    answer: {
      title: string;
      text: string;
      url: string;
      published: string | null;
      publisher: string | null;
      lang: string | null;
    } | null;
  };
  /** The marked entities of this frame in page order, with counts. */
  marks: { request: Record<never, never>; answer: { entity: string; count: number }[] };
  /** Scroll to a mention of the entity (the next one at each call), flash it; false if there is none in this frame. */
  jump: { request: { entity: string }; answer: boolean };
  /** Keyboard command: move to the next or previous mark and open its card with focus in it. */
  step: { request: { direction: 1 | -1 }; answer: boolean };
  /** Settings of the site changed: mark again, or take everything away. */
  changed: { request: PageSettings; answer: null };
}
