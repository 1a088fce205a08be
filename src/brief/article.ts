import type { Corpus } from '../corpus/types';
import { KINDS, type Kind } from '../extract/types';
import type { Span } from '../text/span';
import { runsOf, sourceOf } from './lines';
import type { NamedHere, OpenedArticle, ReadHere } from './types';
import { type CorpusView, type Leaf, viewOf } from './view';

/**
 * One article of the corpus whole: its text verbatim, cut at the names that open on, and what was read in it. Null if
 * there is none of this id.
 */
export function openArticle(corpus: Corpus, articleId: string): OpenedArticle | null {
  const view = viewOf(corpus);
  const leaf = view.leaves.get(articleId);
  if (!leaf) return null;
  const { article } = leaf;
  return {
    source: sourceOf(leaf),
    article,
    runs: runsOf(view, leaf, { start: 0, end: article.text.length }),
    read: readHere(view, leaf),
  };
}

const inOrder = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
const spanOf = ({ start, end }: Span): Span => ({ start, end });

function readHere(view: CorpusView, leaf: Leaf): ReadHere {
  const { quotes, dates, figures, summary } = leaf.reading;
  return {
    named: namedIn(view, leaf),
    quotes: quotes
      .flatMap(({ content, entity }) => {
        const said = content
          .map(spanOf)
          .filter(({ start, end }) => end > start)
          .sort(inOrder);
        if (said.length === 0) return [];
        const known = entity === null ? undefined : view.entities.get(entity);
        return { content: said, speaker: known ? { name: known.name, entity: known.id } : null };
      })
      .sort((a, b) => inOrder(a.content[0]!, b.content[0]!)),
    dates: dates.map(({ start, end, value }) => ({ start, end, value })).sort(inOrder),
    figures: figures.map(({ start, end, of }) => ({ start, end, of: of && spanOf(of) })).sort(inOrder),
    summary: summary.map(spanOf).sort(inOrder),
  };
}

function namedIn(view: CorpusView, { reading: { mentions } }: Leaf): NamedHere[] {
  const named = new Map<string, NamedHere>();
  for (const { start, end, form, entity } of mentions) {
    if (form !== 'name' || entity === null) continue;
    const known = named.get(entity);
    const found = view.entities.get(entity);
    if (known) known.places.push({ start, end });
    else if (found)
      named.set(entity, { entity, name: found.name, kind: found.kind, places: [{ start, end }] });
  }
  const rank = (kind: Kind): number => KINDS.indexOf(kind);
  return [...named.values()].sort(
    (a, b) =>
      rank(a.kind) - rank(b.kind) || b.places.length - a.places.length || inOrder(a.places[0]!, b.places[0]!),
  );
}
