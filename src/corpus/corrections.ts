import { KINDS, type Kind } from '../extract/types';
import { oneLine } from '../text/one-line';
import type { Correction, NameRef } from './join/types';
import { LIMITS } from './limits';
import { PackError } from './pack-error';

/**
 * Checks a value read from JSON to be a correction, `path` its place, and gives it without anything else that it has.
 * Throws a `PackError`.
 */
export function checkCorrection(value: unknown, path: string): Correction {
  const { say, a, b, name } = fieldsOf(value, path);
  switch (say) {
    case 'one':
    case 'two':
      return { say, a: nameRef(a, `${path}.a`), b: nameRef(b, `${path}.b`) };
    case 'called':
      return { say, a: nameRef(a, `${path}.a`), name: nameIn(name, `${path}.name`) };
    default:
      throw new PackError(`${path}.say`, 'is none of one, two, called');
  }
}

function nameRef(value: unknown, path: string): NameRef {
  const { kind, name } = fieldsOf(value, path);
  if (!KINDS.includes(kind as Kind)) throw new PackError(`${path}.kind`, `is none of ${KINDS.join(', ')}`);
  return { kind: kind as Kind, name: nameIn(name, `${path}.name`) };
}

/** A name is one line, and not longer than those of a pack. */
function nameIn(value: unknown, path: string): string {
  if (typeof value !== 'string' || !value || oneLine(value) !== value)
    throw new PackError(path, 'is not a name');
  if (value.length > LIMITS.name) throw new PackError(path, `is longer than ${LIMITS.name}`);
  return value;
}

function fieldsOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PackError(path, 'is not an object');
  return value as Record<string, unknown>;
}
