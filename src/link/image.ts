import { fromBase64 } from '../corpus/base64';
import { type Gazetteer, readGazetteer } from '../corpus/gazetteer';
import { joinSections, packTexts, splitSections, textAt } from '../corpus/sections';
import { cosine, TermSpace } from '../corpus/terms';
import type { Corpus } from '../corpus/types';
import { KINDS } from '../extract/types';
import { CorpusRoster, type KnownEntity, namesOf, neighboursOf, type Profile, type Roster } from './profile';

const MAGIC = 0x4953504e;
const VERSION = 1;
/** Between the id, the name and the aliases of an entity. */
const BETWEEN = '\0';

/**
 * All that spotting needs of a corpus as one binary image, so that a worker can begin with it at once: the gazetteer, and
 * of each entity its names, its salience and its profile. `of` tells what it was made of, for whoever keeps it.
 */
export function spottingImage(corpus: Corpus, of = ''): Uint8Array<ArrayBuffer> {
  const roster = new CorpusRoster(corpus);
  const { frequency, documents } = roster.space;
  const vocabulary = new Map([...frequency.keys()].map((term, i) => [term, i]));
  const idOf = (term: string) => {
    const id = vocabulary.get(term) ?? vocabulary.size;
    vocabulary.set(term, id);
    return id;
  };
  const terms = new Lists();
  const roles = new Lists();
  const readings = new Lists();
  const together = new Lists();
  const termWeights: number[] = [];
  corpus.entities.forEach((_, index) => {
    const profile = roster.profile(index);
    terms.add([...profile.terms.keys()].map(idOf));
    for (const weight of profile.terms.values()) termWeights.push(weight);
    roles.add([...profile.roleWords].map(idOf));
    readings.add(roster.readings(index));
  });
  for (const indices of roster.together) together.add(indices);
  const names = corpus.entities.map(({ id, name, aliases }) =>
    [id, name, ...aliases].map((text) => text.replaceAll(BETWEEN, ' ')).join(BETWEEN),
  );
  const kinds = corpus.entities.map((e) => KINDS.indexOf(e.kind) * 2 + Number(e.curated === true));
  return joinSections(MAGIC, VERSION, [
    new TextEncoder().encode(JSON.stringify({ of, documents })),
    fromBase64(corpus.gazetteer),
    Uint8Array.from(kinds),
    Float64Array.from(corpus.entities, ({ salience }) => salience),
    ...packTexts(names),
    ...packTexts([...vocabulary.keys()]),
    Uint32Array.from(frequency.values()),
    ...terms.parts(),
    Float32Array.from(termWeights),
    ...roles.parts(),
    ...readings.parts(),
    ...together.parts(),
    Float64Array.from(corpus.entities, (_, index) => roster.tellingness(index)),
  ]);
}

/** Lists of numbers as two parts: all numbers, and where each list begins. */
class Lists {
  private readonly all: number[] = [];
  private readonly starts = [0];

  add(list: readonly number[]): void {
    for (const one of list) this.all.push(one);
    this.starts.push(this.all.length);
  }

  parts(): [Uint32Array, Uint32Array] {
    return [Uint32Array.from(this.all), Uint32Array.from(this.starts)];
  }
}

/** What an image holds. Throws with a clear message if the bytes are none, of another version, cut short or damaged. */
export function readSpottingImage(image: Uint8Array): { of: string; gazetteer: Gazetteer; roster: Roster } {
  const [about, gazetteer, ...parts] = splitSections(MAGIC, VERSION, 'spotting image', image);
  const { of, documents } = JSON.parse(new TextDecoder().decode(about));
  return { of, gazetteer: readGazetteer(gazetteer!), roster: new ImageRoster(parts, documents) };
}

const long = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);
const single = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Float32Array(buffer, byteOffset, byteLength / 4);
const double = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new Float64Array(buffer, byteOffset, byteLength / 8);

/** The parts of an image after the gazetteer, in their order. */
function partsOf(parts: readonly Uint8Array[]) {
  const [kinds, salience, names, nameStarts, vocabulary, wordStarts, frequency, ...lists] = parts as [
    ...[Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array],
    ...Uint8Array[],
  ];
  const [terms, termStarts, termWeights, roles, roleStarts, ...stories] = lists as [
    ...[Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array],
    ...Uint8Array[],
  ];
  const [readings, readingStarts, together, togetherStarts, telling] = stories as [
    ...[Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array],
  ];
  return {
    kinds,
    salience: double(salience),
    names,
    nameStarts: long(nameStarts),
    vocabulary,
    wordStarts: long(wordStarts),
    frequency: long(frequency),
    terms: long(terms),
    termStarts: long(termStarts),
    termWeights: single(termWeights),
    roles: long(roles),
    roleStarts: long(roleStarts),
    readings: long(readings),
    readingStarts: long(readingStarts),
    together: long(together),
    togetherStarts: long(togetherStarts),
    telling: double(telling),
  };
}

/** The entities in an image; each is read when first asked for. */
class ImageRoster implements Roster {
  private readonly entities = new Map<number, KnownEntity>();
  private readonly profiles = new Map<number, Profile>();
  private readonly words = new Map<number, string>();
  private readonly parts: ReturnType<typeof partsOf>;
  private knownSpace: TermSpace | null = null;

  constructor(
    parts: readonly Uint8Array[],
    private readonly documents: number,
  ) {
    this.parts = partsOf(parts);
  }

  entity(index: number): KnownEntity {
    const known = this.entities.get(index);
    if (known) return known;
    const { names, nameStarts, kinds, salience } = this.parts;
    const forms = textAt(names, nameStarts, index).split(BETWEEN);
    const [id, name, ...aliases] = forms as [string, string, ...string[]];
    const flags = kinds[index]!;
    const entity: KnownEntity = { id, kind: KINDS[flags >> 1]!, name, aliases, salience: salience[index]! };
    if (flags & 1) entity.curated = true;
    this.entities.set(index, entity);
    return entity;
  }

  profile(index: number): Profile {
    const known = this.profiles.get(index);
    if (known) return known;
    const { terms, termStarts, termWeights, roles, roleStarts } = this.parts;
    const { readings, readingStarts, together, togetherStarts, telling } = this.parts;
    const from = termStarts[index]!;
    const own = listAt(terms, termStarts, index);
    const profile: Profile = {
      terms: new Map(Array.from(own, (id, i) => [this.word(id), termWeights[from + i]!])),
      neighbours: neighboursOf(
        index,
        Array.from(listAt(readings, readingStarts, index), (at) => listAt(together, togetherStarts, at)),
        (other) => telling[other]!,
      ),
      roleWords: new Set(Array.from(listAt(roles, roleStarts, index), (id) => this.word(id))),
      ...namesOf(this.entity(index)),
    };
    this.profiles.set(index, profile);
    return profile;
  }

  nearness(index: number, terms: readonly string[]): number {
    this.knownSpace ??= this.space();
    return cosine(this.profile(index).terms, this.knownSpace.vector(terms));
  }

  /** The terms with a document frequency come first in the vocabulary. */
  private space(): TermSpace {
    const counts = Array.from(this.parts.frequency, (count, id): [string, number] => [this.word(id), count]);
    return new TermSpace(new Map(counts), this.documents);
  }

  private word(id: number): string {
    const known = this.words.get(id);
    if (known !== undefined) return known;
    const word = textAt(this.parts.vocabulary, this.parts.wordStarts, id);
    this.words.set(id, word);
    return word;
  }
}

const listAt = (all: Uint32Array, starts: Uint32Array, index: number): Uint32Array =>
  all.subarray(starts[index], starts[index + 1]);
