import { INDEX_OPTIONS } from '../passages';
import { numberOf, placeOf, SEGMENT, TAIL } from './postings';

const TITLE = INDEX_OPTIONS.searchOptions!.boost!.title ?? 1;
const STRIDE = TAIL + 1;

/** An article that a query finds: its place, how well, and the numbers of the sentences that hold the words, the best first. */
export interface Ranked {
  segment: number;
  place: number;
  score: number;
  sentences: number[];
}

/** What the sentences of one segment hold of a query; used for one segment after the other. */
export class Sheet {
  private readonly masks = new Uint32Array(SEGMENT * STRIDE);
  private readonly scores = new Float64Array(SEGMENT * STRIDE);
  /** By place one more than the highest number noted, and all that was noted there. */
  private readonly ends = new Uint16Array(SEGMENT);
  private readonly held = new Uint32Array(SEGMENT);

  /** @param whole the bits of all words */
  constructor(private readonly whole: number) {}

  /** Adds a score to the sentences of a packed list, in the articles that hold what is wanted already. */
  note(list: string, bit: number, score: number, wanted: number): void {
    if (list === '') return;
    const { masks, scores, ends, held } = this;
    // an open article's list has no places
    let place = 0;
    let base = 0;
    let last = -1;
    let skip = (held[0]! & wanted) !== wanted;
    const end = () => {
      if (last < 0) return;
      held[place]! |= bit;
      if (last >= ends[place]!) ends[place] = last + 1;
    };
    for (let i = 0; i < list.length; i++) {
      const unit = list.charCodeAt(i);
      const next = placeOf(unit);
      if (next >= 0) {
        end();
        place = next;
        base = place * STRIDE;
        last = -1;
        skip = (held[place]! & wanted) !== wanted;
      } else if (!skip) {
        // in order, so that the last of an article is its highest
        last = numberOf(unit);
        masks[base + last]! |= bit;
        scores[base + last]! += last === 0 ? score * TITLE : score;
      }
    }
    end();
  }

  /** Ranks the articles noted, but for those that are gone: all, or those that hold every word; then the sheet is blank. */
  rank(segment: number, every: boolean, to: Best, isGone: (place: number) => boolean): void {
    const { whole, masks, scores, ends, held } = this;
    for (let place = 0; place < SEGMENT; place++) {
      if (ends[place] === 0) continue;
      const title = place * STRIDE;
      const end = title + ends[place]!;
      if ((!every || held[place] === whole) && !isGone(place)) {
        const ofTitle = masks[title]!;
        const holds = (at: number) => masks[at] !== 0 && (!every || (masks[at]! | ofTitle) === whole);
        let best = 0;
        let found = 0;
        for (let at = title + 1; at < end; at++) {
          if (!holds(at)) continue;
          found++;
          if (scores[at]! > best) best = scores[at]!;
        }
        if (found > 0 || !every || ofTitle === whole) {
          const score = (best + scores[title]!) * (1 + 0.05 * Math.log2(1 + found));
          to.take(score, () => {
            const sentences: number[] = [];
            for (let at = title + 1; at < end; at++) if (holds(at)) sentences.push(at - title);
            sentences.sort((a, b) => scores[title + b]! - scores[title + a]! || a - b);
            return { segment, place, score, sentences };
          });
        }
      }
      masks.fill(0, title, end);
      scores.fill(0, title, end);
      ends[place] = 0;
      held[place] = 0;
    }
  }
}

/** The best so many of a row of things; of equals the first. */
export class Best {
  private kept: Ranked[] = [];
  private bar = 0;

  constructor(private readonly most: number) {}

  /** Takes a thing that may be one of the best; only then it is made. */
  take(score: number, make: () => Ranked): void {
    if (score <= this.bar) return;
    this.kept.push(make());
    if (this.kept.length >= 4 * this.most) {
      this.kept = this.list();
      this.bar = this.kept.at(-1)!.score;
    }
  }

  list(): Ranked[] {
    return [...this.kept].sort((a, b) => b.score - a.score).slice(0, this.most);
  }
}
