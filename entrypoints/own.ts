import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { OwnMarks } from '../src/page/own-marks';
import type { OwnMount } from '../src/page/own-side';

/** Put by the background into a frame whose reader has a library; the marks' script, in the same world, takes it from here. */
export default defineUnlistedScript(() => {
  (globalThis as { nameplateOwn?: OwnMount }).nameplateOwn = (kinds, again, look) =>
    new OwnMarks(kinds, again, look);
});
