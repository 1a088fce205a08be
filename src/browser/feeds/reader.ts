import { browser } from 'wxt/browser';
import { Failure, type Problem } from '../problem';
import type { ReaderRequests } from './reader-messages';

type Answer<T> = { ok: true; value: T } | { ok: false; error: string; problem: Problem };

const PAGE = '/feed-reader.html';
/** How often, and how long after one another, a page that is still being opened is asked, in milliseconds. */
const [TRIES, STEP] = [100, 50];

/** Asks the page that takes other people's markup to pieces; see `withReader`. */
export async function askReader<Type extends keyof ReaderRequests>(
  type: Type,
  request: ReaderRequests[Type]['request'],
): Promise<ReaderRequests[Type]['answer']> {
  for (let tries = 0; tries < TRIES; tries++) {
    const answer: Answer<ReaderRequests[Type]['answer']> | undefined = await browser.runtime
      .sendMessage({ type, ...request })
      .catch(() => undefined);
    if (answer?.ok) return answer.value;
    if (answer) throw new Failure(answer.problem.code, answer.problem.values, answer.error);
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
  throw new Failure('unreachable', [], `No answer to "${type}"`);
}

let users = 0;
/** Opening and closing, one after the other. */
let last: Promise<void> = Promise.resolve();

/**
 * Opens a hidden page for the time that `work` takes. It has a document, which Chromium's worker has not, and reaches no
 * server by its own policy: what is read there can load nothing. The code for it is loaded only with it.
 */
export async function withReader<T>(work: () => Promise<T>): Promise<T> {
  users++;
  try {
    await inTurn(open);
    return await work();
  } finally {
    users--;
    await inTurn(async () => {
      if (users === 0) await close();
    });
  }
}

function inTurn(step: () => Promise<void>): Promise<void> {
  const turn = last.then(step);
  last = turn.catch(() => {});
  return turn;
}

async function open(): Promise<void> {
  if (browser.offscreen) {
    // One of a background that was stopped meanwhile may still be there.
    if (await browser.offscreen.hasDocument()) return;
    await browser.offscreen.createDocument({
      url: browser.runtime.getURL(PAGE as '/popup.html'),
      reasons: ['DOM_PARSER'],
      justification:
        'Reads feeds that the reader follows, and their articles, without loading anything of them',
    });
    return;
  }
  if (document.querySelector('iframe')) return;
  const frame = document.createElement('iframe');
  frame.src = browser.runtime.getURL(PAGE as '/popup.html');
  document.body.append(frame);
}

async function close(): Promise<void> {
  if (browser.offscreen) await browser.offscreen.closeDocument().catch(() => {});
  else document.querySelector('iframe')?.remove();
}
