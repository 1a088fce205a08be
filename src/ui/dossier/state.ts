import type { FullDossier, OpenedArticle } from '../../brief/types';
import type { Span } from '../../text/span';

/** An article as it was opened, with the passage that was asked for. */
export interface Opened extends OpenedArticle {
  passage: Span | null;
}

/** What the dossier page shows. */
export type DossierView =
  | { is: 'loading' }
  | { is: 'failed'; error: string }
  | { is: 'missing'; what: 'entity' | 'article' | 'nothing' }
  | { is: 'entity'; dossier: FullDossier }
  | { is: 'article'; opened: Opened };

/** What an address of the dossier page asks for. */
export type Asked = { entity: string } | { article: string; passage: Span | null } | null;

/** Reads the address `?entity=…` or `?article=…&start=…&end=…`; a passage that is no span is left out. */
export function askedBy(search: string): Asked {
  const query = new URLSearchParams(search);
  const entity = query.get('entity');
  if (entity) return { entity };
  const article = query.get('article');
  if (!article) return null;
  const start = Number(query.get('start') ?? Number.NaN);
  const end = Number(query.get('end') ?? Number.NaN);
  const valid = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start;
  return { article, passage: valid ? { start, end } : null };
}
