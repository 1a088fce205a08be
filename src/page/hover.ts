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
  short: /* @__PURE__ */ timingFor('short').dwell,
  normal: /* @__PURE__ */ timingFor('normal').dwell,
  long: /* @__PURE__ */ timingFor('long').dwell,
};

/** What opened a card. */
export type By = 'pointer' | 'key' | 'tap';

/** What the hover intent is told; `M` is a mark. */
export type HoverInput<M> =
  /** The pointer moved: the mark under it, whether it is on the open card, whether it travels towards it; since when, if not now. */
  | { type: 'move'; mark: M | null; card: boolean; towards: boolean; since?: number | undefined }
  /** A button went down, beside every card or in one. */
  | { type: 'down'; beside: boolean }
  | { type: 'up' }
  | { type: 'selecting'; on: boolean }
  | { type: 'scroll' }
  /** The pointer left the window. */
  | { type: 'leave' }
  /** What the pointer rests on is not under it any more, though it did not move. */
  | { type: 'slid' }
  /** The reader asks for a card by a key or a tap. It stays until it is closed. */
  | { type: 'want'; mark: M; by: 'key' | 'tap' }
  /** The reader pinned a card: it is its own master now. */
  | { type: 'pinned'; token: number }
  /** The reader took the pin out: it is the one unpinned card again. */
  | { type: 'unpinned'; mark: M; token: number }
  /** A card was closed another way (Escape, its own button, its mark went). */
  | { type: 'closed'; token: number }
  /** The time that `due` named has come. */
  | { type: 'tick' };

/** What is to be done. */
export type HoverEffect<M> =
  /** The pointer has come to rest on a mark: its card may be wanted soon. */
  | { type: 'prepare'; mark: M }
  /** Opens a card, in place of the unpinned one if there is one. */
  | { type: 'open'; mark: M; token: number; by: By }
  | { type: 'close'; token: number };

export interface HoverState<M> {
  /** The newest interaction. It grows with each opening, so that an answer to an older one is known as late. */
  readonly token: number;
  /** The one card that is not pinned; a held one stays whatever the pointer does. */
  readonly open: { readonly mark: M; readonly token: number; readonly held: boolean } | null;
  /** The mark that the pointer rests on, and when its card opens. */
  readonly waiting: { readonly mark: M; readonly until: number } | null;
  /** When the open card closes. */
  readonly leaving: number | null;
  readonly closedAt: number;
  readonly scrolledAt: number;
  readonly button: boolean;
  readonly selecting: boolean;
}

export interface HoverStep<M> {
  state: HoverState<M>;
  effects: readonly HoverEffect<M>[];
  /** When a tick is wanted, on the clock of `now`; null for never. */
  due: number | null;
}

/** The state before anything has happened. */
export const atRest = <M>(): HoverState<M> => ({
  token: 0,
  open: null,
  waiting: null,
  leaving: null,
  closedAt: Number.NEGATIVE_INFINITY,
  scrolledAt: Number.NEGATIVE_INFINITY,
  button: false,
  selecting: false,
});

/**
 * Hover intent: decides from what the reader does when a card opens and closes. Pure: time comes in with each input, as
 * `now` (milliseconds, never going back). Marks are compared by identity.
 */
export function hover<M>(
  before: HoverState<M>,
  input: HoverInput<M>,
  now: number,
  timing: Timing = TIMING,
): HoverStep<M> {
  const effects: HoverEffect<M>[] = [];
  let state = respond(before, input, now, timing);
  const { waiting, leaving, open } = state;
  if (open && leaving !== null && now >= leaving) state = closed(state, now);
  else if (waiting && now >= waiting.until) state = opened(state, waiting.mark, false);
  const isNew = state.token !== before.token;
  // Who tells that a card was closed or pinned knows it; one that another replaces is not closed before.
  const isTold = 'token' in input && input.token === before.open?.token;
  if (before.open && state.open?.token !== before.open.token && !isNew && !isTold)
    effects.push({ type: 'close', token: before.open.token });
  if (isNew && state.open) {
    const { mark, token } = state.open;
    effects.push({ type: 'open', mark, token, by: input.type === 'want' ? input.by : 'pointer' });
  }
  if (state.waiting && state.waiting.mark !== before.waiting?.mark)
    effects.push({ type: 'prepare', mark: state.waiting.mark });
  const times = [state.waiting?.until, state.leaving ?? undefined].filter((t) => t !== undefined);
  return { state, effects, due: times.length > 0 ? Math.min(...times) : null };
}

function respond<M>(state: HoverState<M>, input: HoverInput<M>, now: number, timing: Timing): HoverState<M> {
  switch (input.type) {
    case 'move':
      return moved(state, input, now, timing);
    case 'down': {
      const down = { ...state, button: true, waiting: null };
      return input.beside && state.open ? closed(down, now) : down;
    }
    case 'up':
      return { ...state, button: false };
    case 'selecting':
      return { ...state, selecting: input.on, waiting: input.on ? null : state.waiting };
    case 'scroll':
      return { ...state, scrolledAt: now, waiting: null };
    case 'slid':
      return { ...state, waiting: null };
    case 'leave':
      return leave({ ...state, waiting: null }, now, timing);
    case 'want':
      return opened(state, input.mark, true);
    case 'pinned':
      return state.open?.token === input.token ? { ...state, open: null, leaving: null } : state;
    case 'unpinned':
      return {
        ...state,
        open: { mark: input.mark, token: input.token, held: false },
        waiting: null,
        leaving: null,
      };
    case 'closed':
      return state.open?.token === input.token ? closed(state, now) : state;
    case 'tick':
      return state;
  }
}

function moved<M>(
  state: HoverState<M>,
  { mark, card, towards, since }: Extract<HoverInput<M>, { type: 'move' }>,
  now: number,
  timing: Timing,
): HoverState<M> {
  const { open, waiting, button, selecting } = state;
  if (open) {
    // Another mark's card opens only after this one has closed; a held card stays and none opens beside it.
    if (card || mark === open.mark) return { ...state, waiting: null, leaving: null };
    // Every step on the way to the card begins the grace anew.
    if (towards && !open.held) return { ...state, waiting: null, leaving: now + timing.grace };
    return leave({ ...state, waiting: null }, now, timing);
  }
  if (mark === null || card || button || selecting) return { ...state, waiting: null };
  if (waiting?.mark === mark) return state;
  const dwell = now - state.closedAt <= timing.warm ? timing.dwellWarm : timing.dwell;
  // A pointer that comes to rest just after a scroll moves no more: it waits the calm out instead of being passed over.
  return {
    ...state,
    waiting: { mark, until: Math.max((since ?? now) + dwell, state.scrolledAt + timing.calm) },
  };
}

const leave = <M>(state: HoverState<M>, now: number, { grace }: Timing): HoverState<M> =>
  state.open && !state.open.held ? { ...state, leaving: state.leaving ?? now + grace } : state;

const opened = <M>(state: HoverState<M>, mark: M, held: boolean): HoverState<M> => {
  const token = state.token + 1;
  return { ...state, token, open: { mark, token, held }, waiting: null, leaving: null };
};

const closed = <M>(state: HoverState<M>, now: number): HoverState<M> => ({
  ...state,
  open: null,
  leaving: null,
  waiting: null,
  closedAt: now,
});
