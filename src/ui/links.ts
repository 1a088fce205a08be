import type { Provenance } from '../corpus/types';

const PAGE = '/dossier.html';

/** Where the library's articles are listed. */
export const LIBRARY = '/library.html';

/** The page that a newcomer sees first. */
export const WELCOME = '/welcome.html';

/** Address of an entity's dossier, within the extension. */
export const entityHref = (entity: string): string => `${PAGE}?${new URLSearchParams({ entity })}`;

/** Address of an article, with a passage marked where one is given. */
export function articleHref(articleId: string, span?: Provenance['span']): string {
  const query = new URLSearchParams({ article: articleId });
  if (span) {
    query.set('start', String(span.start));
    query.set('end', String(span.end));
  }
  return `${PAGE}?${query}`;
}

/** Address of the passage that a line comes from. */
export const passageHref = ({ articleId, span }: Provenance): string => articleHref(articleId, span);

/** An address of the web that may be linked to, or null: an article's own link is other people's text. */
export function webHref(url: string | null): string | null {
  try {
    const { protocol, href } = new URL(url ?? '');
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
