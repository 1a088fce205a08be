import { describe, it } from 'vitest';
import { textOf } from '../drivers/tree';
import { until } from '../drivers/wait';
import { focusSearch, node, over, says } from './popup';
import type { Stage } from './stage';

/** The reader's own library. It changes what the extension knows, so it comes after all that counts on the seeds. */
export function library(stage: Stage): void {
  describe('the library', () => {
    it('takes the article of a page, finds its passages at once, and shows it in its list', async () => {
      const [, surface] = await over(stage, 'news.html', 'Ryosei Akazawa');
      await surface.press(await node(surface, 'button', /Save this article/));
      await says(surface, /In your library/);
      await focusSearch(surface);
      await surface.type('breakfast');
      // Each letter searches; what counts is what stands there once the word is whole.
      await says(surface, /Passages.*a long list and a short flight/s);
      await stage.driver.closePopup();
      const settings = await stage.open(stage.driver.extensionUrl('library.html'));
      await until('the article in the library', async () =>
        textOf(await settings.tree()).includes('envoy packs again as car makers count the cost'),
      );
    });
  });
}
