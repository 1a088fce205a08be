import { browser } from 'wxt/browser';
import { allFeeds } from './rows';

export const ALARM = 'feeds';

/** A turn that was cut off by the end of the background is taken up again after this, in milliseconds. */
const CUT_OFF = 5 * 60_000;
/** No alarm is nearer. */
const SOONEST = 30_000;

/** Sets the one alarm for the feed that is due first; clears it where none is. `busy`: a turn is being taken. */
export async function setClock(busy = false): Promise<void> {
  const due = (await allFeeds()).flatMap(({ is, next }) =>
    is === 'followed' && next !== null ? [next] : [],
  );
  if (due.length === 0) {
    await browser.alarms.clear(ALARM);
    return;
  }
  const soonest = Date.now() + (busy ? CUT_OFF : SOONEST);
  await browser.alarms.create(ALARM, { when: Math.max(soonest, Math.min(...due)) });
}
