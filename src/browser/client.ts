import { browser } from 'wxt/browser';
import type { Requests } from './messages';

type Answer<T> = { ok: true; value: T } | { ok: false; error: string };

/** Asks the background. Rejects with its message, or with one that says that nobody answered. */
export async function ask<Type extends keyof Requests>(
  type: Type,
  request: Requests[Type]['request'],
): Promise<Requests[Type]['answer']> {
  const answer: Answer<Requests[Type]['answer']> | undefined = await browser.runtime.sendMessage({
    type,
    ...request,
  });
  if (!answer) throw new Error(`No answer to "${type}"`);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}
