import { findProse } from './boilerplate';
import { type Coreference, resolveCoreference } from './coreference';
import { speakingMention } from './coreference/attribution';
import { findDates } from './dates';
import { prepare } from './document';
import { findEvents } from './events';
import { findFigures } from './figures';
import type { Model } from './model';
import { recogniseNames } from './names';
import { findQuotations, type Quotation } from './quotations';
import { findRoles } from './roles';
import { rankEntities } from './salience';
import { summarise } from './summary';
import type { Article, Quote, Reading } from './types';

/** Reads one article. Pure: the same article and model give the same Reading to the byte. Never throws on any text. */
export function readArticle(article: Article, model: Model): Reading {
  const doc = prepare(article);
  const prose = findProse(doc);
  const names = recogniseNames(doc, model);
  const quotations = findQuotations(doc, names);
  const coreference = resolveCoreference(doc, names, quotations, model);
  const dates = findDates(doc);
  const quotes = quotations.map((quotation) => attributed(quotation, coreference));
  const entities = rankEntities(doc, coreference, quotes);
  return {
    id: article.id,
    published: doc.article.published,
    sentences: [...prose].map((i) => ({ start: doc.sentences[i]!.start, end: doc.sentences[i]!.end })),
    entities,
    mentions: coreference.mentions,
    roles: findRoles(doc, coreference),
    quotes,
    dates,
    events: findEvents(doc, prose, coreference, dates, quotations),
    figures: findFigures(doc, dates, prose),
    summary: summarise(doc, prose, entities, coreference.mentions),
  };
}

/** The quotation with the entity of the mention that its speaker's words hold. */
function attributed(quotation: Quotation, { mentions }: Coreference): Quote {
  const speaker = quotation.speaker && speakingMention(mentions, quotation.speaker);
  const content = quotation.content.filter(({ start, end }) => start < end);
  return { ...quotation, content, entity: speaker?.entity ?? null };
}
