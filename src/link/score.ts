import type { Kind } from '../extract/types';
import type { Context } from './context';
import { ACTS, isHonorific, isRank } from './lexicon';

/** An entity of the same story that the page has too. */
export interface Company {
  name: string;
  weight: number;
  place: boolean;
}

/** What speaks for and against one reading of one occurrence. */
export interface Evidence {
  kind: Kind;
  /** One word (or one run of ideographs and kana), the form most others bear too. */
  short: boolean;
  /** How common the one word is in lower case, 0..1. */
  common: number;
  /** The form is the given name of a person who is known by a family name too. */
  given: boolean;
  /** The form is the entity's name, not one of its other forms. */
  exact: boolean;
  cjk: boolean;
  /** Katakana and nothing else. */
  katakana: boolean;
  /** 0..1, from the gazetteer. */
  ambiguity: number;
  /** The form was derived from a full name, never seen. */
  derived: boolean;
  context: Context;
  /** A longer name of the entity on the page, verbatim. */
  fullName: string | null;
  /** A name on the page that may be a longer one of the entity, spelt otherwise or with an initial, verbatim. */
  likeName: string | null;
  /** Another bearer's longer name on the page that ends with the surface, verbatim. */
  rival: string | null;
  /** Whether the nearest longer name before the occurrence is the rival's. */
  rivalNearer: boolean;
  /** The longer name that it is a part of may be one of the entity's own. */
  ownLonger: boolean;
  /** The entity is known by single words only. */
  mononym: boolean;
  curated: boolean;
  /** Titles before the surface agree with a role of the entity in the corpus. */
  roleAgrees: string | null;
  /** The same surface stands elsewhere on the page with a title or office that agrees. */
  introduced: string | null;
  /** Names of entities of the same story that the page has too, with their weights. */
  company: Company[];
  /** Cosine of the words around with the corpus's words around the entity. */
  nearness: number;
}

/** Log-odds of a score. */
export const logit = (score: number): number => Math.log(score / (1 - score));

const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * Score from which a mention may be shown, read off docs/precision-recall.svg (`npm run eval -- links --curve FILE`): for
 * persons both curves are nearly flat from 0.4 to 0.7, and below lie the namesakes. Of that stretch 0.6 is taken since
 * there wrong marks on persons stop falling where a corpus of news is spotted in texts of other kinds (encyclopaedia,
 * mail, reviews).
 */
export const THRESHOLD = 0.6;

/** At most so many reasons are told. */
const REASONS = 3;

/**
 * How sure, 0..1, and why, the weightiest reason first. Two things have to be true, so their probabilities are
 * multiplied: that the occurrence is a whole name and no part of a longer one, and that this entity is meant by it. Each
 * is a logistic over summed evidence in log-odds; the weights are set by hand from what each kind of evidence means. So
 * nothing on the page can make up for a name that is cut in two.
 */
export function scoreOf(e: Evidence): { score: number; because: string[] } {
  const told: { weight: number; reason: string }[] = [];
  const tell = (weight: number, reason: string) => {
    told.push({ weight, reason });
    return weight;
  };
  const wholly = logistic(wholeness(e, tell));
  const score = wholly * logistic(meaning(e, tell));
  const speaking = told.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const against = told.filter(({ weight }) => weight < 0);
  return {
    score,
    because: [
      ...speaking.slice(0, REASONS).map(({ reason }) => reason),
      ...against.map(({ reason }) => `but ${reason}`),
    ],
  };
}

type Tell = (weight: number, reason: string) => number;

/** Log-odds that the occurrence is a whole name. */
function wholeness(e: Evidence, tell: Tell): number {
  const { inside, joins, headline, address } = e.context;
  if (address) return tell(-4, 'in an address');
  if (inside === null || e.ownLonger) return 6;
  const part = `part of “${inside}”`;
  // "Sanjay Gupta of Emory University"
  if (e.kind === 'person' && joins.before === null && joins.after === 'of') return e.short ? 0.5 : 3;
  // In a headline any word may have its capital; if the page has the full name too, that is likelier.
  if (headline && joins.before !== 'mark' && joins.after !== 'mark') {
    const lone = e.short ? (joins.after === null ? -2 : -1) : e.kind === 'person' ? 0.4 : -1;
    return tell(lone, part) + (e.fullName !== null && e.short ? 2 : 0);
  }
  if (e.short || e.cjk) return tell(-6, part);
  // before a person's full name there may be anything ("Quarterback Peyton Manning")
  if (e.kind === 'person' && joins.after === null && joins.before === 'word') return 1;
  return tell(-3, part);
}

/** Log-odds that the entity is meant by the occurrence, if it is a whole name. */
function meaning(e: Evidence, tell: Tell): number {
  const { context } = e;
  let sum = prior(e, tell);
  // Katakana has no capitals: what is "Mr Glass" with an office after it is a wine glass without one, on the same page.
  if (e.katakana && context.title === null && context.office === null) sum -= 2.6;
  const named = e.fullName ?? e.likeName;
  if (named !== null && e.short) sum += tell(e.fullName !== null ? 5 : 2, `“${named}” on this page`);
  if (e.rival !== null && e.short && (e.kind === 'person' || e.ambiguity > 0.35)) {
    if (named === null) sum += tell(-4, `“${e.rival}” on this page`);
    else if (e.rivalNearer) sum += tell(-6, `“${e.rival}” just before`);
  }
  if (e.kind === 'person') sum += manner(e, tell);
  else if (e.short && isHonorific(context.title ?? '')) sum += tell(-3.5, `“${context.title}” before it`);
  else if (e.short && isHonorific(e.introduced?.split(' ')[0] ?? ''))
    sum += tell(-2.5, `“${e.introduced}” on this page`);
  // where any word has a capital, it does not tell a name from a common word
  if ((context.opens && context.act === null) || context.headline) sum -= 4 * e.common;
  const weight = weightOf(e.company, e.kind === 'person');
  if (weight > 0) {
    const names = e.company.slice(0, 2).map(({ name }) => `“${name}”`);
    sum += tell(1.7 * weight, `${names.join(', ')} on this page too`);
  }
  if (e.nearness > 0.08) sum += tell(Math.min(1.6, 5 * e.nearness), 'the words around it');
  return sum;
}

/** How much a company tells, 0..1. Countries are in any news: they alone tell little of a person ("Japan" on a page with "21 Trump cards"). */
export function weightOf(company: readonly Company[], person: boolean): number {
  const sum = Math.min(
    1,
    company.reduce((total, { weight }) => total + weight, 0),
  );
  return person && company.every(({ place }) => place) ? sum / 2 : sum;
}

/** What is said beside a person's name: title, office, verb. */
function manner(e: Evidence, tell: Tell): number {
  const { title, office, act } = e.context;
  let sum = 0;
  if (e.roleAgrees !== null) sum += tell(1.8, `“${e.roleAgrees}” beside it`);
  else if (title !== null && isRank(title) && e.short && !e.mononym && e.fullName === null)
    sum += tell(-1.5, `“${title}” before it`);
  else if (title !== null) sum += tell(0.9, `“${title}” before it`);
  else if (office !== null) sum += tell(e.cjk ? 2.2 : 0.9, `“${office}” after it`);
  else if (e.introduced !== null && e.short) sum += tell(1.2, `“${e.introduced}” on this page`);
  if (act !== null) sum += tell(ACTS.has(act.toLowerCase()) ? 1.1 : 0.5, `“${act}” beside it`);
  return sum;
}

/** Before any evidence: a full name is nearly sure, a person's single name needs a reason. */
function prior(e: Evidence, tell: Tell): number {
  const known = (sum: number) => {
    if (sum > 0) tell(sum, e.exact ? 'the full name' : 'known by this name');
    return sum;
  };
  const unsure = e.ambiguity * 2.2;
  if (e.cjk) return e.short && e.kind === 'person' ? -1.2 : known(1.8 - unsure);
  if (!e.short) return known(2.6 + (e.exact ? 0.4 : 0) - unsure);
  const exact = e.exact ? 0.6 : 0;
  if (e.kind === 'person' && e.mononym) return (e.curated ? 0 : -0.8) - unsure;
  if (e.kind === 'person')
    return (e.derived ? -2 : e.curated ? -0.9 : -1.4) - (e.given ? 0.6 : 0) - unsure + 0.35 * 2.2;
  // what an editor has listed is a name; what was found in an article may be a noun with a capital
  return known(1.4 + exact - (e.curated ? 4.5 : 7) * e.common - (unsure - 1.43 * e.common));
}
