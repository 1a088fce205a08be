import type { Picture } from './png';

/** How many screen pixels, either way, are one of a coarse picture. */
const SCALE = 4;

/** Two coarse pixels differ where a colour does by more than this, of 255. */
const NOTICED = 32;

/** Where a picture ends and a longer one beside it goes on: so that its length counts too. */
const NOTHING = 128;

/**
 * A picture at a quarter of its size, each pixel the mean of those under it. Coarse, so that a stroke drawn a hair
 * otherwise by another version of the browser is no difference, while a line that moved by a pixel, or a colour that
 * changed, is one.
 */
export function coarse({ width, height, rgb }: Picture): Picture {
  const [across, down] = [Math.floor(width / SCALE), Math.floor(height / SCALE)];
  const small = new Uint8Array(across * down * 3);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++)
      for (let part = 0; part < 3; part++) {
        let sum = 0;
        for (let v = 0; v < SCALE; v++)
          for (let u = 0; u < SCALE; u++) sum += rgb[((y * SCALE + v) * width + x * SCALE + u) * 3 + part]!;
        small[(y * across + x) * 3 + part] = Math.round(sum / SCALE ** 2);
      }
  return { width: across, height: down, rgb: small };
}

/** Pictures side by side. */
export function strip(pictures: readonly Picture[]): Picture {
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const rgb = new Uint8Array(width * height * 3).fill(NOTHING);
  let at = 0;
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y++) {
      const row = picture.rgb.subarray(y * picture.width * 3, (y + 1) * picture.width * 3);
      rgb.set(row, (y * width + at) * 3);
    }
    at += picture.width;
  }
  return { width, height, rgb };
}

/** How many pixels of two pictures differ, with a picture of where (red, all else faint); null for another size. */
export function difference(one: Picture, other: Picture): { count: number; where: Picture } | null {
  if (one.width !== other.width || one.height !== other.height) return null;
  const where = { ...one, rgb: one.rgb.map((value) => 192 + value / 4) };
  let count = 0;
  for (let i = 0; i < one.rgb.length; i += 3) {
    if (![0, 1, 2].some((part) => Math.abs(one.rgb[i + part]! - other.rgb[i + part]!) > NOTICED)) continue;
    count++;
    where.rgb.set([255, 0, 0], i);
  }
  return { count, where };
}
