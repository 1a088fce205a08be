/** The words that dates are told in, as regular-expression sources and as numbers. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Case-sensitive: "may" and "march" in lower case are no months. Headlines in capitals are. */
export const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|Jun\\.|July?|Jul\\.|Aug(?:ust|\\.)?|Sept(?:ember|\\.)?|Sep\\.?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)';
export const WEEKDAY =
  '(?:Mon(?:day|\\.)?|Tue(?:sday|s\\.?|\\.)?|Wed(?:nesday|\\.)?|Thu(?:rsday|rs?\\.?|\\.)?|Fri(?:day|\\.)?|Sat(?:urday|\\.)?|Sun(?:day|\\.)?)';
/** The weekday in full, as it stands in running text. */
export const FULL_WEEKDAY = '(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)';
export const DAY_OF_MONTH = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
export const YEAR = '(?:1[0-9]|20)\\d\\d';

export const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
/** 0 for Monday … 6 for Sunday. */
export const weekdayOf = (word: string): number => WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase());

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

export const NUMBER_WORD = `(?:(?:${TENS.join('|')})(?:[- ](?:${SMALL.slice(1, 10).join('|')}))?|${[...SMALL].sort((a, b) => b.length - a.length).join('|')})`;
export const ORDINAL_WORD = `(?:twenty-(?:${ORDINALS.slice(1, 10).join('|')})|thirtieth|thirty-first|${[
  ...ORDINALS,
]
  .slice(1)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

/** "seventeen", "twenty-one", "17", "a", "a couple of": the number meant, or null. */
export function numberOf(words: string): number | null {
  const word = words.toLowerCase().trim();
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  if (word.startsWith('a couple') || word === 'couple of') return 2;
  const [tens, unit] = word.split(/[- ]/);
  const ten = TENS.indexOf(tens!);
  if (ten >= 0) return 10 * (ten + 2) + (unit ? SMALL.indexOf(unit) : 0);
  const small = SMALL.indexOf(word);
  return small >= 0 ? small : null;
}

/** "third", "twenty-first", "3rd": the number meant, or null. */
export function ordinalOf(words: string): number | null {
  const word = words.toLowerCase();
  if (/^\d/.test(word)) return Number.parseInt(word, 10);
  if (word === 'thirtieth') return 30;
  if (word === 'thirty-first') return 31;
  if (word.startsWith('twenty-')) return 20 + ORDINALS.indexOf(word.slice(7));
  const at = ORDINALS.indexOf(word);
  return at > 0 ? at : null;
}

/** "nineteen ninety-seven", "two thousand and five", "twenty twenty-five", as a regular-expression source. */
export const YEAR_IN_WORDS = `(?:two thousand(?: and)?(?: ${NUMBER_WORD})?|(?:nineteen|eighteen) (?:oh )?${NUMBER_WORD}|twenty (?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:-(?:${SMALL.slice(1, 10).join('|')}))?))`;

const CENTURIES: Record<string, number> = { eighteen: 18, nineteen: 19, twenty: 20 };

/** The year that the words of `YEAR_IN_WORDS` tell, or null. */
export function spelledYear(words: string): number | null {
  const lower = words.toLowerCase();
  const thousand = /^two thousand(?: (?:and )?(.+))?$/.exec(lower);
  if (thousand) return 2000 + (thousand[1] ? (numberOf(thousand[1]) ?? 0) : 0);
  const [, century, rest] = /^(\w+) (?:oh )?(.+)$/.exec(lower) ?? [];
  const number = rest ? numberOf(rest) : null;
  return century && number !== null && number < 100 ? CENTURIES[century]! * 100 + number : null;
}
