import type { From } from '../../extract/types';
import { oneLine } from '../../text/one-line';

/** Something that a page says about its article, and where it says so. */
export interface Fact {
  value: string;
  from: From;
}

/** What a page says about its article, each in the order in which it is believed. */
export interface Facts {
  title: Fact[];
  publisher: Fact[];
  author: Fact[];
  /** Dates and times as they are written. */
  published: Fact[];
  /** Addresses, absolute or not. */
  url: Fact[];
}

/** Of a page's own words so much is taken, in UTF-16 units; nobody writes longer ones in earnest. */
export const MOST = { title: 500, publisher: 200, author: 300, url: 2000, day: 200 } as const;

export const noFacts = (): Facts => ({ title: [], publisher: [], author: [], published: [], url: [] });

/** All of the first, then all of the next. */
export function joinFacts(all: readonly Facts[]): Facts {
  const joined = noFacts();
  for (const facts of all)
    for (const key of Object.keys(joined) as (keyof Facts)[]) joined[key].push(...facts[key]);
  return joined;
}

/**
 * A text as one line without markup, control characters or invisible direction marks, cut to `most` units; empty for what is no
 * text.
 */
export function lineOf(value: unknown, most: number): string {
  if (typeof value !== 'string') return '';
  const plain = unescaped(value.slice(0, most * 8)).replace(/<\/?[a-z][^<>]*>/gi, ' ');
  const line = oneLine(plain);
  if (line.length <= most) return line;
  // no half of a surrogate pair at the end
  return `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/** Structured data often has a page's markup in it, characters written as entities above all. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:(amp|quot|apos|lt|gt|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (_, name, decimal, hex) => {
      if (name) return ENTITIES[name.toLowerCase()]!;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : '\ufffd';
    },
  );
}
