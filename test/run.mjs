// `npm test`: everything that must hold, from a fresh clone. Only Node's own modules before the set-up is done.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireBrowsers } from './setup/browsers.mjs';
import { buildOf, installDependencies, removeBuilds, requireNode, root } from './setup/environment.mjs';

const reports = join(root, '.output', 'reports');
const MINUTE = 60_000;

/** Runs a package's program; its output is shown when it fails, or when asked. */
function run(program, args, { env = {}, show = false, minutes = 5 } = {}) {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: minutes * MINUTE,
  });
  const good = done.status === 0;
  if (show || !good) {
    process.stdout.write(done.stdout ?? '');
    process.stderr.write(done.stderr ?? '');
  }
  if (done.error) console.log(`${program}: ${done.error.message}`);
  return { good, stdout: done.stdout ?? '' };
}

/** One check that is right or wrong. */
function check(program, args) {
  return run(program, args, {}).good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A Vitest run, counted test by test; a run that fails or counts nothing is at least one failure. */
function vitest(name, args, options) {
  const file = join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const { good } = run(
    'vitest/vitest.mjs',
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    options,
  );
  let report = { numPassedTests: 0, numFailedTests: 0, numTotalTests: 0 };
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.log(`${name}: Vitest left no report`);
  }
  const failed = report.numFailedTests;
  const skipped = report.numTotalTests - report.numPassedTests - failed;
  const counted = good && report.numPassedTests > 0;
  return { passed: report.numPassedTests, failed: counted ? failed : Math.max(failed, 1), skipped };
}

/** Mozilla's own check of the Firefox build: no error, no warning. */
function webExtLint() {
  const { stdout } = run('web-ext/bin/web-ext.js', [
    'lint',
    '--source-dir',
    buildOf('firefox'),
    '--output',
    'json',
  ]);
  try {
    const found = JSON.parse(stdout.slice(stdout.indexOf('{')));
    for (const message of [...found.errors, ...found.warnings]) {
      console.log(
        `${message._type} ${message.code} ${message.file ?? ''}:${message.line ?? ''} ${message.message}`,
      );
    }
    const { errors, warnings } = found.summary;
    return errors + warnings === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const build = (browser, args) => () => {
  removeBuilds(browser);
  return check('wxt/bin/wxt.mjs', ['zip', ...args]);
};

const e2e = (browser) => () =>
  vitest(`e2e-${browser}`, ['--config', 'test/e2e/vitest.config.ts'], {
    env: { NAMEPLATE_BROWSER: browser },
    show: true,
    minutes: 6,
  });

/** `npm start` as on a machine without a screen: it fails unless the card of Akazawa and the popup are there to print. */
function start() {
  const { good, stdout } = run('../test/start.mjs', [], { env: { CI: 'true' } });
  return good && stdout.includes('[dialog] Ryosei Akazawa')
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

const PARTS = [
  ['generated types', () => check('wxt/bin/wxt.mjs', ['prepare'])],
  ['types', () => check('typescript/bin/tsc', ['--noEmit'])],
  ['lint', () => check('@biomejs/biome/bin/biome', ['check', '.'])],
  ['unit tests', () => vitest('unit', [], {})],
  ['golden Readings', () => vitest('golden', ['--config', 'test/golden/vitest.config.ts'], {})],
  ['state gallery', () => vitest('gallery', ['--config', 'test/gallery/vitest.config.ts'], {})],
  ['Chromium build and zip', build('chromium', [])],
  ['Firefox build and zip', build('firefox', ['-b', 'firefox'])],
  ['web-ext lint', webExtLint],
  ['end to end in Chromium', e2e('chromium')],
  ['end to end in Firefox', e2e('firefox')],
  ['npm start, headless', start],
];

function main() {
  try {
    requireNode();
    installDependencies();
    const paths = requireBrowsers(['chromium', 'firefox']);
    process.env.CHROMIUM_PATH = paths.chromium;
    process.env.FIREFOX_PATH = paths.firefox;
  } catch (error) {
    console.log(error.message);
    console.log('0 passed, 1 failed');
    return 1;
  }
  mkdirSync(reports, { recursive: true });
  const results = PARTS.map(([name, part]) => {
    console.log(`— ${name}`);
    const begun = Date.now();
    let result = { passed: 0, failed: 1 };
    try {
      result = part();
    } catch (error) {
      console.log(error.message);
    }
    return { name, ...result, seconds: (Date.now() - begun) / 1000 };
  });
  console.log('');
  for (const { name, passed, failed, seconds, skipped } of results) {
    // a skipped test shows nothing and counts for nothing; it is told
    const note = skipped ? `  (${skipped} skipped)` : '';
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(24)} ${String(passed).padStart(5)} passed ` +
        `${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(7)} s${note}`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

process.exitCode = main();
