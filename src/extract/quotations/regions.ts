import type { Candidate } from './candidates';
import type { Complement } from './complement';
import type { Item } from './frames';
import { ASK, SAY, TELL } from './verbs';
import { COORDINATOR, SUBORDINATOR } from './words';

const ING_FORM = /^\p{Ll}{2,}ing$/u;

/** Item range, half-open. */
export type Region = [number, number];

/** Whether a clause ends before this item. */
export const endsClause = (item: Item | undefined) => !item || /^[,.;:!?]$/.test(item.surface);

/** Where the clause begins that a candidate stands behind. */
export function clauseBegin(items: readonly Item[], { from }: Candidate): number {
  for (let i = from - 1; i >= 0; i--) if (items[i]!.surface === ';') return i + 1;
  return 0;
}

/** What was said from item `at` on: to the frame's end, or to where the next speaker's words or cue begin. */
export function rightRegion(
  items: readonly Item[],
  candidates: readonly Candidate[],
  index: number,
  at: number,
): Region {
  const here = candidates[index]!;
  let end = items.length;
  for (let i = index + 1; i < candidates.length; i++) {
    const next = candidates[i]!;
    const start = next.from;
    if (start <= at) continue;
    const before = items[start - 1]!;
    const last = items[start - 2];
    if (before.surface === ';') {
      end = start - 1;
      break;
    }
    const parenthetical = next.complement.sort === 'none' && before.surface === ',';
    if (
      parenthetical &&
      (next.lemma === 'according to' || next.inverted || endsClause(items[endOf(next.complement)])) &&
      next.takes & (SAY | TELL | ASK)
    ) {
      end = start - 1;
      break;
    }
    if (next.participial && before.surface === ',' && next.phrase === here.phrase) {
      end = start - 1;
      break;
    }
    if (next.complement.sort !== 'none') {
      if (
        next.takes & (SAY | TELL) &&
        before.classes & (COORDINATOR | SUBORDINATOR) &&
        (last?.surface === ',' ||
          /^[—–―-]$/.test(last?.surface ?? '') ||
          (before.lower === 'and' && next.group.from > start)) &&
        before.lower !== 'that' &&
        before.lower !== 'because'
      ) {
        end = start - 2;
        break;
      }
      if (
        /^(?:and|but|or|then)$/.test(before.lower) &&
        next.group.from === start &&
        !next.participial &&
        next.phrase !== here.phrase &&
        next.phrase &&
        here.phrase &&
        next.phrase.from === here.phrase.from
      ) {
        end = start - 1;
        break;
      }
    }
  }
  const opener = here.phrase ? items[here.phrase.from - 1] : undefined;
  const subordinate = opener !== undefined && here.phrase!.from < 3 && SUBORDINATE.has(opener.lower);
  for (let i = at; i < end - 1; i++) {
    const comma = items[i]!.surface === ',';
    if (comma && i < at + (subordinate ? 1 : 4)) continue;
    if (!comma && items[i]!.last !== ',') continue;
    if (
      subordinate ||
      leavesReport(items[i + 1]!) ||
      (items[i + 1]!.lower.endsWith('ly') && leavesReport(items[i + 2] ?? items[i]!))
    ) {
      end = comma ? i : i + 1;
      break;
    }
  }
  return [at, end];
}

/** "…," he said, looking up, "…": the quotations further on in the sentence, up to another speaker's cue. */
export function laterQuotes(
  items: readonly Item[],
  candidates: readonly Candidate[],
  index: number,
): Region[] {
  const found: Region[] = [];
  const end = candidates[index + 1]?.group.from ?? items.length;
  for (let i = candidates[index]!.group.main + 1; i < end; i++)
    if (items[i]!.quote >= 0) found.push([i, i + 1]);
  return found;
}

const endOf = (complement: Complement) => ('at' in complement ? complement.at : -1);

/** What opens a clause that cannot be the whole of a sentence: what it reports ends with its comma. */
const SUBORDINATE = new Set(
  'while whilst though although when after as if because before since whereas'.split(' '),
);
/** ", but …", ", engaging in …": what the writer adds to the speaker's words, more often than not. */
const leavesReport = ({ lower, capital, surface }: Item) =>
  lower === 'but' || (!capital && ING_FORM.test(surface) && lower !== 'including' && lower !== 'during');
