import { excessOf, tidyArticle } from '../../corpus/limits';
import type { Article } from '../../extract/types';
import { articleOfDocument } from '../../page/article';
import { articleOfPage, idOf } from '../page-article';
import { Failure, type Problem, problemOf } from '../problem';
import { decodeText } from './decode';
import { linesOf } from './lines';
import { headOf } from './plain-text';
import { listIn, type Taken, takenOfLine, takenOfPack, takenOfValue } from './records';

/** Files with one article in each, and packs, which have to stand in memory whole, are taken up to these sizes in bytes. */
const LARGEST = { page: 20_000_000, text: 8_000_000, pack: 450_000_000 } as const;
/** As much of a file tells what it is. */
const HEAD = 65_536;

/** An article or a correction of a file, or what is wrong with a part of it; with how much of the file has been read, in bytes. */
export type Entry = (Taken | { problem: Problem }) & { read: number };

/**
 * The articles of a file: text, HTML, JSON Lines or a corpus pack. What cannot be taken is told by file and line, and the
 * rest goes on. Never rejects.
 */
export async function* entriesOf(file: File): AsyncGenerator<Entry> {
  let found = 0;
  try {
    for await (const entry of read(file)) {
      found++;
      yield entry;
    }
    if (found === 0) throw new Failure('empty', [file.name]);
  } catch (error) {
    yield { problem: problemOf(error), read: file.size };
  }
}

async function* read(file: File): AsyncGenerator<Entry> {
  const whole = { read: file.size };
  const head = await headText(file);
  const kind = kindOf(file.name, head);
  if (kind === 'lines') yield* linesEntries(file);
  else if (kind === 'list') yield* listEntries(file);
  else if (kind === 'pack') {
    const text = await textOf(file, LARGEST.pack);
    for (const taken of takenOfPack(file.name, text)) yield { ...taken, ...whole };
  } else {
    const text = await textOf(file, kind === 'page' ? LARGEST.page : LARGEST.text);
    const article = await (kind === 'page' ? articleOfHtml(file.name, text) : articleOfText(file.name, text));
    yield { incoming: { article: bounded(file.name, article) }, ...whole };
  }
}

async function* linesEntries(file: File): AsyncGenerator<Entry> {
  for await (const { number, text, read: bytes } of linesOf(file)) {
    const line = number === 1 ? text.replace(/^\ufeff/, '') : text;
    if (!line.trim()) continue;
    yield entryOf(() => takenOfLine(file.name, number, line), bytes);
  }
}

/** A JSON list of what could as well stand in lines. */
async function* listEntries(file: File): AsyncGenerator<Entry> {
  const list = listIn(file.name, await textOf(file, LARGEST.pack));
  for (const [i, value] of list.entries())
    yield entryOf(
      () => takenOfValue(file.name, i + 1, value),
      Math.round((file.size * (i + 1)) / list.length),
    );
}

function entryOf(make: () => Taken, bytes: number): Entry {
  try {
    return { ...make(), read: bytes };
  } catch (error) {
    return { problem: problemOf(error), read: bytes };
  }
}

/** What a file is, by how it begins and by its name. */
function kindOf(name: string, head: string): 'lines' | 'list' | 'pack' | 'page' | 'text' {
  const start = head.trimStart().slice(0, 400);
  const ending = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (/^x?html?$|^xht$/.test(ending)) return 'page';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*(?:<!doctype html|<html)/i.test(start)) return 'page';
  if (ending === 'jsonl' || ending === 'ndjson') return 'lines';
  if (ending !== 'json' && !/^\{\s*"[a-zA-Z]+"\s*:/.test(start)) return 'text';
  if (start.startsWith('[')) return 'list';
  // a corpus, or JSON over several lines, which is one value too
  return /^\{\s*"(?:schemaVersion|articles)"\s*:|^\{\s*\n/.test(start) ? 'pack' : 'lines';
}

const headText = async (file: File): Promise<string> =>
  new TextDecoder('utf-8').decode(await file.slice(0, HEAD).arrayBuffer());

async function textOf(file: File, largest: number): Promise<string> {
  if (file.size > largest) throw new Failure('fileLarge', [file.name, String(largest / 1e6)]);
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (text === null) throw new Failure('notText', [file.name]);
  return text;
}

/** Where browsers (and SingleFile) say that they saved a page from. */
const SAVED_FROM = /<!--\s*(?:saved from url=\(\d+\)|[^>]{0,200}?\burl:\s*)(https?:\/\/[^\s>]{4,2000})/i;

async function articleOfHtml(name: string, text: string): Promise<Article> {
  // No script of it runs and nothing of it is fetched; only its text leaves this function.
  const document = new DOMParser().parseFromString(text, 'text/html');
  const page = articleOfDocument(document, SAVED_FROM.exec(text.slice(0, HEAD))?.[1] ?? null);
  if (!page) throw new Failure('empty', [name]);
  return articleOfPage(page, 'imported');
}

async function articleOfText(name: string, text: string): Promise<Article> {
  if (!/\p{L}/u.test(text)) throw new Failure('empty', [name]);
  return { id: await idOf(text), text: text.trim(), ...headOf(text, name), origin: 'imported' };
}

function bounded(name: string, given: Article): Article {
  const article = tidyArticle(given);
  const excess = excessOf(article);
  if (!excess) return article;
  throw excess.most
    ? new Failure('lineLong', [name, '1', excess.field, String(excess.most)])
    : new Failure('lineDamaged', [name, '1', excess.field]);
}
