import { parentOf } from './nodes';

export type Theme = 'light' | 'dark';

/** Red, green, blue in 0..255 and opacity in 0..1. */
type Rgba = [number, number, number, number];

/** Reads a computed colour ("rgb(1, 2, 3)", "rgba(1 2 3 / 0.5)", "color(srgb 1 0 0)"); null for what it does not know. */
export function parseColour(text: string): Rgba | null {
  const match = /^(rgba?|color)\(([^)]*)\)$/.exec(text.trim());
  if (!match) return null;
  const parts = match[2]!.split(/[\s,/]+/).filter(Boolean);
  const scale = match[1] === 'color' ? 255 : 1;
  const numbers = (match[1] === 'color' ? parts.slice(1) : parts).map((part) => Number.parseFloat(part));
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined || numbers.some(Number.isNaN))
    return null;
  return [red * scale, green * scale, blue * scale, alpha];
}

/** Relative luminance of WCAG 2, 0 (black) to 1 (white). */
export function luminance([red, green, blue]: Rgba): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/**
 * Light or dark, by the page behind an element: the nearest background that hides what lies under it; where there is
 * none (an image, the browser's canvas), by the text, which is light on dark.
 */
export function themeBehind(element: Element): Theme {
  let at: Element | null = element;
  while (at) {
    const colour = parseColour(getComputedStyle(at).backgroundColor);
    if (colour && colour[3] > 0.5) return luminance(colour) < 0.35 ? 'dark' : 'light';
    const above = parentOf(at);
    at = above instanceof ShadowRoot ? above.host : above instanceof Element ? above : null;
  }
  const text = parseColour(getComputedStyle(element).color);
  return text && luminance(text) > 0.5 ? 'dark' : 'light';
}
