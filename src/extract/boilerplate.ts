import { startsLower } from '../text/letters';
import type { Sentence } from '../text/sentences';
import type { Document } from './document';

const LETTER_OR_DIGIT = /[\p{L}\d]/u;
const VERB_LIKE = /\b\p{Ll}+(?:s|ing)\b/u;
const READABLE = /\p{L}{2}|\p{Lo}/u;

// What a page says about itself, at the start of a short sentence.
const IMPERATIVE =
  /^\W{0,3}(?:(?:please )?(?:subscribe|sign up|stay (?:informed|tuned|up to date|connected|ahead)|follow us|join (?:us|our)|download (?:our|the)|click (?:here|on)|tap here|share this|get (?:the|our|all the) (?:latest|best|newsletter|app)|register (?:now|here|for)|log in|sign in|support our|donate|listen to|watch(?: live)?:|read (?:more|also|next|full|the full|our)|also read|see also|more (?:on this|from|stories|news)|related(?: articles?| stories| topics| content)?\b|recommended|trending|most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested)|continue reading|skip to|advertisement|story continues|sponsored|this (?:story|article|report) (?:was|has been|is)(?: \w+){0,2} (?:published|produced|updated|generated|from|edited|originally|syndicated|available)|the (?:views|opinions) expressed|have (?:a|you got a) (?:tip|story)|send (?:us|your) |do you have |contact (?:us|the)|by (?:signing|clicking|continuing|subscribing))|all rights reserved|copyright\b|©|\(c\) ?\d|terms (?:of|and)|privacy policy|cookie)/i;
const RIGHTS =
  /©|\ball rights reserved\b|\bcopyright (?:\d{4}|©|\(c\))|\bsubscribe to our\b|\bour (?:free )?newsletters?\b|\bour (?:terms of (?:use|service)|privacy policy)\b|\bmay not be (?:published|reproduced)\b/i;
const BYLINE =
  /^(?:by|from|reporting by|written by|edited by|editing by|additional reporting|with (?:inputs|contributions|files) from|compiled by|story by|words by)\b[ :]|^\(?(?:additional )?(?:reporting|editing|writing) by\b|^(?:updated|published|posted|last (?:updated|modified)|first published)\b ?:?|^\d+ min(?:ute)?s? read|^(?:source|sources|tags?|topics?|filed under|category|location)s? ?:/i;
const CREDIT =
  /(?:^|[\s(.])(?:image|images|photo|photos|photograph|picture|video|audio|credit|illustration|graphic|file photo|screenshot)s?(?: (?:credit|courtesy|source|by))?(?: of)? ?: ?\S/i;
const CREDIT_TAIL =
  /(?:\((?:AP Photo|Photo|Image|File|Reuters|AFP|Getty)[^()]{0,60}\)|\/ ?(?:Reuters|AFP|AP|Getty Images|Pool|REUTERS)\.?|\b(?:Getty Images|AP Photo|file photo|from file, \d{4}|REUTERS\/[\w .]+|via (?:Reuters|AP|AFP|Getty Images))\.?)$/;
const ENDS = /[.!?…。！？:;,]["”’')\]»」』]*$/;
const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|said|says|told|made|took|came|went|gave|got|held|met|won|lost|left|became|began|saw|rose|fell)\b|\w(?:ed|n't)\b/i;

/** A heading has at most so many words, a title line at the article's head may have more. */
const HEADING = 12;
const TITLE = 30;
const CAPTION = 70;

/**
 * Indexes of the sentences that are prose: no dateline, title, subheading, caption, byline, newsletter line or
 * notice of rights. An article of nothing but such lines (a list, verse) has them all as prose.
 */
export function findProse(doc: Document): Set<number> {
  const prose = new Set<number>();
  const { sentences } = doc;
  for (let first = 0; first < sentences.length; ) {
    let end = first + 1;
    while (end < sentences.length && sentences[end]!.block === sentences[first]!.block) end++;
    const rest: number[] = [];
    for (let i = first; i < end; i++) if (!doc.datelines.has(i)) rest.push(i);
    if (rest.length && !isBoilerplate(doc, rest)) {
      for (const i of rest) if (!isNotice(doc.text, sentences[i]!)) prose.add(i);
    }
    first = end;
  }
  if (!prose.size) for (const i of sentences.keys()) if (!doc.datelines.has(i)) prose.add(i);
  return prose;
}

const words = (sentence: Sentence): number => sentence.endToken - sentence.firstToken;

/** Whether the whole block, given by its sentences, is none of the article's prose. */
function isBoilerplate(doc: Document, block: readonly number[]): boolean {
  const sentences = block.map((i) => doc.sentences[i]!);
  const [head, tail] = [sentences[0]!, sentences[sentences.length - 1]!];
  const length = tail.endToken - head.firstToken;
  if (length > CAPTION + 30) return false;
  const text = doc.text.slice(head.start, tail.end);
  if (!LETTER_OR_DIGIT.test(text)) return true;
  if (doc.article.title && text === doc.article.title.trim()) return true;
  if (length <= CAPTION && (CREDIT.test(text) || CREDIT_TAIL.test(text))) return true;
  // "pilgrims at the mosque in 2008.": what stands under a picture.
  if (length <= 30 && startsLower(text) && !VERB.test(text)) return true;
  if (
    sentences.length === 1 &&
    length <= 16 &&
    doc.sentences.length > 8 &&
    !VERB.test(text) &&
    !VERB_LIKE.test(text.replace(/['’]s\b/g, ''))
  )
    return true;
  if (length <= 30 && BYLINE.test(text) && (!ENDS.test(text) || !VERB.test(text))) return true;
  if (sentences.every((s) => words(s) <= 10) && sentences.some((s) => isNotice(doc.text, s))) return true;
  if (!ENDS.test(text) && !/["”]$/.test(text)) {
    const title =
      head.block === doc.sentences[0]!.block && length <= TITLE && doc.sentences.length > block.length;
    if (title || (sentences.length === 1 && length <= HEADING)) return true;
  }
  return false;
}

/** Whether a sentence speaks of the page and not of the world. */
function isNotice(text: string, sentence: Sentence): boolean {
  if (words(sentence) > 30) return false;
  const surface = text.slice(sentence.start, sentence.end);
  if (!READABLE.test(surface)) return true;
  return IMPERATIVE.test(surface) || RIGHTS.test(surface);
}
