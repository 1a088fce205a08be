import { afterAll, afterEach, beforeAll } from 'vitest';
import { findBrowser } from '../setup/browsers.mjs';
import { buildOf } from '../setup/environment.mjs';
import { access } from './cases/access';
import { card } from './cases/card';
import { choices } from './cases/choices';
import { corners } from './cases/corners';
import { dossier } from './cases/dossier';
import { feeds } from './cases/feeds';
import { frames } from './cases/frames';
import { files, gather } from './cases/gather';
import { guest, nothingLeft } from './cases/guest';
import { hostile } from './cases/hostile';
import { keeping, updated } from './cases/keeping';
import { library } from './cases/library';
import { live } from './cases/live';
import { marks } from './cases/marks';
import { older } from './cases/older';
import { deleting, options } from './cases/options';
import { pins } from './cases/pins';
import { places } from './cases/places';
import { popup } from './cases/popup';
import { privateWindow } from './cases/private';
import { removal } from './cases/removal';
import { rested } from './cases/rested';
import { resting } from './cases/resting';
import { right } from './cases/right';
import { shelf } from './cases/shelf';
import type { Stage } from './cases/stage';
import { touch } from './cases/touch';
import { welcome } from './cases/welcome';
import { startChromium } from './drivers/chromium';
import { startFirefox } from './drivers/firefox';
import { startSite } from './site';

const name = process.env.NAMEPLATE_BROWSER === 'firefox' ? 'firefox' : 'chromium';

const stage = { tabs: [] } as unknown as Stage;

beforeAll(async () => {
  const path = findBrowser(name);
  if (!path) throw new Error(`no ${name} is installed`);
  stage.site = await startSite();
  stage.driver = await (name === 'firefox' ? startFirefox : startChromium)(path, buildOf(name));
  // It comes to the front once, some time after the start; what is behind it is not drawn in.
  await stage.driver.tabAt(/\/welcome\.html$/);
  stage.open = async (address) => {
    const tab = await stage.driver.open(/^[a-z-]+:/.test(address) ? address : stage.site.url(address));
    stage.tabs.push(tab);
    return tab;
  };
});

afterEach(async () => {
  await stage.driver.closePopup();
  for (const tab of stage.tabs.splice(0)) await tab.close();
});

afterAll(async () => {
  await stage.driver?.close();
  stage.site?.close();
});

welcome(stage);
marks(stage);
card(stage);
resting(stage);
pins(stage);
frames(stage);
touch(stage);
places(stage);
popup(stage);
access(stage);
dossier(stage);
corners(stage);
options(stage);
choices(stage);
guest(stage);
gather(stage);
files(stage);
keeping(stage);
older(stage);
right(stage);
library(stage);
feeds(stage);
shelf(stage);
hostile(stage);
rested(stage);
deleting(stage);
live(stage);
privateWindow(stage);
updated(stage);
removal(stage);
nothingLeft(stage);
