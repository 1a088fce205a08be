import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCard } from '../src/browser/card';

/** Put into a frame by the background when its first card is wanted; the marks' script, in the same world, takes it from here. */
export default defineUnlistedScript(() => {
  (globalThis as { nameplateCard?: typeof createCard }).nameplateCard = createCard;
});
