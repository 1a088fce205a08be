/** Long work that stops now and then, so that whoever does it may let others come between. */
export type Work<T> = Generator<void, T>;

/** Does all of a work at once. */
export function done<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does a work in slices of about so many milliseconds; `pause` lets others come between. Rejects with what either throws. */
export async function inSlices<T>(work: Work<T>, pause: () => Promise<void>, slice = 12): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - begun < slice) continue;
    await pause();
    begun = performance.now();
  }
}
