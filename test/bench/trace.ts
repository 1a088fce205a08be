import type { Page } from 'puppeteer-core';

/** A slice of a trace, times in milliseconds. */
export interface Slice {
  name: string;
  start: number;
  end: number;
  /** The thread's own clock: waiting for the machine costs nothing. */
  spent: number;
  url: string;
  /** The slice around it, if any. */
  within: Slice | null;
}

interface Event {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: {
    name?: string;
    fileName?: string;
    data?: {
      url?: string;
      processId?: number;
      frames?: { processId?: number }[];
    };
  };
}

const CATEGORIES = ['-*', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];

/** What a page's main thread does while `act` runs, in order of start, outer slices before inner ones. */
export async function traced(page: Page, act: () => Promise<unknown>): Promise<Slice[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await act();
  const recorded = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(recorded!).toString('utf8')) as { traceEvents: Event[] };
  const processes = new Set<number>();
  for (const { name, args } of traceEvents) {
    if (name === 'TracingStartedInBrowser')
      for (const { processId } of args?.data?.frames ?? []) processes.add(processId ?? -1);
    if (name === 'FrameCommittedInBrowser') processes.add(args?.data?.processId ?? -1);
  }
  const threads = new Set(
    traceEvents
      .filter(
        ({ name, args, pid }) =>
          name === 'thread_name' && args?.name === 'CrRendererMain' && processes.has(pid),
      )
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  return [...threads].flatMap((thread) =>
    nested(traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && thread === `${pid}:${tid}`)),
  );
}

function nested(events: Event[]): Slice[] {
  const slices: Slice[] = [];
  const open: Slice[] = [];
  for (const { name, ts, dur = 0, tdur, args } of events.sort(
    (a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0),
  )) {
    while (open.length > 0 && open.at(-1)!.end <= ts / 1000) open.pop();
    const slice: Slice = {
      name,
      start: ts / 1000,
      end: (ts + dur) / 1000,
      spent: (tdur ?? dur) / 1000,
      url: args?.data?.url ?? args?.fileName ?? '',
      within: open.at(-1) ?? null,
    };
    slices.push(slice);
    open.push(slice);
  }
  return slices;
}

/** The outermost slices that run a script of this origin. */
export function ofOrigin(slices: readonly Slice[], origin: string): Slice[] {
  const own = (slice: Slice) => slice.url.startsWith(origin);
  return slices.filter((slice) => {
    if (!own(slice)) return false;
    for (let at = slice.within; at; at = at.within) if (own(at)) return false;
    return true;
  });
}

/** The slice, or one around it, of these. */
export function isWithin(slice: Slice, outer: ReadonlySet<Slice>): boolean {
  for (let at: Slice | null = slice; at; at = at.within) if (outer.has(at)) return true;
  return false;
}

/** The tasks of the thread. */
export const tasksOf = (slices: readonly Slice[]): Slice[] =>
  slices.filter(({ name, within }) => name === 'RunTask' && within === null);
