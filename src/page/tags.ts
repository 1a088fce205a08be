import { attributeOf, parentOf, tagOf, typeOf } from './nodes';

/**
 * How an element's tag bears on the text around it. Tags and not computed styles are asked: a style question for each
 * element of a page would cost more than all the rest of the gathering, and what is hidden is found out only for the
 * few elements that hold a mark.
 */
export type Role =
  | 'inline'
  | 'block'
  /** Not read; nothing is read across it. */
  | 'skip'
  /** Not read, and the text around it goes on as if it were not there (a script, the reading of ruby text). */
  | 'silent';

const INLINE =
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby s slot small span strike strong sub sup time tt u var wbr rb tspan textPath';
const SKIP =
  'textarea input select option datalist code samp kbd math iframe object embed video audio canvas meter progress head title desc defs metadata clipPath mask marker pattern symbol';

const SILENT = 'script style noscript template rt rp';

const ROLES = new Map<string, Role>();
for (const tag of INLINE.split(' ')) ROLES.set(tag, 'inline');
for (const tag of SKIP.split(' ')) ROLES.set(tag, 'skip');
for (const tag of SILENT.split(' ')) ROLES.set(tag, 'silent');

/** The prototype of an interface of the page's elements; an object that no element has for one where there is none. */
const of = (name: string): object =>
  (globalThis as unknown as Record<string, { prototype: object } | undefined>)[name]?.prototype ?? {};
const A = of('HTMLAnchorElement');
const SPAN = of('HTMLSpanElement');
const DIV = of('HTMLDivElement');
const P = of('HTMLParagraphElement');
const LI = of('HTMLLIElement');
const UL = of('HTMLUListElement');
const HEADING = of('HTMLHeadingElement');
const CELL = of('HTMLTableCellElement');

/** The role of an element whose interface tells it, null for others, which takes a tenth of the time that asking its name takes. */
function roleAtOnce(node: Node): Role | null {
  const its: unknown = Object.getPrototypeOf(node);
  if (its === A || its === SPAN) return 'inline';
  if (its === DIV || its === P || its === LI || its === UL || its === HEADING || its === CELL) return 'block';
  return null;
}

/** The role of an element by its tag alone; an unknown or custom tag is a block, so that no name is read across it. */
export const roleOf = (element: Element): Role => roleAtOnce(element) ?? ROLES.get(tagOf(element)) ?? 'block';

/** The same for any node; what is no element is not read. */
export const roleOfNode = (node: Node): Role =>
  roleAtOnce(node) ?? (typeOf(node) === 1 ? (ROLES.get(tagOf(node as Element)) ?? 'block') : 'skip');

/** Whether the line breaks of a block's source are line breaks for the reader. */
export const isPreformatted = (block: Node): boolean =>
  roleAtOnce(block) === null && typeOf(block) === 1 && tagOf(block as Element) === 'pre';

export const isRead = (role: Role): boolean => role === 'inline' || role === 'block';

/** True where a reader types: such text is never read. */
export function isEditable(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value !== 'false' && value !== 'inherit';
}

/** The element or shadow root whose own inline text a node belongs to; null for a node outside any. */
export function blockOf(node: Node): Element | ShadowRoot | null {
  let at: Node | null = typeOf(node) === 1 ? node : parentOf(node);
  while (at) {
    if (typeOf(at) === 11) return at as ShadowRoot;
    if (typeOf(at) !== 1) return null;
    if (roleOf(at as Element) === 'block') return at as Element;
    at = parentOf(at);
  }
  return null;
}

/** True where a node lies in text that is never read: a skipped element or an editable one above it. */
export function isSkipped(node: Node): boolean {
  let at: Node | null = typeOf(node) === 1 ? node : parentOf(node);
  while (at) {
    if (typeOf(at) === 1 && (!isRead(roleOf(at as Element)) || isEditable(at as Element))) return true;
    at = typeOf(at) === 11 ? ((at as ShadowRoot).host ?? null) : parentOf(at);
  }
  return false;
}
