/** One measured figure beside its aim. */
export interface Row {
  what: string;
  measured: string;
  aim: string;
  /** Null where there is no aim to meet. */
  met: boolean | null;
}

/** A figure that is to be at most, or at least, its aim. */
export function row(
  what: string,
  value: number,
  unit: string,
  aim: number | null,
  way: '≤' | '≥' = '≤',
): Row {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`.trim(),
    aim: aim === null ? '' : `${way} ${aim} ${unit}`.trim(),
    met: aim === null ? null : way === '≤' ? value <= aim : value >= aim,
  };
}

/** A figure measured several times: the middle (or what else is to be judged), and the least and the most of it. */
export function spread(
  what: string,
  values: number[],
  unit: string,
  aim: number | null,
  judged: (...values: number[]) => number = (...all) => median(all),
): Row {
  if (values.length === 0)
    return {
      what,
      measured: 'nothing came',
      aim: aim === null ? '' : `≤ ${aim} ${unit}`,
      met: aim === null ? null : false,
    };
  const made = row(what, judged(...values), unit, aim);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const digits = Math.abs(most) >= 100 ? 0 : Math.abs(most) >= 10 ? 1 : 2;
  const range = values.length > 1 ? ` (${least.toFixed(digits)}–${most.toFixed(digits)})` : '';
  return { ...made, measured: `${made.measured}${range}` };
}

/** The rows as a Markdown table. */
export function table(rows: Row[]): string {
  const lines = rows.map(({ what, measured, aim, met }) => [
    what,
    measured,
    aim,
    met === null ? '' : met ? 'met' : 'not met',
  ]);
  const all = [['what', 'measured', 'aim', ''], ...lines];
  const widths = [0, 1, 2, 3].map((i) => Math.max(3, ...all.map((cells) => cells[i]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [line(all[0]!), line(widths.map((w) => '-'.repeat(w))), ...lines.map(line)].join('\n');
}

/** The middle of several measurements. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
