/** How much is looked at or kept together, however large a library grows. Tests make them small. */
export const LIMITS = {
  /** Articles that stand for a cluster when it is compared with others. */
  representatives: 24,
  /** Local entities of one word that all others of it are compared with. */
  anchors: 64,
  /** Names that a part may be a part of, or bearers that a word may have: with more, nobody knows who is meant. */
  found: 96,
  /** Things that one row holds before it is split. */
  row: 64,
};
