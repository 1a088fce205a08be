import type { Corpus } from '../corpus/types';
import { spottingImage } from './base';
import type { Gazetteers } from './evidence';
import { Image } from './image';
import { PageSpotter } from './page';
import { overlayOf, Roster } from './roster';
import type { PageOptions, SpottedMention } from './types';

/** Spots a corpus's entities in texts: made once for a corpus, then used for any number of texts and pages. */
export class Spotter {
  readonly gazetteers: Gazetteers;
  readonly roster: Roster;
  /** What an image was made of, as whoever made it told; "" for a corpus. */
  readonly of: string;

  /**
   * Of a corpus, or of the image of one and perhaps another image that lies over it. Throws if the gazetteer or an image
   * cannot be read, or the two do not belong together.
   */
  constructor(from: Corpus | Uint8Array | Image, above: Image | null = null) {
    const base =
      from instanceof Image ? from : new Image(from instanceof Uint8Array ? from : spottingImage(from));
    this.of = (above ?? base).about.of;
    this.roster = new Roster(base, above);
    this.gazetteers = { base: base.gazetteer, overlay: above && overlayOf(base, above) };
  }

  /**
   * Begins a page whose text comes in chunks that share evidence. A line break in the text ends a block, as the block
   * separator does.
   */
  page(options: PageOptions = {}): PageSpotter {
    return new PageSpotter(this.gazetteers, this.roster, options);
  }

  /** Every candidate of one text in order, those below the threshold with `marked: false`. */
  spot(text: string, options?: PageOptions): SpottedMention[] {
    return this.page(options).add(0, text)[0]!.mentions;
  }
}
