import type { Coreference } from './coreference';
import type { Document } from './document';
import type { Role } from './types';

/** Titles and roles in the article's own words ("Japanese Prime Minister", "Tokyo's tariffs envoy"), each with its bearer and day. */
export function findRoles(_doc: Document, _coreference: Coreference): Role[] {
  return [];
}
