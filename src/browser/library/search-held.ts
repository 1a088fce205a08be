import type { ReadRows } from '../../corpus/search/rows';
import type { ReadTurn } from './schema';
import { searchRowsIn } from './search-rows';

/** So many units of text are held, of the rows asked for last. */
const MOST = 4_000_000;

/** What was read, by where it stands, the last asked for last; it stands so with a generation of the library in this database. */
interface Held {
  of: unknown;
  generation: number;
  read: Map<string, { value: unknown; size: number }>;
  size: number;
}

let held: Held = { of: null, generation: -1, read: new Map(), size: 0 };

/**
 * What search reads, in a turn of the library. What the last questions read is not read again while the library stands as it
 * did: a question is asked anew with each letter. Nobody may change these rows.
 * @param generation that the turn reads
 */
export function heldRowsIn(turn: ReadTurn, generation: number): ReadRows {
  // one that is deleted and made anew begins with the same generations again
  if (held.of !== turn.db || held.generation !== generation)
    held = { of: turn.db, generation, read: new Map(), size: 0 };
  const now = held;
  const rows = searchRowsIn(turn);
  // only what has come is held: a turn that waits for what another has asked for ends
  const once = async <T>(at: string, read: () => Promise<T>): Promise<T> => {
    const known = now.read.get(at);
    const value = known ? (known.value as T) : await read();
    hold(now, at, value, known?.size ?? sizeOf(value));
    return value;
  };
  return {
    get: (key) => once(key, () => rows.get(key)),
    between: (from, to) => once(`${from}\n${to}`, () => rows.between(from, to)),
  };
}

function hold(now: Held, at: string, value: unknown, size: number): void {
  now.size += size - (now.read.get(at)?.size ?? 0);
  now.read.delete(at);
  now.read.set(at, { value, size });
  for (const [first, { size: less }] of now.read) {
    if (now.size <= MOST) break;
    now.read.delete(first);
    now.size -= less;
  }
}

/** How long the texts of rows are, about. */
function sizeOf(rows: unknown): number {
  if (typeof rows === 'string') return rows.length;
  if (typeof rows !== 'object' || rows === null) return 8;
  return Object.values(rows).reduce((sum: number, row) => sum + sizeOf(row), 8);
}
