import type { Line, Run } from '../../brief/types';
import type { Day } from '../../extract/types';
import { textOfRuns } from '../parts/runs';
import { basisText, dayText, publishedText, scriptLang, t } from '../text';
import type { CardActions } from './actions';

/** Verbatim text; a name in it opens on in place. It stays text that can be selected and copied, so it is no button element. */
export const Runs = ({ runs, here, actions }: { runs: Run[]; here: string; actions: CardActions }) => {
  let at = 0;
  return (
    <span class="said" lang={scriptLang(textOfRuns(runs))}>
      {runs.map(({ text, entity }) => {
        const key = at;
        at += text.length;
        return entity && entity !== here ? (
          <Name key={key} text={text} go={() => actions.go(entity)} />
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </span>
  );
};

const Name = ({ text, go }: { text: string; go: () => void }) => (
  // biome-ignore lint/a11y/useSemanticElements: a button's text cannot be selected in every browser
  <span
    role="button"
    tabIndex={0}
    class="name"
    onClick={go}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      go();
    }}
  >
    {text}
  </span>
);

interface SourceProps {
  line: Line;
  actions: CardActions;
  /** The day that the line holds for: told in place of the outlet, which the label still names. */
  asOf?: Day | null;
}

/** Where a line comes from, and how its date is known; opens its passage. */
export const SourceButton = ({ line, actions, asOf }: SourceProps) => {
  const { date, basis } = line.published;
  const label = [line.publisher ?? t('card.unknownOutlet'), publishedText(line.published)].join(' · ');
  const known = basis === 'editor' ? [basisText(basis)] : [];
  // the day that a line holds for is an editor's knowledge where it is the article's own
  const held = asOf && t('date.asOf', asOf === date ? publishedText(line.published) : dayText(asOf));
  return (
    <button
      type="button"
      class="source"
      title={[held ? label : t('card.openPassage'), ...known].join(' · ')}
      aria-label={[`${held ? `${held} · ` : ''}${label}: ${t('card.openPassage')}`, ...known].join(' · ')}
      onClick={() => actions.openPassage(line.provenance.articleId, line.provenance.span)}
    >
      {held || label}
    </button>
  );
};
