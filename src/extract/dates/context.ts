import type { Sentence } from '../../text/sentences';
import type { Span } from '../../text/span';
import { civil, type DayNumber, dayValue, parseDay, type YearMonthDay } from './calendar';
import { tenseAt } from './tense';

/** A temporal expression as found: `value` is TIMEX3's. */
export interface Found extends Span {
  value: string;
  /** Set against something told before ("a year earlier"): not what the text is about. */
  compares?: boolean;
  /** Counted from the moment of direct speech: the narration goes on from its own day. */
  spoken?: boolean;
}

/** What a temporal expression is resolved against: the article's day, its sentence, and what was last told. */
export class Context {
  readonly ref: YearMonthDay | null;
  sentence: Sentence | Span = { start: 0, end: 0 };
  sentenceIndex = 0;
  /** The last full day, year and month told before, and the quarter that the text is about, with its sentence. */
  lastDay: DayNumber | null = null;
  private daySentence = -9;
  lastYear: number | null = null;
  /** Year × 12 + month − 1. */
  lastMonth: number | null = null;
  topicQuarter: { year: number; quarter: number; sentence: number } | null = null;
  /** End of the last expression, so that none reaches back into it. */
  lastEnd = 0;

  constructor(
    readonly text: string,
    readonly today: DayNumber | null,
  ) {
    this.ref = today === null ? null : civil(today);
  }

  /** Up to 48 units before `at`, in the same sentence and behind the last expression. */
  before(at: number): string {
    return this.text.slice(Math.max(this.sentence.start, this.lastEnd, at - 48), at);
  }

  /** Whether a quotation mark opened in the sentence, up to 600 units before `at`, is not yet closed. */
  isSpoken(at: number): boolean {
    let open = false;
    for (const mark of this.text.slice(Math.max(this.sentence.start, at - 600), at).matchAll(/["“”]/g))
      open = mark[0] === '"' ? !open : mark[0] === '“';
    return open;
  }

  tense(start: number, end: number): 'past' | 'future' | null {
    return tenseAt(this.text, this.sentence, start, end);
  }

  /** Takes note of an expression, for the ones that lean on it ("the day before", "a year earlier"). */
  remember(found: Found): void {
    this.lastEnd = found.end;
    const day = found.value.length === 10 ? parseDay(found.value) : null;
    if (day !== null && !found.spoken) {
      this.lastDay = day;
      this.daySentence = this.sentenceIndex;
    }
    const match = /^(\d{4})(?:-(?:Q(\d)|(\d\d)))?/.exec(found.value);
    if (!match || found.compares) return;
    const year = Number(match[1]);
    this.lastYear = year;
    if (match[3]) this.lastMonth = year * 12 + Number(match[3]) - 1;
    const age =
      match[2] && this.ref ? this.ref.year * 12 + this.ref.month - (year * 12 + 3 * Number(match[2])) : 0;
    if (match[2] && age > -3 && age < 9)
      this.topicQuarter = { year, quarter: Number(match[2]), sentence: this.sentenceIndex };
  }

  /** The day told last, if that was in this sentence or the one before; null otherwise. */
  recentDay(): DayNumber | null {
    return this.sentenceIndex - this.daySentence <= 1 ? this.lastDay : null;
  }

  /** The day told last in this sentence; without one, the article's. */
  dayHere(): DayNumber | null {
    return this.sentenceIndex === this.daySentence ? this.lastDay : this.today;
  }

  /** The value of a day counted from the article's, or null without one. */
  fromToday(days: number): string | null {
    return this.today === null ? null : dayValue(this.today + days);
  }
}

/** A sticky pattern tried at one place; the match or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
