/**
 * Functions that run inside a page, each sent as source: it uses nothing from this module's scope but its arguments.
 */

/** A mark as the page's own scripts can see it in the CSS Custom Highlight registry. */
export interface Drawn {
  /** The text under the range, verbatim. */
  text: string;
  /** What stands before and after it, for a person to judge it by. */
  before: string;
  after: string;
  /** It begins or ends in the middle of a word of its text node (in a script that parts words by spaces). */
  half: boolean;
  /** Which text node, by a number given at its first sight, and where in it. */
  at: string;
  /** Of which frame of the page, 0 for the page itself. */
  frame?: number;
  /** Goes on with the name that the mark before it began, in another node. */
  goesOn: boolean;
  /** Where it stands on the page from the top, and whether it is in the window with nothing over it. */
  y: number;
  bare: boolean;
  /** Its client rectangles. */
  rects: { left: number; top: number; right: number; bottom: number }[];
  /** Whether each rectangle lies in those of its whole text node. */
  inside: boolean;
  /** Whether a reader can see it: rendered and not made invisible. */
  visible: boolean;
}

/** Makes a page the same at each loading as far as chance and the clock go, and listens for shifts of its layout. */
export function prepare(): void {
  let seed = 42;
  Math.random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const ahead = Date.UTC(2026, 0, 15, 12) - Date.now();
  const Real = Date;
  const later = Real.now.bind(Real);
  const now = () => later() + ahead;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  const all: { at: number; value: number }[] = [];
  const came: { at: number; element: Element }[] = [];
  Object.assign(window, { __shifts: all, __came: came });
  // The host element is a child of the root.
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof Element && node.parentNode === document.documentElement)
        came.push({ at: performance.now(), element: node });
  }).observe(document, { childList: true, subtree: true });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        all.push({ at: entry.startTime, value: (entry as unknown as { value: number }).value });
    }).observe({ type: 'layout-shift', buffered: true });
}

/** How much there is of the page now; the same twice in a row means that it has come to rest. */
export function amount(): string {
  const marks = CSS.highlights?.get('nameplate')?.size ?? 0;
  return `${document.getElementsByTagName('*').length}/${document.body?.textContent?.length}/${marks}/${document.documentElement.scrollHeight}`;
}

/** Everything that the page's nodes are, one a line: same-origin frames and open shadow roots too; our host left out. */
export function nodes(host: string): string {
  const lines: string[] = [];
  const visit = (node: Node, depth: number): void => {
    if (node.nodeType === 1) {
      const element = node as Element;
      if (element.matches(host)) return;
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
      lines.push(`${depth}<${element.nodeName} ${attributes.join(' ')}>`);
      if (element.shadowRoot) {
        lines.push(`${depth}#shadow`);
        visit(element.shadowRoot, depth + 1);
      }
      if (element instanceof HTMLTemplateElement) visit(element.content, depth + 1);
      if (element instanceof HTMLIFrameElement) {
        let inner: Document | null = null;
        try {
          inner = element.contentDocument;
        } catch {
          inner = null;
        }
        if (inner) visit(inner, depth + 1);
      }
    } else lines.push(`${depth}${node.nodeName}${JSON.stringify(node.nodeValue)}`);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, depth + 1);
  };
  visit(document, 0);
  return lines.join('\n');
}

/** Where every element stands, one a line, to a hundredth of a pixel; our host left out. */
export function places(host: string): string {
  const lines: string[] = [];
  for (const element of document.getElementsByTagName('*')) {
    if (element.matches(host)) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    lines.push(`${element.nodeName} ${[x, y, width, height].map((n) => n.toFixed(2)).join(' ')}`);
  }
  return lines.join('\n');
}

/** How far things have moved on the page by themselves, in all and after our host element came. */
export function shifts(host: string): { shifted: number; shiftedLater: number } {
  const { __shifts: all, __came: came } = window as unknown as {
    __shifts: { at: number; value: number }[];
    __came: { at: number; element: Element }[];
  };
  const ours = came.find(({ element }) => element.matches(host))?.at ?? Number.POSITIVE_INFINITY;
  const sum = (entries: typeof all) => entries.reduce((total, { value }) => total + value, 0);
  return { shifted: sum(all), shiftedLater: sum(all.filter(({ at }) => at >= ours)) };
}

/** Selects all of the page and gives the text of the selection. */
export function selectAll(): string {
  const selection = getSelection()!;
  selection.selectAllChildren(document.documentElement);
  const text = selection.toString();
  selection.removeAllRanges();
  return text;
}

/** The marks that are drawn now. */
export function drawn(): Drawn[] {
  const found: Drawn[] = [];
  const known = window as unknown as { __nodes?: Map<Node, number> };
  known.__nodes ??= new Map();
  const numberOf = (node: Node): number => {
    const number = known.__nodes!.get(node) ?? known.__nodes!.size;
    known.__nodes!.set(node, number);
    return number;
  };
  const isHalf = (text: string, at: number) =>
    /[\p{Script=Latin}\p{M}\p{Nd}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
  let last: { node: Text; end: number } | null = null;
  for (const stored of CSS.highlights?.get('nameplate') ?? []) {
    const node = stored.startContainer as Text;
    if (!node.isConnected || stored.endContainer !== node) {
      found.push({
        text: 'NOT IN THE PAGE',
        before: '',
        after: '',
        half: false,
        at: '',
        goesOn: false,
        y: 0,
        bare: false,
        rects: [],
        inside: false,
        visible: true,
      });
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    const whole = [...range.getClientRects()];
    range.setStart(node, stored.startOffset);
    range.setEnd(node, stored.endOffset);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    // A name that is split over elements is several ranges, one after the other, with no text between.
    const between = document.createRange();
    if (last) between.setStart(last.node, last.end);
    between.setEnd(node, stored.startOffset);
    const goesOn = last !== null && last.node !== node && between.toString() === '' && !between.collapsed;
    last = { node, end: stored.endOffset };
    const near = (parent: Element | null): string => {
      if (!parent) return '';
      const text = parent.textContent ?? '';
      return text.length > 120 || !parent.parentElement ? text : near(parent.parentElement);
    };
    const around = near(node.parentElement);
    const at = around.indexOf(node.data) + stored.startOffset;
    const length = stored.endOffset - stored.startOffset;
    found.push({
      text: range.toString(),
      before: around.slice(Math.max(0, at - 70), at),
      after: around.slice(at + length, at + length + 60),
      at: `${numberOf(node)}:${stored.startOffset}`,
      goesOn,
      y: (rects[0]?.top ?? 0) + scrollY,
      bare:
        rects.length > 0 &&
        rects.every(({ left, top, right, bottom }) => {
          const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return over !== null && node.parentElement!.contains(over);
        }),
      half: isHalf(node.data, stored.startOffset) || isHalf(node.data, stored.endOffset),
      rects: rects.map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
      inside: rects.every((rect) =>
        whole.some(
          (box) =>
            rect.left >= box.left - 1 &&
            rect.right <= box.right + 1 &&
            rect.top >= box.top - 1 &&
            rect.bottom <= box.bottom + 1,
        ),
      ),
      visible:
        rects.length > 0 &&
        (node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false),
    });
  }
  return found;
}

/**
 * Where two pictures of a window differ: how many pixels outside all the boxes (with some room for a line below the
 * letters), and in each of them.
 */
export async function pictureDifference(
  pictures: readonly [string, string],
  boxes: readonly { left: number; top: number; right: number; bottom: number }[],
): Promise<{ outside: number; first: number[] | null; inside: number[] }> {
  const roomOf = ({ top, bottom }: { top: number; bottom: number }) => Math.max(6, 0.5 * (bottom - top));
  const [one, other] = await Promise.all(
    pictures.map(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height);
    }),
  );
  const inside = boxes.map(() => 0);
  let outside = 0;
  let first: number[] | null = null;
  for (let i = 0; i < one!.data.length; i += 4) {
    if ([0, 1, 2].every((channel) => one!.data[i + channel] === other!.data[i + channel])) continue;
    const [x, y] = [(i / 4) % one!.width, Math.floor(i / 4 / one!.width)];
    const box = boxes.findIndex((it) => {
      const room = roomOf(it);
      return x >= it.left - room && x <= it.right + room && y >= it.top - room && y <= it.bottom + room;
    });
    if (box >= 0) inside[box]!++;
    else {
      outside++;
      first ??= [x, y];
    }
  }
  return { outside, first, inside };
}
