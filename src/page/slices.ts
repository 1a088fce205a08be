/** The length of a slice of work on the page's thread, in milliseconds. */
const SLICE = 5;

/**
 * Gives the page its turn: by `scheduler.yield`, and by a timer should a content script not have that.
 * Not `requestIdleCallback`, which takes ten times as long on a busy page.
 */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((next) => setTimeout(next));
}

/** Waits until the page has nothing to do, at most this long in milliseconds. */
export function idle(most = 300): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: most }));
}

/**
 * Runs a generator in slices, handing every value that is not null to `take`. Stops early when `stopped` says so.
 * Gives the time that the slices took, in milliseconds.
 */
export async function inSlices<T>(
  work: Iterator<T | null, void>,
  take: (value: T) => void,
  stopped: () => boolean,
): Promise<number> {
  let spent = 0;
  let begun = performance.now();
  for (let step = work.next(); !step.done && !stopped(); step = work.next()) {
    if (step.value !== null) take(step.value);
    const now = performance.now();
    if (now - begun >= SLICE) {
      spent += now - begun;
      await pause();
      begun = performance.now();
    }
  }
  return spent + performance.now() - begun;
}
