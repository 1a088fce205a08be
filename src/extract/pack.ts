/** A writer and reader of the reader's binary: little-endian, LEB128 integers, sections by name. */
const MAGIC = 0x4e505231; // "NPR1"

function checksum(bytes: Uint8Array): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  return h >>> 0;
}

/** Grows as it is written to. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }

  /** An unsigned integer below 2^32. */
  integer(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  bytes(values: Uint8Array | Int8Array): void {
    for (const value of values) this.byte(value & 255);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what a ByteWriter wrote. Throws past the end. */
export class ByteReader {
  at = 0;
  constructor(readonly data: Uint8Array) {}

  byte(): number {
    if (this.at >= this.data.length) throw new Error('the reader model ends too early');
    return this.data[this.at++]!;
  }

  integer(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  bytes(length: number): Uint8Array {
    if (this.at + length > this.data.length) throw new Error('the reader model ends too early');
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  }
}

/** Joins sections into one file, with a checksum. */
export function packSections(sections: readonly Uint8Array[]): Uint8Array {
  const body = new ByteWriter();
  body.integer(sections.length);
  for (const section of sections) {
    body.integer(section.length);
    body.bytes(section);
  }
  const bytes = body.finish();
  const file = new Uint8Array(bytes.length + 8);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC);
  view.setUint32(4, checksum(bytes));
  file.set(bytes, 8);
  return file;
}

/** The sections of a packed file. Throws with what is wrong when it is no such file, cut short or damaged. */
export function unpackSections(file: Uint8Array): Uint8Array[] {
  if (file.length === 0) throw new Error('the reader model (reader.bin) is empty: run "npm run train"');
  if (file.length < 9) throw new Error(`the reader model (reader.bin) is only ${file.length} bytes long`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(0) !== MAGIC) throw new Error('this is no reader model: it does not begin with "NPR1"');
  // a plain array, whatever sort of view was given
  const body = new Uint8Array(file.buffer, file.byteOffset + 8, file.byteLength - 8);
  if (view.getUint32(4) !== checksum(body))
    throw new Error('the reader model is damaged: its checksum is wrong');
  const reader = new ByteReader(body);
  const sections: Uint8Array[] = [];
  for (let left = reader.integer(); left > 0; left--) sections.push(reader.bytes(reader.integer()));
  return sections;
}
