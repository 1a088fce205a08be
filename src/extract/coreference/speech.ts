import type { Quotation } from '../quotations';
import { type Discourse, firstTokenFrom, type Noun } from './discourse';

/** "it" as the one who speaks ("it added"): token and the organisation that spoke or was spoken of last. */
export function resolveSpeakingIt(
  discourse: Discourse,
  nouns: readonly Noun[],
): { token: number; referent: number }[] {
  const found: { token: number; referent: number }[] = [];
  let next = 0;
  let spoken = -1;
  let acting = -1;
  let actingAt = -1;
  for (let token = 0; token < discourse.doc.tokens.length; token++) {
    while (next < nouns.length && nouns[next]!.firstToken < token) {
      const noun = nouns[next++]!;
      if (noun.referent < 0 || discourse.referents[noun.referent]!.kind !== 'organisation') continue;
      if (discourse.speaking[noun.firstToken])
        [spoken, acting, actingAt] = [noun.referent, noun.referent, noun.sentence];
      else if (noun.place === 'subject' || noun.sentence > actingAt)
        [acting, actingAt] = [noun.referent, noun.sentence];
    }
    if (!discourse.speaking[token] || !/^it$/i.test(discourse.doc.tokens[token]!.surface)) continue;
    const referent = spoken >= 0 ? spoken : acting;
    if (referent >= 0) found.push({ token, referent });
  }
  return found;
}

const FIRST = /^(?:i|me|my|mine|myself)$/i;

/** First-person pronouns inside the quotation marks of a person whose speaker is known. */
export function resolveFirstPerson(
  { doc, quotations }: Discourse,
  speakerOf: (quotation: Quotation) => number,
): { token: number; referent: number }[] {
  const found: { token: number; referent: number }[] = [];
  let from = 0;
  for (const quotation of quotations) {
    if (quotation.kind === 'indirect') continue;
    const referent = speakerOf(quotation);
    if (referent < 0) continue;
    for (const span of quotation.content) {
      for (let i = Math.max(from, firstTokenFrom(doc, span.start)); i < doc.tokens.length; i++) {
        if (doc.tokens[i]!.end > span.end) break;
        if (FIRST.test(doc.tokens[i]!.surface)) found.push({ token: i, referent });
        from = i + 1;
      }
    }
  }
  return found;
}
