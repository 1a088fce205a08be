import { writtenDay } from '../../text/written-day';
import type { Fact } from './facts';

/** Between what stands in a window's title; what is not written apart only in scripts that do not write words apart. */
const BETWEEN = /\s+[|–—·»:✩-]\s+|\s*[|｜＿]\s*|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\s])_/u;
/** No outlet has a longer name, in characters and in words. */
const [MOST, MOST_WORDS] = [50, 6] as const;

/**
 * What a page's outlet is called where the page does not say so: what its window's title has behind the article's own
 * title, else its host.
 */
export function outletOf(window: string, title: string | null, address: string | null): Fact | null {
  const end = title === null ? null : outletInTitle(window, title);
  if (end !== null) return { value: end, from: 'text' };
  const host = address === null ? '' : new URL(address).hostname.replace(/^(?:(?:www|m|mobile|amp)\.)+/, '');
  // no outlet is a machine's number or a name of somebody's own network
  return /\.[a-z][a-z-]+$/i.test(host) ? { value: host, from: 'address' } : null;
}

/** "Talks go on - World - The Harbour Courier" */
function outletInTitle(window: string, title: string): string | null {
  if (!window.toLowerCase().startsWith(title.toLowerCase())) return null;
  const [start, ...parts] = window.slice(title.length).split(BETWEEN);
  const last = parts.at(-1)?.trim() ?? '';
  if (start?.trim() || last.length < 2 || last.length > MOST || last.split(' ').length > MOST_WORDS)
    return null;
  return /\p{L}/u.test(last) && writtenDay(last) === null ? last : null;
}

/** A title without the names of its outlet and of who wrote it at its end: "Talks go on | Mina Sato | The Courier". */
export function withoutEnds(title: string, names: readonly string[]): string {
  for (let left = title; ; ) {
    const lower = left.toLowerCase();
    const name = names.find((one) => one !== '' && lower.endsWith(one.toLowerCase()));
    if (name === undefined) return left;
    const before = left.slice(0, -name.length);
    const head = before.replace(/(?:\s+[|–—·»:✩-]\s+|\s*[|｜：＿_]\s*)$/, '');
    if (head === before || head.length < 8) return left;
    left = head;
  }
}

/** A window's title without what looks like the name of an outlet that nothing else names. */
export function withoutLikelyEnd(title: string): string {
  const [, head, end] = /^(.{8,}?)\s+[|–—·»-]\s+([^|–—·»]+)$/.exec(title) ?? [];
  if (head !== undefined && end !== undefined && end.split(' ').length <= 4) return head;
  return /^(.{8,}?)(?:\s*｜|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])_)/u.exec(title)?.[1] ?? title;
}
