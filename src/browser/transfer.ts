import { signal } from '@preact/signals';
import { problemText } from '../ui/problems';
import { ask } from './client';
import { type ExportedFile, type ExportKind, exportArticles } from './export';
import { type ImportReport, importFiles } from './import/run';
import type { TakenUndo } from './library/messages';
import { askToKeep } from './persist';
import { persistently } from './persistently';
import { Failure } from './problem';

/**
 * What comes into the library and goes out of it by files, as signals: how far an import is, what became of it, and what
 * an export has failed for. `changed` is called whenever the library has; `isEmpty` tells whether it has nothing of the
 * reader's own: with the first of it the browser is asked to keep it.
 */
export function createTransfer(
  changed: () => Promise<void>,
  offer: (file: ExportedFile) => void,
  isEmpty: () => boolean,
) {
  const report = signal<ImportReport | null>(null);
  const exporting = signal(false);
  /** What was told last: an export, an undo, or what went wrong. */
  const told = signal<{
    good: boolean;
    line: { is: 'exported' | 'undone' | 'failed' | 'kept' | 'notKept'; value: string };
  } | null>(null);
  let stop = new AbortController();

  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || report.value?.is === 'running') return;
    stop = new AbortController();
    told.value = null;
    const wasEmpty = isEmpty();
    const { added } = await importFiles(
      files,
      (batch) => ask('take', batch),
      (now) => {
        report.value = now;
      },
      stop.signal,
      async () => (await ask('library', {})).generation,
    );
    const kept = wasEmpty && added > 0 ? await askToKeep() : null;
    if (kept !== null) told.value = { good: kept, line: { is: kept ? 'kept' : 'notKept', value: '' } };
    await changed();
  }

  /** Takes back all that the last import has done, the last batch first; where it is stopped on the way it can be gone on with. */
  async function undo(): Promise<void> {
    const last = report.value;
    if (!last || last.undo.length === 0) return;
    try {
      let gone: unknown = null;
      for (const [left, one] of [...last.undo.entries()].reverse()) {
        await untake(one).catch((error) => {
          if (!isGone(error)) throw error;
          gone = error;
        });
        report.value = { ...last, undo: last.undo.slice(0, left) };
      }
      report.value = null;
      if (gone) throw gone;
      told.value = { good: true, line: { is: 'undone', value: '' } };
    } catch (error) {
      told.value = { good: false, line: { is: 'failed', value: problemText(error) } };
    }
    await changed();
  }

  async function give(kind: ExportKind, only: readonly string[] | null): Promise<void> {
    exporting.value = true;
    told.value = null;
    try {
      const file = await exportArticles(
        kind,
        only && new Set(only),
        (after) => ask('kept', { after }),
        async () => (await ask('corrections', {})).map(({ correction }) => correction),
      );
      offer(file);
      told.value = { good: true, line: { is: 'exported', value: file.name } };
    } catch (error) {
      told.value = { good: false, line: { is: 'failed', value: problemText(error) } };
    }
    exporting.value = false;
  }

  return { report, exporting, told, take, stop: () => stop.abort(), undo, give };
}

const isGone = (error: unknown): boolean => error instanceof Failure && error.problem.code === 'undoGone';

/** Takes a batch back; where the answer to that got lost, what cannot be taken back any more has been. */
async function untake(undo: TakenUndo): Promise<void> {
  let asked = 0;
  await persistently(async () => {
    asked++;
    await ask('untake', { undo }).catch((error) => {
      if (asked === 1 || !isGone(error)) throw error;
    });
  });
}
