import { Chunk } from './chunk';
import { type Block, inLines, isBlank, readDeep, type Sink } from './deep';
import type { Run } from './runs';
import { isPreformatted } from './tags';

export type { Block } from './deep';

/** The most text of one message to the background, in UTF-16 units. */
export const CHUNK_LIMIT = 60_000;

/** The first message holds less, so that the marks at the top of a long page do not wait for the rest to be spotted. */
const FIRST_LIMIT = 12_000;

/** Runs between two looks at the clock. */
const STRIDE = 64;

export type PageChunk = Chunk<Text>;

/** What to gather: a block with all below it, or one run of text. */
export type Unit = { root: Block; deep: true } | { run: Run };

/**
 * Reads the text of the units in page order and yields the chunks as they fill; between them it yields null every
 * few hundred nodes, so that the caller can end its slice. Shadow trees are units of their own.
 */
export function* gather(units: Iterable<Unit>): Generator<PageChunk | null, void, void> {
  const chunks = new Chunks();
  let runs = 0;
  for (const unit of units) {
    if ('run' in unit) {
      readRun(unit.run, chunks);
      chunks.part();
      if (++runs % STRIDE === 0) yield null;
    } else
      for (const _ of readDeep(unit.root, chunks)) {
        if (chunks.full.length > 0) yield* chunks.full.splice(0);
        yield null;
      }
    if (chunks.full.length > 0) yield* chunks.full.splice(0);
  }
  if (chunks.filling.length > 0) yield chunks.filling;
}

/** Fills chunks with text. */
class Chunks implements Sink {
  filling: PageChunk = new Chunk();
  readonly full: PageChunk[] = [];
  private limit = FIRST_LIMIT;

  take(node: Text, text: string): void {
    if (this.filling.length + text.length <= this.limit) {
      this.filling.add(node, text);
      return;
    }
    for (const { part, offset } of pieces(text)) {
      if (this.filling.length + part.length > this.limit) {
        if (this.filling.length > 0) this.full.push(this.filling);
        this.limit = CHUNK_LIMIT;
        this.filling = new Chunk();
      }
      this.filling.add(node, part, offset);
    }
  }

  part(): void {
    this.filling.separate();
  }
}

/** The text of a run as the deep reading has it: white space alone is one space, and none at the ends. */
function readRun({ block, nodes }: Run, sink: Sink): void {
  const preformatted = isPreformatted(block);
  let blanks: Text[] = [];
  let any = false;
  for (const node of nodes) {
    const { data } = node;
    if (isBlank(data)) {
      if (any) blanks.push(node);
      continue;
    }
    for (const blank of blanks) sink.take(blank, ' ');
    blanks = [];
    any = true;
    sink.take(node, preformatted ? inLines(data) : data);
  }
}

/** A long text in pieces of at most the limit, cut at white space where there is some near. */
function* pieces(text: string): Generator<{ part: string; offset: number }> {
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + CHUNK_LIMIT);
    if (end < text.length) {
      const space = text.lastIndexOf(' ', end);
      if (space > end - 1_000) end = space + 1;
    }
    yield { part: text.slice(at, end), offset: at };
    at = end;
  }
}
