import type { Document } from '../document';
import type { NameMention } from '../names';

/**
 * Names apart from those of the agencies in datelines ("Tokyo, April 22 (IANS)"): these tell who filed the article, not
 * whom it is about, unless the text names them too.
 */
export function partAgencies(
  doc: Document,
  names: readonly NameMention[],
): { names: NameMention[]; agencies: NameMention[] } {
  const filed = (name: NameMention) =>
    (name.kind === 'organisation' || name.kind === 'other') &&
    doc.datelines.has(doc.sentenceOf[name.firstToken]!);
  const surfaceOf = ({ start, end }: NameMention) => doc.text.slice(start, end);
  if (!names.some(filed)) return { names: [...names], agencies: [] };
  const told = new Set(names.filter((name) => !filed(name)).map(surfaceOf));
  const isAgency = (name: NameMention) => filed(name) && !told.has(surfaceOf(name));
  return { names: names.filter((name) => !isAgency(name)), agencies: names.filter(isAgency) };
}
