import { fromBase64 } from '../corpus/base64';
import { type Gazetteer, readGazetteer } from '../corpus/gazetteer';
import type { Corpus } from '../corpus/types';
import { readSpottingImage } from './image';
import { PageSpotter } from './page';
import { CorpusRoster, type Roster } from './profile';
import type { PageOptions, SpottedMention } from './types';

/** Spots a corpus's entities in texts: made once for a corpus, then used for any number of texts and pages. */
export class Spotter {
  readonly gazetteer: Gazetteer;
  readonly roster: Roster;
  /** What an image was made of, as whoever made it told; "" for a corpus. */
  readonly of: string;

  /** Of a corpus, or of a spotting image made of one. Throws if the gazetteer or the image cannot be read. */
  constructor(from: Corpus | Uint8Array) {
    const { of, gazetteer, roster } =
      from instanceof Uint8Array
        ? readSpottingImage(from)
        : { of: '', gazetteer: readGazetteer(fromBase64(from.gazetteer)), roster: new CorpusRoster(from) };
    this.of = of;
    this.gazetteer = gazetteer;
    this.roster = roster;
  }

  /**
   * Begins a page whose text comes in chunks that share evidence. A line break in the text ends a block, as the block
   * separator does.
   */
  page(options: PageOptions = {}): PageSpotter {
    return new PageSpotter(this.gazetteer, this.roster, options);
  }

  /** Every candidate of one text in order, those below the threshold with `marked: false`. */
  spot(text: string, options?: PageOptions): SpottedMention[] {
    return this.page(options).add(0, text)[0]!.mentions;
  }
}
