// Finds a Chromium and a Firefox, or brings them where that is ours to do. Only Node's own modules.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programFiles = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter(Boolean);

const KNOWN = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    packages: ['chromium', 'fonts-liberation'],
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ...programFiles.flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Chromium', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]),
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    packages: ['firefox-esr', 'fonts-liberation'],
    commands: ['firefox', 'firefox-esr'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...programFiles.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
    ],
  },
};

function onPath(command) {
  const names = process.platform === 'win32' ? [`${command}.exe`] : [command];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The path of an installed browser of this kind, or undefined. */
export function findBrowser(kind) {
  const { variable, commands, places } = KNOWN[kind];
  const told = process.env[variable];
  if (told) {
    if (!existsSync(told)) throw new Error(`${variable} names ${told}, which does not exist.`);
    return told;
  }
  for (const command of commands) {
    const found = onPath(command);
    if (found) return found;
  }
  return places.find((path) => existsSync(path));
}

/** Whether this is a Debian (or a child of it) where we may install: root, with apt-get. */
function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined;
}

function aptGet(args) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env: environment }).status === 0
  );
}

/** Installs Debian packages without asking; throws one clear line when that fails. */
function install(packages) {
  console.log(`Installing ${packages.join(', ')} (apt-get)`);
  const options = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if (aptGet(['update', '-qq']) && aptGet(options)) return;
  throw new Error(`apt-get could not install ${packages.join(' ')}.`);
}

/**
 * The paths of the browsers asked for, installed first where that is possible.
 * Throws one line that says what to install otherwise.
 */
export function requireBrowsers(kinds) {
  const missing = kinds.filter((kind) => !findBrowser(kind));
  if (missing.length > 0) {
    if (!mayInstall()) {
      const wanted = missing.map((kind) => `${kind} (or set ${KNOWN[kind].variable})`).join(' and ');
      throw new Error(`Install ${wanted}, then run this again.`);
    }
    install([...new Set(missing.flatMap((kind) => KNOWN[kind].packages))]);
  }
  return Object.fromEntries(kinds.map((kind) => [kind, findBrowser(kind)]));
}

/** Brings a font with Japanese glyphs for pictures, where none is and we may install; never fails. */
export function bringJapaneseFont() {
  if (!mayInstall()) return;
  const fonts = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim() !== '') return;
  try {
    install(['fontconfig', 'fonts-ipafont-gothic']);
  } catch (error) {
    console.log(`${error.message} Japanese names may show as boxes in the pictures.`);
  }
}
