/** How long anything may take before a test fails, ms. */
export const PATIENCE = 10_000;

const STEP = 40;

/**
 * Asks again until the answer is truthy, and gives it. Throws after `patience` ms with what was waited for and the
 * last error, if the question itself failed.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  patience = PATIENCE,
): Promise<NonNullable<T>> {
  const end = Date.now() + patience;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer as NonNullable<T>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${patience} ms for ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

/** Watches for `ms` that the answer stays truthy; throws as soon as it does not. For "nothing opens" and the like. */
export async function stays(what: string, ask: () => Promise<boolean> | boolean, ms: number): Promise<void> {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (!(await ask())) throw new Error(`did not stay so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}
