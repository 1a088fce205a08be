/** Pages of the extension listen on it for changes of the feeds. */
export const CHANGES = 'nameplate-feeds';

/** Tells the open pages of the extension that something about the feeds has changed. */
export function tellChanged(): void {
  const channel = new BroadcastChannel(CHANGES);
  channel.postMessage(null);
  channel.close();
}
