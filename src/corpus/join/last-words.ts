import { nameOfRef } from './names';
import type { Correction, NameRef } from './types';

/** Of corrections that speak of the same the latest, in their order: two names are one or two, and a name is called one thing. */
export function lastWords<Said extends Correction>(corrections: readonly Said[]): Said[] {
  const last = new Map(corrections.map((one) => [spokenOf(one), one]));
  return corrections.filter((one) => last.get(spokenOf(one)) === one);
}

/** What a correction speaks of, whatever it says of it: the same for two of which the later takes the place of the earlier. */
export function spokenOf(correction: Correction): string {
  const { a } = correction;
  const names = correction.say === 'called' ? [keyOf(a)] : [keyOf(a), keyOf(correction.b)].sort();
  return JSON.stringify(names);
}

const keyOf = (ref: NameRef): string => nameOfRef(ref) ?? `${ref.kind} ${ref.name}`;
