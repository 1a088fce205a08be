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
  'A ABBR ACRONYM B BDI BDO BIG CITE DATA DEL DFN EM FONT I INS LABEL MARK NOBR Q RUBY S SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR RB';
const SKIP =
  'TEXTAREA INPUT SELECT OPTION DATALIST CODE SAMP KBD SVG MATH IFRAME OBJECT EMBED VIDEO AUDIO CANVAS METER PROGRESS HEAD TITLE';

const SILENT = 'SCRIPT STYLE NOSCRIPT TEMPLATE RT RP';

const ROLES = new Map<string, Role>();
for (const tag of INLINE.split(' ')) ROLES.set(tag, 'inline');
for (const tag of SKIP.split(' ')) ROLES.set(tag, 'skip');
for (const tag of SILENT.split(' ')) ROLES.set(tag, 'silent');

/** The role of an element by its tag alone; an unknown or custom tag is a block, so that no name is read across it. */
export function roleOf(element: Element): Role {
  const tag = element.tagName;
  const known = ROLES.get(tag);
  if (known) return known;
  // Tags of SVG and XHTML come in lower case.
  const role = ROLES.get(tag.toUpperCase()) ?? 'block';
  ROLES.set(tag, role);
  return role;
}

export const isRead = (role: Role): boolean => role === 'inline' || role === 'block';

/** True where a reader types: such text is never read. */
export function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value !== 'false' && value !== 'inherit';
}

/** The element or shadow root whose own inline text a node belongs to; null for a node outside any. */
export function blockOf(node: Node): Element | ShadowRoot | null {
  let at: Node | null = node.nodeType === 1 ? node : node.parentNode;
  while (at) {
    if (at.nodeType === 11) return at as ShadowRoot;
    if (at.nodeType !== 1) return null;
    if (roleOf(at as Element) === 'block') return at as Element;
    at = at.parentNode;
  }
  return null;
}

/** True where a node lies in text that is never read: a skipped element or an editable one above it. */
export function isSkipped(node: Node): boolean {
  let at: Node | null = node.nodeType === 1 ? node : node.parentNode;
  while (at) {
    if (at.nodeType === 1 && (!isRead(roleOf(at as Element)) || isEditable(at as Element))) return true;
    at = at.nodeType === 11 ? ((at as ShadowRoot).host ?? null) : at.parentNode;
  }
  return false;
}
