import type { Document } from '../document';
import type { NameMention } from '../names';
import { foldedToken, WORD } from './grammar';

const KIN = new Set(
  `daughter son child children daughters sons wife husband widow widower mother father sister brother parents niece
nephew granddaughter grandson marriage married born cousin aunt uncle friend descendant`.split(/\s+/),
);
const BEFORE = 7;

/** For each name whether it only tells whose relative somebody else is: "the daughter of [Anna Lind] and [Karl Moe]". */
export function relatives(doc: Document, classes: Uint8Array, names: readonly NameMention[]): boolean[] {
  const told: boolean[] = [];
  names.forEach(({ firstToken }, n) => {
    const from = doc.sentences[doc.sentenceOf[firstToken]!]!.firstToken;
    let link = firstToken - 1;
    for (let steps = 0; link > from && steps < BEFORE; link--, steps++)
      if (classes[link] !== WORD.other && classes[link] !== WORD.determiner) break;
    if (classes[link] === WORD.conjunction) {
      const before = names[n - 1];
      const beside = before && link >= before.endToken && link - before.endToken < 5;
      told.push(beside ? told[n - 1]! : false);
    } else told.push(followsKinship(doc, classes, link, from));
  });
  return told;
}

/** Is the token an "of" right after a word of kinship, or a "to" some words after one ("born in Oslo to")? */
function followsKinship(doc: Document, classes: Uint8Array, link: number, from: number): boolean {
  const word = foldedToken(doc, link);
  if (word !== 'of' && word !== 'to') return false;
  for (let i = link - 1; i >= from && i >= link - BEFORE; i--) {
    if (classes[i] === WORD.comma || classes[i] === WORD.name) return false;
    if (KIN.has(foldedToken(doc, i))) return true;
    if (word === 'of') return false;
  }
  return false;
}
