import { render } from 'preact';
import { browser } from 'wxt/browser';
import { askEarly, type Early } from '../../src/browser/early';
import { createOffer } from '../../src/browser/feeds/offer';
import { createTabBrief } from '../../src/browser/tab-brief';
import { fitToRoom } from '../../src/ui/popup/fit';
import { takeKey } from '../../src/ui/popup/keys';
import { Popup } from '../../src/ui/popup/popup';
import { locale, t } from '../../src/ui/text';
import '../../src/ui/page.css';
import '../../src/ui/popup/popup.css';

const early = (globalThis as { nameplateEarly?: Early }).nameplateEarly ?? askEarly();
const model = createTabBrief(early, {
  jumped: (name) => t('popup.jumped', name),
  notMarked: (name) => t('popup.notMarked', name),
  unsaved: () => t('saved.undone'),
});

const feed = createOffer(early.tab);

const App = () => (
  <Popup
    view={model.view.value}
    query={model.query.value}
    found={model.found.value}
    saving={model.saving.value}
    news={model.news.value}
    feed={feed.offer.value}
    onFollow={feed.follow}
    onQuery={model.search}
    onJump={model.jump}
    onEnable={model.enable}
    onSave={model.save}
    onUnsave={model.unsave}
    onSaveSeen={model.saveSeen}
    onRetry={model.load}
    onReload={model.reload}
    onSettings={() => browser.runtime.openOptionsPage()}
  />
);

document.documentElement.lang = locale().slice(0, 2);
document.title = t('extName');
render(<App />, document.body);
fitToRoom(window);
document.addEventListener('keydown', (event) => {
  if (takeKey(document, event)) event.preventDefault();
});
await model.load();
await feed.load();
// A page that was still being read when the popup opened has more to tell a little later.
for (const wait of [1000, 3000]) setTimeout(model.load, wait);
