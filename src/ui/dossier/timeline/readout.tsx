import { textOfRuns } from '../../parts/runs';
import { dayText, scriptLang, t } from '../../text';
import { LineItem } from '../line-item';
import type { Mark } from './track';

/** What a mark stands for, in as much room as two lines take: nothing moves while the pointer does. */
export const Readout = ({ mark }: { mark: Mark | null }) => {
  const first = mark && textOfRuns(mark.cell.moments[0]!.line.runs);
  return (
    <div class="readout">
      <p class={mark ? 'what' : 'np-soft'}>{mark ? mark.name : t('timeline.help')}</p>
      {first && (
        <p class="said" lang={scriptLang(first)}>
          {first}
        </p>
      )}
    </div>
  );
};

/** All lines of a mark. */
export const Opened = ({ mark, onClose }: { mark: Mark; onClose(): void }) => (
  // biome-ignore lint/a11y/useSemanticElements: lines of a mark, not fields
  <div class="opened" role="group" aria-label={mark.name}>
    <ul class="np-list">
      {mark.cell.moments.map(({ line, day, precision }) => (
        <LineItem
          key={`${line.provenance.articleId}:${line.provenance.span.start}:${line.provenance.span.end}`}
          line={line}
          day={dayText(day, precision)}
        />
      ))}
    </ul>
    <button type="button" class="np-plain" onClick={onClose}>
      {t('timeline.close')}
    </button>
  </div>
);
