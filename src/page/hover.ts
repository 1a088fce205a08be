/** The card's timing, in milliseconds. */
export const TIMING = {
  /** Rest on a mark before its card opens. */
  dwell: 300,
  /** The same when another card closed a moment ago. */
  dwellWarm: 80,
  /** How long a closed card makes the next one quick. */
  warm: 500,
  /** From the pointer's leaving to the closing. */
  grace: 250,
  /** No card opens this soon after a scroll. */
  calm: 150,
} as const;

export type Timing = Record<keyof typeof TIMING, number>;

/** Where the reader has asked for another delay. With a longer one a hand that trembles gets more time to come back. */
const DELAYS: Record<'short' | 'normal' | 'long', Partial<Timing>> = {
  short: { dwell: 150 },
  normal: {},
  long: { dwell: 700, dwellWarm: 250, grace: 500 },
};

export const timingFor = (delay: keyof typeof DELAYS): Timing => ({ ...TIMING, ...DELAYS[delay] });

/** How long the pointer rests before a card opens, for each choice, in milliseconds. */
export const DWELL = {
  short: timingFor('short').dwell,
  normal: timingFor('normal').dwell,
  long: timingFor('long').dwell,
};

/** What the hover intent is told; `M` is a mark. */
export type HoverInput<M> =
  /** The pointer moved: the mark under it, whether it is on the open card, whether it travels towards it. */
  | { type: 'move'; mark: M | null; card: boolean; towards: boolean }
  | { type: 'down' }
  | { type: 'up' }
  | { type: 'selecting'; on: boolean }
  | { type: 'scroll' }
  /** The pointer left the window. */
  | { type: 'leave' }
  /** The card was opened another way (key, tap) and stays until it is closed. */
  | { type: 'opened'; mark: M }
  | { type: 'pinned'; on: boolean }
  /** The card was closed another way (Escape, a click beside it, its mark went). */
  | { type: 'closed' }
  /** The time that `due` named has come. */
  | { type: 'tick' };

export type HoverOutput<M> = { type: 'open'; mark: M } | { type: 'close' } | null;

/**
 * Hover intent: decides from the pointer's moves when a card opens and closes. Pure: time comes in with each input,
 * and `due` tells when it wants a tick. Marks are compared by identity.
 */
export class HoverIntent<M> {
  private waiting: { mark: M; until: number } | null = null;
  private open: M | null = null;
  private held = false;
  private leaving: number | null = null;
  private closedAt = Number.NEGATIVE_INFINITY;
  private scrolledAt = Number.NEGATIVE_INFINITY;
  private button = false;
  private selecting = false;

  constructor(private readonly timing: Timing = TIMING) {}

  /** When a tick is wanted, on the clock of `now`; null for never. */
  get due(): number | null {
    const times = [this.waiting?.until, this.leaving ?? undefined].filter((t) => t !== undefined);
    return times.length > 0 ? Math.min(...times) : null;
  }

  get current(): M | null {
    return this.open;
  }

  /** The mark that the pointer rests on, before its card opens. */
  get pending(): M | null {
    return this.waiting?.mark ?? null;
  }

  /** Takes one input at the time `now` (milliseconds, never going back) and says what is to be done. */
  take(input: HoverInput<M>, now: number): HoverOutput<M> {
    switch (input.type) {
      case 'move':
        this.moved(input.mark, input.card, input.towards, now);
        return this.tick(now);
      case 'tick':
        return this.tick(now);
      case 'down':
        this.button = true;
        this.waiting = null;
        return null;
      case 'up':
        this.button = false;
        return null;
      case 'selecting':
        this.selecting = input.on;
        if (input.on) this.waiting = null;
        return null;
      case 'scroll':
        this.scrolledAt = now;
        this.waiting = null;
        return null;
      case 'leave':
        this.waiting = null;
        this.startLeaving(now);
        return null;
      case 'opened':
        this.waiting = null;
        this.leaving = null;
        this.open = input.mark;
        this.held = true;
        return null;
      case 'pinned':
        this.held = input.on;
        if (input.on) this.leaving = null;
        return null;
      case 'closed':
        return this.close(now, false);
    }
  }

  private moved(mark: M | null, card: boolean, towards: boolean, now: number): void {
    const idle = this.button || this.selecting;
    if (this.open !== null) {
      if (card || mark === this.open) this.leaving = null;
      else if (towards) this.leaving = this.held ? null : now + this.timing.grace;
      else this.startLeaving(now);
    }
    // Another mark's card opens only after this one has closed; a held card stays and none opens beside it.
    const wanted = mark !== null && !card && !idle && this.open === null ? mark : null;
    if (wanted === null) this.waiting = null;
    else if (this.waiting?.mark !== wanted) {
      // A pointer that comes to rest just after a scroll moves no more: it waits the calm out instead of being passed over.
      this.waiting = {
        mark: wanted,
        until: Math.max(now + this.dwell(now), this.scrolledAt + this.timing.calm),
      };
    }
  }

  private dwell(now: number): number {
    const { warm, dwellWarm, dwell } = this.timing;
    return now - this.closedAt <= warm ? dwellWarm : dwell;
  }

  private startLeaving(now: number): void {
    if (this.open !== null && !this.held) this.leaving ??= now + this.timing.grace;
  }

  private tick(now: number): HoverOutput<M> {
    if (this.leaving !== null && now >= this.leaving) return this.close(now, true);
    if (this.waiting && now >= this.waiting.until) {
      const { mark } = this.waiting;
      this.waiting = null;
      this.open = mark;
      this.held = false;
      return { type: 'open', mark };
    }
    return null;
  }

  private close(now: number, tell: boolean): HoverOutput<M> {
    const was = this.open;
    this.open = null;
    this.held = false;
    this.leaving = null;
    this.waiting = null;
    if (was !== null) this.closedAt = now;
    return was !== null && tell ? { type: 'close' } : null;
  }
}
