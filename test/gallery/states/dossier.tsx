import type { Dossier, FullDossier, PassagePage, ReadHere } from '../../../src/brief/types';
import type { Article } from '../../../src/extract/types';
import documentCss from '../../../src/ui/document.css?inline';
import dossierCss from '../../../src/ui/dossier/dossier.css?inline';
import { DossierPage } from '../../../src/ui/dossier/page';
import type { PuttingRight } from '../../../src/ui/dossier/put-right';
import type { DossierView, Opened } from '../../../src/ui/dossier/state';
import pageCss from '../../../src/ui/page.css?inline';
import { DOSSIERS, LONG_WORD, line, runsOf, source } from '../fixtures';
import { idle, PAGE_WIDTHS, pageState, type State } from '../state';

/** What the background answers for the passages of anybody. */
const PASSAGES: PassagePage = {
  articles: [
    {
      source: source('Lantern talks go into a third week'),
      lines: [
        line('[Mina Sato] met [Tomas Berg] at the customs house on Wednesday.'),
        line('She had a list, and he had another.'),
      ],
    },
  ],
  next: null,
};

const RIGHT: PuttingRight = {
  search: async () =>
    ['Mina Satō', 'M. Sato'].map((name) => ({ entity: `e-${name}`, name, kind: 'person', role: null })),
  correct: async () => async () => {},
};

const state = (view: DossierView): State =>
  pageState([pageCss, documentCss, dossierCss], PAGE_WIDTHS, () => (
    <DossierPage
      view={view}
      load={async () => PASSAGES}
      right={RIGHT}
      onPrint={idle}
      onRetry={idle}
      onPassage={idle}
    />
  ));

/** The dossier with who stands with whom: each with the next twice, the first with the third once. */
const full = (dossier: Dossier): FullDossier => {
  const members = dossier.around.slice(0, 8);
  const count = (i: number, j: number) =>
    Math.abs(i - j) === 1 ? 2 : Math.abs(i - j) === 2 && i * j === 0 ? 1 : 0;
  return {
    ...dossier,
    company: { members, shared: members.map((_, i) => members.map((__, j) => count(i, j))) },
    topics:
      dossier.quotes.length < 4
        ? []
        : [
            { words: 'lantern', quotes: [0, 2, 3] },
            { words: 'tolls', quotes: [1, 2] },
          ],
  };
};
/** With what can be put right unfolded, and a name typed of somebody who may be the same. */
const unfolded = ({ css, widths, show }: State): State => ({
  css,
  widths,
  async show(body, theme, lang) {
    await show(body, theme, lang);
    body.querySelector('details')!.open = true;
    const same = body.querySelector<HTMLInputElement>('#np-same')!;
    same.value = 'sato';
    same.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve));
  },
});
const entity = (dossier: Dossier): State => state({ is: 'entity', dossier: full(dossier) });

const TEXT =
  'HARBOUR — Talks on lantern tolls go into a third week.\n\n[Mina Sato] met [Tomas Berg] at the customs house on Wednesday. “A lantern that is not lit helps nobody,” she said.\n\nThe [Guild of Pilots] waits.';

function opened(text: string, title: string | undefined, passage: Opened['passage']): DossierView {
  const runs = runsOf(text);
  const article: Article = {
    id: 'a1',
    text: runs.map((run) => run.text).join(''),
    title,
    published: { date: '2025-04-22', basis: 'stated' },
    origin: 'saved',
  };
  const from = source(title ?? '', { origin: 'saved', licence: 'CC BY 4.0' });
  return {
    is: 'article',
    opened: { source: from, article, runs, read: readIn(article.text, runs), passage },
  };
}

/** Where a passage of the text above stands, from its first words to its last. */
function passageOf(first: string, last: string): Opened['passage'] {
  const plain = TEXT.replace(/[[\]]/g, '');
  return { start: plain.indexOf(first), end: plain.indexOf(last) + last.length };
}

/** What a reader might say of the text: its names, what stands in quotation marks, its weekdays and numbers. */
function readIn(text: string, runs: Opened['runs']): ReadHere {
  const places = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const named = new Map<string, ReadHere['named'][number]>();
  let at = 0;
  for (const { text: name, entity: id } of runs) {
    const place = { start: at, end: at + name.length };
    at = place.end;
    if (id)
      named.set(id, { entity: id, name, kind: 'person', places: [...(named.get(id)?.places ?? []), place] });
  }
  const speaker = [...named.values()][0];
  return {
    named: [...named.values()],
    quotes: places(/(?<=“)[^”]+(?=”)/g).map((content) => ({ content: [content], speaker: speaker ?? null })),
    dates: places(/Wednesday|水曜日/g).map((place) => ({ ...place, value: '2025-04-16' })),
    figures: places(/third week|三週目/g).map((place) => ({ ...place, of: null })),
    summary: places(/^Talks.*$|(?<=— )Talks[^.]*\./g),
  };
}

export const dossierStates: Record<string, State> = {
  entity: entity(DOSSIERS.english),
  'put-right': unfolded(entity(DOSSIERS.bare)),
  bare: entity(DOSSIERS.bare),
  nothing: entity(DOSSIERS.nothing),
  'long-names': entity(DOSSIERS.long),
  'many-lines': entity(DOSSIERS.many),
  japanese: entity(DOSSIERS.japanese),
  article: state(
    opened(TEXT, 'Lantern talks go into a third week', passageOf('Mina Sato met', 'on Wednesday.')),
  ),
  'article-untitled': state(opened(`${LONG_WORD}\n${TEXT}`, undefined, null)),
  'article-japanese': state(
    opened('[佐藤美奈]氏は水曜日、税関で[トーマス・ベルグ]氏と会談した。', '灯台交渉、三週目へ', null),
  ),
  loading: state({ is: 'loading' }),
  failed: state({ is: 'failed', error: 'Nameplate’s own file corpus.json cannot be read.' }),
  'missing-name': state({ is: 'missing', what: 'entity' }),
  'missing-article': state({ is: 'missing', what: 'article' }),
  'missing-nothing': state({ is: 'missing', what: 'nothing' }),
};
