// Modules of the tests that are written in TypeScript, for Node: bundled by the build's own bundler, and imported.
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Imports modules by their paths below the top folder (`test/imports/rows-pdf.ts`), and gives them to `use`, in order. */
export async function withBundled(paths, use) {
  const folder = join(root, `node_modules/.cache/bundled-${process.pid}`);
  await mkdir(folder, { recursive: true });
  try {
    const modules = [];
    for (const path of paths) {
      const name = basename(path, '.ts');
      const options = {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        target: 'es2023',
        ssr: join(root, path),
      };
      const lib = { entry: options.ssr, formats: ['es'], fileName: name };
      await build({ configFile: false, logLevel: 'error', root, build: { ...options, lib } });
      modules.push(await import(pathToFileURL(join(folder, `${name}.js`)).href));
    }
    return await use(...modules);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
