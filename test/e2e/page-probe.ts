import type { Page } from 'puppeteer-core';
import type { Point } from './drivers/types';

/** A highlighted stretch of the page, as the page itself can see it. */
export interface Seen {
  highlight: string;
  text: string;
}

/** What is highlighted in the page now (CSS Custom Highlight API), in page order. */
export async function highlighted(page: Page): Promise<Seen[]> {
  return page.evaluate(() => {
    const seen: { highlight: string; text: string; range: Range }[] = [];
    for (const [highlight, ranges] of CSS.highlights) {
      for (const stored of ranges) {
        const range = document.createRange();
        range.setStart(stored.startContainer, stored.startOffset);
        range.setEnd(stored.endContainer, stored.endOffset);
        seen.push({ highlight, text: range.toString(), range });
      }
    }
    const inOrder = seen.sort((a, b) =>
      a.range.startContainer.getRootNode() === b.range.startContainer.getRootNode()
        ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range)
        : 0,
    );
    return inOrder.map(({ highlight, text }) => ({ highlight, text }));
  });
}

/** The texts that are highlighted. */
export async function markedTexts(page: Page): Promise<string[]> {
  return (await highlighted(page)).map((seen) => seen.text);
}

/** The middle of the nth occurrence of a text in what the selector finds, in viewport pixels, scrolled into view. */
export async function pointOf(page: Page, text: string, selector = 'body', nth = 0): Promise<Point> {
  const point = await page.evaluate(
    (wanted, where, index) => {
      const root = document.querySelector(where);
      if (!root) return null;
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
