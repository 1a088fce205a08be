import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { THRESHOLD } from '../link/score';
import { AIMS, type Aim } from './aims';
import { curvePicture } from './curve';
import { messageOf } from './errors';
import { sweepLinks } from './sweep';

// `npm run eval [-- TASK…]`: runs the scorers of ../shared/eval over ../shared/data and prints each figure beside its
// aim; with `--write FILE` the table goes to a file too, and with `--curve FILE` the picture of precision against recall by
// threshold of linking (docs/precision-recall.svg).

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCORER = join(ROOT, '..', 'shared', 'eval', 'score.mjs');

type Scores = Record<string, Record<string, Record<string, Record<string, number>> & { error?: string }>>;

async function main(args: string[]): Promise<number> {
  if (!existsSync(SCORER)) {
    process.stderr.write(
      'nameplate: the scorers and their data (../shared/eval, ../shared/data beside the project) are not here; nothing was measured\n',
    );
    return 1;
  }
  const file = optionOf(args, '--write');
  const picture = optionOf(args, '--curve');
  const tasks = args.length > 0 ? args : [...new Set(AIMS.map(({ task }) => task))];
  const scores: Scores = {};
  let status = 0;
  for (const task of tasks) {
    const scorer = realpathSync(SCORER);
    const data = realpathSync(join(dirname(SCORER), '..', 'data'));
    const done = spawnSync(process.execPath, [scorer, task, '--data', data, '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (done.status !== 0) status = 1;
    if (!done.stdout.trim()) {
      process.stderr.write(`nameplate: the scorer of "${task}" said nothing (status ${done.status})\n`);
      continue;
    }
    Object.assign(scores, JSON.parse(done.stdout) as Scores);
    process.stdout.write(
      `${tableOf(
        AIMS.filter((aim) => aim.task === task),
        scores,
      )}\n\n`,
    );
  }
  const whole = tableOf(
    AIMS.filter(({ task }) => tasks.includes(task)),
    scores,
  );
  if (file) writeFileSync(file, `${whole}\n`);
  if (picture) await drawCurve(picture);
  return status;
}

/** Takes an option and its value out of the arguments. */
function optionOf(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

async function drawCurve(file: string): Promise<void> {
  const folder = dirname(realpathSync(SCORER));
  const curves = await sweepLinks(folder, join(folder, '..', 'data'));
  for (const { label, points } of curves)
    process.stdout.write(
      `${label}: ${points.map((p) => `${p.threshold} ${p.precision.toFixed(1)}/${p.recall.toFixed(1)}`).join('  ')}\n`,
    );
  writeFileSync(file, curvePicture(curves, THRESHOLD));
}

/** A Markdown table: row, measured, aim, and whether it is reached. */
function tableOf(aims: readonly Aim[], scores: Scores): string {
  const rows = aims.map((aim) => {
    const set = scores[aim.task]?.[aim.set];
    const value = set?.error ? undefined : set?.[aim.row]?.[aim.figure];
    const measured = value === undefined ? (set?.error ? 'not scored' : '–') : value.toFixed(1);
    const reached =
      value === undefined ? '' : aim.seen ? 'learnt from it' : isReached(value, aim) ? 'yes' : 'no';
    return `| ${aim.task} · ${aim.set} · ${aim.row}: ${aim.figure} | ${measured} | ${aim.atMost ? '≤ ' : ''}${aim.aim} | ${reached} |`;
  });
  return ['| row | measured | aim | reached |', '|---|---|---|---|', ...rows].join('\n');
}

const isReached = (value: number, { aim, atMost }: Aim): boolean => (atMost ? value <= aim : value >= aim);

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`nameplate: ${messageOf(error)}\n`);
    process.exitCode = 1;
  },
);
