import type { ReaderRequests } from '../../src/browser/feeds/reader-messages';
import { readerAnswers } from '../../src/browser/feeds/reader-page';
import { listen } from '../../src/browser/listen';

// Hidden, and open only while a feed is read. Its policy lets it reach nothing; no page and no tab may ask it.
listen<ReaderRequests>(readerAnswers, (_, { tab }) => tab === undefined);
