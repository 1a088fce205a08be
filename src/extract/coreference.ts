import { partAgencies } from './coreference/agencies';
import { speakingMention } from './coreference/attribution';
import { discourseOf, type Noun, nounAt } from './coreference/discourse';
import { clusterNames, nameOf } from './coreference/entities';
import { withPeopleByContext } from './coreference/kinds';
import { lookupsOf } from './coreference/lookups';
import { withMissedPeople } from './coreference/missed';
import { joinNominals } from './coreference/nominals';
import { findPronouns, resolvePronouns } from './coreference/pronouns';
import { resolveFirstPerson, resolveSpeakingIt } from './coreference/speech';
import { trimTitles } from './coreference/trim';
import type { Document } from './document';
import type { Model } from './model';
import type { NameMention } from './names';
import type { Quotation } from './quotations';
import { findRoleMentions, roleText } from './roles/find';
import type { Entity, Form, Kind, Mention, Role } from './types';

export interface Coreference {
  /** In order of first mention; ids are stable for the same text. */
  entities: Entity[];
  /** Names, nominals and pronouns in the order of the text; names do not overlap, a nominal may hold a name. */
  mentions: Mention[];
  /** Roles told of the entities, in the order of the text; no day yet. */
  roles: Omit<Role, 'asOf'>[];
}

/** Joins names, short forms, nominals ("the ministry") and pronouns of one article into entities. */
export function resolveCoreference(
  doc: Document,
  found: readonly NameMention[],
  quotations: readonly Quotation[],
  model: Model,
): Coreference {
  const { names, agencies } = partAgencies(doc, peopleRecognised(doc, found, model));
  const lookups = lookupsOf(model);
  const named = clusterNames(doc, names, lookups);
  const entities = named.clusters.map(
    (cluster, i): Entity => ({ id: `e${i + 1}`, kind: cluster.kind, ...nameOf(doc, names, cluster) }),
  );
  const mentions: Mention[] = [];
  const add = (
    firstToken: number,
    endToken: number,
    form: Form,
    referent: number,
    unknown: Kind = 'person',
  ) => {
    const entity = entities[referent] ?? null;
    const { start } = doc.tokens[firstToken]!;
    const { end } = doc.tokens[endToken - 1]!;
    const kind = entity?.kind ?? unknown;
    mentions.push({
      start,
      end,
      surface: doc.text.slice(start, end),
      form,
      kind,
      entity: entity?.id ?? null,
    });
  };
  names.forEach((name, i) => {
    add(name.firstToken, name.endToken, 'name', named.clusterOf[i]!);
  });
  for (const { firstToken, endToken, kind } of agencies) add(firstToken, endToken, 'name', -1, kind);

  const discourse = discourseOf(doc, names, named, quotations);
  const text = roleText(doc, discourse.classes, names);
  const told = findRoleMentions(text);
  const nominals = joinNominals(discourse, text, told, named.clusters, lookups.nationOf);
  for (const nominal of nominals)
    if (nominal.referent >= 0) add(nominal.firstToken, nominal.endToken, 'nominal', nominal.referent);
  const nouns = merged(
    discourse.nouns,
    nominals
      .filter((n) => n.referent >= 0)
      .map((n) => nounAt(discourse, n.firstToken, n.endToken, n.referent)),
  );

  const pronouns = findPronouns(discourse);
  const answers = resolvePronouns({ ...discourse, nouns }, pronouns);
  pronouns.forEach(({ token }, p) => {
    add(token, token + 1, 'pronoun', answers[p]!);
  });
  for (const { token, referent } of resolveSpeakingIt(discourse, nouns))
    add(token, token + 1, 'pronoun', referent);
  sortMentions(mentions);

  const indexOf = new Map(entities.map((entity, i) => [entity.id, i] as const));
  const speakerOf = ({ speaker }: Quotation) => {
    const mention = speaker ? speakingMention(mentions, speaker) : null;
    return mention?.kind === 'person' ? indexOf.get(mention.entity!)! : -1;
  };
  for (const { token, referent } of resolveFirstPerson(discourse, speakerOf))
    add(token, token + 1, 'pronoun', referent);
  sortMentions(mentions);

  const roles = told.map((role) => ({ ...role, referent: discourse.nouns[role.name]!.referent }));
  for (const nominal of nominals)
    if (nominal.kind === 'person' && nominal.referent >= 0 && nominal.endToken - nominal.bare > 1)
      roles.push({
        name: -1,
        firstToken: nominal.bare,
        endToken: nominal.endToken,
        head: nominal.head,
        referent: nominal.referent,
      });
  return {
    entities,
    mentions,
    roles: roles
      .sort((a, b) => a.firstToken - b.firstToken)
      .map(({ firstToken, endToken, referent }) => {
        const { start } = doc.tokens[firstToken]!;
        const { end } = doc.tokens[endToken - 1]!;
        return { entity: entities[referent]!.id, text: doc.text.slice(start, end), start, end };
      }),
  };
}

/** The names without titles, with the people that recognition left out or took for things. */
function peopleRecognised(doc: Document, found: readonly NameMention[], { lexicon }: Model): NameMention[] {
  return withMissedPeople(doc, withPeopleByContext(doc, trimTitles(doc, found), lexicon), lexicon);
}

const sortMentions = (mentions: Mention[]): Mention[] =>
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);

/** Two lists of noun phrases in the order of the text as one. */
function merged(some: readonly Noun[], others: readonly Noun[]): Noun[] {
  return [...some, ...others].sort((a, b) => a.firstToken - b.firstToken || b.endToken - a.endToken);
}
