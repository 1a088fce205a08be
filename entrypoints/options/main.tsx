import { render } from 'preact';
import { createFeeds } from '../../src/browser/feeds/page';
import { createSettings } from '../../src/browser/settings-page';
import { DWELL } from '../../src/page/hover';
import { feedWords } from '../../src/ui/feeds/words';
import { OptionsPage } from '../../src/ui/options/page';
import { settingsWords } from '../../src/ui/options/words';
import { locale, t } from '../../src/ui/text';
import '../../src/ui/page.css';
import '../../src/ui/document.css';
import '../../src/ui/options/options.css';
import '../../src/ui/feeds/feeds.css';

const model = createSettings(settingsWords);
const feeds = createFeeds(feedWords, () => void model.load());

/** Hands a text to the reader as a file to keep. */
function offer(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const App = () => (
  <OptionsPage
    choices={model.choices.value}
    library={model.library.value}
    commands={model.commands.value}
    error={model.error.value}
    news={model.news.value}
    busy={model.busy.value}
    dwell={DWELL}
    onChoose={model.choose}
    onSiteOn={model.siteOn}
    onSiteOff={model.siteOff}
    onUndoRejection={model.undoRejection}
    onImport={model.importFiles}
    onExport={() => model.exportFile(offer)}
    onDelete={model.remove}
    onChangeKeys={model.changeKeys}
    onRetry={model.load}
    feeds={{
      feeds: feeds.feeds.value,
      news: feeds.news.value,
      busy: feeds.busy.value,
      left: feeds.left.value && {
        title: feeds.left.value.title,
        count: feeds.left.value.articles.length,
      },
      onDeleteLeft: feeds.deleteLeft,
      onFollow: feeds.follow,
      onUnfollow: feeds.unfollow,
      onPause: feeds.pause,
      onCheck: feeds.check,
      onAllow: feeds.allowHost,
    }}
  />
);

document.documentElement.lang = locale().slice(0, 2);
document.title = `${t('options.title')} – ${t('extName')}`;
render(<App />, document.body);
model.follow();
feeds.watch();
await Promise.all([model.load(), feeds.load()]);
