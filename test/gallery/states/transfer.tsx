import type { ImportReport } from '../../../src/browser/import/run';
import documentCss from '../../../src/ui/document.css?inline';
import libraryCss from '../../../src/ui/library/library.css?inline';
import { Transfer, type TransferProps } from '../../../src/ui/library/transfer';
import transferCss from '../../../src/ui/library/transfer.css?inline';
import optionsCss from '../../../src/ui/options/options.css?inline';
import pageCss from '../../../src/ui/page.css?inline';
import { t } from '../../../src/ui/text';
import { LONG_WORD } from '../fixtures';
import { idle, PAGE_WIDTHS, pageState, type State } from '../state';

const report: ImportReport = {
  total: 4_000_000,
  read: 1_400_000,
  added: 312,
  updated: 1,
  same: 20,
  corrected: 0,
  problems: [],
  more: 0,
  undo: [],
  is: 'running',
};
const problems: ImportReport['problems'] = [
  { code: 'notText', values: ['picture.txt'] },
  { code: 'lineMissing', values: ['harbour.jsonl', '46', 'text'] },
  { code: 'lineLong', values: [`${LONG_WORD}.jsonl`, '7', 'title', '1000'] },
];

const state = (given: Partial<TransferProps>): State =>
  pageState([pageCss, documentCss, optionsCss, libraryCss, transferCss], PAGE_WIDTHS, () => (
    <main>
      <h1>{t('library.title')}</h1>
      <Transfer
        report={null}
        exporting={false}
        told={null}
        own={312}
        ticked={0}
        onTake={idle}
        onStop={idle}
        onUndo={idle}
        onExport={idle}
        {...given}
      />
    </main>
  ));

export const transferStates: Record<string, State> = {
  first: state({ own: 0 }),
  running: state({ report: { ...report, problems: problems.slice(0, 1) } }),
  done: state({
    report: {
      ...report,
      is: 'done',
      read: report.total,
      problems,
      more: 12,
      undo: [{ added: ['a'], replaced: null }],
    },
    ticked: 3,
  }),
  stopped: state({ report: { ...report, is: 'stopped', undo: [{ added: ['a'], replaced: null }] } }),
  // what had come in went with all else
  erased: state({ own: 0, report: { ...report, is: 'erased', added: 0, updated: 0, same: 0 } }),
  full: state({
    report: {
      ...report,
      is: 'failed',
      added: 0,
      updated: 0,
      same: 0,
      problems: [{ code: 'diskFull', values: [] }],
    },
  }),
  kept: state({ told: { good: true, line: { is: 'kept', value: '' } } }),
  exported: state({ told: { good: true, line: { is: 'exported', value: 'nameplate-library.jsonl' } } }),
};
