import type { Frame, Page } from 'puppeteer-core';
import type { Point } from './drivers/types';

/**
 * What is marked in the page now, in page order, as the page itself can see it in the CSS Custom Highlight registry:
 * stretches that touch are one. With a selector, only what stands inside that element. Text in
 * shadow trees is not among them in Firefox, whose registry draws nothing there.
 */
export async function markedIn(page: Page | Frame, selector = 'html'): Promise<string[]> {
  return page.evaluate((within) => {
    const root = document.querySelector(within);
    const ranges: Range[] = [];
    for (const stored of CSS.highlights.get('nameplate') ?? []) {
      if (!root?.contains(stored.startContainer)) continue;
      const range = document.createRange();
      range.setStart(stored.startContainer, stored.startOffset);
      range.setEnd(stored.endContainer, stored.endOffset);
      ranges.push(range);
    }
    ranges.sort((a, b) => {
      const [one, other] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
      return one.bottom <= other.top + 2 ? -1 : other.bottom <= one.top + 2 ? 1 : one.left - other.left;
    });
    const texts: string[] = [];
    let last: DOMRect | null = null;
    for (const range of ranges) {
      const box = range.getBoundingClientRect();
      const touches =
        last !== null && Math.abs(last.right - box.left) < 1 && Math.abs(last.top - box.top) < 8;
      if (touches) texts.push(texts.pop() + range.toString());
      else texts.push(range.toString());
      last = box;
    }
    return texts;
  }, selector);
}

/** The middle of the nth occurrence of a text in what the selector finds, in viewport pixels, scrolled into view; an open shadow root's insides for its host. */
export async function pointOf(page: Page | Frame, text: string, selector = 'body', nth = 0): Promise<Point> {
  const point = await page.evaluate(
    (wanted, where, index) => {
      const element = document.querySelector(where);
      if (!element) return null;
      const root = element.shadowRoot ?? element;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      let left = index;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const data = node.nodeValue ?? '';
        for (let at = data.indexOf(wanted); at >= 0; at = data.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const before = range.getBoundingClientRect();
          if (before.top < 0 || before.bottom > innerHeight)
            node.parentElement?.scrollIntoView({ block: 'center' });
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return null;
    },
    text,
    selector,
    nth,
  );
  if (!point) throw new Error(`"${text}" is not on the page`);
  return point;
}

/** Everything a page's own nodes are: markup, open shadow roots, and the length of each text node. */
export interface Nodes {
  markup: string;
  texts: number[];
}

/** The page's nodes now and as its source says they are, the named host element left out of both. */
export async function nodesNowAndBefore(page: Page, host: string): Promise<{ now: Nodes; before: Nodes }> {
  return page.evaluate(async (hostName) => {
    const source = await (await fetch(location.href)).text();
    const untouched = new DOMParser().parseFromString(source, 'text/html');
    const nodes: Nodes[] = [];
    for (const given of [document, untouched]) {
      const copy = given.documentElement.cloneNode(true) as HTMLElement;
      for (const element of copy.querySelectorAll(hostName)) element.remove();
      const texts: number[] = [];
      const walker = given.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push((walker.currentNode as Text).data.length);
      nodes.push({ markup: copy.outerHTML, texts });
    }
    return { now: nodes[0]!, before: nodes[1]! };
  }, host);
}
