/** What comes before the name: "By", "Written by", 文・. */
const BEFORE = /^(?:(?:written|words|story|posted|published|reported)\s+)?by:?\s+|^(?:文|取材)[・：:／/]\s*/i;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)\\.?';
/** Where a byline goes on with when it was: a day, a clock, "3 hours ago", "Updated …". */
const WHEN = new RegExp(
  [
    '\\b(?:updated|published|posted|modified|on)\\b[\\s:]+(?=\\S*\\d|[a-z]{3,9}\\.?,?\\s+\\d)',
    `\\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\\s+(?=${MONTH}|\\d)`,
    `\\b${MONTH}\\s+\\d{1,2}\\b`,
    `\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}(?:\\s|$)`,
    '\\b\\d{4}[-/.年]\\s?\\d',
    '\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2}',
    '\\b\\d{1,2}:\\d{2}\\b',
    '\\b\\d+\\s+(?:minutes?|mins?|hours?|hrs?|days?|weeks?)\\s+ago\\b',
  ].join('|'),
  'i',
);
/** What only parts a name from what follows it. */
const PARTING = /[\s,;:·•|｜/–—-]+$/;

/** Who wrote an article, of a byline as pages have it: without "By", and without the day that some put behind it. */
export function bylineOf(text: string): string {
  const names = text.replace(/\s+/g, ' ').trim().replace(BEFORE, '');
  const at = WHEN.exec(names)?.index ?? names.length;
  return at === 0 ? '' : names.slice(0, at).replace(PARTING, '');
}
