// `npm start`: builds the extension and shows it in a browser on a real page. Only Node's own modules here; what
// needs packages is test/demo/show.ts. `npm start -- firefox` for Firefox.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bringJapaneseFont, findBrowser, requireBrowsers } from './setup/browsers.mjs';
import { buildOf, installDependencies, removeBuilds, requireNode, root } from './setup/environment.mjs';

const BUILD_ARGUMENTS = { chromium: [], firefox: ['-b', 'firefox'] };

/** Runs a package's program; a quiet one is heard only when it fails. */
function program(path, args, quiet = false) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  if (done.status === 0) return;
  if (quiet) process.stderr.write(`${done.stdout}${done.stderr}`);
  throw new Error(`${path} ${args.join(' ')} failed: see above.`);
}

function hasScreen() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function main() {
  const asked = process.argv[2];
  if (asked !== undefined && !(asked in BUILD_ARGUMENTS))
    throw new Error(`"${asked}" is neither chromium nor firefox.`);
  requireNode();
  installDependencies();
  const kind = asked ?? (!findBrowser('chromium') && findBrowser('firefox') ? 'firefox' : 'chromium');
  const path = requireBrowsers([kind])[kind];
  const screen = hasScreen() && process.env.CI !== 'true';
  if (!screen) bringJapaneseFont();
  console.log('Building the extension');
  removeBuilds(kind);
  program('wxt/bin/wxt.mjs', ['build', ...BUILD_ARGUMENTS[kind]], true);
  program('tsx/dist/cli.mjs', [
    'test/demo/show.ts',
    kind,
    path,
    buildOf(kind),
    screen ? 'window' : 'headless',
  ]);
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
