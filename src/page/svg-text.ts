/**
 * The client rectangle of a part of the text in a drawing, by its characters (SVG 2, `getExtentOfChar`): Firefox
 * gives a range's rectangles there for whole text nodes only. Null where the text is not drawn.
 */
export function svgRect(node: Text, start: number, end: number): DOMRect | null {
  const element = node.parentNode;
  if (!(element instanceof SVGTextContentElement)) return null;
  let before = '';
  for (let at = node.previousSibling; at; at = at.previousSibling) before = `${at.textContent}${before}`;
  const first = charactersIn(before + node.data.slice(0, start));
  const last = Math.min(charactersIn(before + node.data.slice(0, end)), element.getNumberOfChars());
  const matrix = element.getScreenCTM();
  if (!matrix || last <= first) return null;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = first; i < last; i++) {
    const { x, y, width, height } = element.getExtentOfChar(i);
    for (const corner of [new DOMPoint(x, y), new DOMPoint(x + width, y + height)]) {
      const { x: left, y: top } = corner.matrixTransform(matrix);
      xs.push(left);
      ys.push(top);
    }
  }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return new DOMRect(left, top, Math.max(...xs) - left, Math.max(...ys) - top);
}

/** White space is drawn as one space, and as none at the start. */
const charactersIn = (text: string): number => text.replace(/\s+/g, ' ').trimStart().length;
