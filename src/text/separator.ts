/**
 * Stands between two blocks of a text; no name, and no evidence beside a name, reaches across it. A file of its own,
 * so that the page's script takes it without the tables of folding.
 */
export const BLOCK_SEPARATOR = '\u001f';
