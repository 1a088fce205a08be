import { isAcronym } from '../corpus/forms';
import { entitiesOfAlias, type Gazetteer } from '../corpus/gazetteer';
import { termsOf } from '../corpus/terms';
import type { Corpus } from '../corpus/types';
import { fold } from '../text/fold';
import type { Span } from '../text/span';
import { type Context, contextOf } from './context';
import { findOccurrences } from './matcher';
import { mayExtend, type Profiles } from './profile';
import { type Evidence, scoreOf, THRESHOLD } from './score';
import type { LinkedMention, PageOptions } from './types';

/** An occurrence with what may be meant by it, before the page has spoken. */
interface Candidate extends Span {
  chunk: number;
  surface: string;
  key: string;
  short: boolean;
  cjk: boolean;
  context: Context;
  readings: { entity: number; ambiguity: number; derived: boolean }[];
}

/** What a page's candidates tell of each other. */
interface PageEvidence {
  /** Entity → a longer name of it on the page, with where it stands. */
  fullNames: Map<number, { surface: string; at: number[] }>;
  /** Folded surface → other bearers' longer names that end with it. */
  rivals: Map<string, { name: string; at: number[] }>;
  /** Entities that the page names beyond doubt. */
  present: Set<number>;
  /** Folded surface → title or office beside it somewhere. */
  introduced: Map<string, string>;
  /** Folded surface → terms around all its occurrences. */
  terms: Map<string, string[]>;
}

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const WINDOW = 240;
const MARGIN = 0.08;

/** Links the occurrences on one page: one sense per page (Gale, Church & Yarowsky 1992), evidence shared by its chunks. */
export class PageSpotter {
  private readonly chunks = new Map<number, Candidate[]>();
  private readonly texts = new Map<number, string>();
  private shown = new Map<number, string>();

  constructor(
    private readonly corpus: Corpus,
    private readonly gazetteer: Gazetteer,
    private readonly profiles: Profiles,
    private readonly options: PageOptions,
  ) {}

  /**
   * Adds a chunk of the page's text, or replaces it (its block changed). Returns every candidate of this chunk first,
   * then of earlier chunks whose marks the new evidence changed.
   */
  add(chunk: number, text: string): { chunk: number; mentions: LinkedMention[] }[] {
    const lines = this.options.lineBreaks === 'space' ? text.replace(/[\n\r\u2028\u2029]/g, ' ') : text;
    this.texts.set(chunk, lines);
    this.chunks.set(chunk, this.candidates(chunk, lines));
    const evidence = this.gather();
    const answers = [...this.chunks.keys()].map((id) => ({ chunk: id, mentions: this.link(id, evidence) }));
    const changed = answers.filter((answer) => {
      const state = answer.mentions.map((m) => (m.marked ? `${m.entity}@${m.start}` : '')).join();
      const before = this.shown.get(answer.chunk);
      this.shown.set(answer.chunk, state);
      return answer.chunk === chunk || before !== state;
    });
    return changed.sort((a, b) => Number(b.chunk === chunk) - Number(a.chunk === chunk));
  }

  private candidates(chunk: number, text: string): Candidate[] {
    return findOccurrences(this.gazetteer, text).map(({ start, end, aliases }) => {
      const surface = text.slice(start, end);
      const readings = new Map<number, Candidate['readings'][number]>();
      for (const alias of aliases)
        for (const entity of entitiesOfAlias(this.gazetteer, alias))
          readings.set(entity, {
            entity,
            ambiguity: this.gazetteer.ambiguity[alias]! / 255,
            derived: this.gazetteer.derived[alias] === 1,
          });
      const cjk = CJK.test(surface);
      return {
        chunk,
        start,
        end,
        surface,
        key: fold(surface),
        short: cjk
          ? surface.length <= 2 || /^[\p{Script=Katakana}ー]+$/u.test(surface)
          : !/[\s]/.test(surface),
        cjk,
        context: contextOf(text, { start, end }),
        readings: [...readings.values()],
      };
    });
  }

  private gather(): PageEvidence {
    const evidence: PageEvidence = {
      fullNames: new Map(),
      rivals: new Map(),
      present: new Set(),
      introduced: new Map(),
      terms: new Map(),
    };
    for (const [id, candidates] of this.chunks) for (const c of candidates) this.note(evidence, id, c);
    return evidence;
  }

  private note(evidence: PageEvidence, chunk: number, c: Candidate): void {
    const { context, surface, key } = c;
    const position = chunk * 1e7 + c.start;
    let own = false;
    const whole = context.inside === null || (!c.short && context.headline);
    if (!c.short && whole)
      for (const { entity } of c.readings) addTo(evidence.fullNames, entity, surface, position);
    if (context.inside !== null)
      for (const { entity } of c.readings)
        if (mayExtend(this.profiles.of(entity), context.insideWords)) {
          own = true;
          addTo(evidence.fullNames, entity, context.inside, position);
        }
    if (c.short && context.inside !== null && context.rival && !own) {
      const known = evidence.rivals.get(key) ?? { name: context.inside, at: [] };
      known.at.push(position);
      evidence.rivals.set(key, known);
    }
    if (whole && c.readings.length === 1) {
      const { entity, ambiguity } = c.readings[0]!;
      const person = this.corpus.entities[entity]!.kind === 'person';
      if (!c.short || (!person && ambiguity < 0.4)) evidence.present.add(entity);
    }
    const introduction = context.title ?? context.office;
    if (introduction !== null && whole && !evidence.introduced.has(key))
      evidence.introduced.set(
        key,
        context.title !== null ? `${introduction} ${surface}` : `${surface}, ${introduction}`,
      );
    const terms = evidence.terms.get(key) ?? [];
    if (terms.length < 400) {
      const text = this.texts.get(chunk)!;
      terms.push(...termsOf(text.slice(Math.max(0, c.start - WINDOW), c.end + WINDOW)));
      evidence.terms.set(key, terms);
    }
  }

  private link(chunk: number, evidence: PageEvidence): LinkedMention[] {
    return this.chunks.get(chunk)!.map((c) => {
      const ranked = c.readings
        .map((reading) => ({ reading, ...scoreOf(this.evidenceFor(c, reading, evidence)) }))
        .sort((a, b) => b.score - a.score || this.salience(b) - this.salience(a));
      const [best, next] = ranked;
      const entity = this.corpus.entities[best!.reading.entity]!;
      const clear =
        !next || best!.score - next.score >= MARGIN || this.salience(best!) >= 3 * this.salience(next);
      return {
        start: c.start,
        end: c.end,
        surface: c.surface,
        entity: entity.id,
        score: Math.round(best!.score * 1000) / 1000,
        because: best!.because,
        marked: best!.score >= THRESHOLD && clear && !this.rejected(entity.id, c.surface),
      };
    });
  }

  private salience({ reading }: { reading: { entity: number } }): number {
    return this.corpus.entities[reading.entity]!.salience;
  }

  private rejected(entity: string, surface: string): boolean {
    const { host, rejected = [] } = this.options;
    return rejected.some((r) => r.entity === entity && r.host === host && fold(r.surface) === fold(surface));
  }

  private evidenceFor(c: Candidate, reading: Candidate['readings'][number], page: PageEvidence): Evidence {
    const entity = this.corpus.entities[reading.entity]!;
    const profile = this.profiles.of(reading.entity);
    const full = page.fullNames.get(reading.entity) ?? null;
    const rival = page.rivals.get(c.key) ?? null;
    const position = c.chunk * 1e7 + c.start;
    const company = [...page.present].flatMap((other) => {
      const weight = profile.neighbours.get(other);
      return weight === undefined ? [] : [{ name: this.corpus.entities[other]!.name, weight }];
    });
    const office = c.context.title ?? c.context.office;
    const roleAgrees =
      office !== null && termsOf(office).some((t) => profile.roleWords.has(t)) ? office : null;
    return {
      kind: entity.kind,
      surface: c.surface,
      short: c.short,
      acronym: isAcronym(c.surface),
      cjk: c.cjk,
      ambiguity: reading.ambiguity,
      derived: reading.derived,
      context: c.context,
      fullName: full?.surface ?? null,
      rival: rival?.name ?? null,
      rivalNearer: rival !== null && lastBefore(rival.at, position) > lastBefore(full?.at ?? [], position),
      roleAgrees,
      introduced: page.introduced.get(c.key) ?? null,
      ownLonger: c.context.inside !== null && mayExtend(profile, c.context.insideWords),
      mononym: profile.mononym,
      curated: entity.curated === true,
      company: company.sort((a, b) => b.weight - a.weight),
      nearness: this.profiles.nearness(reading.entity, page.terms.get(c.key) ?? []),
    };
  }
}

function addTo(
  names: Map<number, { surface: string; at: number[] }>,
  entity: number,
  surface: string,
  position: number,
): void {
  const known = names.get(entity) ?? { surface, at: [] };
  known.at.push(position);
  names.set(entity, known);
}

/** The last of some sorted positions before another, −1 if there is none. */
function lastBefore(positions: readonly number[], position: number): number {
  let last = -1;
  for (const at of positions) if (at < position) last = at;
  return last;
}
