import { after, type DayNumber, dayOf, LENGTH, startOf, type Unit } from './calendar';
import type { Scale } from './scale';

/** A day on the axis. */
export interface Tick {
  /** Where its line stands, as a part of the scale's width, 0 to 1. */
  at: number;
  /** Where the middle of its words stands, moved in from the edges, 0 to 1. */
  label: number;
  text: string;
}

type Step = readonly [
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century',
  count: number,
];

/** From close to far: the first whose words do not touch is taken. */
const STEPS: readonly Step[] = [
  ['day', 1],
  ['day', 2],
  ['day', 3],
  ['day', 4],
  ['day', 5],
  ['week', 1],
  ['week', 2],
  ['month', 1],
  ['quarter', 1],
  ['quarter', 2],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['decade', 1],
  ['decade', 2],
  ['decade', 5],
  ['century', 1],
];

/** Between two labels, in em. */
const GAP = 1;

/** About how wide words are, in em: ideographs and kana are square. */
export const emOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.6), 0);

/**
 * As many ticks as fit under a scale of this width (in em) without their words touching. `write` gives the words for a
 * day that begins a unit. Where no round step fits, the beginning alone.
 */
export function ticksOf(scale: Scale, width: number, write: (day: string, unit: Unit) => string): Tick[] {
  for (const [unit, count] of STEPS) {
    // a step finer than what a mark stands for would tell more than the picture knows
    if (LENGTH[unit] < LENGTH[scale.unit]) continue;
    // and one with a label for every em is known not to fit without writing them
    if ((scale.to - scale.from) / (LENGTH[unit] * count) > width) continue;
    const days = stepsOf(scale, unit, count);
    const ticks = days.map((day) => tickAt(scale, width, day, write(dayOf(day), unit)));
    if (ticks.length > 0 && apart(ticks, width)) return ticks;
  }
  return [tickAt(scale, width, scale.from, write(dayOf(scale.from), scale.unit))];
}

function stepsOf({ from, to }: Scale, unit: Unit, count: number): DayNumber[] {
  const start = startOf(from, unit);
  const days: DayNumber[] = [];
  for (let day = start === from ? start : after(start, unit); day < to; day = after(day, unit, count)) {
    days.push(day);
  }
  return days;
}

function tickAt({ from, to }: Scale, width: number, day: DayNumber, text: string): Tick {
  const half = emOf(text) / 2;
  const at = (day + 0.5 - from) / (to - from);
  return { at, label: Math.min(Math.max(at * width, half), width - half) / width, text };
}

function apart(ticks: readonly Tick[], width: number): boolean {
  let right = Number.NEGATIVE_INFINITY;
  return ticks.every(({ label, text }) => {
    const half = emOf(text) / 2;
    const free = half * 2 <= width && label * width - half >= right + GAP;
    right = label * width + half;
    return free;
  });
}
