import type { Token } from '../../text/tokens';

/** An amount as it stands in the tokens: half-open token range, with its unit where the words give one. */
export interface Amount {
  firstToken: number;
  endToken: number;
  value: number;
  /** "percent", "USD", "USD/year"; null where the unit is the noun that follows. */
  unit: string | null;
  /** A number that words tell ("two dozen"). */
  words: boolean;
}

/** Entries alone: the word "constructor" is none. */
const table = <T>(entries: Record<string, T>): Record<string, T | undefined> =>
  Object.assign(Object.create(null), entries);

const SYMBOLS = table<string>({
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₴': 'UAH',
  '₪': 'ILS',
  '฿': 'THB',
  '₫': 'VND',
  '₱': 'PHP',
});
/** What stands before a dollar sign: "US$", "HK$". */
const DOLLARS = table<string>({
  US: 'USD',
  A: 'AUD',
  AU: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  HK: 'HKD',
  NT: 'TWD',
  S: 'SGD',
  NZ: 'NZD',
  R: 'BRL',
});
const CODES = new Set(
  'USD EUR GBP JPY CNY RMB INR KRW AUD CAD CHF HKD TWD SGD NZD RUB BRL MXN TRY SEK NOK DKK PLN ZAR'.split(
    ' ',
  ),
);
const CURRENCIES = table<string>({
  dollar: 'USD',
  dollars: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  renminbi: 'CNY',
  won: 'KRW',
  rupee: 'INR',
  rupees: 'INR',
  ruble: 'RUB',
  rubles: 'RUB',
  roubles: 'RUB',
  francs: 'CHF',
  lira: 'TRY',
  hryvnia: 'UAH',
  hryvnias: 'UAH',
  shekels: 'ILS',
  baht: 'THB',
  dong: 'VND',
  ringgit: 'MYR',
  rupiah: 'IDR',
  rand: 'ZAR',
  pesos: 'MXN',
  reais: 'BRL',
  cents: 'cents',
  pence: 'pence',
});
/** Adjectives that make a currency another country's. */
const FOREIGN = new Set('canadian australian singapore hong kong new zealand taiwan swiss french'.split(' '));
const SCALES = table<number>({
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  lakh: 1e5,
  crore: 1e7,
  score: 20,
});
const LETTER_SCALES = table<number>({ k: 1e3, m: 1e6, b: 1e9, bn: 1e9, mn: 1e6, t: 1e12, tn: 1e12 });
const WORDS = table<number>({
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});
/** 1 for each code unit, in lower case, that a number in words begins with: "a dozen" and "half a million" too. */
const NUMERAL_INITIALS = new Uint8Array(128);
for (const word of [...Object.keys(WORDS), 'a', 'half']) NUMERAL_INITIALS[word.charCodeAt(0)] = 1;
const PERIODS = new Set(
  'year month week day hour minute second quarter person head barrel ounce tonne ton litre liter gallon share household'.split(
    ' ',
  ),
);
const ADVERBS = table<string>({
  annually: 'year',
  yearly: 'year',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
});

const lower = (token: Token | undefined): string => token?.surface.toLowerCase() ?? '';
const adjacent = (tokens: readonly Token[], at: number): boolean => tokens[at]?.start === tokens[at - 1]?.end;

/** The amount whose number begins at token `at`, its currency sign before it and its unit behind it included; null if none does. */
export function amountAt(tokens: readonly Token[], at: number, end: number): Amount | null {
  const number = numberAt(tokens, at, end);
  if (!number) return null;
  let { value } = number;
  let next = number.endToken;
  let first = at;
  const sign = currencyBefore(tokens, at);
  if (sign) first = sign.firstToken;
  const scaled = scaleAt(tokens, next, sign !== null);
  if (scaled) {
    value *= scaled.by;
    next = scaled.endToken;
  }
  const amount: Amount = {
    firstToken: first,
    endToken: next,
    value: rounded(value),
    unit: sign?.unit ?? null,
    words: number.words,
  };
  if (!sign) unitBehind(tokens, amount, end);
  if (amount.unit && amount.unit !== 'percent') rateBehind(tokens, amount, end);
  return amount;
}

/** Without the dust of binary fractions: 1.4 × 10⁹ is 1400000000. */
const rounded = (value: number): number => Number(value.toPrecision(12));

function numberAt(
  tokens: readonly Token[],
  at: number,
  end: number,
): { value: number; endToken: number; words: boolean } | null {
  const token = tokens[at];
  if (!token || at >= end) return null;
  if (token.kind === 'number') {
    if (!/^(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?$/.test(token.surface)) return null;
    return { value: Number(token.surface.replace(/,/g, '')), endToken: at + 1, words: false };
  }
  // the quick way out: no number begins so
  if (!NUMERAL_INITIALS[token.surface.charCodeAt(0) | 32]) return null;
  const word = lower(token);
  if (WORDS[word] !== undefined) return { value: WORDS[word]!, endToken: at + 1, words: true };
  if (word.includes('-')) {
    const [tens, unit] = word.split('-');
    if (unit && (WORDS[tens!] ?? 0) >= 20 && (WORDS[unit] ?? 99) < 10)
      return { value: WORDS[tens!]! + WORDS[unit]!, endToken: at + 1, words: true };
  }
  if ((word === 'a' || word === 'an') && SCALES[lower(tokens[at + 1])])
    return { value: 1, endToken: at + 1, words: true };
  if (word === 'half' && lower(tokens[at + 1]) === 'a' && SCALES[lower(tokens[at + 2])])
    return { value: 0.5, endToken: at + 2, words: true };
  return null;
}

function currencyBefore(tokens: readonly Token[], at: number): { unit: string; firstToken: number } | null {
  const before = tokens[at - 1];
  if (!before) return null;
  const symbol = SYMBOLS[before.surface];
  if (symbol) {
    const country =
      before.surface === '$' &&
      (adjacent(tokens, at - 1) || /^(?:US|NZ|HK|NT)$/.test(tokens[at - 2]?.surface ?? ''))
        ? DOLLARS[tokens[at - 2]?.surface.replace(/\./g, '') ?? '']
        : undefined;
    return country ? { unit: country, firstToken: at - 2 } : { unit: symbol, firstToken: at - 1 };
  }
  if (CODES.has(before.surface))
    return { unit: before.surface === 'RMB' ? 'CNY' : before.surface, firstToken: at - 1 };
  if (before.surface === 'Rs' || (before.surface === '.' && tokens[at - 2]?.surface === 'Rs'))
    return { unit: 'INR', firstToken: before.surface === 'Rs' ? at - 1 : at - 2 };
  return null;
}

function scaleAt(
  tokens: readonly Token[],
  at: number,
  money: boolean,
): { by: number; endToken: number } | null {
  const word = lower(tokens[at]);
  if (SCALES[word] && !(word === 'score' || (word === 'm' && !money))) {
    const again = SCALES[lower(tokens[at + 1])];
    return again && word !== 'dozen'
      ? { by: SCALES[word]! * again, endToken: at + 2 }
      : { by: SCALES[word]!, endToken: at + 1 };
  }
  if (adjacent(tokens, at) && LETTER_SCALES[word] && (money || word !== 'm'))
    return { by: LETTER_SCALES[word]!, endToken: at + 1 };
  return null;
}

function unitBehind(tokens: readonly Token[], amount: Amount, end: number): void {
  const at = amount.endToken;
  if (at >= end) return;
  const [word, next] = [lower(tokens[at]), lower(tokens[at + 1])];
  const set = (unit: string, length: number) => {
    amount.unit = unit;
    amount.endToken = at + length;
  };
  if (word === '%' || word === 'percent' || word === 'pct') set('percent', 1);
  else if (word === 'per' && next === 'cent') set('percent', 2);
  else if (word === 'percentage' && /^points?$/.test(next)) set('percentage points', 2);
  else if (word === 'basis' && /^points?$/.test(next)) set('basis points', 2);
  else if (word === 'bps') set('basis points', 1);
  else if (CODES.has(tokens[at]!.surface)) set(tokens[at]!.surface, 1);
  else if (CURRENCIES[word]) set(CURRENCIES[word]!, 1);
  else if ((word === 'us' || word === 'u.s.' || word === 'american') && next === 'dollars') set('USD', 2);
  else if (FOREIGN.has(word) && CURRENCIES[next]) set(`${tokens[at]!.surface} ${next}`, 2);
}

function rateBehind(tokens: readonly Token[], amount: Amount, end: number): void {
  const at = amount.endToken;
  if (at >= end) return;
  const [word, next] = [lower(tokens[at]), lower(tokens[at + 1])];
  if (
    (word === 'a' || word === 'an' || word === 'per' || word === 'each') &&
    at + 1 < end &&
    PERIODS.has(next)
  ) {
    amount.unit += `/${next}`;
    amount.endToken = at + 2;
  } else if (ADVERBS[word]) {
    amount.unit += `/${ADVERBS[word]}`;
    amount.endToken = at + 1;
  }
}
