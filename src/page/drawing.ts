import type { Look } from '../browser/messages';
import type { Host } from './host';
import type { PageMark } from './marks';
import { elementOf, IS_FIREFOX, isVisible, rectsOf, zoomOf } from './rects';

/** The names under which highlights are registered; `highlight.css` styles them. */
const MARKS: Record<Look, string> = { dotted: 'nameplate', solid: 'nameplate-solid', hover: 'nameplate' };

/**
 * Draws mentions without touching the page's nodes. Those that the bundled corpus alone explains go to the CSS Custom
 * Highlight registry, which the page's scripts can read; those that need the reader's library are underlined inside
 * the closed shadow root instead, since the registry would tell the page what the library holds.
 */
export class Drawing {
  private readonly drawn = new Map<PageMark, StaticRange[]>();
  private highlight: Highlight | null = null;
  private layer: HTMLElement | null = null;
  private own: PageMark[] = [];

  constructor(
    private readonly host: Host,
    private readonly look: Look,
  ) {}

  /** Draws these mentions and no others. What is drawn already stays, since every change costs a repaint. */
  draw(marks: readonly PageMark[]): void {
    const wanted = new Set(marks.filter((mark) => !needsLayer(mark)));
    for (const [mark, ranges] of this.drawn) {
      if (wanted.has(mark)) continue;
      for (const range of ranges) this.highlight?.delete(range);
      this.drawn.delete(mark);
    }
    for (const mark of wanted) {
      if (this.drawn.has(mark)) continue;
      const registered = this.registry();
      for (const range of mark.ranges) registered.add(range);
      this.drawn.set(mark, mark.ranges);
    }
    this.own = marks.filter(needsLayer);
    this.drawOwn();
  }

  /** Takes mentions away at once, whose text is no longer theirs. */
  erase(marks: readonly PageMark[]): void {
    for (const mark of marks) {
      for (const range of this.drawn.get(mark) ?? []) this.highlight?.delete(range);
      this.drawn.delete(mark);
    }
    if (this.own.some((mark) => marks.includes(mark))) {
      this.own = this.own.filter((mark) => !marks.includes(mark));
      this.drawOwn();
    }
  }

  /** Takes the underlines of the library's own mentions away while a box scrolls under them; `draw` brings them back. */
  hideOwn(): void {
    this.layer?.replaceChildren();
  }

  /** Puts a box over each line of a mention, of which the page's scripts see nothing. */
  lay(mark: PageMark, style: string): HTMLElement[] {
    const boxes = this.linesOf(mark, style);
    this.layerElement().append(...boxes);
    return boxes;
  }

  clear(): void {
    CSS.highlights.delete(MARKS[this.look]);
    this.highlight = null;
    this.drawn.clear();
    this.own = [];
    this.layer?.remove();
    this.layer = null;
  }

  private registry(): Highlight {
    if (!this.highlight) {
      this.highlight = new Highlight();
      // Below every highlight of the page's own.
      this.highlight.priority = -1;
      CSS.highlights.set(MARKS[this.look], this.highlight);
    }
    return this.highlight;
  }

  private drawOwn(): void {
    if (this.own.length === 0 && !this.layer) return;
    const lines = this.own.filter(isVisible).flatMap((mark) => {
      const { colour, side } = inkOf(elementOf(mark)!);
      const line = this.look === 'solid' ? '1px solid' : '1px dotted';
      return this.linesOf(mark, `box-sizing:border-box;border-${side}:${line} ${colour}`);
    });
    this.layerElement().replaceChildren(...lines);
  }

  /** A box over each line of a mention, where the page's root has its origin. */
  private linesOf(mark: PageMark, style: string): HTMLElement[] {
    const layer = this.layerElement();
    const origin = layer.getBoundingClientRect();
    const zoom = zoomOf(layer);
    return rectsOf(mark).map((rect) => {
      const line = document.createElement('div');
      const [left, top] = [rect.left - origin.left, rect.top - origin.top].map((at) => at / zoom);
      line.style.cssText = `position:absolute;left:${left}px;top:${top}px;width:${rect.width / zoom}px;height:${rect.height / zoom}px;${style}`;
      return line;
    });
  }

  private layerElement(): HTMLElement {
    this.host.attach(null);
    if (!this.layer) {
      this.layer = document.createElement('div');
      this.layer.setAttribute('aria-hidden', 'true');
      this.layer.style.cssText = 'position:absolute;top:0;left:0;z-index:2147483646;pointer-events:none';
      this.host.root.append(this.layer);
    }
    return this.layer;
  }
}

/** The colour that text is written in, and the side of its boxes that is below the letters. */
function inkOf(element: Element): { colour: string; side: 'bottom' | 'left' | 'right' } {
  const { color, fill, writingMode } = getComputedStyle(element);
  if (!(element instanceof SVGGraphicsElement))
    return { colour: color, side: writingMode.startsWith('horizontal') ? 'bottom' : 'left' };
  const { a = 1, b = 0 } = element.getScreenCTM() ?? {};
  const side = Math.abs(b) <= Math.abs(a) ? 'bottom' : b > 0 ? 'left' : 'right';
  return { colour: fill.startsWith('rgb') ? fill : color, side };
}

/** In Firefox a document's highlight styles do not reach into its shadow trees; in Chromium not into drawings. */
const isReached = (node: Node): boolean =>
  IS_FIREFOX ? node.getRootNode() === document : !(node.parentNode instanceof SVGElement);

/** With forced colours Chromium gives every highlight the colours of a selection, whatever its style says. */
const forced = matchMedia('(forced-colors: active)');

/** Whether a mention is underlined in the host's own layer and not in the registry. */
export const needsLayer = (mark: PageMark): boolean =>
  mark.own || forced.matches || !isReached(mark.ranges[0]!.startContainer);
