import type { Kind } from '../extract/types';
import type { Context } from './context';

/** What speaks for and against one reading of one occurrence. */
export interface Evidence {
  kind: Kind;
  /** One word (or one run of ideographs and kana), the form most others bear too. */
  short: boolean;
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
  company: { name: string; weight: number }[];
  /** Cosine of the words around with the corpus's words around the entity. */
  nearness: number;
}

/** Log-odds of a score. */
export const logit = (score: number): number => Math.log(score / (1 - score));

/** Score from which a mention may be shown. */
export const THRESHOLD = 0.5;

/** How sure, 0..1, and why. A logistic over summed evidence; the weights are set by hand from what each kind of evidence means. */
export function scoreOf(e: Evidence): { score: number; because: string[] } {
  const because: string[] = [];
  let sum = prior(e);
  const add = (weight: number, reason?: string) => {
    sum += weight;
    if (reason) because.push(reason);
  };
  const { context } = e;
  if (context.address) add(-4, 'part of an address');
  // Katakana has no capitals: what is "Mr Glass" with an office after it is a wine glass without one, on the same page.
  if (e.katakana && context.title === null && context.office === null) add(-2.6);
  if (context.inside !== null && !e.ownLonger) add(against(e), `part of “${context.inside}”`);
  if (e.fullName !== null && e.short) add(3.2, `“${e.fullName}” on this page`);
  if (e.rival !== null && e.short && (e.kind === 'person' || e.ambiguity > 0.35)) {
    if (e.fullName === null) add(-4, `“${e.rival}” on this page`);
    else if (e.rivalNearer) add(-3.6, `“${e.rival}” just before`);
  }
  if (e.kind === 'person') {
    if (e.roleAgrees !== null) add(1.8, `“${e.roleAgrees}” beside it`);
    else if (context.title !== null) add(0.9, `“${context.title}” before it`);
    else if (context.office !== null) add(e.cjk ? 2.2 : 0.9, `“${context.office}” after it`);
    else if (e.introduced !== null && e.short) add(1.2, `“${e.introduced}” on this page`);
    if (context.act !== null) add(0.7, `“${context.act}” beside it`);
  }
  if (e.short && context.opens && context.act === null) add(-1.5 * Math.max(0, e.ambiguity - 0.3));
  const weight = Math.min(
    1,
    e.company.reduce((total, c) => total + c.weight, 0),
  );
  if (weight > 0)
    add(
      1.7 * weight,
      `${e.company
        .slice(0, 2)
        .map(({ name }) => `“${name}”`)
        .join(', ')} on this page too`,
    );
  if (e.nearness > 0.08) add(Math.min(1.6, 5 * e.nearness), 'the words around it');
  return { score: 1 / (1 + Math.exp(-sum)), because };
}

/** Before any evidence: a full name is nearly sure, a person's single name needs a reason. */
function prior(e: Evidence): number {
  const unsure = e.ambiguity * 2.2;
  if (e.cjk) return e.short && e.kind === 'person' ? -1.2 : 1.8 - unsure;
  if (!e.short) return 2.6 - unsure;
  if (e.kind === 'person' && e.mononym) return (e.curated ? 0.7 : 0.4) - unsure;
  if (e.kind === 'person') return (e.derived ? -2 : -0.9) - unsure + 0.35 * 2.2;
  return 1.6 - unsure * 1.2;
}

/** A part of a longer name is not that name; in a headline a capital proves little, and a full name may have anything before it. */
function against(e: Evidence): number {
  if (e.context.headline) return e.short ? (e.context.rival ? -3.5 : -2.2) : -1.2;
  if (e.short) return -7;
  return e.context.rival ? -1 : -3.5;
}
