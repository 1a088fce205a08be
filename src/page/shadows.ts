import type { Block } from './deep';
import { isSkipped } from './tags';

/** Elements between two looks at the clock. */
const STRIDE = 512;

/**
 * The open shadow roots that hang in these parts of the page, those inside shadow trees not among them. Nothing but
 * asking each element finds one, which costs more than gathering the text: it is done after the marks of the text.
 * Yields null every few hundred elements.
 */
export function* shadowsIn(roots: Iterable<Block>): Generator<ShadowRoot | null, void, void> {
  const found = new Set<ShadowRoot>();
  for (const root of roots) {
    const own = root.nodeType === 1 ? (root as Element).shadowRoot : null;
    if (own && !found.has(own)) {
      found.add(own);
      yield own;
    }
    const elements = root.querySelectorAll('*');
    for (let i = 0; i < elements.length; i++) {
      const shadow = elements[i]!.shadowRoot;
      if (shadow && !found.has(shadow) && !isSkipped(elements[i]!)) {
        found.add(shadow);
        yield shadow;
      }
      if (i % STRIDE === STRIDE - 1) yield null;
    }
  }
}
