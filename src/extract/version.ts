/** Raised whenever the same article would be read otherwise than before, so that kept Readings can be made anew. */
export const READER_VERSION = 1;
