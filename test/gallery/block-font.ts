/**
 * A font of blocks, so that the gallery's pictures are the same wherever they are taken: no two machines have the same
 * fonts, or the same widths of letters. Every letter is a bar of the letter's height and half an em wide, every
 * ideograph and kana one of a whole em, a space is empty. What differs from a picture is then the layout or a colour,
 * and never the machine. (The same thought as the Ahem font of the web platform's tests.) Built here by hand as a
 * TrueType font, since a font is little more than these tables; sizes in units of 1/1000 em.
 */
const UNITS = 1000;
const ASCENT = 880;
const DESCENT = 220;

class Bytes {
  private readonly list: number[] = [];
  u8(...values: number[]): this {
    this.list.push(...values.map((value) => value & 0xff));
    return this;
  }
  u16(...values: number[]): this {
    for (const value of values) this.u8(value >> 8, value);
    return this;
  }
  u32(...values: number[]): this {
    for (const value of values) this.u16(value >>> 16, value);
    return this;
  }
  text(text: string): this {
    return this.u8(...[...text].map((letter) => letter.charCodeAt(0)));
  }
  pad(to: number): this {
    while (this.list.length % to !== 0) this.list.push(0);
    return this;
  }
  get bytes(): Uint8Array {
    return Uint8Array.from(this.list);
  }
}

/** A glyph of one bar, drawn clockwise. */
const bar = (width: number, top: number): Uint8Array => {
  const [left, right] = [40, width - 40];
  return new Bytes()
    .u16(1, left, 0, right, top)
    .u16(3, 0)
    .u8(1, 1, 1, 1)
    .u16(left, 0, right - left, 0)
    .u16(0, top, 0, -top)
    .pad(4).bytes;
};

/** Widths and shapes, by glyph: none such, space, letter, ideographic space, ideograph. */
const GLYPHS: [number, Uint8Array][] = [
  [500, bar(500, 500)],
  [280, new Uint8Array()],
  [500, bar(500, 500)],
  [1000, new Uint8Array()],
  [1000, bar(1000, 780)],
];

/** From, to, glyph: each stretch of characters has one glyph (cmap format 13, "many to one"). */
const STRETCHES = [
  [0x20, 0x20, 1],
  [0x21, 0x7e, 2],
  [0xa0, 0xa0, 1],
  [0xa1, 0x2fff, 2],
  [0x3000, 0x3000, 3],
  [0x3001, 0xffef, 4],
  [0x10000, 0x1ffff, 4],
] as const;

function cmap(): Uint8Array {
  const size = 16 + 12 * STRETCHES.length;
  const table = new Bytes().u16(0, 1, 3, 10).u32(12).u16(13, 0).u32(size, 0, STRETCHES.length);
  for (const stretch of STRETCHES) table.u32(...stretch);
  return table.bytes;
}

function tables(): [string, Uint8Array][] {
  const shapes = GLYPHS.map(([, shape]) => shape);
  const offsets = [0];
  for (const shape of shapes) offsets.push(offsets.at(-1)! + shape.length / 2);
  const glyf = Uint8Array.from(shapes.flatMap((shape) => [...shape]));
  const count = GLYPHS.length;
  const time = [0, 0xe0000000];
  const box = [0, 0, UNITS, 780];
  return [
    [
      'OS/2',
      new Bytes()
        .u16(4, 500, 400, 5, 0)
        .u16(650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0)
        .u8(2, 0, 5, 3, 0, 0, 0, 0, 0, 0)
        .u32(1, 0, 0, 0)
        .text('NONE')
        .u16(64, 0x20, 0xffff, ASCENT, -DESCENT, 0, ASCENT, DESCENT)
        .u32(1, 0)
        .u16(500, 500, 0, 0x20, 1).bytes,
    ],
    ['cmap', cmap()],
    ['glyf', glyf],
    [
      'head',
      new Bytes()
        .u32(0x10000, 0x10000, 0, 0x5f0f3cf5)
        .u16(3, UNITS)
        .u32(...time, ...time)
        .u16(...box, 0, 8, 2, 0, 0).bytes,
    ],
    [
      'hhea',
      new Bytes().u32(0x10000).u16(ASCENT, -DESCENT, 0, UNITS, 0, 0, UNITS, 1, 0, 0, 0, 0, 0, 0, 0, count)
        .bytes,
    ],
    [
      'hmtx',
      new Bytes().u16(...GLYPHS.flatMap(([width, shape]) => [width, shape.length > 0 ? 40 : 0])).bytes,
    ],
    ['loca', new Bytes().u16(...offsets).bytes],
    ['maxp', new Bytes().u32(0x10000).u16(count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0).bytes],
    ['name', new Bytes().u16(0, 1, 18, 3, 1, 0x409, 1, 12, 0).text('\0B\0l\0o\0c\0k\0s').bytes],
    ['post', new Bytes().u32(0x30000, 0).u16(-100, 50).u32(0, 0, 0, 0, 0).bytes],
  ];
}

const checksum = (bytes: Uint8Array): number => {
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) sum = (sum + bytes[i]! * 2 ** (24 - 8 * (i % 4))) % 2 ** 32;
  return sum;
};

/** The font as a TrueType file. */
export function blockFont(): Uint8Array<ArrayBuffer> {
  const all = tables();
  const head = new Bytes().u32(0x10000).u16(all.length, 128, 3, all.length * 16 - 128);
  let at = 12 + 16 * all.length;
  for (const [tag, bytes] of all) {
    head.text(tag).u32(checksum(bytes), at, bytes.length);
    at += Math.ceil(bytes.length / 4) * 4;
  }
  for (const [, bytes] of all) head.u8(...bytes).pad(4);
  return Uint8Array.from(head.bytes);
}
