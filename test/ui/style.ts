import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const UI = fileURLToPath(new URL('../../src/ui', import.meta.url));

/** One declaration of a style sheet. */
export interface Declaration {
  file: string;
  selector: string;
  property: string;
  value: string;
}

/** Every declaration in our style sheets, in order; what stands in an at-rule is not told from the rest. */
export function declarations(): Declaration[] {
  return readdirSync(UI, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .sort()
    .flatMap((file) => declarationsOf(file, readFileSync(join(UI, file), 'utf8')));
}

/** The declarations of a style sheet as ours are written: one a line or over several, no nesting of rules. */
export function declarationsOf(file: string, css: string): Declaration[] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, ' ');
  return [...bare.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selector, body]) =>
    body!
      .split(';')
      .map((one) => one.trim())
      .filter(Boolean)
      .map((one) => {
        const colon = one.indexOf(':');
        return {
          file,
          selector: selector!.trim().replace(/\s+/g, ' '),
          property: one.slice(0, colon).trim(),
          value: one
            .slice(colon + 1)
            .trim()
            .replace(/\s+/g, ' '),
        };
      }),
  );
}

export type Rgb = readonly [number, number, number];

/** The design's colours in light and dark, by name without the "--np-". */
export function colours(): Record<string, { light: Rgb; dark: Rgb }> {
  const theme = declarations().filter(
    ({ file, selector }) => file === 'theme.css' && selector === ':root, :host',
  );
  const out: Record<string, { light: Rgb; dark: Rgb }> = {};
  for (const { property, value } of theme) {
    const found = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
    // The first is the plain one; a reader who asks for more contrast has others after it.
    if (found) out[property.slice('--np-'.length)] ??= { light: rgb(found[1]!), dark: rgb(found[2]!) };
  }
  return out;
}

const rgb = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** `part` (0 to 1) of one colour over another, as `color-mix(in srgb, …)` gives it. */
export const mix = (one: Rgb, part: number, other: Rgb): Rgb =>
  [0, 1, 2].map((i) => one[i]! * part + other[i]! * (1 - part)) as unknown as Rgb;

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}
