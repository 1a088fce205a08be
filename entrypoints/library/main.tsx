import { render } from 'preact';
import { createFeeds } from '../../src/browser/feeds/page';
import { createLibrary } from '../../src/browser/library-page';
import { createTransfer } from '../../src/browser/transfer';
import { Feeds } from '../../src/ui/feeds/feeds';
import { feedsProps } from '../../src/ui/feeds/props';
import { feedWords } from '../../src/ui/feeds/words';
import { LibraryPage } from '../../src/ui/library/page';
import { Transfer } from '../../src/ui/library/transfer';
import { libraryWords } from '../../src/ui/library/words';
import { offerBlob, offerFile } from '../../src/ui/parts/offer-file';
import { locale, t } from '../../src/ui/text';
import '../../src/ui/page.css';
import '../../src/ui/document.css';
import '../../src/ui/options/options.css';
import '../../src/ui/library/library.css';
import '../../src/ui/library/transfer.css';
import '../../src/ui/feeds/feeds.css';

const model = createLibrary(libraryWords, offerFile);
const transfer = createTransfer(
  model.load,
  ({ name, blob }) => offerBlob(name, blob),
  () => model.library.value?.own === 0,
);
const feeds = createFeeds(feedWords, () => void model.load());

const App = () => (
  <LibraryPage
    library={model.library.value}
    list={model.list.value}
    query={model.query.value}
    selected={model.selected.value}
    corrections={model.corrections.value}
    error={model.error.value}
    news={model.news.value}
    busy={model.busy.value}
    onQuery={model.find}
    onMore={model.more}
    onSelect={model.select}
    onDelete={model.remove}
    onEdit={model.edit}
    onExport={(articleIds) => transfer.give('lines', articleIds)}
    onUncorrect={model.uncorrect}
    onErase={model.erase}
    onUnerase={model.unerase}
    onPersist={model.persist}
    onAside={model.keepAside}
    onRetry={model.load}
  >
    <Transfer
      report={transfer.report.value}
      exporting={transfer.exporting.value}
      told={transfer.told.value}
      own={model.library.value?.own ?? 0}
      ticked={model.selected.value.size}
      onTake={transfer.take}
      onStop={transfer.stop}
      onUndo={transfer.undo}
      onExport={(kind, ticked) => transfer.give(kind, ticked ? [...model.selected.value] : null)}
    />
    <Feeds {...feedsProps(feeds)} />
  </LibraryPage>
);

document.documentElement.lang = locale().slice(0, 2);
document.title = `${t('library.title')} – ${t('extName')}`;
render(<App />, document.body);
feeds.watch();
model.watch();
await Promise.all([model.load(), feeds.load()]);
