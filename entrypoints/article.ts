import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPageArticle } from '../src/page/article';

/** Run in a tab's page when the reader opens the popup or saves; its result goes to the background. */
export default defineUnlistedScript({ main: () => readPageArticle() });
