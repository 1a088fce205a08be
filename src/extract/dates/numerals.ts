import { dayNumber, dayValue, isDay, monthValue, yearValue } from './calendar';
import { type Context, type Found, matchAt } from './context';
import { centuryOf } from './months';
import { MONTH, WEEKDAY } from './words';

const ISO = /(\d{4})-(\d\d)(?:-(\d\d))?(?![\d-])/y;
const NUMERIC = /(\d{1,4})([./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/y;

/** "2025-04-22", "2025-04", "2025/4/22", "22.04.2025", "4/22/2025" (the month first, as American papers write, unless it cannot be). */
export function numericAt(context: Context, start: number): Found | null {
  const iso = matchAt(ISO, context.text, start);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), iso[3] ? Number(iso[3]) : null];
    const end = start + iso[0].length;
    if (year < 1500 || year > 2199 || !isDay(year, month, day ?? 1)) return null;
    if (day === null) return { start, end, value: monthValue(year, month) };
    return { start, end, value: dayValue(dayNumber(year, month, day)) };
  }
  const match = matchAt(NUMERIC, context.text, start);
  if (!match) return null;
  const [a, b, c] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const end = start + match[0].length;
  const make = (year: number, month: number, day: number): Found | null =>
    year >= 1500 && year <= 2199 && isDay(year, month, day)
      ? { start, end, value: dayValue(dayNumber(year, month, day)) }
      : null;
  if (match[1]!.length === 4) return make(a, b, c);
  if (match[1]!.length > 2) return null;
  if (match[4]!.length === 2) return match[2] === '/' ? make(centuryOf(c), a, b) : null;
  return match[2] === '/' ? (make(c, a, b) ?? make(c, b, a)) : make(c, b, a);
}

const YEAR_BEFORE =
  /(?:\b(?:in|since|by|from|until|till|of|during|to|for|and|between|through|before|after|fiscal|early|late|mid|around|circa|about|the|or|late|summer|spring|autumn|fall|winter|year|back in|as of|than|over|its|his|their|into|'s|’s|file,|,|v|compared with|on|per)[\s-]|[(–—/-] ?)$/i;
const STRONG_BEFORE =
  /\b(?:in|since|by|from|until|till|between|circa|around|during|year|of|before|after|back to)\s$/i;
const YEAR_AFTER =
  /(?:['’]s\b|[.,;:)!?"”’–—/-]|$|\s(?:[-–—] |to |and |through |until |by |as |in |at |with |was |were |is |has |had |when |while |after |before |because |but |on |for |that |which |who |under |film|movie|season|election|elections|protests?|edition|games|campaign|budget|war|crisis|report|study|book|album|agreement|treaty|law|act|attacks?|invasion|coup|deal|levels?|results?|sales|profit|earnings|olympics|tournament|world|cup|day|final))/iy;
const COUNTED =
  /\s(?:people|men|women|children|troops|soldiers|dollars|euros|pounds|yen|years?|days|hours|minutes|miles|feet|metres|meters|km|kilometres|kilometers|tons|tonnes|votes|jobs|workers|members|shares|points|employees|barrels|acres|homes|cars|vehicles|square|percent|per cent|megawatts|times|students|others|or more|more|million|billion|trillion|kg|lbs|pages|words|units|aircraft|tanks|sailors|passengers|residents|refugees|migrants|seats|copies|companies|cases|deaths)\b/iy;

/** Whether the four digits at `start` are a year and no count, house number or time of day. */
export function isYear(context: Context, start: number, digits: string): boolean {
  const { text } = context;
  const year = Number(digits);
  const end = start + 4;
  if (/[\p{L}\d$€£¥#.,:/_@]$/u.test(text.slice(Math.max(0, start - 1), start))) return false;
  if (/^(?:[%°\d:_@]|[.,]\d|\p{L}|\/\d{3})/u.test(text.slice(end, end + 4))) return false;
  if (matchAt(COUNTED, text, end)) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  if (year < 1900 && /^ \p{Ll}/u.test(text.slice(end, end + 2)) && !/\b(?:in|since) $/i.test(before))
    return false;
  if (year < 1700) return STRONG_BEFORE.test(before) && year >= 1000;
  if (year < 1900 || year > 2060)
    return STRONG_BEFORE.test(before) || (year < 1900 && YEAR_BEFORE.test(before));
  return (
    YEAR_BEFORE.test(before) ||
    matchAt(YEAR_AFTER, text, end) !== null ||
    /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3)) ||
    /\n$|^$/.test(before) ||
    /\p{Lu}\p{L}* $/u.test(before)
  );
}

const QUARTER_OF_YEAR =
  /(?:['’]s)? (?:fiscal[- ])?(?:((?:first|second|third|fourth)[- ]quarter)|quarter|period)(?!\p{L})/uy;

/** "1998", "mid-1996", "fiscal 1989", "early 1991". */
export function yearAt(context: Context, start: number, digits: string): Found | null {
  if (!isYear(context, start, digits)) return null;
  const period = matchAt(QUARTER_OF_YEAR, context.text, start + 4);
  if (period?.[1]) return null; // "the 1988 third quarter" is read from its quarter
  const { topicQuarter } = context;
  if (period && topicQuarter) {
    const value = `${yearValue(Number(digits))}-Q${topicQuarter.quarter}`;
    return { start, end: start + 4 + period[0].length, value };
  }
  const modifier =
    /(?:(?:the )?(?:early|late|mid|middle|beginning|start|end)(?: of|-)? ?|(?:the )?(?:fiscal|financial|calendar)(?: year)? |the year )+$/i.exec(
      context.before(start),
    );
  return { start: start - (modifier?.[0].length ?? 0), end: start + 4, value: yearValue(Number(digits)) };
}

const CLOCK = /(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:[AaPp]\.[Mm]\.?|[AaPp][Mm](?!\p{L}))/uy;
const DAY_NEAR = new RegExp(
  `,? (?:[A-Z]{2,4},? |local time,? |\\([^()]{1,24}\\),? )?(?:on |the )?(?:${WEEKDAY}|${MONTH}|today|yesterday|tomorrow|next day|following day)`,
  'uy',
);

/** "3 pm", "7:15 p.m.": the day told just before; null where none was, or its own day follows. */
export function clockAt(context: Context, start: number): Found | null {
  const match = matchAt(CLOCK, context.text, start);
  if (!match || context.today === null) return null;
  const end = start + match[0].length;
  const day = context.recentDay();
  if (day === null || matchAt(DAY_NEAR, context.text, end)) return null;
  return { start, end, value: dayValue(day) };
}
