import { type Sentence, splitSentences } from '../text/sentences';
import { type Token, tokenise } from '../text/tokens';
import type { Article } from './types';

/** An article made ready for reading: what every stage starts from. */
export interface Document {
  article: Article;
  text: string;
  tokens: Token[];
  /** Every sentence and line, boilerplate included, so that each token has one. */
  sentences: Sentence[];
  /** Index in `sentences` of each token's sentence. */
  sentenceOf: Uint32Array;
}

/** Tokens and sentences of an article; linear in the text. */
export function prepare(article: Article): Document {
  const tokens = tokenise(article.text);
  const sentences = splitSentences(article.text, tokens);
  const sentenceOf = new Uint32Array(tokens.length);
  sentences.forEach((sentence, i) => {
    sentenceOf.fill(i, sentence.firstToken, sentence.endToken);
  });
  return { article, text: article.text, tokens, sentences, sentenceOf };
}
