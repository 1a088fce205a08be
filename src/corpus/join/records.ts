/** Tables whose rows of one name, or of one word, are asked for together. */
const TOGETHER = new Set(['n', 'g', 'c', 'k', 'b']);

/**
 * The record that a row of the state is best kept in, by the row's key: what is asked for together stands together, so that a
 * store with a cost for each record reads and writes half as many. A name has its row, its group, its cluster, the claims to
 * its plain id, and who is found under it as a word; an article its persons known by one word that belong to nobody. Lists
 * that grow stand by themselves.
 */
export function recordOf(key: string): string {
  const [table, rest] = [key.slice(0, 1), key.slice(2)];
  if (table === 'l') return `l:${rest.split('\0')[0]}`;
  if (!TOGETHER.has(table)) return key;
  // "m:jane doe", "person:jane-doe"; "last:doe", "s:doe"
  const words = rest.slice(rest.indexOf(':') + 1).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.trim() ? `x:${words.trim()}` : key;
}
