import type { Correction } from '../../corpus/join/types';
import type { GatherRequests } from '../gather-messages';
import type { Incoming, TakenOne, TakenUndo } from '../library/messages';
import { persistently } from '../persistently';
import { type Problem, problemOf } from '../problem';
import { entriesOf } from './entries';

/**
 * What goes to the background at once: so many articles, so many UTF-16 units of text, or so many corrections. With more it
 * is a little quicker, but whoever stops the import waits for a batch, and so does whoever opens a card meanwhile.
 */
const [BATCH, BATCH_TEXT, CORRECTIONS] = [32, 300_000, 500] as const;
/** Problems that are told one by one; of more only how many. */
const TOLD = 200;

/** How far an import is, and how it has ended. Bytes are of all files together. */
export interface ImportReport {
  total: number;
  read: number;
  added: number;
  updated: number;
  same: number;
  /** What was put right about who is who and was not known here. */
  corrected: number;
  problems: Problem[];
  /** Problems that are not among those. */
  more: number;
  /** Everything that came in, for the undo. */
  undo: TakenUndo[];
  /** `erased`: everything was, and what had come in with it. */
  is: 'running' | 'done' | 'stopped' | 'failed' | 'erased';
}

/** What has come in where nothing has. */
const NOTHING = { added: 0, updated: 0, same: 0, corrected: 0, undo: [] };

type Take = GatherRequests['take'];
/** Brings a batch into the library, all or nothing; with `last` everybody is told that it has changed. */
export type TakeBatch = (batch: Take['request']) => Promise<Take['answer']>;

/**
 * Takes the articles of files into the library, in batches, each of them whole. What cannot be taken is told and the rest goes on;
 * `signal` stops it between two batches, and what was taken, or sent by then, stays. Where a batch fails as a whole (no room left) it
 * ends there, and where everything is erased meanwhile. `begin` gives the library's generation. `tell` is called with how things
 * stand after each batch.
 */
export async function importFiles(
  files: readonly File[],
  take: TakeBatch,
  tell: (report: ImportReport) => void,
  signal: AbortSignal,
  begin: () => Promise<number>,
): Promise<ImportReport> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let report: ImportReport = {
    ...{ ...NOTHING, total, read: 0, problems: [], more: 0 },
    is: 'running',
  };
  const run = crypto.randomUUID();
  let number = 0;
  let since = 0;
  let articles: Incoming[] = [];
  let corrections: Correction[] = [];
  let text = 0;
  const change = (now: Partial<ImportReport>) => {
    report = { ...report, ...now };
  };
  const note = (...problems: Problem[]) => {
    const told = [...report.problems, ...problems];
    change({ problems: told.slice(0, TOLD), more: report.more + Math.max(0, told.length - TOLD) });
  };
  // one more is sent while one is taken, so that the background can read the one while it writes the other
  let sent: Promise<void> = Promise.resolve();
  const send = async (last: boolean) => {
    const before = sent;
    // whoever is told of the end is told of all
    if (last) await before;
    const request = { articles, corrections, batch: { run, number: number++, since }, last };
    articles = [];
    corrections = [];
    text = 0;
    sent = settle(
      before,
      persistently(() => take(request)),
    );
    sent.catch(() => {});
    await (last ? sent : before);
  };
  const settle = async (before: Promise<void>, asked: Promise<Take['answer']>) => {
    asked.catch(() => {});
    // what was taken is told, whatever became of those before
    await before.catch(() => {});
    const { taken, corrected, undo } = await asked;
    const count = (was: TakenOne['was']) => taken.filter((one) => 'was' in one && one.was === was).length;
    change({
      added: report.added + count('new'),
      updated: report.updated + count('updated'),
      same: report.same + count('same'),
      corrected: report.corrected + corrected,
      undo: undo ? [...report.undo, undo] : report.undo,
    });
    note(...taken.flatMap((one) => ('was' in one ? [] : [one])));
  };

  let before = 0;
  try {
    since = await persistently(begin);
    for (const file of files) {
      for await (const entry of entriesOf(file)) {
        if (signal.aborted) break;
        if ('problem' in entry) note(entry.problem);
        else if ('correction' in entry) corrections.push(entry.correction);
        else {
          articles.push(entry.incoming);
          text += entry.incoming.article.text.length;
        }
        change({ read: before + entry.read });
        if (articles.length < BATCH && text < BATCH_TEXT && corrections.length < CORRECTIONS) continue;
        await send(false);
        tell(report);
      }
      before += file.size;
      if (signal.aborted) break;
    }
    if (signal.aborted) articles = corrections = [];
    await send(true);
    change(signal.aborted ? { is: 'stopped' } : { is: 'done', read: total });
  } catch (error) {
    await sent.catch(() => {});
    const problem = problemOf(error);
    if (problem.code === 'importErased') change({ ...NOTHING, is: 'erased' });
    else {
      note(problem);
      change({ is: 'failed' });
      const batch = { run, number, since };
      await take({ articles: [], corrections: [], batch, last: true }).catch(() => {});
    }
  }
  tell(report);
  return report;
}
