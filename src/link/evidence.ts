import { entitiesOfAlias, type Gazetteer } from '../corpus/gazetteer';
import { commonness, termsOf } from '../corpus/terms';
import { fold } from '../text/fold';
import { BLOCK_SEPARATOR } from '../text/separator';
import type { Span } from '../text/span';
import { type Context, contextOf } from './context';
import { findOccurrences } from './matcher';
import type { Agreement } from './profile';

/** What an occurrence may mean: an entity (index in the corpus), and what the gazetteer says of the form. */
export interface Sense {
  entity: number;
  ambiguity: number;
  derived: boolean;
}

/** An occurrence with what may be meant by it, before the page has spoken. */
export interface Candidate extends Span {
  /** Place on the page: grows in page order. */
  position: number;
  surface: string;
  /** Folded surface. */
  key: string;
  /** One word (or one short run of ideographs or kana). */
  short: boolean;
  /** How common the one word is in lower case, 0..1. */
  common: number;
  cjk: boolean;
  /** Katakana and nothing else. */
  katakana: boolean;
  context: Context;
  senses: Sense[];
  /** Terms in the text around it. */
  terms: string[];
}

/** A name on the page, verbatim as first seen, and all its places in page order. */
export interface Seen {
  name: string;
  at: number[];
}

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
const KATAKANA = /^[\p{Script=Katakana}ー]+$/u;
/** How much text around an occurrence is looked at for its subject, in UTF-16 units to each side. */
const WINDOW = 240;
/** Occurrences of one form on a page whose surroundings are looked at; more of the same tell nothing new. */
const WINDOWS = 4;

/** The candidates of a chunk of a page's text, in order; `positionOf` tells where on the page an offset stands. */
export function candidatesOf(
  gazetteer: Gazetteer,
  text: string,
  positionOf: (offset: number) => number,
): Candidate[] {
  const windows = new Map<string, number>();
  return findOccurrences(gazetteer, text).map(({ start, end, aliases }) => {
    const surface = text.slice(start, end);
    const key = fold(surface);
    const senses = new Map<number, Sense>();
    for (const alias of aliases)
      for (const entity of entitiesOfAlias(gazetteer, alias))
        senses.set(entity, {
          entity,
          ambiguity: gazetteer.ambiguity[alias]! / 255,
          derived: gazetteer.derived[alias] === 1,
        });
    const cjk = CJK.test(surface);
    const katakana = KATAKANA.test(surface);
    const short = cjk ? surface.length <= 2 || katakana : !/\s/.test(surface);
    const seen = (windows.get(key) ?? 0) + 1;
    windows.set(key, seen);
    // a full name of one entity needs no subject to speak for it
    const unsure = seen <= WINDOWS && (short || senses.size > 1);
    return {
      start,
      end,
      position: positionOf(start),
      surface,
      key,
      short,
      common: short && !cjk ? commonness(key) : 0,
      cjk,
      katakana,
      context: contextOf(text, { start, end }),
      senses: [...senses.values()],
      terms: unsure ? termsOf(blockAround(text, start, end)) : [],
    };
  });
}

/** The text around an occurrence within its block: what stands in the next one may be of anything, and may change. */
function blockAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  const stop = after.indexOf(BLOCK_SEPARATOR);
  const from = before.lastIndexOf(BLOCK_SEPARATOR) + 1;
  return before.slice(from) + text.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

/** What a page's candidates tell of each other: one sense per page (Gale, Church & Yarowsky 1992). */
export class PageEvidence {
  /** Entity → a longer name of it on the page. */
  readonly fullNames = new Map<number, Seen>();
  /** Entity → a name on the page that may be a longer one of it, spelt otherwise or with an initial. */
  readonly likeNames = new Map<number, Seen>();
  /** Folded surface → another bearer's longer name that ends with it. */
  readonly rivals = new Map<string, Seen>();
  /** Entities that the page names beyond doubt. */
  readonly present = new Set<number>();
  /** Folded surface → the title or office beside it somewhere. */
  readonly introduced = new Map<string, string>();
  /** Folded surface → terms around its occurrences. */
  readonly terms = new Map<string, string[]>();
  private readonly windows = new Map<string, number>();
  /** Grows whenever a candidate tells what may change the reading of those noted before it. */
  told = 0;

  /**
   * Takes in a candidate; candidates come in page order. `own` tells of which entities, and how well, the longer name that
   * the candidate is a part of may be a name; `agreeing` of which the title before it is a role ("Ambassador Glass" is
   * as good as a full name); `person` whether an entity is one.
   */
  note(
    c: Candidate,
    own: ReadonlyMap<number, Agreement>,
    agreeing: ReadonlySet<number>,
    person: (entity: number) => boolean,
  ): void {
    const { context, surface, key, position } = c;
    const whole = context.inside === null || (!c.short && context.headline);
    for (const { entity } of c.senses) {
      const agreement = own.get(entity);
      if (agreement === 'sure') this.see(this.fullNames, entity, context.inside!, position);
      else if (agreement === 'possible') this.see(this.likeNames, entity, context.inside!, position);
      else if (!c.short && whole) this.see(this.fullNames, entity, surface, position);
      else if (agreeing.has(entity))
        this.see(this.fullNames, entity, `${context.title} ${surface}`, position);
    }
    if (c.short && own.size === 0 && isBearer(context)) this.see(this.rivals, key, context.inside!, position);
    if (whole && c.senses.length === 1) {
      const { entity, ambiguity } = c.senses[0]!;
      if ((!c.short || (!person(entity) && ambiguity < 0.4)) && !this.present.has(entity)) {
        this.present.add(entity);
        this.told++;
      }
    }
    const introduction = context.title ?? context.office;
    if (introduction !== null && whole && !this.introduced.has(key)) {
      this.told++;
      this.introduced.set(
        key,
        context.title !== null ? `${introduction} ${surface}` : `${surface}, ${introduction}`,
      );
    }
    const windows = this.windows.get(key) ?? 0;
    if (windows === WINDOWS) return;
    this.windows.set(key, windows + 1);
    if (c.terms.length === 0) return;
    const terms = this.terms.get(key);
    this.terms.set(key, terms ? terms.concat(c.terms) : c.terms);
    if (terms) this.told++;
  }

  /** Whether this and another tell the same of everything; where nobody has a rival, no place of a name matters. */
  tellsAs(other: PageEvidence): boolean {
    const places = this.rivals.size > 0;
    return (
      sameSeen(this.fullNames, other.fullNames, places) &&
      sameSeen(this.likeNames, other.likeNames, places) &&
      sameSeen(this.rivals, other.rivals, places) &&
      this.present.size === other.present.size &&
      [...this.present].every((entity) => other.present.has(entity)) &&
      sameMap(this.introduced, other.introduced, (a, b) => a === b) &&
      sameMap(this.terms, other.terms, sameList)
    );
  }

  private see<K>(names: Map<K, Seen>, key: K, name: string, position: number): void {
    const known = names.get(key);
    if (known) known.at.push(position);
    else {
      names.set(key, { name, at: [position] });
      this.told++;
    }
  }
}

/** Whether the longer name ends with the occurrence, as another bearer of a family name is called. */
const isBearer = ({ joins }: Context): boolean => joins.before === 'word' && joins.after === null;

const sameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

const sameSeen = <K>(a: ReadonlyMap<K, Seen>, b: ReadonlyMap<K, Seen>, places: boolean): boolean =>
  sameMap(a, b, (one, two) => one.name === two.name && (!places || sameList(one.at, two.at)));

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>, same: (a: V, b: V) => boolean): boolean {
  if (a.size !== b.size) return false;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined || !same(value, other)) return false;
  }
  return true;
}

/** The last place of a name before a position, −∞ if there is none. */
export function lastBefore(seen: Seen | undefined, position: number): number {
  if (!seen) return Number.NEGATIVE_INFINITY;
  let [low, high] = [0, seen.at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seen.at[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? Number.NEGATIVE_INFINITY : seen.at[low - 1]!;
}
