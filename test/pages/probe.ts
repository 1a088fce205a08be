/**
 * Functions that run inside a page, each sent as source: it uses nothing from this module's scope but its arguments.
 */

/** A mark as the page's own scripts can see it in the CSS Custom Highlight registry. */
export interface Drawn {
  /** The text under the range, verbatim. */
  text: string;
  /** The characters directly before and after it in the text of its block, and some context for a person. */
  before: string;
  after: string;
  /** Which text node, by a number given at its first sight, and where in it. */
  at: string;
  /** Goes on with the name that the mark before it began, in another node. */
  goesOn: boolean;
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
  const shifts: number[] = [];
  Object.defineProperty(window, '__shifts', { value: shifts });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
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

export function shifted(): number {
  return (window as unknown as { __shifts: number[] }).__shifts.reduce((sum, value) => sum + value, 0);
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
  let last: { node: Text; end: number } | null = null;
  for (const stored of CSS.highlights?.get('nameplate') ?? []) {
    const node = stored.startContainer as Text;
    if (!node.isConnected || stored.endContainer !== node) {
      found.push({
        text: 'NOT IN THE PAGE',
        before: '',
        after: '',
        at: '',
        goesOn: false,
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
