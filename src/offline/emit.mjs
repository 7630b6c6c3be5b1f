// The end of the build: lays the manifest, its icons and the service worker beside the page, and tells each the names of all files.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const own = join(root, 'src/offline');
const icons = join(root, 'styles/icons');

const sum = (bytes, as) => createHash('sha256').update(bytes).digest(as);

/** Every file below dist, by its path with slashes, in order, but for the worker itself. */
const paths = () =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== 'sw.js')
    .sort();

const read = (path) => readFileSync(join(dist, path));

/** The page's head with what names its version and its manifest. */
function tell(html, version) {
  const told = `<meta name="warrant-version" content="${version}" />
    <link rel="manifest" href="./manifest.webmanifest" />
    <link rel="apple-touch-icon" href="./icon-192.png" />
    `;
  if (!html.includes('<title>')) throw new Error('The page has no title, before which its version is told.');
  return html.replace('<title>', `${told}<title>`);
}

/** The worker's own code, as a script of its own. */
async function worker() {
  const lib = { entry: join(own, 'service-worker.ts'), formats: ['iife'], name: 'warrant', fileName: 'sw' };
  const options = {
    configFile: false,
    root,
    logLevel: 'error',
    build: { write: false, lib, copyPublicDir: false },
  };
  const [{ output }] = await build(options);
  if (output.length !== 1) throw new Error('The service worker is to be one file.');
  return output[0].code;
}

rmSync(join(dist, 'sw.js'), { force: true });
for (const name of readdirSync(icons)) copyFileSync(join(icons, name), join(dist, name));
const manifest = JSON.parse(readFileSync(join(own, 'manifest.json'), 'utf8'));
writeFileSync(join(dist, 'manifest.webmanifest'), JSON.stringify(manifest));

const code = await worker();
const html = readFileSync(join(dist, 'index.html'), 'utf8');
const all = paths().map((path) => `${path} ${sum(read(path), 'hex')}`);
const version = sum([...all, code].join('\n'), 'hex').slice(0, 16);
writeFileSync(join(dist, 'index.html'), tell(html, version));

// The page is asked for by its folder: some servers know it by no other name.
const files = paths().map((path) => [path === 'index.html' ? '' : path, sum(read(path), 'base64')]);
writeFileSync(join(dist, 'sw.js'), `self.warrantFiles=${JSON.stringify({ version, files })};\n${code}`);
