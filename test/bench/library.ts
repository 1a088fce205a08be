import { gazetteerOf } from '../../src/corpus/aliases';
import { type Corpus, type CorpusEntity, SCHEMA_VERSION } from '../../src/corpus/types';
import type { Article, Kind, Mention, Reading } from '../../src/extract/types';

/** Draws whole numbers below a bound, the same for the same seed (a linear congruential generator's high bits). */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const ONSETS = 'b br c ch d dr f fr g gr h j k kl l m n p pr r s sh st t tr v w z'.split(' ');
const VOWELS = 'a e i o u a e o ai ea ie ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'm', 'nd', 'ck', 'rt', 'ng', 'ld'];
const BODIES = 'Council,Bank,Institute,Union,Party,Ministry,Airlines,Foundation,League,Agency,Group'.split(
  ',',
);
const FIELDS = 'Trade,Transport,Fisheries,Health,Energy,Steel,Insurance,Research,Football,Labour'.split(',');
const HAN = '佐藤鈴木高橋田中伊渡辺山本村小林加吉川口松井清斎森池阿部石前岡長谷近坂遠青福西太三原和';
const FILLER =
  'the talks went on through the night while ferries waited and prices of grain rose again in every harbour town'.split(
    ' ',
  );

/** A made word of two or three syllables, as names have them. */
function word(draw: (below: number) => number): string {
  let made = '';
  for (let n = 2 + draw(2); n > 0; n--)
    made += ONSETS[draw(ONSETS.length)]! + VOWELS[draw(VOWELS.length)]! + CODAS[draw(CODAS.length)]!;
  return made[0]!.toUpperCase() + made.slice(1);
}

/** An index below `size`, low ones far more often: surnames and news are shared out like that. */
const skewed = (draw: (below: number) => number, size: number): number =>
  Math.floor(size ** (draw(1 << 20) / (1 << 20))) % size;

type Named = Pick<CorpusEntity, 'kind' | 'name' | 'aliases'>;

/** Names as a newsroom has them: persons that share surnames, bodies of several words with their initials, places, some in Japanese script. */
function* made(draw: (below: number) => number, count: number): Generator<Named> {
  const surnames = Array.from({ length: Math.max(20, Math.round(count / 8)) }, () => word(draw));
  const given = Array.from({ length: Math.max(20, Math.round(Math.sqrt(count) * 4)) }, () => word(draw));
  const towns = Array.from({ length: Math.max(20, Math.round(count / 10)) }, () => word(draw));
  const pick = (list: readonly string[]) => list[skewed(draw, list.length)]!;
  for (;;) {
    const sort = draw(100);
    if (sort < 45) {
      const family = pick(surnames);
      const middle = draw(6) === 0 ? ` ${String.fromCharCode(65 + draw(26))}.` : '';
      yield { kind: 'person', name: `${pick(given)}${middle} ${family}`, aliases: draw(3) ? [] : [family] };
    } else if (sort < 50) {
      const family = HAN[draw(HAN.length)]! + HAN[draw(HAN.length)]!;
      yield {
        kind: 'person',
        name: family + HAN[draw(HAN.length)]! + HAN[draw(HAN.length)]!,
        aliases: [family],
      };
    } else if (sort < 80) {
      const words = [pick(towns), FIELDS[draw(FIELDS.length)]!, BODIES[draw(BODIES.length)]!];
      if (draw(3) === 0)
        words.splice(2, 1, 'and', FIELDS[draw(FIELDS.length)]!, BODIES[draw(BODIES.length)]!);
      const initials = words.filter((w) => w !== 'and').map((w) => w[0]);
      yield { kind: 'organisation', name: words.join(' '), aliases: draw(2) ? [] : [initials.join('')] };
    } else if (sort < 95)
      yield { kind: 'place', name: draw(4) ? word(draw) : `New ${word(draw)}`, aliases: [] };
    else yield { kind: 'other', name: `${word(draw)} ${draw(2) ? 'Treaty' : 'Cup'}`, aliases: [] };
  }
}

/**
 * A library of `size` entities, the same for the same numbers: those of `base`, with its articles, and made ones in
 * made articles of sixteen entities each. The passage index is left out. Ids and names are unique.
 */
export function madeLibrary(base: Corpus, size: number, seed = 11): Corpus {
  const draw = drawer(seed);
  const entities: CorpusEntity[] = [...base.entities];
  const taken = new Set(entities.map(({ name }) => name));
  for (const named of made(draw, size)) {
    if (entities.length >= size) break;
    if (taken.has(named.name)) continue;
    taken.add(named.name);
    const id = `${named.kind}:${named.name.toLowerCase().replace(/[ .]+/g, '-')}`;
    entities.push({ id, salience: Math.round(1000 / (2 + entities.length)) / 1000, ...named });
  }
  const articles: Article[] = [...base.articles];
  const readings: Reading[] = [...base.readings];
  const first = base.entities.length;
  for (let at = first; at < entities.length; at += 8) {
    const own = entities.slice(at, at + 8);
    const known = Array.from({ length: 8 }, () => entities[first + skewed(draw, entities.length - first)]!);
    const { article, reading } = written(`made-${at}`, [...new Set([...own, ...known])], draw);
    articles.push(article);
    readings.push(reading);
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    articles,
    readings,
    entities,
    index: {},
    gazetteer: gazetteerOf(entities),
    covers: { from: null, to: null },
  };
}

/** An article with a sentence for each of the entities. */
function written(
  id: string,
  named: readonly CorpusEntity[],
  draw: (below: number) => number,
): { article: Article; reading: Reading } {
  let text = '';
  const sentences: Reading['sentences'] = [];
  const mentions: Mention[] = [];
  for (const { id: entity, kind, name } of named) {
    const start = text.length;
    text += draw(2) ? 'Minister ' : 'At dawn ';
    mentions.push({
      start: text.length,
      end: text.length + name.length,
      surface: name,
      form: 'name',
      kind,
      entity,
    });
    text += `${name} said that`;
    for (let n = 0; n < 12; n++) text += ` ${FILLER[draw(FILLER.length)]}`;
    text += '.';
    sentences.push({ start, end: text.length });
    text += ' ';
  }
  const published = { date: '2025-04-22', basis: 'stated' as const };
  const none = { roles: [], quotes: [], dates: [], events: [], figures: [] };
  return {
    article: { id, text, published, origin: 'imported' },
    reading: {
      id,
      published,
      sentences,
      entities: named.map(({ id: entity, kind, name, aliases }) => ({
        id: entity,
        kind: kind as Kind,
        name,
        aliases,
      })),
      mentions,
      ...none,
      summary: sentences.slice(0, 1),
    },
  };
}
