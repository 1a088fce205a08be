import { browser } from 'wxt/browser';
import type { Requests } from './messages';
import { Failure, type Problem } from './problem';

type Answer<T> = { ok: true; value: T } | { ok: false; error: string; problem: Problem };

/** Asks the background. Rejects with a `Failure`: the background's own, or one that says that nobody answered. */
export async function ask<Type extends keyof Requests>(
  type: Type,
  request: Requests[Type]['request'],
): Promise<Requests[Type]['answer']> {
  const answer: Answer<Requests[Type]['answer']> | undefined = await browser.runtime
    .sendMessage({ type, ...request })
    .catch(() => undefined);
  if (!answer) throw new Failure('unreachable', [], `No answer to "${type}"`);
  if (!answer.ok) throw new Failure(answer.problem.code, answer.problem.values, answer.error);
  return answer.value;
}
