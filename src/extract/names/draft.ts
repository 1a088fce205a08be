import type { Document } from '../document';
import type { Kind } from '../types';
import type { FeatureSource } from './features';
import { begins, isOpen, kindOf, TAGGED } from './labels';

/** A name while the rules still work on it: a token range, half-open, and its kind. */
export interface Draft {
  first: number;
  end: number;
  kind: Kind;
}

/** The names found so far, and which token is in one. The rules of this folder change it. */
export class Drafts {
  readonly doc: Document;
  readonly source: FeatureSource;
  /** By token: 1 when a name holds it. */
  readonly taken: Uint8Array;
  #all: Draft[] = [];
  readonly #byEnd = new Map<number, Draft>();

  constructor(doc: Document, source: FeatureSource, labels: Uint8Array) {
    this.doc = doc;
    this.source = source;
    this.taken = new Uint8Array(doc.tokens.length);
    for (let i = 0; i < labels.length; i++) {
      if (!begins(labels[i]!)) continue;
      let end = i;
      while (isOpen(labels[end]!)) end++;
      this.add({ first: i, end: end + 1, kind: TAGGED[kindOf(labels[i]!)]! });
      i = end;
    }
  }

  /** The drafts as they stand; those of no tokens are gone. Not in order after `add`. */
  get all(): readonly Draft[] {
    return this.#all;
  }

  add(draft: Draft): void {
    this.taken.fill(1, draft.first, draft.end);
    this.#all.push(draft);
    this.#byEnd.set(draft.end, draft);
  }

  /** The draft that ends before the token `end`, if any. */
  endingAt(end: number): Draft | undefined {
    const draft = this.#byEnd.get(end);
    return draft?.end === end ? draft : undefined;
  }

  /** Gives a draft another range. Its new tokens must be free or its own. */
  resize(draft: Draft, first: number, end: number): void {
    this.taken.fill(0, draft.first, draft.end);
    draft.first = first;
    draft.end = Math.max(first, end);
    this.taken.fill(1, draft.first, draft.end);
    this.#byEnd.set(draft.end, draft);
  }

  /** The drafts in the order of the text. */
  finish(): Draft[] {
    this.#all = this.#all.filter((draft) => draft.end > draft.first).sort((a, b) => a.first - b.first);
    return this.#all;
  }

  surface(i: number): string {
    return this.doc.tokens[i]!.surface;
  }

  flags(i: number): number {
    const { words } = this.source;
    return words.flags[words.of[i]!]!;
  }

  sort(i: number): number {
    return this.source.words.caseOf[i]!;
  }

  /** Are both tokens of one sentence? */
  together(i: number, k: number): boolean {
    const { sentenceOf } = this.doc;
    return (
      i >= 0 && k >= 0 && k < sentenceOf.length && i < sentenceOf.length && sentenceOf[i] === sentenceOf[k]
    );
  }
}
