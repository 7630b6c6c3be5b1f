// Gets a Chromium for the tests: CHROME_PATH, else the one that comes with the packages, else an installed one, else apt's.
// The bundled one comes first of the three so that every machine tests in the same browser, with the same one font.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const flags = [
  '--no-sandbox', // root, and containers without user namespaces, can start no other way
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const sentence = `No browser could be had for the tests. Install Chrome or Chromium ("apt-get install chromium" as root on
Debian), or set CHROME_PATH to the program file of one, and run the tests again.`;

/**
 * Finds a browser, or gets one.
 * @returns {{executablePath: string, args: string[], env: Record<string, string>}} `env` is the whole environment to start it in.
 * @throws {Error} with a sentence for the user when no browser can be had.
 */
export function browser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    const found = starts(given);
    if (!found) throw new Error(`CHROME_PATH is ${given}, but no browser starts from there.`);
    return found;
  }
  const found = bundled() ?? installed() ?? fromApt();
  if (!found) throw new Error(sentence);
  return found;
}

/** The browser inside @sparticuz/chromium, unpacked once per version into node_modules/.cache. Linux x64 only. */
function bundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    const home = join(root, 'node_modules/@sparticuz/chromium');
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const cache = join(root, 'node_modules/.cache');
    const folder = join(cache, `chromium-${version}`);
    if (!existsSync(folder)) unpack(cache, folder);
    return starts(join(folder, 'chromium'), {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    });
  } catch {
    return null;
  }
}

/**
 * The package always unpacks under fixed names in the temporary folder and takes whatever lies there for its own: so it gets a
 * fresh folder of its own, which moves into place only when whole. It unpacks the libraries that a bare machine lacks only
 * when it believes to be in AWS Lambda; a child process keeps both pretences out of this one.
 */
function unpack(cache, folder) {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, 'chromium-'));
  try {
    const script = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    writeFileSync(
      join(fresh, 'fonts/fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
    );
    if (!existsSync(folder)) renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function installed() {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => process.env[name])
      .filter(Boolean)
      .map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
  ];
  for (const path of paths) {
    const found = existsSync(path) && starts(path);
    if (found) return found;
  }
  return null;
}

function fromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  console.log('No browser found: installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', 'chromium')) return null;
  return installed();
}

/** What `browser` returns, if the program answers when asked for its version; else null. Windows programs never answer. */
function starts(executablePath, extra = {}) {
  const env = { ...process.env, ...extra };
  if (process.platform !== 'win32') {
    const { status } = spawnSync(executablePath, ['--no-sandbox', '--version'], { env, timeout: 30_000 });
    if (status !== 0) return null;
  }
  return { executablePath, args: flags, env };
}
