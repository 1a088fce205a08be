import { type Browser, browser } from 'wxt/browser';
import { problemOf } from './problem';

export type Sender = Browser.runtime.MessageSender;

type Table = Record<string, { request: object; answer: unknown }>;
export type Handlers<Requests> = {
  [Type in keyof Requests]: Requests[Type] extends { request: infer Request; answer: infer Answer }
    ? (request: Request, sender: Sender) => Promise<Answer>
    : never;
};

/**
 * Answers messages by their type: `{ ok: true, value }`, or `{ ok: false, error, problem }` when the handler fails. Messages of
 * other extensions and of senders that `allowed` turns down are not answered.
 */
export function listen<Requests extends { [Type in keyof Requests]: Table[string] }>(
  handlers: Handlers<Requests>,
  allowed: (type: string, sender: Sender) => boolean,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    if (sender.id !== browser.runtime.id) return false;
    const { type, ...request } = message as { type?: unknown };
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type) || !allowed(type, sender)) return false;
    const handle = handlers[type as keyof Requests] as (request: object, sender: Sender) => Promise<unknown>;
    // A promise made inside, so that a handler that throws at once is answered too.
    Promise.resolve()
      .then(() => handle(request, sender))
      .then(
        (value) => answer({ ok: true, value: value ?? null }),
        (error) =>
          answer({
            ok: false,
            error: error instanceof Error ? error.message : String(error),
            problem: problemOf(error),
          }),
      );
    return true;
  });
}
