// What a fresh clone needs before anything else can run. Only Node's own modules may be imported here.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const LEAST_NODE = [20, 19];

/** Throws one clear line when this Node is older than what the tools need. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new Error(`Node ${LEAST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Packages of the lock that are absent from node_modules or there in another version. */
export function stalePackages() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return ['node_modules'];
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(lock.packages)
    .filter(([path, wanted]) => {
      if (path === '') return false;
      const found = installed[path];
      if (!found) return !wanted.optional && !wanted.peer;
      return found.version !== wanted.version || !existsSync(join(root, path, 'package.json'));
    })
    .map(([path]) => path);
}

/** Runs npm with the given arguments in the project's root; its output goes where ours goes. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] };
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Installs the locked dependencies when node_modules is missing or stale. */
export function installDependencies() {
  const stale = stalePackages();
  if (stale.length > 0) {
    console.log(`Installing dependencies (npm ci): ${stale.length} to bring, first ${stale[0]}`);
    let done = npm(['ci', '--no-audit', '--no-fund']);
    if (done.status !== 0) done = npm(['ci', '--no-audit', '--no-fund']);
    if (done.status !== 0) throw new Error('npm ci failed: see above.');
  }
  if (!existsSync(join(root, '.wxt', 'tsconfig.json'))) {
    const prepared = npm(['run', '--silent', 'prepare']);
    if (prepared.status !== 0) throw new Error('wxt prepare failed: see above.');
  }
}

const builds = (browser) => {
  const output = join(root, '.output');
  const prefix = browser === 'firefox' ? 'firefox-mv' : 'chrome-mv';
  if (!existsSync(output)) return [];
  return readdirSync(output)
    .filter((name) => name.startsWith(prefix))
    .map((name) => join(output, name));
};

/** Removes what was built before, so that nothing old is tested. */
export function removeBuilds(browser) {
  for (const folder of builds(browser)) rmSync(folder, { recursive: true, force: true });
}

/** The folder of the built extension. Throws when there is none, or more than one. */
export function buildOf(browser) {
  const found = builds(browser);
  if (found.length !== 1)
    throw new Error(`${found.length} builds for ${browser}: run \`npm run build\` on a clean .output`);
  return found[0];
}
