import type { Box } from './towards';

/** The part of the window that is seen, less an edge. */
export function viewBox(edge: number): Box {
  const { offsetLeft = 0, offsetTop = 0 } = window.visualViewport ?? {};
  const { clientWidth } = document.documentElement;
  const width = window.visualViewport?.width ?? clientWidth;
  const height = window.visualViewport?.height ?? window.innerHeight;
  return {
    left: offsetLeft + edge,
    top: offsetTop + edge,
    right: offsetLeft + width - edge,
    bottom: offsetTop + height - edge,
  };
}
