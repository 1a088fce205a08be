import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus to an element (with a tabindex) when a list has lost an item, since the button that was pressed went
 * with it and the focus would start over at the top of the page.
 */
export function useFocusAfterLoss<Element extends HTMLElement>(length: number): RefObject<Element | null> {
  const home = useRef<Element>(null);
  const before = useRef(length);
  useEffect(() => {
    if (length < before.current && document.activeElement === document.body) home.current?.focus();
    before.current = length;
  }, [length]);
  return home;
}
