import { render } from 'preact';
import { createLibrary } from '../../src/browser/library-page';
import { LibraryPage } from '../../src/ui/library/page';
import { libraryWords } from '../../src/ui/library/words';
import { offerFile } from '../../src/ui/parts/offer-file';
import { locale, t } from '../../src/ui/text';
import '../../src/ui/page.css';
import '../../src/ui/document.css';
import '../../src/ui/options/options.css';
import '../../src/ui/library/library.css';

const model = createLibrary(libraryWords, offerFile);

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
    onExport={() => {}}
    onUncorrect={model.uncorrect}
    onErase={model.erase}
    onPersist={model.persist}
    onAside={model.keepAside}
    onRetry={model.load}
  />
);

document.documentElement.lang = locale().slice(0, 2);
document.title = `${t('library.title')} – ${t('extName')}`;
render(<App />, document.body);
await model.load();
