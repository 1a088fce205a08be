import type { Model } from '../model';
import type { Lookups } from './entities';
import { genderOfGivenName } from './given-names';

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
    nationOf(folded) {
      if (folded === 'us' || folded === 'american') return 'united states';
      if (folded === 'uk' || folded === 'british') return 'united kingdom';
      const country = lexicon.countryOf(capitalised(folded));
      if (country) return country.toLowerCase();
      return lexicon.isCountry(folded) ? folded : null;
    },
  };
}
