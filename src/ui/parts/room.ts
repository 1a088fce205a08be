import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How wide an element is, in CSS pixels and in its own em; followed as it changes. */
export interface Room {
  width: number;
  em: number;
}

/** Measures an element; null before the first layout. */
export function useRoom<Element extends HTMLElement>(): [RefObject<Element | null>, Room | null] {
  const place = useRef<Element>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => {
      const { width } = element.getBoundingClientRect();
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      if (width > 0)
        setRoom((before) => (before?.width === width && before.em === em ? before : { width, em }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [place, room];
}
