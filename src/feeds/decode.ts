/** A byte order mark is surer than what anybody says. */
const MARKS: readonly [readonly number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/**
 * The text of an answer: by its byte order mark, else by its content type's charset, else by what it says of itself in
 * its first 1,024 bytes (the XML declaration, or HTML's meta), else UTF-8. Wrong bytes become U+FFFD; an unknown charset is
 * UTF-8.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const marked = MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
  const label = marked ?? charsetIn(contentType ?? '') ?? saidWithin(bytes) ?? 'utf-8';
  return decoderOf(label).decode(bytes);
}

const charsetIn = (text: string): string | null => /charset\s*=\s*["']?([\w.:-]+)/i.exec(text)?.[1] ?? null;

function saidWithin(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1];
  if (declared) return declared;
  const meta = /<meta[^>]+charset\s*=\s*["']?[^>]*>/i.exec(start)?.[0];
  return meta ? charsetIn(meta) : null;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
