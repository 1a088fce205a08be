import { createI18n } from '@wxt-dev/i18n';
import type { Basis, Day, Precision } from '../extract/types';
import type en from './locales/en.json';

/** Keys of the English strings, "popup.search"; one with plural forms is one key. */
type KeysOf<Tree, Path extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string | { n: string }
    ? `${Path}${Name}`
    : KeysOf<Tree[Name], `${Path}${Name}.`>;
}[keyof Tree & string];
export type Key = KeysOf<typeof en>;

const i18n = createI18n();

/** The string of a key in the reader's language, with `$1`, `$2` … filled in. */
export const t = (key: Key, ...values: string[]): string =>
  values.length > 0 ? i18n.t(key, values) : i18n.t(key);

/** The string of a key with plural forms, `$1` the number as the language writes it, the other values from `$2` on. */
export const counted = (key: Key, count: number, ...values: string[]): string =>
  i18n.t(key, count, [count.toLocaleString(locale()), ...values]);

/** The language that the strings are in, as a BCP 47 tag; dates and numbers are written in it too. */
export const locale = (): string => t('locale');

/** A short time in the reader's way of writing it, from milliseconds. */
export const seconds = (milliseconds: number): string =>
  t('options.seconds', new Intl.NumberFormat(locale()).format(milliseconds / 1000));

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** An amount of storage in the reader's way of writing it ("3.4 MB"), in steps of a thousand. */
export function bytesText(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = { style: 'unit', unit: UNITS[step]!, maximumSignificantDigits: 3 } as const;
  return new Intl.NumberFormat(locale(), format).format(bytes / 1000 ** step);
}

/** A moment in the reader's way of writing it, from milliseconds since 1970. */
export const timeText = (time: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);

const PARTS: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A calendar day in the reader's way of writing it, as precisely as it is known. A day that is none comes back as it is. */
export function dayText(day: Day, precision: Precision = 'day'): string {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return day;
  const text = new Intl.DateTimeFormat(locale(), { ...PARTS[precision], timeZone: 'UTC' }).format(time);
  return precision === 'week' ? t('date.weekOf', text) : text;
}

/** A stretch of days, both ends in it, in the reader's way of writing it ("1–7 Apr 2025"). */
export function rangeText(from: Day, to: Day, precision: Precision = 'day'): string {
  const [start, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  if (Number.isNaN(start) || Number.isNaN(end)) return `${from} – ${to}`;
  return new Intl.DateTimeFormat(locale(), { ...PARTS[precision], timeZone: 'UTC' }).formatRange(start, end);
}

/** Things one after another, as the language lists them. */
export const listText = (parts: readonly string[]): string =>
  new Intl.ListFormat(locale(), { style: 'short', type: 'unit' }).format(parts);

/** An article's day in few words, with a sign where it is only an editor's knowledge; says so where it is unknown. */
export function publishedText({ date, basis }: { date: Day | null; basis: Basis }): string {
  if (!date) return t('date.unknown');
  return basis === 'editor' ? t('date.byEditor', dayText(date)) : dayText(date);
}

/** How an article's date is known, in words. */
export const basisText = (basis: Basis): string =>
  t(({ stated: 'date.stated', editor: 'date.editor', none: 'date.none' } as const)[basis]);

/** "from … to …" of the corpus in the words of one of these keys; null where it holds no dated article. */
export function coversText(
  covers: { from: Day | null; to: Day | null },
  range: 'dossier.covers' | 'card.covers',
): string | null {
  if (!covers.from || !covers.to) return null;
  return covers.from === covers.to
    ? t(`${range}Day`, dayText(covers.from))
    : t(range, dayText(covers.from), dayText(covers.to));
}

/** Names one after another, without an "and", as the language lists them. */
export const namesText = (names: readonly string[]): string =>
  new Intl.ListFormat(locale(), { style: 'narrow', type: 'conjunction' }).format(names);

/**
 * The language that a text's script gives away, for its `lang` attribute: fonts and voices go by it. Han characters
 * alone are Japanese in a name; a longer text would have kana. Latin text is English, which is what Nameplate reads;
 * undefined for all else.
 */
export function scriptLang(text: string): string | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > 0) return han > 16 ? 'zh' : 'ja';
  return /\p{Script=Latin}/u.test(text) ? 'en' : undefined;
}
