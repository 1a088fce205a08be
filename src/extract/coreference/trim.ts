import type { Document } from '../document';
import type { NameMention } from '../names';
import { roleHead } from '../roles/heads';
import { fold } from './form';
import { isTitleWord } from './titles';

/** Names without the title that was taken for a part of them ("Ambassador-Designate Glass" where a Glass is known). */
export function trimTitles(doc: Document, names: readonly NameMention[]): NameMention[] {
  const surnames = new Set<string>();
  for (const name of names)
    if (name.kind === 'person') surnames.add(fold(doc.tokens[name.endToken - 1]!.surface));
  return names.map((name) => {
    let first = name.firstToken;
    while (first + 1 < name.endToken && isTitle(fold(doc.tokens[first]!.surface))) {
      first++;
      if (doc.tokens[first]!.surface === '.' && first + 1 < name.endToken) first++;
    }
    if (first === name.firstToken) return name;
    const person = name.kind === 'person';
    if (!person && !surnames.has(fold(doc.tokens[name.endToken - 1]!.surface))) return name;
    return { ...name, kind: 'person', firstToken: first, start: doc.tokens[first]!.start };
  });
}

const isTitle = (folded: string): boolean => isTitleWord(folded) || roleHead(folded) !== null;
