import type { PhraseKind } from './lexicon/lexicon';
import { Lexicon, PHRASE_KINDS } from './lexicon/lexicon';
import { Emissions } from './names/emissions';
import { FEATURE_BITS } from './names/features';
import { LABELS } from './names/labels';
import type { Tagger, TaggerWeights } from './names/tagger';
import { ByteReader, ByteWriter, packSections, unpackSections } from './pack';

/** What reading needs beside the text: the lexicon of known words, and the name tagger's learnt weights. */
export interface Model {
  /** Size of the file it was loaded from. */
  readonly bytes: number;
  /** Known words and phrases: given names and their gender, word frequency, places, demonyms. */
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
}

/** What is packed into `model/reader.bin`. */
export interface ModelSource {
  flags: Map<number, number>;
  phrases: readonly [string, PhraseKind][];
  demonyms: readonly [string, string][];
  tagger: TaggerWeights;
}

/** Sorted keys as their distances, then their flags, each as the index of its pattern. */
function packFlags(flags: Map<number, number>): Uint8Array {
  const keys = [...flags.keys()].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(flags.get(key)!, (counts.get(flags.get(key)!) ?? 0) + 1);
  const patterns = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const index = new Map(patterns.map((pattern, i) => [pattern, i]));
  const out = new ByteWriter();
  out.integer(patterns.length);
  for (const pattern of patterns) out.integer(pattern);
  out.integer(keys.length);
  keys.forEach((key, i) => {
    out.integer(key - (i ? keys[i - 1]! : 0));
  });
  for (const key of keys) out.integer(index.get(flags.get(key)!)!);
  return out.finish();
}

function unpackFlags(section: Uint8Array): { keys: Uint32Array; flags: Uint32Array } {
  const reader = new ByteReader(section);
  const patterns = Uint32Array.from({ length: reader.integer() }, () => reader.integer());
  const keys = new Uint32Array(reader.integer());
  const flags = new Uint32Array(keys.length);
  for (let i = 0, key = 0; i < keys.length; i++) {
    key += reader.integer();
    keys[i] = key;
  }
  for (let i = 0; i < keys.length; i++) flags[i] = patterns[reader.integer()]!;
  return { keys, flags };
}

/** Only the slots that weigh anything: distances between them, a mask of the labels, the weights that are not 0. */
function packWeights({ emissions, transitions }: TaggerWeights): Uint8Array {
  const out = new ByteWriter();
  out.bytes(new Uint8Array(transitions.buffer, transitions.byteOffset, transitions.byteLength));
  const used: number[] = [];
  for (let slot = 0; slot < emissions.length / LABELS; slot++) {
    if (emissions.subarray(slot * LABELS, (slot + 1) * LABELS).some((w) => w !== 0)) used.push(slot);
  }
  out.integer(used.length);
  used.forEach((slot, i) => {
    out.integer(slot - (i ? used[i - 1]! : 0));
  });
  for (const slot of used) {
    let mask = 0;
    for (let y = 0; y < LABELS; y++) if (emissions[slot * LABELS + y]) mask |= 1 << y;
    out.integer(mask);
  }
  // label by label, so that like stands beside like
  for (let y = 0; y < LABELS; y++) {
    for (const slot of used) if (emissions[slot * LABELS + y]) out.byte(emissions[slot * LABELS + y]! & 255);
  }
  return out.finish();
}

function unpackWeights(section: Uint8Array): Tagger {
  const reader = new ByteReader(section);
  const transitions = new Float32Array(new Uint8Array(reader.bytes(LABELS * LABELS * 4)).buffer);
  const used = new Uint32Array(reader.integer());
  for (let i = 0, slot = 0; i < used.length; i++) {
    slot += reader.integer();
    used[i] = slot;
  }
  const masks = new Uint32Array(used.length);
  for (let i = 0; i < masks.length; i++) masks[i] = reader.integer();
  const emissions = new Emissions(1 << FEATURE_BITS, used);
  for (let y = 0; y < LABELS; y++) {
    for (let i = 0; i < masks.length; i++) {
      if ((masks[i]! >> y) & 1) emissions.set(i, y, (reader.byte() << 24) >> 24);
    }
  }
  return { emissions, transitions };
}

/** The file that `loadModel` reads. The same source gives the same bytes. */
export function packModel({ flags, phrases, demonyms, tagger }: ModelSource): Uint8Array {
  const lines = PHRASE_KINDS.map((kind) =>
    phrases
      .filter(([, k]) => k === kind)
      .map(([phrase]) => phrase)
      .join('\n'),
  );
  const text = [...lines, demonyms.map((pair) => pair.join('\t')).join('\n')].join('\n\n');
  return packSections([packFlags(flags), new TextEncoder().encode(text), packWeights(tagger)]);
}

/**
 * A model from the bytes of `model/reader.bin`; pure, some tens of milliseconds.
 * Throws with a clear message if they are not one: empty, cut short, damaged, of another version.
 */
export function loadModel(data: Uint8Array): Model {
  const [words, text, weights] = unpackSections(data);
  if (!words || !text || !weights) throw new Error('the reader model lacks a section');
  const { keys, flags } = unpackFlags(words);
  const blocks = new TextDecoder().decode(text).split('\n\n');
  const lines = (i: number) => (blocks[i] ? blocks[i].split('\n') : []);
  const phrases = PHRASE_KINDS.flatMap((kind, i) =>
    lines(i).map((phrase): [string, PhraseKind] => [phrase, kind]),
  );
  const demonyms = new Map(lines(PHRASE_KINDS.length).map((line) => line.split('\t') as [string, string]));
  return {
    bytes: data.length,
    lexicon: new Lexicon(keys, flags, phrases, demonyms),
    tagger: unpackWeights(weights),
  };
}

/** A lexicon straight from its source, as `loadModel(packModel(…))` would give it. */
export function lexiconOf({ flags, phrases, demonyms }: Omit<ModelSource, 'tagger'>): Lexicon {
  const keys = Uint32Array.from(flags.keys());
  return new Lexicon(keys, Uint32Array.from(flags.values()), phrases, new Map(demonyms));
}
