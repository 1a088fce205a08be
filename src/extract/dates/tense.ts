const FUTURE =
  /\b(?:will|shall|'ll|’ll|won['’]t|would|to be|expected|scheduled|due|slated|planned|planning|plans? (?:to|for|on)|effective|set (?:to|for)|expects?|hopes?|aims?|intends?|going to|about to|upcoming|(?<!(?:did(?: not)?|didn['’]t) )meets?|payable|expires?|matures?|maturing|to (?:meet|acquire|buy|sell|complete|close|hold|visit|vote|discuss|begin|start|open|release|announce|decide|travel|arrive|attend|speak|address|resume|return|take|face|play|launch|publish|deliver|leave|expire|sign|appear|convene|host|join|present|go|run|consider|report|redeem|pay|continue))\b/g;
const PAST =
  /\b(?:[a-z]{2,}ed|said|told|was|were|had|did|rose|fell|met|held|won|lost|left|began|saw|gave|got|took|came|went|made|found|sent|led|broke|spoke|wrote|ran|shot|cut|hit|put|shut|struck|sold|bought|paid|became|grew|flew|drew|threw|swept|sank|set (?:off|on|in|by|at)|beat|brought|caught|fought|thought|built|spent|kept|felt|heard|stood|died|since|previously|already|formerly)\b/g;
const PLANNED =
  /^(?:expected|scheduled|slated|planned|supposed|due|need(?:ed)?|speed|feed|indeed|red|un(?:specified|disclosed|named|identified|expected|precedented|limited|authorized)|limited|proposed|united|hundred|related|advanced)$/;

/** "had been due to expire Friday" tells of the past. */
const HAD =
  /\b(?:had (?:\w+ly )?been|(?:previously|originally|as) (?:planned|scheduled|expected|announced))\b[^.;,]*$/;
/** "will be named", "to be held" tell of what is to come. */
const TO_BE = /\b(?:be|not|will|to) $/;

/** The last place in `words` where a pattern stands, or -1. */
function lastMatch(words: string, pattern: RegExp, skip?: RegExp, behind?: RegExp): number {
  let at = -1;
  for (const match of words.matchAll(pattern))
    if (!skip?.test(match[0]) && !behind?.test(words.slice(Math.max(0, match.index - 12), match.index)))
      at = match.index;
  return at;
}

/** How far, in UTF-16 units, the verb that a date belongs to is looked for. */
const BEFORE = 110;
const AFTER = 60;

/**
 * Whether what is told about the date at `[start, end)` is still to come ("will meet on Friday"), is past ("met on
 * Friday"), or neither is told: the verb or cue nearest before the date decides, failing that the first one after.
 */
export function tenseAt(
  text: string,
  sentence: { start: number; end: number },
  start: number,
  end: number,
): 'past' | 'future' | null {
  const before = text.slice(Math.max(sentence.start, start - BEFORE), start);
  const [future, past] = [lastMatch(before, FUTURE), lastMatch(before, PAST, PLANNED, TO_BE)];
  if (HAD.test(before)) return 'past';
  if (future >= 0 || past >= 0) return future >= past ? 'future' : 'past';
  const after = text.slice(end, Math.min(sentence.end, end + AFTER));
  const [later, earlier] = [after.search(FUTURE), after.search(PAST)];
  if (later < 0 && earlier < 0) return null;
  return later >= 0 && (earlier < 0 || later <= earlier) ? 'future' : 'past';
}

const WHOLE_PAST = new RegExp(`^(?:${PAST.source})$`);

/** Whether a word by itself is, or may be, a verb in the past tense: "met", "welcomed". */
export const isPastVerb = (word: string): boolean => WHOLE_PAST.test(word) && !NO_VERB.test(word);

const NO_VERB =
  /^(?:since|previously|already|formerly|was|were|had|did|need|speed|feed|indeed|red|united|hundred|bed|based|led)$/;
const SCHEDULE = /^(?:will|shall|scheduled|slated|expected|due)$/;

/** Whether a word announces what is to come: "will", "scheduled". */
export const isScheduling = (word: string): boolean => SCHEDULE.test(word);
