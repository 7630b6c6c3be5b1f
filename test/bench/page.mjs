// Builds and serves a page of its own for a measurement.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds `test/bench/NAME.html` as the app is built, with `plugins`, into a folder that goes when it is closed. */
export async function servePage(name, plugins = []) {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-bench-'));
  const common = { root, base: './', logLevel: 'error' };
  const input = join(root, `test/bench/${name}.html`);
  await build({ ...common, plugins, build: { outDir: folder, emptyOutDir: true, rollupOptions: { input } } });
  const server = await preview({
    ...common,
    build: { outDir: folder },
    appType: 'mpa',
    preview: { host: 'localhost', port: 0 },
  });
  return {
    url: `http://localhost:${server.httpServer.address().port}/test/bench/${name}.html`,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
