/** Stands at the end of every block of a page's text; no alias holds it and no name is read across it. */
export const BLOCK_SEPARATOR = '\u001f';
