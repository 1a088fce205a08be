import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askEarly, type Early } from '../src/browser/early';

/** Runs in the popup before its document has been read, while its modules are still being loaded; they take the answer from here. */
export default defineUnlistedScript(() => {
  (globalThis as { nameplateEarly?: Early }).nameplateEarly = askEarly();
});
