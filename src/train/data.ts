import { existsSync, readFileSync } from 'node:fs';
import { type Document, prepare } from '../extract/document';
import { label, TAGGED } from '../extract/names/labels';
import type { Kind } from '../extract/types';
import type { Span } from '../text/span';

interface Gold extends Span {
  kind: Kind | null;
  also?: Span[];
}
/** A line of a set; `gold` as ../shared/data/README.md tells. */
export interface Annotated {
  id: string;
  text: string;
  title?: string;
  published?: string;
  gold: { names: Gold[]; summary?: string };
}
/** An annotated document with the label that each token should get. */
export interface Example {
  set: string;
  annotated: Annotated;
  doc: Document;
  labels: Uint8Array;
}

/** The sets whose licence allows weights that ship, with attribution. Nothing else may be trained on. */
export const TRAINING_SETS = ['wikigold', 'uner-ewt', 'gum-wikinews-dev'] as const;

/** Reads a set. Throws with the path that is missing. */
export function loadSet(folder: string, name: string): Annotated[] {
  const path = `${folder}/${name}.jsonl`;
  if (!existsSync(path)) {
    throw new Error(`the training data is missing: no ${name}.jsonl in ${folder}; reader.bin stays as it is`);
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Annotated);
}

/** Tokens, sentences and gold labels of an annotated document. */
export function exampleOf(set: string, annotated: Annotated): Example {
  const doc = prepare({ ...annotated, published: { date: null, basis: 'none' }, origin: 'imported' });
  const labels = new Uint8Array(doc.tokens.length);
  for (const name of annotated.gold.names) {
    const kind = TAGGED.indexOf(name.kind!);
    if (kind < 0) continue;
    mark(doc, labels, name, kind);
    // "Aceh, Indonesia" may be one place or two: where the parts are as good, both are places
    for (const other of name.also ?? [])
      if (other.end <= name.start || other.start >= name.end) mark(doc, labels, other, kind);
  }
  return { set, annotated, doc, labels };
}

function mark(doc: Document, labels: Uint8Array, span: Span, kind: number): void {
  const inside = firstFrom(doc, span.start);
  let end = inside;
  while (end < doc.tokens.length && doc.tokens[end]!.start < span.end) end++;
  for (let i = inside; i < end; i++) if (labels[i] !== 0) return;
  for (let i = inside; i < end; i++) {
    labels[i] = label(
      kind,
      end - inside === 1 ? 'single' : i === inside ? 'begin' : i === end - 1 ? 'end' : 'inside',
    );
  }
}

/** Index of the first token that ends after `offset`. */
function firstFrom(doc: Document, offset: number): number {
  let low = 0;
  let high = doc.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
