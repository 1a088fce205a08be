import { type Key, t } from '../text';

/** What linking gives as its reasons, in English with words of the page in “…”, and the string that says the same. */
const REASONS: readonly [RegExp, Key][] = [
  [/^“(.*)” on this page$/, 'reason.onPage'],
  [/^(.*) on this page too$/, 'reason.onPageToo'],
  [/^“(.*)” just before$/, 'reason.justBefore'],
  [/^“(.*)” before it$/, 'reason.before'],
  [/^“(.*)” after it$/, 'reason.after'],
  [/^“(.*)” beside it$/, 'reason.beside'],
  [/^part of “(.*)”$/, 'reason.partOf'],
  [/^in an address$/, 'reason.address'],
  [/^the words around it$/, 'reason.words'],
  [/^the full name$/, 'reason.fullName'],
  [/^known by this name$/, 'reason.alias'],
];

/** A reason for a link in the reader's language; one that is not known here comes back as it is. */
export function reasonText(reason: string): string {
  if (reason.startsWith('but ')) return t('reason.but', reasonText(reason.slice(4)));
  for (const [pattern, key] of REASONS) {
    const found = pattern.exec(reason);
    if (found) return t(key, ...found.slice(1));
  }
  return reason;
}
