import type { Gazetteer } from '../corpus/gazetteer';
import { termsOf } from '../corpus/terms';
import type { Corpus } from '../corpus/types';
import { fold } from '../text/fold';
import { type Candidate, candidatesOf, lastBefore, PageEvidence, type Sense } from './evidence';
import { mayExtend, type Profiles } from './profile';
import { type Evidence, logit, scoreOf, THRESHOLD } from './score';
import type { LinkedMention, PageOptions } from './types';

/** By how much (in log-odds) the best entity must be surer than the next to be shown. */
const MARGIN = 0.5;

/** What speaks for an entity wherever the same form stands on the page. */
type Subject = Pick<Evidence, 'company' | 'nearness'>;

interface Ranked {
  sense: Sense;
  score: number;
  because: string[];
}

/** Links the occurrences on one page, whose chunks share evidence. */
export class PageSpotter {
  private readonly chunks = new Map<number, Candidate[]>();
  private readonly shown = new Map<number, string>();
  private evidence = new PageEvidence();
  private last = -1;

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
    const before = this.evidence.size;
    const candidates = candidatesOf(this.gazetteer, chunk, text);
    this.chunks.set(chunk, candidates);
    if (chunk > this.last) this.take(candidates);
    else this.takeAgain();
    const told = chunk <= this.last || this.evidence.size !== before;
    this.last = Math.max(this.last, chunk);
    const subjects = new Map<string, Subject>();
    const ids = told ? [...this.chunks.keys()].filter((id) => id !== chunk) : [];
    const answers = [chunk, ...ids].map((id) => ({ chunk: id, mentions: this.link(id, subjects) }));
    return answers.filter(({ chunk: id, mentions }) => {
      const state = mentions.map((m) => (m.marked ? `${m.entity}@${m.start}` : '')).join();
      const changed = this.shown.get(id) !== state;
      this.shown.set(id, state);
      return id === chunk || changed;
    });
  }

  private take(candidates: readonly Candidate[]): void {
    const person = (entity: number) => this.corpus.entities[entity]!.kind === 'person';
    for (const c of candidates) this.evidence.note(c, this.ownLonger(c), this.agreeing(c), person);
  }

  private takeAgain(): void {
    this.evidence = new PageEvidence();
    for (const [, candidates] of [...this.chunks].sort(([a], [b]) => a - b)) this.take(candidates);
  }

  /** The entities of whose own names the longer name around the candidate may be one. */
  private ownLonger({ context, senses }: Candidate): Set<number> {
    if (context.inside === null) return new Set();
    const own = senses.filter(({ entity }) => mayExtend(this.profiles.of(entity), context.insideWords));
    return new Set(own.map(({ entity }) => entity));
  }

  /** The entities of whose roles in the corpus the title before the candidate is one. */
  private agreeing({ context, senses }: Candidate): Set<number> {
    if (context.title === null || context.inside !== null) return new Set();
    const terms = termsOf(context.title);
    const agreeing = senses.filter(({ entity }) =>
      terms.some((term) => this.profiles.of(entity).roleWords.has(term)),
    );
    return new Set(agreeing.map(({ entity }) => entity));
  }

  private link(chunk: number, subjects: Map<string, Subject>): LinkedMention[] {
    return this.chunks.get(chunk)!.map((c) => {
      const own = this.ownLonger(c);
      const ranked = c.senses
        .map((sense) => ({ sense, ...scoreOf(this.evidenceFor(c, sense, own, subjects)) }))
        .sort((a, b) => b.score - a.score || this.salience(b.sense) - this.salience(a.sense));
      const { best, clear } = this.choose(ranked);
      const entity = this.corpus.entities[best.sense.entity]!;
      return {
        start: c.start,
        end: c.end,
        surface: c.surface,
        entity: entity.id,
        score: Math.round(best.score * 1000) / 1000,
        because: best.because,
        marked: best.score >= THRESHOLD && clear && !this.rejected(entity.id, c.key),
      };
    });
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
    own: ReadonlySet<number>,
    subjects: Map<string, Subject>,
  ): Evidence {
    const entity = this.corpus.entities[sense.entity]!;
    const profile = this.profiles.of(sense.entity);
    const { fullNames, rivals, introduced } = this.evidence;
    const full = fullNames.get(sense.entity);
    const rival = rivals.get(c.key);
    const office = c.context.title ?? c.context.office;
    const agrees = office !== null && termsOf(office).some((term) => profile.roleWords.has(term));
    return {
      kind: entity.kind,
      short: c.short,
      cjk: c.cjk,
      katakana: c.katakana,
      ambiguity: sense.ambiguity,
      derived: sense.derived,
      context: c.context,
      fullName: full?.name ?? null,
      rival: rival?.name ?? null,
      rivalNearer: rival !== undefined && lastBefore(rival, c.position) > lastBefore(full, c.position),
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
