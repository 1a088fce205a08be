import { render } from 'preact';
import { browser } from 'wxt/browser';
import { listen } from '../../src/browser/listen';
import type { PageRequests } from '../../src/browser/messages';
import { createSettings } from '../../src/browser/settings-page';
import { createWelcome } from '../../src/browser/welcome-page';
import { settingsWords } from '../../src/ui/options/words';
import { locale, t } from '../../src/ui/text';
import { WelcomePage } from '../../src/ui/welcome/page';
import '../../src/ui/page.css';
import '../../src/ui/document.css';
import '../../src/ui/options/options.css';
import '../../src/ui/welcome/welcome.css';
import '../highlight.css';

const settings = createSettings(settingsWords);
const welcome = createWelcome();

async function load(): Promise<void> {
  await settings.load();
  await welcome.load().catch(() => {});
}

const App = () => (
  <WelcomePage
    piece={settings.error.value ? 'failed' : welcome.piece.value}
    done={welcome.done.value}
    commands={settings.commands.value}
    off={settings.choices.value?.off ?? []}
    news={settings.news.value}
    busy={settings.busy.value}
    onSiteOn={settings.siteOn}
    onSiteOff={settings.siteOff}
    onSettings={() => browser.runtime.openOptionsPage()}
    onRetry={load}
  />
);

// The keys come by way of the background, as on every page.
const { step, stands } = welcome;
listen<Pick<PageRequests, 'step' | 'stands'>>(
  { step: ({ direction, enter }) => step(direction, enter), stands: () => stands() },
  () => true,
);
document.documentElement.lang = locale().slice(0, 2);
document.title = `${t('welcome.title')} – ${t('extName')}`;
render(<App />, document.body);
settings.follow();
welcome.follow(settings.choices);
await load();
