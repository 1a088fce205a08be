import { browser } from 'wxt/browser';
import type { Kind } from '../extract/types';
import type { Delay, Look, Rejection } from './messages';

/** What the reader has chosen, in the extension's own storage. */
export interface Options {
  kinds: Kind[];
  look: Look;
  delay: Delay;
  /** Names that only the library knows are underlined without the pointer too. */
  ownMarks: boolean;
  /** The library is of use in private windows too. */
  privately: boolean;
  /** Hosts that are switched off. */
  off: string[];
  rejected: Rejection[];
}

export const DEFAULTS: Readonly<Options> = {
  kinds: ['person', 'organisation'],
  look: 'dotted',
  delay: 'normal',
  ownMarks: false,
  privately: false,
  off: [],
  rejected: [],
};

/** The options as they are stored, the defaults where nothing is. */
export async function readOptions(): Promise<Options> {
  return { ...DEFAULTS, ...(await browser.storage.local.get<Partial<Options>>(DEFAULTS)) };
}

/** One change after the other, so that two at once lose nothing. */
let last: Promise<unknown> = Promise.resolve();

export function changeOptions(change: (options: Options) => Partial<Options>): Promise<void> {
  const turn = last.then(async () => browser.storage.local.set(change(await readOptions())));
  last = turn.catch(() => {});
  return turn;
}

export const sameRejection = (a: Rejection, b: Rejection): boolean =>
  a.entity === b.entity && a.surface === b.surface && a.host === b.host;
