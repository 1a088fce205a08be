import type { Document } from './document';
import type { NameMention } from './names';
import { attributeQuotations } from './quotations/find';
import type { Quotation } from './quotations/quotation';

export type { Quotation } from './quotations/quotation';

/**
 * Quotation attribution: direct, mixed and indirect speech, each with cue and speaker, in the order of the text.
 * By rule: pairs of quotation marks, verbs of saying with their subjects and complements. Linear in the text;
 * never throws.
 */
export function findQuotations(doc: Document, names: readonly NameMention[]): Quotation[] {
  return attributeQuotations(doc, names);
}
