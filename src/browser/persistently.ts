import { Failure } from './problem';

/** How often is asked where the background does not answer (it may be stopped at any moment), and the pause between, in milliseconds. */
const [TRIES, PAUSE] = [4, 400] as const;

/**
 * Asks again where nobody answered, for what can be asked twice: the background may have done it, and been stopped before it
 * said so. Rejects with what the last try said, or at once with any other failure than that of no answer.
 */
export async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const gone = error instanceof Failure && error.problem.code === 'unreachable';
      if (!gone || tries === TRIES) throw error;
      await new Promise((next) => setTimeout(next, PAUSE));
    }
  }
}
