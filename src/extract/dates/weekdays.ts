import { dayNumber, dayValue, isDay, weekday } from './calendar';
import { type Context, type Found, matchAt } from './context';
import { yearOfMonth } from './months';
import { DAY_OF_MONTH, MONTH, monthOf, ORDINAL_WORD, ordinalOf, WEEKDAY, weekdayOf, YEAR } from './words';

const WEEKDAY_DATE = new RegExp(
  `(?:,? (?:the )?| \\()(?:(${MONTH})(?!\\p{L}) (${DAY_OF_MONTH}|${ORDINAL_WORD})(?!\\d|:\\d|%|\\p{L})|(${DAY_OF_MONTH})(?: of)? (${MONTH})(?!\\p{L}))(?:,? (${YEAR})(?!\\d))?`,
  'uy',
);
const PART_OF_DAY =
  /,? (?:early |late |mid-?)?(?:morning|afternoon|evening|night|lunchtime|midnight|noon|overnight)(?!\p{L})/uy;
const OF_WEEK = /,? (?:of )?(last|this|next) week(?!['’\p{L}])/uy;
const WEEKDAY_MODIFIER =
  /(?:(?:early|late|midnight|noon|mid-?morning|mid-?afternoon|by|earlier|later) (?:on )?)?\b(?:(?:on )?(last|past|previous|this past|the previous|the following|next|this|this coming|coming|following) )$|(?:early|late|midnight|noon|earlier|later) (?:on )?$/i;

/** "Tuesday", "last Friday", "Tuesday, April 22, 2025", "Monday morning", "Thursday of last week". */
export function weekdayAt(context: Context, start: number, word: string): Found | null {
  const { text, today, lastDay } = context;
  let end = start + word.length;
  const dated = matchAt(WEEKDAY_DATE, text, end);
  if (dated) {
    const month = monthOf(dated[1] ?? dated[4]!);
    const day = ordinalOf(dated[2] ?? dated[3]!)!;
    end += dated[0].length;
    const told = dated[5] ? Number(dated[5]) : null;
    const year =
      told ??
      yearByWeekday(context, month, day, weekdayOf(word)) ??
      yearOfMonth(context, month, day, null, start, end);
    if (year === null || !isDay(year, month, day)) return null;
    return { start, end, value: dayValue(dayNumber(year, month, day)) };
  }
  if (today === null || !new RegExp(`^${WEEKDAY}$`).test(word)) return null;
  const before = context.before(start);
  if (/\b(?:each|every)(?: other)? (?:\w+day (?:and|or) )?$/i.test(before)) return null;
  const modifier = WEEKDAY_MODIFIER.exec(before);
  const how = modifier?.[1]?.toLowerCase() ?? null;
  const target = weekdayOf(word);
  const back = (weekday(today) - target + 7) % 7;
  const ahead = (target - weekday(today) + 7) % 7;
  if (
    /^,?(?: (?:and|or|to|through) \p{Lu}\p{L}+day)? (?:mornings|afternoons|evenings|nights)(?!\p{L})/u.test(
      text.slice(end, end + 32),
    )
  )
    return null;
  const part = matchAt(PART_OF_DAY, text, end);
  if (part) end += part[0].length;
  const week = matchAt(OF_WEEK, text, end);
  let day: number;
  if (week) {
    end += week[0].length;
    const monday = today - weekday(today) + (week[1] === 'last' ? -7 : week[1] === 'next' ? 7 : 0);
    day = monday + target;
  } else if (how === 'last' || how === 'past' || how === 'this past') day = today - (back || 7);
  else if (how?.endsWith('previous')) day = beforeDay(lastDay ?? today, target);
  else if (how?.endsWith('following'))
    day = (lastDay ?? today) + (((target - weekday(lastDay ?? today) + 6) % 7) + 1);
  else if (how === 'next' || how?.endsWith('coming')) day = today + (ahead || 7);
  else if (how === 'this') day = context.tense(start, end) === 'past' ? today - back : today + ahead;
  else if (context.tense(start, end) === 'future') day = today + ahead;
  else day = today - back;
  return { start: start - (modifier?.[0].length ?? 0), end, value: dayValue(day) };
}

const beforeDay = (day: number, target: number): number => day - (((weekday(day) - target + 6) % 7) + 1);

/** Of the years around the article's, the one in which that day of the month is that day of the week. */
function yearByWeekday({ ref }: Context, month: number, day: number, target: number): number | null {
  if (!ref) return null;
  for (const year of [ref.year, ref.year - 1, ref.year + 1])
    if (isDay(year, month, day) && weekday(dayNumber(year, month, day)) === target) return year;
  return null;
}

const DAY_WORDS: Record<string, number> = {
  today: 0,
  tonight: 0,
  yesterday: -1,
  tomorrow: 1,
};
const DEICTIC_MODIFIER =
  /(?:(?:early|earlier|late|later|mid-?morning|mid-?afternoon|midnight|noon) |the day (before|after) )$/i;

// "in today's world", "today's computers", "as strong today as it was" tell no day.
const GENERIC =
  / (?:as|than) (?:it|they|he|she|we|ever|when|in|at any)(?!\p{L})|['’]s (?:world|society|age|climate|environment|economy|youth|standards|terms|\p{Ll}+ (?:world|society|economy)|(?:\p{Ll}+ )?\p{Ll}+(?:ers|ors|ists|ians))(?!\p{L})/uy;

/** "today", "yesterday afternoon", "the day before yesterday". */
export function deicticAt(context: Context, start: number, word: string): Found | null {
  if (context.today === null) return null;
  let end = start + word.length;
  if (
    matchAt(GENERIC, context.text, end) ||
    /\b(?:generation|leaders|world|city|people|that|those) of $/i.test(context.before(start))
  )
    return null;
  const part = matchAt(PART_OF_DAY, context.text, end);
  if (part) end += part[0].length;
  const modifier = DEICTIC_MODIFIER.exec(context.before(start));
  const shift = modifier?.[1] ? (modifier[1] === 'before' ? -1 : 1) : 0;
  const spoken = context.isSpoken(start);
  const { today, lastDay } = context;
  // What somebody says of "today" the day after they spoke is said of that day.
  const from = spoken && lastDay === today - 1 ? lastDay : today;
  const value = dayValue(from + DAY_WORDS[word.toLowerCase()]! + shift);
  return { start: start - (modifier?.[0].length ?? 0), end, value, spoken };
}

const PART_MODIFIER =
  /\b(?:(?:earlier |later |late |early )?(this|last|tomorrow|yesterday)|(?:the )?(next|following|previous|same)|(that)) $/i;

const MID = /\bmid/i;
const OWN_DAY = new RegExp(`,? (?:on )?(?:yesterday|today|tomorrow|${WEEKDAY})`, 'uy');

/** "this morning", "last night", "the next evening": `word` is the part of the day. */
export function partOfDayAt(context: Context, start: number, word: string): Found | null {
  const modifier = PART_MODIFIER.exec(context.before(start));
  if (context.today === null) return null;
  if (!modifier) {
    // "By mid-afternoon", told of a day named just before.
    const bare =
      /\b(?:in the |during the |by (?:mid[- ]|the |late |early )|at mid[- ])(?:early |late )?$/i.exec(
        context.before(start),
      );
    const day =
      bare &&
      (context.recentDay() ??
        (MID.test(bare[0]) && !matchAt(OWN_DAY, context.text, start + word.length) ? context.today : null));
    return day === null ? null : { start, end: start + word.length, value: dayValue(day) };
  }
  const how = (modifier[1] ?? modifier[2] ?? modifier[3])!.toLowerCase();
  const spanStart = start - modifier[0].length;
  const end = start + word.length;
  const shift = how === 'last' ? -1 : 0;
  if (how === 'this' || how === 'last')
    return { start: spanStart, end, value: dayValue(context.today + shift) };
  if (context.lastDay === null) return null;
  const by = how === 'previous' ? -1 : how === 'same' || how === 'that' ? 0 : 1;
  return { start: spanStart, end, value: dayValue(context.lastDay + by) };
}
