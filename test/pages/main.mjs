// `npm run pages`: the extension on the saved pages of real sites, in Chromium and in Firefox. `-- --write` rewrites
// test/golden/pages.golden.json by what Chromium shows now, `-- chromium` or `-- firefox` takes one browser, `-- --only NAME`
// the pages whose names hold NAME, `-- --contexts FILE` appends each mark in its context to a file, to be judged by eye.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireBrowsers } from '../setup/browsers.mjs';
import { installDependencies, removeBuilds, requireNode, root } from '../setup/environment.mjs';

const SAVED = join(root, '..', 'shared', 'data', 'pages');

function program(path, args, env = {}) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return status === 0;
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean' }, only: { type: 'string' }, contexts: { type: 'string' } },
  });
  if (!existsSync(SAVED)) {
    console.error(`The saved pages are not at hand (${SAVED} is missing): nothing was checked.`);
    return 1;
  }
  requireNode();
  installDependencies();
  const kinds = values.write ? ['chromium'] : positionals.length > 0 ? positionals : ['chromium', 'firefox'];
  const paths = requireBrowsers(kinds);
  let good = true;
  for (const kind of kinds) {
    removeBuilds(kind);
    const env = {
      NAMEPLATE_BROWSER: kind,
      [`${kind.toUpperCase()}_PATH`]: paths[kind],
      NAMEPLATE_ONLY: values.only ?? '',
      NAMEPLATE_WRITE: values.write ? '1' : '',
      NAMEPLATE_CONTEXTS: values.contexts ? resolve(values.contexts) : '',
    };
    good =
      program('wxt/bin/wxt.mjs', ['build', '-b', kind === 'firefox' ? 'firefox' : 'chrome']) &&
      program('vitest/vitest.mjs', ['run', '--config', 'test/pages/vitest.config.ts'], env) &&
      good;
  }
  return good ? 0 : 1;
}

process.exitCode = main();
