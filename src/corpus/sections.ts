import { hashWord } from '../text/hash';

/** A file of parts, one after the other, each at a multiple of eight bytes so that a typed array can lie over it. */

const HEADER = 4;
const padded = (length: number) => Math.ceil(length / 8) * 8;

/** Joins parts under a magic number and a version. */
export function joinSections(
  magic: number,
  version: number,
  parts: readonly ArrayBufferView[],
): Uint8Array<ArrayBuffer> {
  const lengths = parts.map((part) => part.byteLength);
  const begin = padded((HEADER + parts.length) * 4);
  const total = lengths.reduce((sum, length) => sum + padded(length), begin);
  const bytes = new Uint8Array(total);
  new Uint32Array(bytes.buffer, 0, HEADER + parts.length).set([
    magic,
    version,
    total,
    parts.length,
    ...lengths,
  ]);
  let at = begin;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  return bytes;
}

/** The parts of a file that `joinSections` made. Throws an error that begins with `what` if it is none, another version or cut short. */
export function splitSections(magic: number, version: number, what: string, file: Uint8Array): Uint8Array[] {
  const bytes = file.byteOffset % 8 === 0 ? file : file.slice();
  if (bytes.length < HEADER * 4) throw new Error(`${what}: shorter than its header`);
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER);
  if (header[0] !== magic) throw new Error(`${what}: not such an image`);
  if (header[1] !== version) throw new Error(`${what}: version ${header[1]}, expected ${version}`);
  if (header[2] !== bytes.length || bytes.length < (HEADER + header[3]!) * 4)
    throw new Error(`${what}: ${bytes.length} bytes, its header tells ${header[2]}`);
  const lengths = new Uint32Array(bytes.buffer, bytes.byteOffset + HEADER * 4, header[3]);
  let at = padded((HEADER + lengths.length) * 4);
  return Array.from(lengths, (length) => {
    const part = bytes.subarray(at, at + length);
    if (part.length !== length) throw new Error(`${what}: its parts are longer than it is`);
    at += padded(length);
    return part;
  });
}

/** Texts as two parts: their bytes in UTF-8, and where each begins. */
export function packTexts(texts: readonly string[]): [Uint8Array, Uint32Array] {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, i) => {
    starts[i + 1] = starts[i]! + lengthInBytes(text);
  });
  const bytes = new TextEncoder().encode(texts.join(''));
  // halves of surrogate pairs at an end and a begin have come together
  if (bytes.length !== starts[texts.length]) return packTexts(texts.map((text) => text.toWellFormed()));
  return [bytes, starts];
}

/** Bytes of a text in UTF-8; half of a surrogate pair is written as U+FFFD. */
function lengthInBytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // a pair has four bytes
    if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      i++;
    }
  }
  return bytes;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One of the texts that `packTexts` packed. */
export const textAt = (bytes: Uint8Array, starts: Uint32Array, index: number): string =>
  decoder.decode(bytes.subarray(starts[index]!, starts[index + 1]!));

/** Where each of some ids is to be found by its hash: an open-addressing table of number + 1, at most half full. */
export function idSlots(ids: readonly string[]): Uint32Array {
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(4, ids.length * 2))));
  ids.forEach((id, number) => {
    let slot = hashWord(id) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  });
  return slots;
}

/** Number of an id among those that `packTexts` and `idSlots` were given, −1 if it is none of them. */
export function numberOfId(bytes: Uint8Array, starts: Uint32Array, slots: Uint32Array, id: string): number {
  const mask = slots.length - 1;
  for (let slot = hashWord(id) & mask; slots[slot] !== 0; slot = (slot + 1) & mask)
    if (textAt(bytes, starts, slots[slot]! - 1) === id) return slots[slot]! - 1;
  return -1;
}
