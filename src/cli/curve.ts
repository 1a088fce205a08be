/** What linking would reach if marks were shown from a threshold on; in percent. */
export interface Point {
  threshold: number;
  precision: number;
  recall: number;
}

export interface Curve {
  label: string;
  points: readonly Point[];
}

const WIDTH = 640;
const HEIGHT = 420;
const PLOT = { left: 56, right: 624, top: 20, bottom: 372 };
/** Told apart by dash as well as by colour. */
const DASHES = ['', '7 4', '2 4', '9 3 2 3'];

/**
 * Precision against recall as an SVG document, light or dark as the reader's system is; each curve has a ring where the
 * threshold in use is. Axes begin at the ten below the lowest figure. Curves with no point are left out.
 */
export function curvePicture(given: readonly Curve[], threshold: number): string {
  const curves = given.filter(({ points }) => points.length > 0);
  const floor = (of: (point: Point) => number) =>
    Math.max(0, Math.floor(Math.min(99, ...curves.flatMap(({ points }) => points.map(of))) / 10) * 10);
  const [minX, minY] = [floor(({ recall }) => recall), floor(({ precision }) => precision)];
  const x = (recall: number) =>
    round(PLOT.left + ((recall - minX) / (100 - minX)) * (PLOT.right - PLOT.left));
  const y = (precision: number) =>
    round(PLOT.bottom - ((precision - minY) / (100 - minY)) * (PLOT.bottom - PLOT.top));
  const parts = [
    ...ticks(minX).map(
      (t) => line(x(t), PLOT.top, x(t), PLOT.bottom) + label(x(t), PLOT.bottom + 18, 'middle', `${t}`),
    ),
    ...ticks(minY).map(
      (t) => line(PLOT.left, y(t), PLOT.right, y(t)) + label(PLOT.left - 8, y(t) + 4, 'end', `${t}`),
    ),
    label((PLOT.left + PLOT.right) / 2, HEIGHT - 8, 'middle', 'recall, %'),
    `<text transform="translate(14 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle">precision, %</text>`,
    ...curves.map(({ points }, i) => {
      const at = points.map((p) => `${x(p.recall)},${y(p.precision)}`).join(' ');
      const used = nearest(points, threshold);
      return `<g class="c${i % 4}"><polyline points="${at}" stroke-dasharray="${DASHES[i % 4]}"/><circle cx="${x(used.recall)}" cy="${y(used.precision)}" r="5"/></g>`;
    }),
    ...curves.map((curve, i) => {
      const top = PLOT.bottom - 12 - 20 * (curves.length - i);
      const { precision, recall } = nearest(curve.points, threshold);
      const text = `${curve.label}: ${precision.toFixed(1)} / ${recall.toFixed(1)}`;
      return `<g class="c${i % 4}"><polyline points="${PLOT.left + 12},${top} ${PLOT.left + 48},${top}" stroke-dasharray="${DASHES[i % 4]}"/></g>${label(PLOT.left + 56, top + 4, 'start', text)}`;
    }),
    `<g class="c4"><circle cx="${PLOT.left + 30}" cy="${PLOT.bottom - 12}" r="5"/></g>${label(PLOT.left + 56, PLOT.bottom - 8, 'start', `threshold in use, ${threshold}: precision / recall`)}`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="Linking: precision against recall by threshold"><style>${STYLE}</style><rect width="${WIDTH}" height="${HEIGHT}"/>${parts.join('')}</svg>\n`;
}

const STYLE =
  'svg{font:13px system-ui,sans-serif}rect{fill:#fff}text{fill:#222}line{stroke:#ddd}polyline{fill:none;stroke-width:2}circle{fill:none;stroke-width:2.5}' +
  '.c0{stroke:#0a58ca}.c1{stroke:#b02a37}.c2{stroke:#146c43}.c3{stroke:#8a5a00}.c4{stroke:#555}' +
  '@media(prefers-color-scheme:dark){rect{fill:#16181b}text{fill:#e6e6e6}line{stroke:#3a3d42}.c0{stroke:#6ea8fe}.c1{stroke:#ea868f}.c2{stroke:#75b798}.c3{stroke:#ffda6a}.c4{stroke:#aaa}}';

const round = (value: number): number => Math.round(value * 10) / 10;

const ticks = (min: number): number[] => {
  const step = 100 - min > 40 ? 10 : 5;
  return Array.from({ length: (100 - min) / step + 1 }, (_, i) => min + i * step);
};

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;

const label = (x: number, y: number, anchor: string, text: string): string =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(text)}</text>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);

/** The point whose threshold is nearest to one. */
const nearest = (points: readonly Point[], threshold: number): Point =>
  points.reduce((best, point) =>
    Math.abs(point.threshold - threshold) < Math.abs(best.threshold - threshold) ? point : best,
  );
