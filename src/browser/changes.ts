/** What the extension's open pages can be told has changed. */
export type Changing = 'feeds' | 'library';

const channelOf = (what: Changing): BroadcastChannel => new BroadcastChannel(`nameplate-${what}`);

/** Tells the open pages of the extension, in every window, that something has changed. */
export function tellChanged(what: Changing): void {
  const channel = channelOf(what);
  channel.postMessage(null);
  channel.close();
}

/** Where a page's own visibility is known; a page's `document`. */
type Seen = Pick<Document, 'hidden'> & Pick<EventTarget, 'addEventListener'>;

/**
 * Calls `show` whenever something has changed and the page is seen: at once, or when the reader comes back to it. However
 * much changes while `show` is at work, it is called once more after it.
 */
export function whenChanged(what: Changing, show: () => Promise<void>, page: Seen = document): void {
  let isOld = false;
  let isShowing = false;
  const go = async () => {
    if (isShowing || page.hidden) return;
    isShowing = true;
    while (isOld && !page.hidden) {
      isOld = false;
      await show().catch(() => {});
    }
    isShowing = false;
  };
  channelOf(what).addEventListener('message', () => {
    isOld = true;
    void go();
  });
  page.addEventListener('visibilitychange', () => void go());
}
