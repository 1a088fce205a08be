import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/browser/import/decode';

const JAPANESE = '灯台の通行料をめぐる交渉は三週目に入った。佐藤氏は「何も言うことはない」と述べた。';
/** The same in encodings that Node can read and not write: made with iconv. */
const SHIFT_JIS =
  '93 94 91 e4 82 cc 92 ca 8d 73 97 bf 82 f0 82 df 82 ae 82 e9 8c f0 8f c2 82 cd 8e 4f 8f 54 96 da 82 c9 93 fc 82 c1 82 bd 81 42';
const bytes = (hex: string) => Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Every character's bytes by an encoding, found by trying all of two bytes. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const known = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const note = (...given: number[]) => {
    try {
      const letter = decoder.decode(Uint8Array.from(given));
      if ([...letter].length === 1 && !known.has(letter)) known.set(letter, given);
    } catch {
      // no character has these
    }
  };
  for (let a = 0; a < 256; a++) note(a);
  for (let a = 0x81; a < 255; a++) for (let b = 0x40; b < 255; b++) note(a, b);
  return (text) => Uint8Array.from([...text].flatMap((letter) => known.get(letter)!));
}

describe('the text of a file', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(JAPANESE)],
    ['UTF-8 with a mark', utf8(`\ufeff${JAPANESE}`)],
    ['Shift_JIS', encoder('shift_jis')(JAPANESE)],
    ['EUC-JP', encoder('euc-jp')(JAPANESE)],
    [
      'UTF-16, little end first',
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from(JAPANESE, (it) => it.charCodeAt(0)).buffer),
      ]),
    ],
  ])('is found in %s', (_, given) => {
    expect(decodeText(given)).toBe(JAPANESE);
  });

  it('is the same as by the tables of others', () => {
    expect(decodeText(bytes(SHIFT_JIS))).toBe('灯台の通行料をめぐる交渉は三週目に入った。');
    expect(decodeText(bytes('fe ff 00 41 70 6f'))).toBe('A灯');
    expect(decodeText(bytes('1b 24 42 45 74 1b 28 42 0a'))).toBe('灯\n');
  });

  // letters of Latin-1 alone: Node 20 takes the others of Windows-1252 for control characters
  it.each([
    'Señor García said «no», naïve, perhaps; the café is 20 °C.',
    'Müller ging über die Straße zum Bürgermeister.',
  ])('is Windows’ own where nothing else fits: %s', (text) => {
    expect(decodeText(encoder('windows-1252')(text))).toBe(text);
  });

  it('goes by what an HTML file states', () => {
    const page = '<html><head><meta charset="windows-1251"></head><body>Токио';
    expect(decodeText(encoder('windows-1251')(page))).toBe(page);
    const wrong = '<meta charset="no-such-thing">café';
    expect(decodeText(latin(wrong))).toBe(wrong);
  });

  it('has one kind of line end', () => {
    expect(decodeText(latin('a\r\nb\rc\n'))).toBe('a\nb\nc\n');
  });

  it('is none in what is no text', () => {
    expect(decodeText(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))).toBeNull();
    expect(decodeText(utf8('%PDF-1.7\n\0\0\u0001\u0002stream'))).toBeNull();
    expect(decodeText(utf8('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'))).toBeNull();
    expect(decodeText(utf8('{\\rtf1\\ansi Mina Sato said so.}'))).toBeNull();
    expect(decodeText(utf8('%PDF, she said, is no text.'))).not.toBeNull();
    expect(decodeText(bytes('ff fe 00 d8'))).toBeNull();
    expect(decodeText(bytes('ef bb bf ff'))).toBeNull();
  });
});
