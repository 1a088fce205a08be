import type { Gazetteer } from '../corpus/gazetteer';
import { termsOf } from '../corpus/terms';
import type { Corpus } from '../corpus/types';
import { fold } from '../text/fold';
import { type Candidate, candidatesOf, lastBefore, PageEvidence, type Sense } from './evidence';
import { withoutOverlap } from './extent';
import { type Agreement, agreementOf, type Profiles } from './profile';
import { type Evidence, logit, scoreOf, THRESHOLD } from './score';
import type { LinkedMention, PageChange, PageOptions, Place } from './types';

/** By how much (in log-odds) the best entity must be surer than the next to be shown. */
const MARGIN = 0.5;

/** What speaks for an entity wherever the same form stands on the page. */
type Subject = Pick<Evidence, 'company' | 'nearness'>;

interface Ranked {
  sense: Sense;
  score: number;
  because: string[];
}

/** A candidate on the page, with what of its evidence hangs on nothing but itself. */
interface Held {
  candidate: Candidate;
  /** The entities of whose own names the longer name around it may be one, and how surely. */
  own: ReadonlyMap<number, Agreement>;
  /** The entities of whose roles in the corpus the title before it is one. */
  agreeing: ReadonlySet<number>;
}

/** Positions between two chunks that are told without a place. */
const CHUNK = 1e7;

/**
 * Links the occurrences on one page, whose chunks share evidence. What it answers is what it would answer of the page
 * as it is now, in whatever order its parts came, changed and went.
 */
export class PageSpotter {
  private readonly chunks = new Map<number, Held[]>();
  private readonly shown = new Map<number, string>();
  private evidence = new PageEvidence();
  /** The greatest position that the evidence was told of. */
  private last = Number.NEGATIVE_INFINITY;
  private readonly isPerson: (entity: number) => boolean;

  constructor(
    private readonly corpus: Corpus,
    private readonly gazetteer: Gazetteer,
    private readonly profiles: Profiles,
    private readonly options: PageOptions,
  ) {
    this.isPerson = (entity) => corpus.entities[entity]!.kind === 'person';
  }

  /**
   * Takes mentions that are gone out of the page and adds a chunk of text to it, or replaces one. Returns every
   * candidate of this chunk first, then of other chunks whose marks the new evidence changed.
   */
  add(
    chunk: number,
    text: string,
    { places = [{ at: 0, from: chunk * CHUNK, step: 1 }], gone = [] }: PageChange = {},
  ): { chunk: number; mentions: LinkedMention[] }[] {
    const left = this.drop([...gone, ...(this.chunks.has(chunk) ? [[chunk, null] as const] : [])]);
    const held = candidatesOf(this.gazetteer, text, positionsBy(places)).map((c) => this.hold(c));
    if (held.length > 0) this.chunks.set(chunk, held);
    const told = this.take(held, left);
    const subjects = new Map<string, Subject>();
    const others = told ? [...this.chunks.keys()].filter((id) => id !== chunk) : [];
    const answers = [chunk, ...others].map((id) => ({ chunk: id, mentions: this.link(id, subjects) }));
    return answers.filter(({ chunk: id, mentions }) => {
      const state = mentions.map((m) => (m.marked ? `${m.entity}@${m.start}` : '')).join();
      const changed = this.shown.get(id) !== state;
      if (mentions.length > 0) this.shown.set(id, state);
      return id === chunk || changed;
    });
  }

  /** Leaves mentions out, all of a chunk where no starts are given; false if none of them was here. */
  private drop(gone: readonly (readonly [chunk: number, starts: readonly number[] | null])[]): boolean {
    let any = false;
    for (const [chunk, starts] of gone) {
      const held = this.chunks.get(chunk);
      if (!held) continue;
      const wanted = new Set(starts);
      const named = ({ candidate: c }: Held) => wanted.has(c.start) || wanted.has(longerOf(c).start);
      const kept = starts ? held.filter((one) => !named(one)) : [];
      any ||= kept.length < held.length;
      if (kept.length > 0) this.chunks.set(chunk, kept);
      else {
        this.chunks.delete(chunk);
        this.shown.delete(chunk);
      }
    }
    return any;
  }

  /** Tells the evidence of new candidates; true if that changes what it says of others. */
  private take(held: readonly Held[], left: boolean): boolean {
    const before = this.evidence;
    const { told } = before;
    const follows = held.every(
      ({ candidate }, i) => candidate.position > (i > 0 ? held[i - 1]!.candidate.position : this.last),
    );
    if (!left && follows) {
      for (const one of held) this.note(one);
      return this.evidence.told !== told;
    }
    this.evidence = new PageEvidence();
    this.last = Number.NEGATIVE_INFINITY;
    const all = [...this.chunks.values()].flat();
    all.sort((a, b) => a.candidate.position - b.candidate.position);
    for (const one of all) this.note(one);
    return !this.evidence.tellsAs(before);
  }

  private note({ candidate, own, agreeing }: Held): void {
    this.evidence.note(candidate, own, agreeing, this.isPerson);
    this.last = candidate.position;
  }

  private hold(candidate: Candidate): Held {
    return { candidate, own: this.ownLonger(candidate), agreeing: this.agreeing(candidate) };
  }

  /** The entities of whose own names the longer name around the candidate may be one. */
  private ownLonger({ context, senses, surface }: Candidate): Map<number, Agreement> {
    const own = new Map<number, Agreement>();
    if (context.inside === null) return own;
    for (const { entity } of senses) {
      const agreement = agreementOf(this.profiles.of(entity), context.inside, surface);
      if (agreement) own.set(entity, agreement);
    }
    return own;
  }

  /** The entities of whose roles in the corpus the title before the candidate is one. */
  private agreeing({ context, senses, key }: Candidate): Set<number> {
    if (context.title === null || context.inside !== null) return new Set();
    const terms = termsOf(context.title);
    const agreeing = senses.filter(({ entity }) => {
      const { roleWords, givenNames } = this.profiles.of(entity);
      return !givenNames.has(key) && terms.some((term) => roleWords.has(term));
    });
    return new Set(agreeing.map(({ entity }) => entity));
  }

  private link(chunk: number, subjects: Map<string, Subject>): LinkedMention[] {
    const mentions = (this.chunks.get(chunk) ?? []).map(({ candidate: c, own }): LinkedMention => {
      const ranked = c.senses
        .map((sense) => ({ sense, ...scoreOf(this.evidenceFor(c, sense, own, subjects)) }))
        .sort((a, b) => b.score - a.score || this.salience(b.sense) - this.salience(a.sense));
      const { best, clear } = this.choose(ranked);
      const entity = this.corpus.entities[best.sense.entity]!;
      return {
        ...(own.has(best.sense.entity) && entity.kind === 'person' ? longerOf(c) : shapeOf(c)),
        entity: entity.id,
        score: Math.round(best.score * 1000) / 1000,
        because: best.because,
        marked: best.score >= THRESHOLD && clear && !this.rejected(entity.id, c.key),
      };
    });
    return withoutOverlap(mentions);
  }

  /** The surest sense, and whether it is clearly surer than any other; among equals the one that an editor has listed. */
  private choose(ranked: readonly Ranked[]): { best: Ranked; clear: boolean } {
    const [first, next] = ranked as [Ranked, ...Ranked[]];
    const near = ranked.filter(({ score }) => logit(first.score) - logit(score) < MARGIN);
    const listed = near.filter(({ sense }) => this.corpus.entities[sense.entity]!.curated);
    if (near.length > 1 && listed.length === 1) return { best: listed[0]!, clear: true };
    const salient = next !== undefined && this.salience(first.sense) >= 3 * this.salience(next.sense);
    return { best: first, clear: near.length === 1 || salient };
  }

  private salience({ entity }: Sense): number {
    return this.corpus.entities[entity]!.salience;
  }

  private rejected(entity: string, key: string): boolean {
    const { host, rejected = [] } = this.options;
    return rejected.some((r) => r.entity === entity && r.host === host && fold(r.surface) === key);
  }

  private evidenceFor(
    c: Candidate,
    sense: Sense,
    own: ReadonlyMap<number, Agreement>,
    subjects: Map<string, Subject>,
  ): Evidence {
    const entity = this.corpus.entities[sense.entity]!;
    const profile = this.profiles.of(sense.entity);
    const { fullNames, likeNames, rivals, introduced } = this.evidence;
    const full = fullNames.get(sense.entity);
    const rival = rivals.get(c.key);
    const office = c.context.title ?? c.context.office;
    const agrees = office !== null && termsOf(office).some((term) => profile.roleWords.has(term));
    return {
      kind: entity.kind,
      short: c.short,
      common: c.common,
      given: c.short && !profile.mononym && profile.givenNames.has(c.key),
      exact: fold(entity.name) === c.key,
      cjk: c.cjk,
      katakana: c.katakana,
      ambiguity: sense.ambiguity,
      derived: sense.derived,
      context: c.context,
      fullName: full?.name ?? null,
      likeName: likeNames.get(sense.entity)?.name ?? null,
      rival: rival?.name ?? null,
      rivalNearer:
        rival !== undefined &&
        lastBefore(rival, c.position) > lastBefore(full ?? likeNames.get(sense.entity), c.position),
      roleAgrees: agrees ? office : null,
      introduced: introduced.get(c.key) ?? null,
      ownLonger: own.has(sense.entity),
      mononym: profile.mononym,
      curated: entity.curated === true,
      ...this.subject(c.key, sense.entity, subjects),
    };
  }

  private subject(key: string, entity: number, subjects: Map<string, Subject>): Subject {
    const name = `${entity} ${key}`;
    const known = subjects.get(name);
    if (known) return known;
    const { neighbours } = this.profiles.of(entity);
    const { present, terms } = this.evidence;
    const company: Evidence['company'] = [];
    const [few, many] = present.size < neighbours.size ? [present, neighbours] : [neighbours, present];
    for (const other of few.keys())
      if (many.has(other))
        company.push({ name: this.corpus.entities[other]!.name, weight: neighbours.get(other)! });
    company.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
    const subject = { company, nearness: this.profiles.nearness(entity, terms.get(key) ?? []) };
    subjects.set(name, subject);
    return subject;
  }
}

const shapeOf = ({ start, end, surface }: Candidate) => ({ start, end, surface });

/** The place of the longer name around a candidate. */
function longerOf({ start, end, surface, context: { inside, reach } }: Candidate) {
  return { start: start - reach.before, end: end + reach.after, surface: inside ?? surface };
}

/** The position of each offset of a text by its places; offsets are asked for in order. */
function positionsBy(places: readonly Place[]): (offset: number) => number {
  let next = 0;
  let place: Place = { at: 0, from: 0, step: 1 };
  return (offset) => {
    while (next < places.length && places[next]!.at <= offset) place = places[next++]!;
    return place.from + (offset - place.at) * place.step;
  };
}
