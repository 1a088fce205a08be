import type { Article } from '../../extract/types';
import { oneLine } from '../../text/one-line';
import { writtenDay } from '../../text/written-day';

/** A title is at most so long, a line that only dates the article too; so many lines may come before the text. */
const [LONG_TITLE, LONG_DATE, HEAD_LINES] = [200, 60, 8] as const;
const DATED = /^\W*(?:(?:first )?(?:published|posted|updated|released|date[d]?|on)\b|発行|掲載|公開|日付)/i;

/** What a text file says of its article, as far as it is plain: its first line as the title, a line that is a date, a byline. */
export function headOf(
  text: string,
  fileName: string,
): Pick<Article, 'title' | 'author' | 'published' | 'from'> {
  const lines = text.slice(0, 4_000).split('\n').map(oneLine).filter(Boolean).slice(0, HEAD_LINES);
  const dated = lines.find(isDateLine);
  const day = dated ? writtenDay(dated) : null;
  const byline = lines
    .slice(0, 5)
    .map((line) => /^by:?\s+(\p{Lu}[^.!?]{2,80})$/iu.exec(line)?.[1])
    .find(Boolean);
  const first = lines.find((line) => line !== dated);
  const title = first && first.length <= LONG_TITLE && lines.length > 1 ? first : nameOf(fileName);
  const from: NonNullable<Article['from']> = {};
  if (title === first) from.title = 'text';
  if (byline) from.author = 'text';
  if (day) from.published = 'text';
  return {
    title,
    ...(byline ? { author: byline } : {}),
    published: day ? { date: day, basis: 'stated' } : { date: null, basis: 'none' },
    from,
  };
}

/** A line that says when, and not much more. */
function isDateLine(line: string): boolean {
  if (line.length > LONG_DATE || !writtenDay(line)) return false;
  const words = line.match(/\p{L}+/gu)?.length ?? 0;
  return words <= 5 || DATED.test(line);
}

/** A file's name without its folder and ending. */
const nameOf = (fileName: string): string =>
  oneLine(fileName.replace(/^.*[\\/]/, '').replace(/\.[a-z\d]{1,8}$/i, '')).slice(0, LONG_TITLE) || fileName;
