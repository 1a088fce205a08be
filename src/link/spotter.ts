import { fromBase64 } from '../corpus/base64';
import { type Gazetteer, readGazetteer } from '../corpus/gazetteer';
import type { Corpus } from '../corpus/types';
import { PageSpotter } from './page';
import { Profiles } from './profile';
import type { LinkedMention, PageOptions } from './types';

/** Spots a corpus's entities in texts: made once for a corpus, then used for any number of texts and pages. */
export class Spotter {
  readonly gazetteer: Gazetteer;
  readonly profiles: Profiles;

  /** Throws if the corpus's gazetteer cannot be read. */
  constructor(readonly corpus: Corpus) {
    this.gazetteer = readGazetteer(fromBase64(corpus.gazetteer));
    this.profiles = new Profiles(corpus);
  }

  /**
   * Begins a page whose text comes in chunks that share evidence. A line break in the text ends a block, as the block
   * separator does.
   */
  page(options: PageOptions = {}): PageSpotter {
    return new PageSpotter(this.corpus, this.gazetteer, this.profiles, options);
  }

  /** Every candidate of one text in order, those below the threshold with `marked: false`. */
  spot(text: string, options?: PageOptions): LinkedMention[] {
    return this.page(options).add(0, text)[0]!.mentions;
  }
}
