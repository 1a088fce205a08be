import { render } from 'preact';
import { createSettings } from '../../src/browser/settings-page';
import { DWELL } from '../../src/page/hover';
import { OptionsPage } from '../../src/ui/options/page';
import { settingsWords } from '../../src/ui/options/words';
import { locale, t } from '../../src/ui/text';
import '../../src/ui/page.css';
import '../../src/ui/document.css';
import '../../src/ui/options/options.css';

const model = createSettings(settingsWords);

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
    onChangeKeys={model.changeKeys}
    onRetry={model.load}
  />
);

document.documentElement.lang = locale().slice(0, 2);
document.title = `${t('options.title')} – ${t('extName')}`;
render(<App />, document.body);
model.follow();
await model.load();
