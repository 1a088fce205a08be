import type { Stage } from './browser';
import { Meter } from './meter';
import { type Row, row, spread } from './table';
import { isWithin, ofOrigin, traced } from './trace';

const MOVES = 100;
const ROUNDS = 3;

/** What pointer moves over a page with marks cost, each. */
export async function pointerRows(stage: Stage): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, name] of [
    ['a short page', 'small'],
    ['a page that moves in every frame', 'shifting'],
  ] as const) {
    await stage.turn(true);
    const page = await stage.open(stage.site.made(name));
    try {
      const meter = await Meter.of(page);
      await meter.settle(3, 2_000);
      const move = async () => {
        for (let i = 0; i < MOVES; i++) await page.mouse.move(20 + ((i * 37) % 1200), 20 + ((i * 11) % 700));
      };
      await move();
      const ours: number[] = [];
      let forced = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const slices = await traced(page, move);
        const own = ofOrigin(slices, stage.origin);
        const outer = new Set(own);
        ours.push(own.reduce((sum, { spent }) => sum + spent, 0) / MOVES);
        forced += slices.filter((slice) => slice.name === 'Layout' && isWithin(slice, outer)).length;
      }
      rows.push(
        spread(`a pointer move over ${what}: our scripts`, ours, 'ms', 0.1),
        row(`${what}: forced layouts in ${MOVES * ROUNDS} moves`, forced, '', 0),
      );
      if (name === 'small') {
        const added: number[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          await stage.turn(true);
          await meter.settle();
          const on = (await meter.spent(move, 50)).total;
          await stage.turn(false);
          await meter.settle();
          added.push((on - (await meter.spent(move, 50)).total) / MOVES);
        }
        rows.push(
          spread(`a pointer move over ${what}: all that it adds to the main thread`, added, 'ms', null),
        );
      }
    } finally {
      await page.close();
    }
  }
  return rows;
}
