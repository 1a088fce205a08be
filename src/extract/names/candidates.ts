import type { Document } from '../document';
import { FLAG, FREQUENCY_SHIFT, PERSON_FLAGS, PLACE_FLAGS } from '../lexicon/flags';
import { CONNECTORS } from '../lexicon/words';
import { isCapitalised } from './evidence';
import { CASE, type Words } from './words';

const NAMED = PERSON_FLAGS | PLACE_FLAGS | FLAG.organisation;
const INNER_MARKS = new Set(['.', '&', '-', "'s", '’s', ',', "'", '’', '/', '!', '+']);

/** 1 for each token that may be part of a name; all others need no look. */
export function findCandidates(doc: Document, words: Words): Uint8Array {
  const { tokens, sentenceOf } = doc;
  const found = new Uint8Array(tokens.length);
  const near = (i: number, from: number, to: number) => {
    for (let k = i + from; k <= i + to; k++) {
      if (k >= 0 && k < tokens.length && sentenceOf[k] === sentenceOf[i] && isCapitalised(words.caseOf[k]!))
        return true;
    }
    return false;
  };
  const address = markAddresses(doc);
  for (let i = 0; i < tokens.length; i++) {
    if (address[i]) continue;
    const sort = words.caseOf[i]!;
    if (isCapitalised(sort)) {
      // "I'm", "I've"
      found[i] = tokens[i]!.surface.charCodeAt(0) === 73 && /^I['’]/.test(tokens[i]!.surface) ? 0 : 1;
    } else if (sort === CASE.lower) {
      const flags = words.flags[words.of[i]!]!;
      if (CONNECTORS.has(tokens[i]!.surface)) {
        found[i] =
          near(i, -3, -1) && near(i, 1, 3) ? 1 : near(i, 1, 2) && tokens[i]!.surface.length < 4 ? 1 : 0;
      } else if (flags & NAMED && ((flags >>> FREQUENCY_SHIFT) & 15) < 11) found[i] = 1;
      else if (flags & FLAG.organisationHead || flags === 0)
        found[i] = near(i, -1, -1) || near(i, 1, 1) ? 1 : 0;
    } else if (sort === CASE.number) found[i] = near(i, -1, -1) || near(i, 1, 1) ? 1 : 0;
    else if (sort === CASE.mark && INNER_MARKS.has(tokens[i]!.surface)) found[i] = near(i, -1, -1) ? 1 : 0;
  }
  return found;
}

/** 1 for each token of a web or mail address or a user's handle: a stretch without a space that holds "@", "://" or "www.". */
function markAddresses({ tokens }: Document): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; ) {
    let end = i + 1;
    let address = ADDRESS.has(tokens[i]!.surface);
    while (end < tokens.length && tokens[end]!.start === tokens[end - 1]!.end) {
      const { surface } = tokens[end]!;
      if (ADDRESS.has(surface) || (surface === '/' && tokens[end - 1]!.surface === '/')) address = true;
      end++;
    }
    if (address) marks.fill(1, i, end);
    i = end;
  }
  return marks;
}
const ADDRESS = new Set(['@', 'www', 'http', 'https']);
