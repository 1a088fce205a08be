import type { ComponentChild } from 'preact';
import { render } from 'preact';

/** One state of one thing, as the gallery shows it. */
export interface State {
  /** The style sheets that the page of this state has. */
  css: string[];
  /** The widths that it is looked at in, CSS pixels. */
  widths: readonly number[];
  show(body: HTMLElement, theme: 'light' | 'dark', lang: string): void | Promise<void>;
}

/** A full page: what it has at a desk, and at 400 % zoom (320 px). */
export const PAGE_WIDTHS = [960, 320] as const;
/** The popup has a width of its own, and less where a zoomed one finds no room for it. */
export const POPUP_WIDTHS = [384, 320] as const;
/** The card on a page, and on a narrow one. */
export const CARD_WIDTHS = [420, 320] as const;

/** A state of a page of the extension: its components stand in the body itself. */
export function pageState(
  css: string[],
  widths: readonly number[],
  what: (lang: string) => ComponentChild,
  then?: (body: HTMLElement) => void,
): State {
  return {
    css,
    widths,
    show(body, _theme, lang) {
      render(what(lang), body);
      then?.(body);
    },
  };
}

/** For handlers that a picture never calls. */
export const idle = (): void => {};
