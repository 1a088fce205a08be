import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExportKind } from '../../browser/export';
import type { ImportReport } from '../../browser/import/run';
import { problemText } from '../problems';
import { counted, t } from '../text';

interface ToldLine {
  is: 'exported' | 'undone' | 'failed' | 'kept' | 'notKept';
  value: string;
}

export interface TransferProps {
  /** How far the import is, or what became of the last; null before there was any. */
  report: ImportReport | null;
  exporting: boolean;
  told: { good: boolean; line: ToldLine } | null;
  /** How many articles of the reader's own there are to export. */
  own: number;
  /** How many of them are ticked in the list. */
  ticked: number;
  onTake(files: readonly File[]): void;
  onStop(): void;
  onUndo(): void;
  onExport(kind: ExportKind, ticked: boolean): void;
}

/** Articles in and out by files: button and drop, a bar that can be stopped, what could not be taken, and exports. */
export const Transfer = (props: TransferProps) => {
  const { report, exporting, told, own, ticked, onTake, onExport } = props;
  const picker = useRef<HTMLInputElement>(null);
  const over = useFileDrop(onTake);
  const running = report?.is === 'running';
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer">{t('transfer.title')}</h2>
      <div class="drop" data-over={over ? '' : undefined}>
        <p>{t('transfer.drop')}</p>
        <button type="button" class="np-main" disabled={running} onClick={() => picker.current?.click()}>
          {t('transfer.choose')}
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={t('transfer.choose')}
          accept=".txt,.text,.md,.html,.htm,.xhtml,.json,.jsonl,.ndjson,text/plain,text/html,application/json"
          onChange={({ currentTarget }) => {
            onTake([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <p class="np-soft note">{t('transfer.kinds')}</p>
      </div>
      <Progress {...props} />
      <div class="acts">
        {(['lines', 'pack'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={own === 0 || exporting || running}
            onClick={() => onExport(kind, ticked > 0)}
          >
            {t(kind === 'lines' ? 'transfer.exportLines' : 'transfer.exportPack')}
          </button>
        ))}
      </div>
      <p class="np-soft note">
        {own === 0
          ? t('options.exportNone')
          : ticked > 0
            ? counted('transfer.onlyTicked', ticked)
            : t('transfer.exportNote')}
      </p>
      <div role="status" class={told ? `news ${told.good ? 'good' : 'bad'}` : 'news-none'}>
        {told && <p>{lineOf(told.line)}</p>}
      </div>
    </section>
  );
};

const lineOf = ({ is, value }: ToldLine): string => {
  if (is === 'exported') return t('options.exported', value);
  if (is === 'failed') return t('options.failed', value);
  return t(is === 'undone' ? 'saved.undone' : is === 'kept' ? 'saved.keptNow' : 'saved.notKept');
};

/** How far an import is, and what became of it; what could not be taken is there to be read. */
const Progress = ({ report, onStop, onUndo }: Pick<TransferProps, 'report' | 'onStop' | 'onUndo'>) => {
  const running = report?.is === 'running';
  const lines = report ? linesOf(report) : [];
  const place = useRef<HTMLDivElement>(null);
  // files can be dropped anywhere on the page: what becomes of them is shown
  useEffect(() => {
    if (running) place.current?.scrollIntoView({ block: 'nearest' });
  }, [running]);
  return (
    <div ref={place} class="becomes">
      {report && running && (
        <div class="progress">
          <progress aria-label={t('transfer.running')} max={Math.max(1, report.total)} value={report.read} />
          <button type="button" onClick={onStop}>
            {t('transfer.stop')}
          </button>
          <p class="np-soft">{lines.join(' ')}</p>
        </div>
      )}
      <div
        role="status"
        class={report && !running ? `news ${report.problems.length === 0 ? 'good' : 'bad'}` : 'news-none'}
      >
        {report && !running && (
          <>
            <div class="lines">
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            {report.undo.length > 0 && (
              <button type="button" class="np-plain" onClick={onUndo}>
                {t('options.undo')}
              </button>
            )}
          </>
        )}
      </div>
      {report && report.problems.length > 0 && (
        <details class="problems" open={!running}>
          <summary>{counted('transfer.problems', report.problems.length + report.more)}</summary>
          <ul>
            {report.problems.map((problem, i) => (
              <li key={`${i}:${problem.code}`}>{problemText({ problem })}</li>
            ))}
            {report.more > 0 && <li>{counted('transfer.more', report.more)}</li>}
          </ul>
        </details>
      )}
    </div>
  );
};

/** What has come in so far, in sentences. */
function linesOf({ is, added, updated, same, corrected }: ImportReport): string[] {
  const lines = [
    ...(is === 'stopped' ? [t('transfer.stopped')] : []),
    ...(is === 'erased' ? [t('transfer.erased')] : []),
    ...(is === 'failed' ? [t('transfer.failed')] : []),
    ...(added > 0 ? [counted('transfer.added', added)] : []),
    ...(updated > 0 ? [counted('transfer.updated', updated)] : []),
    ...(same > 0 ? [counted('transfer.same', same)] : []),
    ...(corrected > 0 ? [counted('transfer.corrected', corrected)] : []),
  ];
  return lines.length > 0 || is === 'running' ? lines : [t('transfer.nothing')];
}

/** Takes files that are dropped anywhere on the page, so that none is opened in the library's place. True while some are held over it. */
function useFileDrop(onTake: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onTake);
  take.current = onTake;
  useEffect(() => {
    const ending = new AbortController();
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const listen = (type: 'dragover' | 'dragleave' | 'drop', then: (event: DragEvent) => void) =>
      document.addEventListener(
        type,
        (event) => {
          if (hasFiles(event)) then(event);
        },
        { signal: ending.signal },
      );
    listen('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', (event) => {
      if (!event.relatedTarget) setOver(false);
    });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    });
    return () => ending.abort();
  }, []);
  return over;
}
