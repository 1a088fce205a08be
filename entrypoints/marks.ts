import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFrame } from '../src/browser/frame';

// The content script. It is no `content.ts`, since WXT would announce one of those to the page by events that carry
// the extension's id and that a page could send itself to stop it; wxt.config.ts lists it in the manifest instead.
export default defineUnlistedScript(() => runFrame());
