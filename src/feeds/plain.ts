const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A title's text: tags of HTML dropped, its commonest character references resolved, white space as one space. */
export function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,500}>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (all, decimal, hex, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** Plain text as markup that says the same, a paragraph for each line. */
export const markupOf = (text: string): string =>
  text
    .split(/\r?\n+/)
    .map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').trim())
    .filter(Boolean)
    .map((line) => `<p>${line}</p>`)
    .join('\n');
