import { BLOCK_SEPARATOR } from '../text/separator';
import { Chunk } from './chunk';
import { type Block, flowing, isBlank, readDeep, type Take } from './deep';
import type { Run } from './runs';

export type { Block } from './deep';

/** The most text of one message to the background, in UTF-16 units. */
export const CHUNK_LIMIT = 60_000;

/** Runs between two looks at the clock. */
const STRIDE = 64;

export type PageChunk = Chunk<Text, Block>;

/** What to gather: a block with all below it, or one run of text. */
export type Unit = { root: Block; deep: true } | { run: Run };

/**
 * Reads the text of the units in page order and yields the chunks as they fill; between them it yields null every
 * few hundred nodes, so that the caller can end its slice. Shadow trees are units of their own.
 */
export function* gather(units: Iterable<Unit>): Generator<PageChunk | null, void, void> {
  let chunk: PageChunk = new Chunk();
  const full: PageChunk[] = [];
  const take: Take = (node, text, block) => {
    if (chunk.length + text.length <= CHUNK_LIMIT) {
      chunk.add(node, text, block);
      return;
    }
    for (const piece of pieces(text)) {
      if (chunk.length + piece.text.length > CHUNK_LIMIT) {
        if (chunk.length > 0) full.push(chunk);
        chunk = new Chunk();
      }
      chunk.add(node, piece.text, block, piece.offset);
    }
  };
  let runs = 0;
  for (const unit of units) {
    if ('run' in unit) {
      readRun(unit.run, take);
      chunk.separate(BLOCK_SEPARATOR);
      if (++runs % STRIDE === 0) yield null;
    } else
      for (const _ of readDeep(unit.root, () => chunk, take)) {
        yield* full.splice(0);
        yield null;
      }
    yield* full.splice(0);
  }
  if (chunk.length > 0) yield chunk;
}

/** The text of a run as the deep reading has it: white space alone is one space, and none at the ends. */
function readRun({ block, nodes }: Run, take: Take): void {
  let blanks: Text[] = [];
  let any = false;
  for (const node of nodes) {
    const { data } = node;
    if (isBlank(data)) {
      if (any) blanks.push(node);
      continue;
    }
    for (const blank of blanks) take(blank, ' ', block);
    blanks = [];
    any = true;
    if (node.parentNode) take(node, flowing(data, node.parentNode), block);
  }
}

/** A long text in pieces of at most the limit, cut at white space where there is some near. */
function* pieces(text: string): Generator<{ text: string; offset: number }> {
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + CHUNK_LIMIT);
    if (end < text.length) {
      const space = text.lastIndexOf(' ', end);
      if (space > end - 1_000) end = space + 1;
    }
    yield { text: text.slice(at, end), offset: at };
    at = end;
  }
}
