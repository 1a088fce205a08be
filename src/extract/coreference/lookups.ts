import type { Model } from '../model';
import type { Lookups } from './entities';
import { genderOfGivenName } from './given-names';

/** What name coreference asks of the lexicons. */
export function lookupsOf(_model: Model): Lookups {
  return {
    genderOf: genderOfGivenName,
    nationOf: () => null,
  };
}
