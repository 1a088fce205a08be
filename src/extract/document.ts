import { type Sentence, splitSentences } from '../text/sentences';
import { type Token, tokenise } from '../text/tokens';
import { cutDatelines } from './datelines';
import type { Article, Day } from './types';

/** An article made ready for reading: what every stage starts from. */
export interface Document {
  /** As given; where no day of publication was, the one that its dateline states. */
  article: Article;
  text: string;
  tokens: Token[];
  /** Every sentence and line, boilerplate included, so that each token has one. A dateline is one by itself. */
  sentences: Sentence[];
  /** Index in `sentences` of each token's sentence. */
  sentenceOf: Uint32Array;
  /** Indexes in `sentences` of those that are datelines. */
  datelines: ReadonlySet<number>;
  /** The day that a dateline states in full, whatever was given. */
  stated: Day | null;
}

/** Tokens and sentences of an article; linear in the text. */
export function prepare(article: Article): Document {
  const tokens = tokenise(article.text);
  const split = splitSentences(article.text, tokens);
  const { sentences, datelines, stated } = cutDatelines(article.text, tokens, split);
  const sentenceOf = new Uint32Array(tokens.length);
  sentences.forEach((sentence, i) => {
    sentenceOf.fill(i, sentence.firstToken, sentence.endToken);
  });
  const known =
    article.published.date === null && stated
      ? { ...article, published: { date: stated, basis: 'stated' as const } }
      : article;
  return { article: known, text: article.text, tokens, sentences, sentenceOf, datelines, stated };
}
