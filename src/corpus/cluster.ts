import { Clusters, nearest, PART_STORY, SAME_STORY } from './clusters';
import {
  initialsOf,
  isAcronym,
  nameKey,
  namesAgree,
  type PersonName,
  parsePerson,
  trimOrdinary,
} from './forms';
import type { LocalEntity } from './locals';
import { commonness, type TermVector } from './terms';

/**
 * Cross-document coreference: groups of local entities that are one. Agglomerative, by names from the surest to the
 * least sure (the sieves of Lee et al. 2013, "Deterministic coreference resolution", over documents): equal full
 * names; compatible full names; a surname or an acronym with a full name whose articles tell the same story. Two
 * persons with one surname stay two; kinds must agree.
 */
export function clusterEntities(
  locals: readonly LocalEntity[],
  vectors: readonly TermVector[],
): LocalEntity[][] {
  const sets = new Clusters(locals, vectors);
  joinEqualNames(sets);
  joinMistakenKinds(sets);
  joinPersonVariants(sets);
  joinHeadlineForms(sets);
  joinShortForms(sets);
  joinAcronyms(sets);
  joinParts(sets);
  joinAcrossKinds(sets);
  return sets.groups();
}

const isPerson = (local: LocalEntity) => local.kind === 'person';
const isShort = (form: string) => !/[\s・]/.test(form.trim());

/** A form that is also a common word ("Promises", "Ministry") says nothing by itself. */
const isWeak = (form: string) => isShort(form) && commonness(form) > 0;

/** A form of which a reading has mistaken the kind is a listed entity's where nobody else on the list has it; a place is left one. */
function joinMistakenKinds(sets: Clusters): void {
  const listed = new Map<string, number[]>();
  sets.locals.forEach((local, at) => {
    if (local.curated)
      for (const form of local.forms.keys()) listed.set(form, [...(listed.get(form) ?? []), at]);
  });
  sets.locals.forEach((local, at) => {
    const oneWord = [...local.forms.keys()].every(isShort);
    if (local.curated || local.kind === 'place' || (isPerson(local) && !oneWord)) return;
    const bearers = new Set([...local.forms.keys()].flatMap((form) => listed.get(form) ?? []));
    if (bearers.size !== 1) return;
    const bearer = [...bearers][0]!;
    if (sets.locals[bearer]!.kind !== 'place' || !isPerson(local)) sets.join(bearer, at);
  });
}

function joinEqualNames(sets: Clusters): void {
  sets.start();
  const seen = new Map<string, number>();
  sets.locals.forEach((local, i) => {
    for (const form of local.forms.keys()) {
      if (isPerson(local) && isShort(form)) continue;
      if (isWeak(form) && form !== local.entity.name) continue;
      const key = isPerson(local) ? parsePerson(form).words.join(' ') : nameKey(form);
      if (!key) continue;
      // a name of several words is taken for one entity's even where one reading has mistaken its kind
      const group = isShort(form) ? `short:${isPerson(local)}:${key}` : key;
      const other = seen.get(group);
      if (other === undefined) seen.set(group, i);
      else sets.join(other, i);
    }
  });
}

interface Named {
  at: number;
  name: PersonName;
}

function personNames(sets: Clusters): Map<string, Named[]> {
  const byLast = new Map<string, Named[]>();
  sets.locals.forEach((local, at) => {
    if (!isPerson(local)) return;
    for (const form of local.forms.keys()) {
      if (isShort(form)) continue;
      const name = parsePerson(form);
      if (name.words.length < 2) continue;
      for (const key of new Set([name.last, name.first])) {
        const known = byLast.get(key) ?? [];
        if (
          !known.some((k) => sets.find(k.at) === sets.find(at) && k.name.words.join() === name.words.join())
        )
          known.push({ at, name });
        byLast.set(key, known);
      }
    }
  });
  return byLast;
}

/** "George W. Bush" and "George Bush", "Iwaya Takeshi" and "Takeshi Iwaya": where only one name fits. */
function joinPersonVariants(sets: Clusters): void {
  for (const group of personNames(sets).values()) {
    for (const a of group) {
      const fitting = group.filter((b) => sets.find(a.at) !== sets.find(b.at) && namesAgree(a.name, b.name));
      const clusters = new Set(fitting.map((b) => sets.find(b.at)));
      if (clusters.size === 1) sets.join(a.at, fitting[0]!.at);
    }
  }
}

/** "Obama Announces" of a headline is "Barack Obama" of the same story. */
function joinHeadlineForms(sets: Clusters): void {
  const full = personNames(sets);
  sets.locals.forEach((local, at) => {
    if (local.curated || !isPerson(local)) return;
    const trimmed = trimOrdinary(local.entity.name);
    if (!trimmed) return;
    const name = parsePerson(trimmed);
    const fitting = (full.get(name.last) ?? []).filter(
      (c) => c.name.last === name.last && (name.words.length === 1 || namesAgree(c.name, name)),
    );
    const best = nearest(
      sets,
      at,
      fitting.map((c) => c.at),
      PART_STORY,
    );
    if (best !== null) sets.join(best, at);
  });
}

/** A person known by one word in an article joins the one full name that fits it and whose story is the same. */
function joinShortForms(sets: Clusters): void {
  const full = personNames(sets);
  const persons = listedPersons(sets);
  const loose = new Map<string, number[]>();
  sets.locals.forEach((local, at) => {
    if (
      !isPerson(local) ||
      sets.membersOf(at).some((m) => [...sets.locals[m]!.forms.keys()].some((f) => !isShort(f)))
    )
      return;
    const words = new Set([...local.forms.keys()].map((form) => parsePerson(form).last));
    const bearers = [...words].flatMap((word) => (full.get(word) ?? []).map((c) => ({ ...c, word })));
    const byFamily = bearers.filter(({ name, word }) => name.last === word);
    const candidates = byFamily.length > 0 ? byFamily : bearers;
    const best = nearest(
      sets,
      at,
      candidates.map((c) => c.at),
    );
    const listed = best ?? onlyListed(persons, local);
    if (listed !== null) sets.join(listed, at);
    else for (const word of words) loose.set(word, [...(loose.get(word) ?? []), at]);
  });
  for (const group of loose.values())
    group.forEach((at, i) => {
      const best = nearest(sets, at, group.slice(0, i));
      if (best !== null) sets.join(best, at);
    });
}

/** By form, the persons of a curated list that have it among their names. */
function listedPersons(sets: Clusters): Map<string, number[]> {
  const listed = new Map<string, number[]>();
  sets.locals.forEach((local, at) => {
    if (!local.curated || !isPerson(local)) return;
    for (const form of local.forms.keys()) listed.set(form, [...(listed.get(form) ?? []), at]);
  });
  return listed;
}

/** The one person of a curated list that has the short form itself among its names. */
function onlyListed(listed: ReadonlyMap<string, readonly number[]>, local: LocalEntity): number | null {
  const bearers = new Set([...local.forms.keys()].flatMap((form) => listed.get(form) ?? []));
  return bearers.size === 1 ? [...bearers][0]! : null;
}

/** "METI" and "Ministry of Economy, Trade and Industry", where one long form fits. */
function joinAcronyms(sets: Clusters): void {
  const long = new Map<string, number[]>();
  sets.locals.forEach((local, at) => {
    if (isPerson(local)) return;
    for (const form of local.forms.keys()) {
      const initials = initialsOf(form);
      if (initials.length >= 2) long.set(initials, [...(long.get(initials) ?? []), at]);
    }
  });
  sets.locals.forEach((local, at) => {
    if (isPerson(local)) return;
    for (const form of local.forms.keys()) {
      if (!isAcronym(form)) continue;
      const key = form.toLowerCase().replace(/[.&]/g, '');
      const best = nearest(sets, at, long.get(key) ?? [], key.length > 2 ? 0.05 : SAME_STORY);
      if (best !== null) sets.join(best, at);
    }
  });
}

/**
 * "Promises" and "Promises Treatment Center", "Saints" and "New Orleans Saints", "Malibu" and "Malibu, California": the
 * shorter begins or ends the longer, and the story is the same.
 */
function joinParts(sets: Clusters): void {
  const parts = new Map<string, number[]>();
  sets.locals.forEach((local, at) => {
    if (isPerson(local)) return;
    for (const form of local.forms.keys()) {
      const words = nameKey(form).split(' ');
      if (words.length < 2) continue;
      const shorter = form.includes(',') ? [nameKey(form.split(',')[0]!)] : [];
      if (local.kind !== 'place')
        for (let n = 1; n < words.length; n++)
          shorter.push(words.slice(0, n).join(' '), words.slice(n).join(' '));
      for (const key of new Set(shorter)) parts.set(key, [...(parts.get(key) ?? []), at]);
    }
  });
  sets.locals.forEach((local, at) => {
    if (isPerson(local) || local.curated) return;
    for (const form of local.forms.keys()) {
      const near = (parts.get(nameKey(form)) ?? []).filter((c) => sets.kindOf(c) === sets.kindOf(at));
      const best = nearest(sets, at, near, PART_STORY);
      if (best !== null) sets.join(best, at);
    }
  });
}

/** The same single word in the same story is one entity, though one reading took it for another kind than the other. */
function joinAcrossKinds(sets: Clusters): void {
  const bearers = new Map<string, number[]>();
  sets.locals.forEach((local, at) => {
    for (const form of local.forms.keys())
      if (isShort(form) && !isWeak(form)) bearers.set(form, [...(bearers.get(form) ?? []), at]);
  });
  for (const group of bearers.values())
    for (const at of group) {
      const local = sets.locals[at]!;
      if (local.curated || [...local.forms.keys()].some((form) => !isShort(form))) continue;
      const others = group.filter((o) => sets.locals[o]!.kind !== local.kind && !sets.shareArticle(o, at));
      const best = nearest(sets, at, others, PART_STORY);
      if (best !== null) sets.join(best, at);
    }
}
