import type { Article, Reading } from '../../extract/types';
import type { Kept, Stored } from './schema';

const LISTS = [
  'sentences',
  'entities',
  'mentions',
  'roles',
  'quotes',
  'dates',
  'events',
  'figures',
  'summary',
] as const satisfies (keyof Reading)[];

/** What is stored of a pair: the reader's version where the pair does not tell it, and when it came, in milliseconds since 1970. */
export const storedOf = ({ article, reading, version }: Kept, reader: number, added: number): Stored => ({
  article: { article, added },
  reading: { version: version ?? reader, reading },
});

/** The pair of what is stored. */
export const keptOf = ({ article: { article }, reading: { reading, version } }: Stored): Kept => ({
  article,
  reading,
  version,
});

/** Whether a record looks like one, at a glance: what a damaged database gives back is not even that. */
export function isWhole(id: string, row: { article: unknown; reading: unknown }): boolean {
  const article = (row.article as Partial<Stored['article']> | undefined)?.article as
    | Partial<Article>
    | undefined;
  const reading = (row.reading as Partial<Stored['reading']> | undefined)?.reading as
    | Partial<Reading>
    | undefined;
  return (
    article?.id === id &&
    typeof article.text === 'string' &&
    typeof article.published === 'object' &&
    reading?.id === id &&
    LISTS.every((part) => Array.isArray(reading[part]))
  );
}
