import { signal } from '@preact/signals';
import type { News } from '../ui/parts/told';
import { problemText } from '../ui/problems';

/** What has been done: a line or more, and what takes it back where that can be. */
export type Done<Place extends string> = Pick<News<Place>, 'lines'> &
  Partial<Pick<News<Place>, 'good' | 'undo'>>;

/**
 * What a page does at the reader's word, one thing after the other, and what it tells of it where that was asked for.
 * `failed` puts what went wrong into a sentence, `load` shows how things stand.
 */
export function acting<Place extends string>(failed: (problem: string) => string, load: () => Promise<void>) {
  const news = signal<News<Place> | null>(null);
  const busy = signal(false);

  /** Does one thing, tells of it at its place, and shows how things stand; a failure loses nothing. Gives whether it was done. */
  async function act(place: Place, work: () => Promise<Done<Place> | null>): Promise<boolean> {
    busy.value = true;
    news.value = null;
    let done: Done<Place> | null;
    let failure: unknown = null;
    try {
      done = await work();
    } catch (thrown) {
      failure = thrown;
      done = { good: false, lines: [failed(problemText(thrown))] };
    }
    await load();
    busy.value = false;
    news.value = done && { place, good: true, undo: null, ...done };
    return failure === null;
  }

  return { news, busy, act };
}
