import type { Dossier, EventLine, Line, QuoteLine, RoleLine, Run, Source } from '../../src/brief/types';
import type { LibraryState } from '../../src/browser/library/messages';
import type { Basis } from '../../src/extract/types';

/** A made-up world, so that no picture hangs on the seeds: "[Name]" in a text is a name that opens on. */
export const runsOf = (text: string): Run[] =>
  text
    .split(/(\[[^\]]+\])/)
    .filter(Boolean)
    .map((part) =>
      part.startsWith('[') ? { text: part.slice(1, -1), entity: `e-${part.slice(1, -1)}` } : { text: part },
    );

let serial = 0;

export function line(text: string, date: string | null = '2025-04-22', basis: Basis = 'stated'): Line {
  serial += 1;
  return {
    runs: runsOf(text),
    provenance: { articleId: 'a1', span: { start: serial * 1000, end: serial * 1000 + text.length } },
    publisher: 'The Harbour Courier',
    published: { date, basis: date ? basis : 'none' },
  };
}

export const role = (
  text: string,
  asOf: string | null = '2025-04-22',
  basis: Basis = 'stated',
): RoleLine => ({
  ...line(text, asOf, basis),
  asOf,
});

export const event = (text: string, date: string, precision: EventLine['precision'] = 'day'): EventLine => ({
  ...line(text),
  date,
  precision,
});

export const quote = (text: string, date: string | null = null): QuoteLine => ({
  ...line(text),
  kind: 'direct',
  date,
});

export const source = (title: string, more: Partial<Source> = {}): Source => ({
  articleId: `a-${title}`,
  title,
  publisher: 'The Harbour Courier',
  agency: null,
  url: 'https://courier.example/harbour',
  published: { date: '2025-04-22', basis: 'stated' },
  origin: 'bundled',
  licence: null,
  ...more,
});

const LONG_NAME = 'Maximiliana Featherstonehaugh-Oyelaran de la Vega y Montserrat-Schwarzenbach';
export const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';

const neighbours = (...names: string[]) =>
  names.map((name, i) => ({
    entity: `e-${name}`,
    name,
    kind: 'person' as const,
    together: names.length - i,
  }));

const english: Dossier = {
  entity: 'e-Mina Sato',
  kind: 'person',
  name: 'Mina Sato',
  nativeName: '佐藤美奈',
  aliases: ['Sato', 'M. Sato'],
  wikidata: 'Q1234567',
  roles: [role('chief negotiator of the harbour board'), role('deputy harbour master', '2024-11-03')],
  reminder: line('[Mina Sato] spoke for the harbour in the talks on lantern tolls with [Tomas Berg].'),
  events: [
    event('[Mina Sato] met [Tomas Berg] at the customs house on Wednesday.', '2025-04-16'),
    event('The board named [Mina Sato] its chief negotiator.', '2025-04-02'),
    event('[Mina Sato] and the [Guild of Pilots] agreed on night tolls.', '2025-03-01', 'month'),
    event('Talks on lantern tolls began.', '2025-02-10', 'week'),
  ],
  quotes: [
    quote('“A lantern that is not lit helps nobody, and a toll that is not fair is not paid.”'),
    quote('“We will be back on Monday.”', '2025-04-18'),
    quote('“I have nothing to add.”'),
  ],
  around: neighbours('Tomas Berg', 'Guild of Pilots', 'Harbour Bank', 'Ines Okafor'),
  sources: [
    source('Lantern talks go into a third week'),
    source('Who pays for the night?', {
      published: { date: '2025-04-18', basis: 'editor' },
      agency: 'Tidewire',
    }),
  ],
  covers: { from: '2025-02-10', to: '2025-04-22' },
};

const japanese: Dossier = {
  ...english,
  entity: 'e-佐藤美奈',
  name: '佐藤美奈',
  nativeName: null,
  aliases: ['佐藤氏'],
  roles: [role('港湾委員会の首席交渉官')],
  reminder: line('[佐藤美奈]氏は灯台の通行料をめぐり、[トーマス・ベルグ]氏との交渉で港を代表した。'),
  events: [
    event('[佐藤美奈]氏は水曜日、税関で[トーマス・ベルグ]氏と会談した。', '2025-04-16'),
    event('委員会は[佐藤美奈]氏を首席交渉官に任命した。', '2025-04-02'),
  ],
  quotes: [quote('「灯されない灯は誰の役にも立たず、公平でない通行料は払われない」')],
  around: neighbours('トーマス・ベルグ', '水先人組合', '港銀行'),
  sources: [source('灯台交渉、三週目へ', { publisher: '港日報' })],
};

const bare: Dossier = {
  ...english,
  nativeName: null,
  aliases: [],
  wikidata: null,
  roles: [],
  reminder: null,
  events: [],
  quotes: [],
  around: [],
};

const sentence = (i: number) =>
  event(
    `In round ${i} [Mina Sato] and [Tomas Berg] went through the tolls of pier ${i}.`,
    `2025-03-${10 + i}`,
  );

export const DOSSIERS = {
  english,
  japanese,
  /** Named in an article that tells nothing of them. */
  bare,
  nothing: { ...bare, name: 'Ines Okafor', sources: [], covers: { from: null, to: null } },
  editor: {
    ...english,
    roles: [role('chief negotiator of the harbour board', '2025-04-18', 'editor')],
    reminder: null,
    events: [],
  },
  long: {
    ...english,
    name: LONG_NAME,
    nativeName: null,
    roles: [role(`honorary chairwoman of the ${LONG_WORD}, interim`)],
    around: neighbours(LONG_NAME, LONG_WORD, 'Bo'),
    sources: [
      source(`${LONG_WORD}: ${'a heading that goes on and on '.repeat(6)}`, { publisher: LONG_WORD }),
    ],
  },
  many: {
    ...english,
    roles: Array.from({ length: 9 }, (_, i) => role(`negotiator, round ${9 - i}`, `2025-03-${10 + i}`)),
    events: Array.from({ length: 16 }, (_, i) => sentence(16 - i)),
    quotes: Array.from({ length: 12 }, (_, i) => quote(`“Round ${12 - i} went as rounds go.”`)),
    around: neighbours(...Array.from({ length: 18 }, (_, i) => `Pilot ${i + 1}`)),
    sources: Array.from({ length: 14 }, (_, i) => source(`Round ${14 - i}`)),
  },
} satisfies Record<string, Dossier>;

/** A library with a few articles. */
export const LIBRARY: LibraryState = {
  generation: 7,
  mine: true,
  own: 3,
  bundled: 2,
  entities: 48,
  covers: DOSSIERS.english.covers,
  outlets: ['Alpine Post', 'The Harbour Courier'],
  storage: { used: 3_420_000, quota: 48_000_000_000 },
  persisted: false,
  aside: 0,
  incoming: 0,
  erased: null,
  problem: null,
};
