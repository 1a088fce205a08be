import { startsLower } from '../../text/letters';
import { FLAG } from '../lexicon/flags';
import type { Model } from '../model';
import type { Lookups } from './entities';
import { genderOfGivenName } from './given-names';

const TWO_CAPITALS = /^\p{Lu}{2}/u;

const THING = FLAG.organisation | FLAG.organisationHead | FLAG.placeHead | FLAG.demonym | FLAG.country;

/** What name coreference asks of the lexicons. */
export function lookupsOf({ lexicon }: Model): Lookups {
  const capitalised = (folded: string) => folded.charAt(0).toUpperCase() + folded.slice(1);
  return {
    genderOf(folded) {
      const known = genderOfGivenName(folded);
      if (known) return known;
      const gender = lexicon.givenNameGender(folded);
      return gender === 'male' ? 'masculine' : gender === 'female' ? 'feminine' : null;
    },
    isKnownThing(name) {
      if (isSomebodys(lexicon, name)) return false;
      if (lexicon.isPlace(name) || lexicon.isDemonym(name) || lexicon.phrase(name) !== null) return true;
      return name.split(/\s+/).some((word) => {
        const lower = startsLower(word) && word.length > 2;
        return lower || (lexicon.flags(word) & THING) !== 0 || TWO_CAPITALS.test(word);
      });
    },
    nationOf(folded) {
      if (folded === 'us' || folded === 'american') return 'united states';
      if (folded === 'uk' || folded === 'british') return 'united kingdom';
      const country = lexicon.countryOf(capitalised(folded));
      if (country) return country.toLowerCase();
      return lexicon.isCountry(folded) ? folded : null;
    },
  };
}

const NOBODYS = THING | FLAG.region | FLAG.title | FLAG.other;

/** "Ramsey", "Elle Macpherson": a family name, or a given name and another, that names no head of things. */
function isSomebodys(lexicon: Model['lexicon'], name: string): boolean {
  const words = name.split(/\s+/);
  if (
    words.length > 3 ||
    words.some((word) => (lexicon.flags(word) & NOBODYS) !== 0 || /^\p{Lu}{2}|^\p{Ll}/u.test(word))
  )
    return false;
  if (lexicon.phrase(name) !== null) return false;
  return words.length > 1
    ? lexicon.isGivenName(words[0]!)
    : lexicon.isSurname(name) || lexicon.isGivenName(name);
}
