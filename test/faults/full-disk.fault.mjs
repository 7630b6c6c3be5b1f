// A disk that is full in the middle of a save, of an import and of a compaction: nothing that counted as saved is lost, and it
// goes on once there is room.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { eventually, patience, until } from '../support/journey.mjs';
import { openWriting, startBrowser, withFolder, write, written } from './killed.mjs';

const names = (name, count) => Array.from({ length: count }, (_, number) => `${name}-${number}`);

/** Lets the browser give so many bytes at most; null all there is. */
async function limit(page, quotaSize) {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send(
    'Storage.overrideQuotaForOrigin',
    quotaSize === null ? { origin } : { origin, quotaSize },
  );
}

/** Leaves so many bytes of room. */
const leaveRoom = async (page, room) =>
  limit(page, room + (await page.evaluate(async () => (await navigator.storage.estimate()).usage)));

const isSaving = (page, state) =>
  until(
    page,
    `saving is ${state}`,
    (wanted) => document.querySelector('desk-screen').store.desk.saving === wanted,
    state,
    60_000,
  );

/** In the page: how many rows of updates there are; first lays `more` copies of one of them, which say nothing new. */
const rows = (page, more = 0) =>
  page.evaluate(async (count) => {
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('warrant'));
    const store = database.transaction('updates', 'readwrite').objectStore('updates');
    const row = (await done(store.openCursor())).value;
    for (let at = 0; at < count; at += 1) store.add(row);
    const all = await done(store.count());
    database.close();
    return all;
  }, more);

/** A paper of random words, that no database makes smaller. */
const paper = (size) => {
  const words = randomBytes(size).toString('hex').replace(/.{8}/gu, '$& ');
  const text = words.replace(/.{450}/gu, '$&.</p><p>');
  return {
    name: 'large.html',
    mimeType: 'text/html',
    buffer: Buffer.from(
      `<!doctype html><html lang="en"><head><title>A large paper</title></head><body><article><h1>A large paper</h1><p>${text}</p></article></body></html>`,
    ),
  };
};

test('a disk that is full in the middle of a save, an import or a compaction costs nothing that was saved', async () => {
  await withFolder(async ({ url, folder }) => {
    const saved = new Map();
    const start = async () => {
      const browser = await startBrowser(folder);
      await browser.context.exposeFunction('saved', (name, count) => saved.set(name, count));
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      browser.context.setDefaultTimeout(patience);
      return { ...browser, page };
    };

    const { context, page, kill } = await start();
    await openWriting(page, url);
    await leaveRoom(page, 400_000);
    const writing = write(page, { name: 'save', count: 120, longest: 20_000 });
    await isSaving(page, 'unsaved');
    assert.ok((saved.get('save') ?? 0) < 120, 'The disk was full before all was written.');
    await limit(page, null);
    await writing;
    assert.equal(saved.get('save'), 120);

    // The next time the browser is killed while the disk is full.
    await leaveRoom(page, 200_000);
    write(page, { name: 'kill', count: 120, longest: 20_000 }).catch(() => undefined);
    await isSaving(page, 'unsaved');
    await kill();
    await eventually(async () => assert.equal(context.pages().length, 0));

    const all = [...names('save', 120), ...names('kill', saved.get('kill') ?? 0)];
    const missing = async (screen) => {
      const there = new Set(await written(screen));
      return all.filter((name) => !there.has(name));
    };
    const second = await start();
    await openWriting(second.page, url);
    assert.deepEqual(await missing(second.page), []);
    const many = await rows(second.page, 600);
    await second.context.close();

    // A compaction, at an opening, that finds no room. The browser remembers how much there is: so it is told before.
    const third = await start();
    const { page: last } = third;
    await last.goto(`${url}missing`);
    await limit(last, 1000);
    await openWriting(last, url);
    assert.deepEqual(await missing(last), []);
    assert.ok((await rows(last)) >= many, 'Nothing was put together.');

    // An import.
    await last.goto(`${url}#/`);
    const chooser = last.waitForEvent('filechooser');
    await last.getByRole('button', { name: 'Add a paper' }).click();
    await (await chooser).setFiles([paper(150_000)]);
    const keep = last.getByRole('button', { name: /^Keep: / });
    await keep.click({ timeout: 60_000 });
    await last.locator('.import-trouble').filter({ hasText: 'The disk is full' }).waitFor();
    await limit(last, null);
    await keep.click();
    await last.locator('.import-kept').waitFor();
    await openWriting(last, url);
    await last.reload();
    await openWriting(last, url);
    assert.deepEqual(await missing(last), []);
    assert.ok((await rows(last)) < 100, 'All was put together.');
    await last.goto(`${url}#/`);
    await last.getByRole('link', { name: 'A large paper' }).first().waitFor();
    await third.context.close();
  });
});
