// On a train: the app from any web server and any sub-path, without one after the first visit, and newer versions that wait for the reader.
/* global caches, DOMException, File */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { axe, withApp } from '../support/app.mjs';
import { deskReady, eventually, selectByMouse, skipTour, toolbar, until } from '../support/journey.mjs';
import { serveFolder } from '../support/static-server.mjs';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url)).replace(/[\\/]$/, '');
const words = 'fifteen new independent states have emerged post-collapse';

/** What a page without a server complains of, rightly: the worker asks for a newer version of itself. */
const expect = /sw\.js|ERR_CONNECTION_REFUSED/;

/** Runs `use` with a fresh profile that keeps the app, and the build served from a path of a department's server. */
async function onStick(use) {
  const server = await serveFolder(dist, '/~byron/seminar/warrant/');
  try {
    await withApp(
      async ({ page, context }) => {
        await skipTour(context);
        await page.goto(server.url);
        await page.locator('.library-offline', { hasText: /opens without a connection/u }).waitFor();
        await use({ page, server });
      },
      { path: null, serviceWorkers: 'allow', expect, width: 1440, height: 900 },
    );
  } finally {
    await server.close();
  }
}

/** The versions that the browser keeps files of, and how many files of each. */
const keptVersions = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    return Promise.all(
      names.map(async (name) => [name.split(' ').at(-1), (await (await caches.open(name)).keys()).length]),
    );
  });

const versionOf = (page) => page.locator('meta[name="warrant-version"]').getAttribute('content');

test('after one visit there is everything without a server: text, map, import, search', async () => {
  await onStick(async ({ page, server }) => {
    const files = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    // All but the worker itself; one entry says that it is whole.
    assert.deepEqual(await keptVersions(page), [[await versionOf(page), files.length]]);
    await server.close();

    await page.goto(`${server.url}?again#/gul-2008`);
    await deskReady(page);
    await until(page, 'the map is drawn', () => document.querySelector('map-canvas')?.placed);
    await page.goto(server.url);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a paper' }).click();
    const text = '# On trains\n\nThere is no network in the tunnel.[^1]\n\n[^1]: Timetable, p. 2.\n';
    await (
      await chooser
    ).setFiles([{ name: 'train.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }]);
    await page.locator('.import-entry', { hasText: /1 of 1 marker found/u }).waitFor();
    await page.getByRole('button', { name: /^Keep and read/u }).click();
    await page.locator('.paper-text', { hasText: 'no network in the tunnel' }).waitFor();
    await page.goto(server.url);
    await page.getByRole('searchbox').fill('tunnel');
    await page
      .locator('library-hits, .library-hits')
      .getByText(/in the tunnel/u)
      .first()
      .waitFor();
  });
});

/** The build as its next version: another page, told as such to the worker. */
async function nextBuild(folder) {
  await cp(dist, folder, { recursive: true });
  const page = join(folder, 'index.html');
  const html = (await readFile(page, 'utf8')).replace(/(name="warrant-version" content=")[^"]*/u, '$1next');
  await writeFile(page, html);
  const sum = createHash('sha256').update(html).digest('base64');
  const worker = join(folder, 'sw.js');
  const [first, ...rest] = (await readFile(worker, 'utf8')).split('\n');
  const list = JSON.parse(first.slice('self.warrantFiles='.length, -1));
  const files = list.files.map(([path, old]) => [path, path === '' ? sum : old]);
  const next = { version: 'next', files };
  await writeFile(worker, [`self.warrantFiles=${JSON.stringify(next)};`, ...rest].join('\n'));
}

test('a newer version waits, is offered, and comes when asked; what was being typed is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-next-'));
  try {
    await nextBuild(folder);
    await onStick(async ({ page, server }) => {
      const first = await versionOf(page);
      await page.goto(`${server.url}#/gul-2008`);
      await deskReady(page);
      await selectByMouse(page, words);
      await toolbar(page).getByRole('button', { name: 'Note', exact: true }).click();
      await until(page, 'one can write at once', () =>
        document.activeElement?.matches('annotation-editor textarea'),
      );
      await page.keyboard.type('Half a ');

      server.show(folder);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      const offer = page.getByRole('region', { name: 'Version' });
      await offer.getByText(/new version of Warrant is ready/u).waitFor();
      await page.keyboard.type('thought');
      assert.equal(await versionOf(page), first, 'Nothing is exchanged under the reader.');
      await axe(page, { include: 'reload-offer' });

      await offer.getByRole('button', { name: 'Save and reload' }).click();
      await until(
        page,
        'the newer version is there',
        () => document.querySelector('meta[name="warrant-version"]')?.content === 'next',
      );
      await deskReady(page);
      await page.locator('annotation-card .card-body', { hasText: 'Half a thought' }).first().waitFor();
      await eventually(async () =>
        assert.deepEqual(
          (await keptVersions(page)).map(([version]) => version),
          ['next'],
        ),
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a file that the system opens with the app goes the way of one that is dropped', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await skipTour(context);
      await context.addInitScript(() => {
        const setConsumer = (consumer) => void (globalThis.launch = consumer);
        Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer } });
      });
      await page.goto(url);
      await until(page, 'the app listens', () => globalThis.launch);
      await page.evaluate(() => {
        const file = new File(['# On trains\n\nThere is no network in the tunnel.\n'], 'train.md');
        const gone = { getFile: () => Promise.reject(new DOMException('Gone.', 'NotFoundError')) };
        globalThis.launch({ files: [gone, { getFile: () => Promise.resolve(file) }] });
      });
      await page.locator('.import-entry', { hasText: 'train.md' }).waitFor();
    },
    { path: null },
  );
});
