import { BLOCK_SEPARATOR } from '../text/separator';
import { Chunk } from './chunk';
import { type Block, flowing, readDeep, type Take } from './deep';
import { isEditable, isRead, roleOf } from './tags';

export type { Block } from './deep';

/** The most text of one message to the background, in UTF-16 units. */
export const CHUNK_LIMIT = 60_000;

export type PageChunk = Chunk<Text, Block>;

/** What to gather: a block with all below it, or only the inline text of the block itself. */
export interface Unit {
  root: Block;
  deep: boolean;
}

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
  for (const { root, deep } of units) {
    if (deep) {
      for (const _ of readDeep(root, () => chunk, take)) {
        yield* full.splice(0);
        yield null;
      }
    } else readShallow(root, () => chunk, take);
    yield* full.splice(0);
  }
  if (chunk.length > 0) yield chunk;
}

/** The inline text of a block itself, without the blocks in it. */
function readShallow(root: Block, current: () => PageChunk, take: Take): void {
  const visit = (parent: Node): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) take(node as Text, flowing((node as Text).data, parent), root);
      if (node.nodeType !== 1) continue;
      const role = roleOf(node as Element);
      if (role === 'block' || role === 'skip') current().separate(BLOCK_SEPARATOR);
      else if (isRead(role) && !isEditable(node as Element)) visit(node);
    }
  };
  visit(root);
  current().separate(BLOCK_SEPARATOR);
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
