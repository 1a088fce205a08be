/** What the lexicon knows about a word, as bits; a word may have several. */
export const FLAG = {
  male: 1 << 0,
  female: 1 << 1,
  surname: 1 << 2,
  /** Part of a person's name, whichever (@cspell/dict-people-names). */
  personal: 1 << 3,
  /** A city of at least 100,000 people or a capital. */
  city: 1 << 4,
  /** A smaller town. */
  town: 1 << 5,
  country: 1 << 6,
  /** A state, province, region, sea, river, mountain or continent. */
  region: 1 << 7,
  demonym: 1 << 8,
  /** A one-word organisation or acronym. */
  organisation: 1 << 9,
  /** A word that heads an organisation's name: "Ministry", "University", "Corp". */
  organisationHead: 1 << 10,
  /** A word that heads a place's name: "River", "Airport", "Street". */
  placeHead: 1 << 11,
  title: 1 << 12,
  /** Months, weekdays, feasts, religions, languages, products: names of other things. */
  other: 1 << 13,
  verbOfSaying: 1 << 14,
  /** Film subtitles write it with a capital more often than not (SUBTLEX-US). */
  capitalised: 1 << 15,
} as const;

/** Bits 16–19: the base-2 logarithm of the word's count in SUBTLEX-US, 0 where it is not in it, at most 15. */
export const FREQUENCY_SHIFT = 16;
export const PERSON_FLAGS = FLAG.male | FLAG.female | FLAG.surname | FLAG.personal;
export const PLACE_FLAGS = FLAG.city | FLAG.town | FLAG.country | FLAG.region;
