/** Case and letterhood of a word's first character by table: what `/^\p{Lu}/u` and its like tell, without a regex for each word. */
const LETTER = 1;
const UPPER = 2;
const LOWER = 4;
const SEEN = 8;

const LETTERS = /^\p{L}/u;
const UPPERS = /^\p{Lu}/u;
const LOWERS = /^\p{Ll}/u;

/** By UTF-16 unit; filled as units are met. */
const classes = new Uint8Array(65536);

function classify(char: string): number {
  return (
    SEEN |
    (LETTERS.test(char) ? LETTER : 0) |
    (UPPERS.test(char) ? UPPER : 0) |
    (LOWERS.test(char) ? LOWER : 0)
  );
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) return classify(String.fromCodePoint(text.codePointAt(at)!));
  const known = classes[unit]!;
  if (known !== 0) return known;
  const found = classify(text.charAt(at));
  classes[unit] = found;
  return found;
}

/** Is the code point at `at` an upper-case letter (\p{Lu})? False behind the end. */
export const isUpperAt = (text: string, at: number): boolean => (classAt(text, at) & UPPER) !== 0;

/** Does the text begin with an upper-case letter (\p{Lu})? */
export const startsUpper = (text: string): boolean => (classAt(text, 0) & UPPER) !== 0;

/** Does the text begin with a lower-case letter (\p{Ll})? */
export const startsLower = (text: string): boolean => (classAt(text, 0) & LOWER) !== 0;

/** Does the text begin with a letter (\p{L})? */
export const startsLetter = (text: string): boolean => (classAt(text, 0) & LETTER) !== 0;
