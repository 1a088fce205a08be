import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createToast } from '../src/browser/toast';

/** Put into a tab's top frame by the background when it has a note to show there; the marks' script takes it from here. */
export default defineUnlistedScript(() => {
  (globalThis as { nameplateToast?: typeof createToast }).nameplateToast = createToast;
});
