import type { Coreference } from './coreference';
import type { Document } from './document';
import type { Entity, Quote } from './types';

const LETTER = /\p{L}/u;

/**
 * Weights of what makes an entity one that a person names when telling the article in one sentence (entity salience,
 * Dunietz and Gillick 2014). Set by hand on GUM's Wikinews articles, whose licence (CC-BY 4.0) allows it.
 */
export const SALIENCE = {
  mentions: 1.3,
  title: 2,
  lead: 1,
  source: 1.5,
  spread: 1,
  late: 1,
  person: 0.3,
  organisation: 0.3,
  place: 1,
  other: -1.5,
};

/** Parts of the article that the spread of an entity's mentions is told by. */
const PARTS = 6;
/** How far into the text the lead reaches at most, in characters. */
const LEAD = 700;

interface Trace {
  count: number;
  title: boolean;
  lead: number;
  parts: number;
  first: number;
}

/** The entities, the one the article is most about first. */
export function rankEntities(doc: Document, coreference: Coreference, quotes: readonly Quote[]): Entity[] {
  const traces = new Map<string, Trace>();
  const body = bodyStart(doc);
  const lead = leadEnd(doc, body);
  const length = Math.max(1, doc.text.length);
  for (const mention of coreference.mentions) {
    if (mention.entity === null) continue;
    let trace = traces.get(mention.entity);
    if (!trace) {
      trace = { count: 0, title: false, lead: 0, parts: 0, first: mention.start / length };
      traces.set(mention.entity, trace);
    }
    trace.count += mention.form === 'name' ? 1 : 0.7;
    if (mention.start < body) trace.title = true;
    else if (mention.start < lead) trace.lead++;
    trace.parts |= 1 << Math.min(PARTS - 1, Math.floor((mention.start * PARTS) / length));
  }
  const spoken = new Map<string, number>();
  for (const { entity } of quotes) if (entity) spoken.set(entity, (spoken.get(entity) ?? 0) + 1);
  const title = doc.article.title?.toLowerCase() ?? '';
  const scored = coreference.entities.map((entity, at) => {
    const trace = traces.get(entity.id);
    if (!trace) return { entity, at, score: Number.NEGATIVE_INFINITY };
    const named = trace.title || [entity.name, ...entity.aliases].some((name) => hasWords(title, name));
    const source = Math.min(1, ((spoken.get(entity.id) ?? 0) * 2) / trace.count);
    return { entity, at, score: salienceOf(entity, trace, named) - (named ? 0 : SALIENCE.source * source) };
  });
  return scored.sort((a, b) => b.score - a.score || a.at - b.at).map(({ entity }) => entity);
}

function salienceOf(entity: Entity, trace: Trace, titled: boolean): number {
  const w = SALIENCE;
  return (
    w.mentions * Math.log2(1 + trace.count) +
    (titled ? w.title : 0) +
    w.lead * Math.min(1, trace.lead) +
    (w.spread * bits(trace.parts)) / PARTS -
    w.late * trace.first +
    w[entity.kind]
  );
}

const bits = (value: number): number => {
  let n = 0;
  for (let rest = value; rest; rest &= rest - 1) n++;
  return n;
};

const hasWords = (title: string, name: string): boolean => {
  const at = title.indexOf(name.toLowerCase());
  if (at < 0 || name.length < 2) return false;
  return !LETTER.test(title[at - 1] ?? ' ') && !LETTER.test(title[at + name.length] ?? ' ');
};

/** Where the body begins: after a first line that is the title. */
function bodyStart(doc: Document): number {
  const { title } = doc.article;
  return title && doc.text.startsWith(title) ? title.length : 0;
}

/** Where the lead ends: with the second sentence that is as long as a sentence of prose. */
function leadEnd(doc: Document, body: number): number {
  let long = 0;
  for (const { start, end, firstToken, endToken } of doc.sentences) {
    if (start < body) continue;
    if (endToken - firstToken > 8 && ++long === 2) return Math.min(end, body + LEAD);
    if (start > body + LEAD) break;
  }
  return body + LEAD;
}
