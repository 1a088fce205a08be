import type { Coreference } from './coreference';
import type { Document } from './document';
import type { Role } from './types';

/**
 * Titles and roles in the article's own words ("Japanese Prime Minister", "Tokyo's tariffs envoy"), each with its
 * bearer. They hold as of the article's day; none where that is unknown.
 */
export function findRoles(doc: Document, coreference: Coreference): Role[] {
  const asOf = doc.article.published.date;
  return coreference.roles.map((role) => ({ ...role, asOf }));
}
