/** What the arrow keys go through: each name and each source once, and what folds or unfolds. */
const STOPS = 'main :is(a.name, .np-source, summary, button:not(.jump))';

/** A key as it comes from the popup's document. */
type Key = Pick<KeyboardEvent, 'key' | 'target' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const isSearch = (target: unknown): target is HTMLInputElement =>
  target instanceof Element && target.matches('.search input');

/**
 * The popup by keys alone: "/" to the search, arrows from name to name and line to line, Home and End, Enter in the search
 * to its first find, Escape back to an empty search. Gives whether the key was taken; what is not stays the browser's
 * (Escape that has nothing to clear closes the popup).
 */
export function takeKey(root: Document, { key, target, ctrlKey, metaKey, altKey }: Key): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  const search = root.querySelector<HTMLInputElement>('.search input');
  const typing = isSearch(target);
  if (key === '/' && !typing) return focus(search);
  if (key === 'Escape' && !typing && search?.value) return focus(search);
  const stops = [...root.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  if (key === 'Enter') return typing && search?.value ? press(stops[0]) : false;
  if (typing) return key === 'ArrowDown' ? focus(stops[0]) : false;
  if (key === 'Home') return focus(stops[0]);
  if (key === 'End') return focus(stops.at(-1));
  const here = target instanceof Element ? target : root.body;
  if (key === 'ArrowDown') return focus(stops.find((stop) => isAfter(stop, here)) ?? stops.at(-1));
  if (key === 'ArrowUp') return focus(stops.findLast((stop) => isAfter(here, stop)) ?? search);
  return false;
}

/** In document order; what stands in another is after it. */
const isAfter = (one: Element, other: Element): boolean =>
  (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function focus(element: HTMLElement | null | undefined): boolean {
  element?.focus();
  return element != null;
}

function press(element: HTMLElement | undefined): boolean {
  element?.click();
  return element !== undefined;
}
