import { termsOf } from '../corpus/terms';
import { fold } from '../text/fold';
import { type Candidate, candidatesOf, type Gazetteers, type Sense, senseInCrowd } from './evidence';
import { withoutOverlap } from './extent';
import { type Held, HeldIndex } from './held';
import { PageEvidence } from './page-evidence';
import { type Agreement, agreementOf } from './profile';
import type { Roster } from './roster';
import { type Evidence, logit, scoreOf, THRESHOLD } from './score';
import { Subjects } from './subjects';
import type { PageChange, PageOptions, Place, SpottedMention } from './types';

/** By how much (in log-odds) the best entity must be surer than the next to be shown. */
const MARGIN = 0.5;

interface Ranked {
  sense: Sense;
  score: number;
  because: string[];
}

/** Positions between two chunks that are told without a place. */
const CHUNK = 1e7;
const WHOLE = { start: 0, end: Number.POSITIVE_INFINITY };

/**
 * Links the occurrences on one page, whose chunks share evidence. What it answers is what it would answer of the page
 * as it is now, in whatever order its parts came, changed and went.
 */
export class PageSpotter {
  private readonly chunks = new Map<number, Held[]>();
  private readonly shown = new Map<number, string>();
  private readonly index = new HeldIndex();
  private readonly evidence: PageEvidence;
  private readonly subjects: Subjects;
  /** By surface, further bearers that the page names in full; while a chunk is added. */
  private readonly named = new Map<string, readonly Sense[]>();

  constructor(
    private readonly gazetteers: Gazetteers,
    private readonly roster: Roster,
    private readonly options: PageOptions,
  ) {
    this.evidence = new PageEvidence((entity) => roster.entity(entity).kind === 'person');
    this.subjects = new Subjects(roster, this.evidence);
  }

  /**
   * Takes mentions that are gone out of the page and adds a chunk of text to it, or replaces one. Returns every
   * candidate of this chunk first, then of other chunks whose marks the new evidence changed. Only what hangs on changed
   * evidence is weighed again, so that a page costs as much as its text is long, in however many chunks it comes.
   */
  add(
    chunk: number,
    text: string,
    { places = [{ at: 0, from: chunk * CHUNK, step: 1 }], gone = [] }: PageChange = {},
  ): { chunk: number; mentions: SpottedMention[] }[] {
    this.drop(this.chunks.has(chunk) ? [...gone, { chunk, spans: [WHOLE] }] : gone);
    const added = candidatesOf(this.gazetteers, text, positionsBy(places)).map((c) => this.hold(c, chunk));
    if (added.length > 0) this.chunks.set(chunk, added);
    for (const held of added) {
      this.evidence.note(held);
      this.index.add(held);
    }
    const touched = this.index.touchedBy(this.evidence);
    for (const key of this.subjects.update((form) => this.index.has(form)))
      for (const held of this.index.ofKey(key)) touched.add(held);
    this.evidence.settle();
    for (const held of added) touched.add(held);
    for (const held of touched) held.mention = this.link(held);
    this.named.clear();
    const answers = [{ chunk, mentions: this.mentions(chunk) }];
    this.showing(chunk, answers[0]!.mentions);
    for (const id of new Set([...touched].map((held) => held.chunk))) {
      if (id === chunk) continue;
      const mentions = this.mentions(id);
      if (this.showing(id, mentions)) answers.push({ chunk: id, mentions });
    }
    return answers;
  }

  /** The mentions of a chunk as the page stands now, in order. */
  mentions(chunk: number): SpottedMention[] {
    return withoutOverlap((this.chunks.get(chunk) ?? []).map(({ mention }) => mention!));
  }

  /** Leaves out every candidate of which the longest mention overlaps the spans, those too that gave way to another. */
  private drop(gone: NonNullable<PageChange['gone']>): void {
    for (const { chunk, spans } of gone) {
      const kept: Held[] = [];
      for (const held of this.chunks.get(chunk) ?? []) {
        const { start, end } = longerOf(held.candidate);
        if (!spans.some((span) => start < span.end && span.start < end)) kept.push(held);
        else {
          this.evidence.forget(held);
          this.index.remove(held);
        }
      }
      if (kept.length > 0) this.chunks.set(chunk, kept);
      else this.chunks.delete(chunk);
      this.showing(chunk, this.mentions(chunk));
    }
  }

  /** Notes what of a chunk is marked now; true if that is another than before. */
  private showing(chunk: number, mentions: readonly SpottedMention[]): boolean {
    const state = mentions.map((m) => (m.marked ? `${m.entity}@${m.start}-${m.end}` : '')).join();
    const changed = (this.shown.get(chunk) ?? '') !== state;
    if (mentions.length > 0) this.shown.set(chunk, state);
    else this.shown.delete(chunk);
    return changed;
  }

  private hold(candidate: Candidate, chunk: number): Held {
    const own = this.ownLonger(candidate);
    return { candidate, chunk, own, agreeing: this.agreeing(candidate), mention: null };
  }

  /** The entities of whose own names the longer name around the candidate may be one. */
  private ownLonger({ context, senses, surface }: Candidate): Map<number, Agreement> {
    const own = new Map<number, Agreement>();
    const { inside, joins, reach } = context;
    if (inside === null) return own;
    // "W. Mark Felt of California"
    const person = joins.after === 'of' ? inside.slice(0, inside.length - reach.after) : inside;
    for (const { entity } of senses) {
      const profile = this.roster.profile(entity);
      const agreement = agreementOf(profile, profile.people ? person : inside, surface);
      if (agreement) own.set(entity, agreement);
    }
    return own;
  }

  /** The entities of whose roles in the corpus the title before the candidate is one. */
  private agreeing({ context, senses, key }: Candidate): Set<number> {
    if (context.title === null || context.inside !== null) return new Set();
    const terms = termsOf(context.title);
    const agreeing = senses.filter(({ entity }) => {
      const { roleWords, givenNames } = this.roster.profile(entity);
      return !givenNames.has(key) && terms.some((term) => roleWords.has(term));
    });
    return new Set(agreeing.map(({ entity }) => entity));
  }

  private link({ candidate: c, own }: Held): SpottedMention {
    const senses = c.crowd.length === 0 ? c.senses : [...c.senses, ...this.namedInCrowd(c)];
    const ranked = senses.map((sense): Ranked => {
      const { score, because } = scoreOf(this.evidenceFor(c, sense, own));
      return { sense, score, because };
    });
    if (ranked.length > 1) ranked.sort((a, b) => b.score - a.score || this.byRank(a.sense, b.sense));
    const { best, clear } = this.choose(ranked);
    const entity = this.roster.entity(best.sense.entity);
    const { start, end, surface } = own.has(best.sense.entity) && entity.kind === 'person' ? longerOf(c) : c;
    return {
      start,
      end,
      surface,
      entity: entity.id,
      kind: entity.kind,
      score: Math.round(best.score * 1000) / 1000,
      because: best.because,
      marked: best.score >= THRESHOLD && clear && !this.rejected(entity.id, c.key),
    };
  }

  /** Of the many further bearers of a form those that the page names in full. */
  private namedInCrowd({ crowd, senses, surface }: Candidate): readonly Sense[] {
    let named = this.named.get(surface);
    if (!named) {
      const { fullNames, likeNames } = this.evidence;
      const weighed = new Set(senses.map(({ entity }) => entity));
      named = [...new Set([...fullNames.keys(), ...likeNames.keys()])].flatMap((entity) =>
        weighed.has(entity) ? [] : (senseInCrowd(crowd, entity) ?? []),
      );
      this.named.set(surface, named);
    }
    return named;
  }

  /** The surest sense, and whether it is clearly surer than any other; among equals the one that an editor has listed. */
  private choose(ranked: readonly Ranked[]): { best: Ranked; clear: boolean } {
    const [first, next] = ranked as [Ranked, ...Ranked[]];
    if (next === undefined) return { best: first, clear: true };
    const near = ranked.filter(({ score }) => logit(first.score) - logit(score) < MARGIN);
    const listed = near.filter(({ sense }) => this.roster.entity(sense.entity).curated);
    if (near.length > 1 && listed.length === 1) return { best: listed[0]!, clear: true };
    const salience = this.salience(first.sense);
    const salient = salience > 0 && salience >= 3 * this.salience(next.sense);
    return { best: first, clear: near.length === 1 || salient };
  }

  /** The more salient first, among equals by id. */
  private byRank(a: Sense, b: Sense): number {
    return (
      this.salience(b) - this.salience(a) ||
      (this.roster.entity(a.entity).id < this.roster.entity(b.entity).id ? -1 : 1)
    );
  }

  private salience({ entity }: Sense): number {
    return this.roster.entity(entity).salience;
  }

  private rejected(entity: string, key: string): boolean {
    const { host, rejected = [] } = this.options;
    return rejected.some((r) => r.entity === entity && r.host === host && fold(r.surface) === key);
  }

  private evidenceFor(c: Candidate, sense: Sense, own: ReadonlyMap<number, Agreement>): Evidence {
    const entity = this.roster.entity(sense.entity);
    const profile = this.roster.profile(sense.entity);
    const { fullNames, likeNames, rivals, introduced } = this.evidence;
    const full = fullNames.first(sense.entity);
    const like = likeNames.first(sense.entity);
    const rival = rivals.first(c.key);
    const named = full === undefined ? likeNames : fullNames;
    const { company, nearness } = this.subjects.of(c.key, sense.entity);
    const office = c.context.title ?? c.context.office;
    const agrees = office !== null && termsOf(office).some((term) => profile.roleWords.has(term));
    return {
      kind: entity.kind,
      short: c.short,
      common: c.common,
      given: c.short && !profile.mononym && profile.givenNames.has(c.key),
      exact: profile.name === c.key,
      cjk: c.cjk,
      katakana: c.katakana,
      ambiguity: sense.ambiguity,
      derived: sense.derived,
      context: c.context,
      fullName: full ?? null,
      likeName: like ?? null,
      rival: rival ?? null,
      rivalNearer:
        rival !== undefined &&
        rivals.lastBefore(c.key, c.position) > named.lastBefore(sense.entity, c.position),
      roleAgrees: agrees ? office : null,
      introduced: introduced.first(c.key) ?? null,
      ownLonger: own.has(sense.entity),
      mononym: profile.mononym,
      curated: entity.curated === true,
      company,
      nearness,
    };
  }
}

const INITIALS = /^(?:\p{Lu}\.?\s+)+$/u;

/** The place of the longer name around a candidate; what has several words itself takes no more than initials before it. */
function longerOf(c: Candidate): Pick<Candidate, 'start' | 'end' | 'surface'> {
  const { start, end, surface, short, context } = c;
  const { inside, joins, reach } = context;
  if (!short && !INITIALS.test(inside?.slice(0, reach.before) ?? '')) return c;
  const after = joins.after === 'of' ? 0 : reach.after;
  const longer = (inside ?? surface).slice(0, reach.before + surface.length + after);
  return { start: start - reach.before, end: end + after, surface: longer };
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
