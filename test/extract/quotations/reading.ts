import { prepare } from '../../../src/extract/document';
import type { NameMention } from '../../../src/extract/names';
import { findQuotations } from '../../../src/extract/quotations';
import type { Kind } from '../../../src/extract/types';

/** People and bodies that the tests' sentences name; the first word of a body's name says what it is. */
const NAMES: Record<string, Kind> = {
  'Ann Lee': 'person',
  'Omar Diaz': 'person',
  'Petra Novak': 'person',
  Lee: 'person',
  Diaz: 'person',
  Novak: 'person',
  'Harbour Trust': 'organisation',
  'Daily Ledger': 'organisation',
  Westport: 'place',
};

/** A Document of the text with the names above where they stand. */
export function documentOf(text: string) {
  const doc = prepare({ id: 't', text, published: { date: null, basis: 'none' }, origin: 'imported' });
  const names: NameMention[] = [];
  for (let i = 0; i < doc.tokens.length; i++) {
    const pair = doc.tokens[i + 1] && text.slice(doc.tokens[i]!.start, doc.tokens[i + 1]!.end);
    const length = pair && NAMES[pair] ? 2 : NAMES[doc.tokens[i]!.surface] ? 1 : 0;
    if (!length) continue;
    const [first, last] = [doc.tokens[i]!, doc.tokens[i + length - 1]!];
    const kind = NAMES[text.slice(first.start, last.end)]!;
    names.push({ start: first.start, end: last.end, kind, firstToken: i, endToken: i + length });
    i += length - 1;
  }
  return { doc, names };
}

/** What the text's quotations say, as strings: `kind | speaker | cue | content / content`. */
export function read(text: string): string[] {
  const { doc, names } = documentOf(text);
  const at = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : '-');
  return findQuotations(doc, names).map(({ kind, speaker, cue, content }) =>
    [kind, at(speaker), at(cue), content.map(at).join(' / ')].join(' | '),
  );
}
