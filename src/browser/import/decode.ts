/** Bytes that are looked at for a stated encoding; HTML wants it in the first 1024. */
const HEAD = 2048;
const STATED =
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})|^<\?xml[^>]{0,100}encoding=["']([\w-]{3,20})/i;

/** Documents of programs that can be nothing but ASCII and are no text: PDF, Rich Text, PostScript. */
const DOCUMENT = /^\s*(?:%PDF-\d|\{\\rtf\d|%!PS-Adobe)/;

/** Encodings of Japanese that are tried where none is stated and it is no UTF-8. */
const EAST = ['shift_jis', 'euc-jp'] as const;

/**
 * The text of a file in whatever of the common encodings it is: by its byte order mark, as it states itself (`charset` of
 * HTML, XML's declaration), UTF-8, ISO-2022-JP, Shift_JIS, EUC-JP, Windows-1252. Line ends are "\n". Null where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decoded(bytes);
  if (text === null || isBinary(text)) return null;
  return text.replace(/\r\n?/g, '\n');
}

function decoded(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return strictly('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return strictly('utf-16be', bytes);
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const utf8 = strictly('utf-8', bytes);
  if (marked) return utf8;
  const head = Array.from(bytes.subarray(0, HEAD), (byte) => String.fromCharCode(byte)).join('');
  // text of seven bits with the shifts of ISO-2022-JP, which is UTF-8 as well, and none that anybody can read
  if (head.includes('\u001b$@') || head.includes('\u001b$B')) return strictly('iso-2022-jp', bytes) ?? utf8;
  if (utf8 !== null) return utf8;
  const stated = STATED.exec(head);
  const named = stated ? strictly(stated[1] ?? stated[2]!, bytes) : null;
  return named ?? eastern(bytes) ?? strictly('windows-1252', bytes);
}

/** The text by an encoding; null if it cannot be in it, or there is no such encoding. */
function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of the Japanese encodings the one that makes it read like Japanese: with kana, as every Japanese text has. */
function eastern(bytes: Uint8Array): string | null {
  const read = EAST.flatMap((encoding) => {
    const text = strictly(encoding, bytes);
    if (text === null) return [];
    const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
    const kana = text.match(/[\u3041-\u3096\u30a1-\u30fc\u3001\u3002]/g)?.length ?? 0;
    return foreign > 0 ? [{ text, share: kana / foreign }] : [];
  }).sort((one, other) => other.share - one.share);
  return read[0] && read[0].share > 0.2 ? read[0].text : null;
}

/** Control characters that no text has, more than a stray one. */
const STRANGE = /(?![\s\u0085])\p{Cc}|[\ufffe\uffff]/gu;

function isBinary(text: string): boolean {
  const head = text.slice(0, 100_000);
  if (DOCUMENT.test(head)) return true;
  const strange = head.match(STRANGE)?.length ?? 0;
  return head.includes('\0') || strange > Math.max(2, head.length / 500);
}
