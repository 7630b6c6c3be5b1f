// The library as a person uses it: details, tags, search, removal and its way back, packages out and in, on any screen.
/* global TextEncoder, crypto, getSelection */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  focused,
  hear,
  patience,
  saved,
  selectByMouse,
  skipTour,
  toolbar,
  until,
} from '../support/journey.mjs';

/** Runs `use` in the library, the tour seen. */
const withLibrary = (use, look = {}) =>
  withApp(
    async (app) => {
      await skipTour(app.context);
      app.context.setDefaultTimeout(patience);
      await app.page.goto(app.url);
      await app.page.locator('.library-entry').first().waitFor();
      await use(app);
    },
    { path: null, width: 1280, height: 900, ...look },
  );

const menuButton = (page, title) => page.getByRole('button', { name: `More about “${title}”`, exact: true });

/** Chooses from the menu of a paper. */
async function choose(page, title, words) {
  await menuButton(page, title).click();
  await page.getByRole('menuitem', { name: words }).click();
}

const entry = (page, title) =>
  page.locator('.library-entry').filter({ has: page.getByRole('link', { name: title, exact: true }) });

const titles = (page) => page.locator('.library-title').allInnerTexts();

/** Saves a paper as a package and answers the file. */
async function savePackage(page, title, folder, change = () => undefined) {
  await choose(page, title, 'Save as a package …');
  const dialog = page.getByRole('dialog', { name: 'Save as a package' });
  await dialog.waitFor();
  await change(dialog);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the package' }).click();
  const file = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  await dialog.waitFor({ state: 'detached' });
  return file;
}

async function openPackage(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a package of papers …' }).click();
  await (await chooser).setFiles(file);
  await page.locator('library-packages').getByRole('button', { name: 'Done' }).waitFor();
  return (await page.locator('.package-papers').innerText()).trim();
}

async function withFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-library-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Puts a paper of one's own into the library: a sample under another title and with another text. */
async function addOwn(page) {
  await page.evaluate(async () => {
    const request = indexedDB.open('warrant');
    const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const xml = `<?xml version="1.0"?><article xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group><article-title>A paper of mine</article-title></title-group></article-meta></front><body><sec><title>First</title><p>The quick brown fox thinks about coal.</p></sec></body><back><fn-group/></back></article>`;
    const text = new TextEncoder().encode('First\nThe quick brown fox thinks about coal.');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
    const hash = `sha256-${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    const transaction = database.transaction(['papers', 'bodies', 'files'], 'readwrite');
    transaction.objectStore('papers').put({
      id: 'mine',
      hash,
      firstHash: hash,
      front: { title: 'A paper of mine', authors: [] },
      tags: [],
      counts: { notes: 0, pages: 0, words: 8 },
      format: 'text',
      fileName: 'mine.txt',
      size: 1234,
      added: '2026-01-01T00:00:00.000Z',
      removed: null,
    });
    transaction.objectStore('bodies').put({ id: 'mine', xml, draft: null });
    transaction.objectStore('files').put({
      paper: 'mine',
      name: 'mine.txt',
      role: 'original',
      type: 'text/plain',
      bytes: new Uint8Array([104, 105]),
    });
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    database.close();
  });
  await page.reload();
  await entry(page, 'A paper of mine').waitFor();
}

test('details are edited by hand and from a reference, kept over a reload, and taken back', async () => {
  await withLibrary(async ({ page }) => {
    await addOwn(page);
    await choose(page, 'A paper of mine', 'Edit details …');
    const dialog = page.getByRole('dialog', { name: 'Details of the paper' });
    await dialog.waitFor();
    await axe(page);
    await dialog.getByText('Fill in from a reference …').click();
    await dialog
      .getByRole('textbox', { name: /BibTeX/u })
      .fill('@article{x, author={Byron, Ada}, title={On Coal}, year=1843, journal={Notes}, pages={1--9}}');
    await dialog.getByRole('button', { name: 'Fill in', exact: true }).click();
    await dialog.getByText('Filled in from “On Coal”.').waitFor();
    // What is typed and not saved outlives the dialog and the page.
    await dialog.getByRole('textbox', { name: 'Year' }).fill('184x');
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await focused(page), 'More about “A paper of mine”'));
    await page.reload();
    await entry(page, 'A paper of mine').waitFor();
    await choose(page, 'A paper of mine', 'Edit details …');
    await dialog.getByText('This is what you had typed.').waitFor();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('A year is a number').waitFor();
    await dialog.getByRole('textbox', { name: /^Year/u }).fill('1843');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await hear(page, 'Details saved');
    const words = (await entry(page, 'On Coal').innerText()).replace(/\s+/gu, ' ');
    assert.match(words, /Ada Byron, 1843 On Coal Notes, pp. 1–9/u);
    await page.getByRole('button', { name: 'Undo' }).click();
    await entry(page, 'A paper of mine').waitFor();
    await menuButton(page, 'Russia and Azerbaijan: Relations after 1989').click();
    const edit = page.getByRole('menuitem', {
      name: 'Edit details … It comes with Warrant, and stays as it is.',
    });
    await eventually(async () => assert.equal(await edit.getAttribute('aria-disabled'), 'true'));
  });
});

test('tags are given, chosen by, and kept; the order is kept too', async () => {
  await withLibrary(async ({ page }) => {
    await choose(page, 'The Affidavit', 'Tags …');
    await page.getByRole('combobox', { name: 'Tags' }).fill('week 3');
    await axe(page);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Done' }).click();
    const tag = page.getByRole('button', { name: 'week 3 1' });
    await tag.click();
    await until(page, 'one paper is left', () => document.querySelectorAll('.library-entry').length === 1);
    await eventually(async () => assert.deepEqual(await titles(page), ['The Affidavit']));
    await page.reload();
    await entry(page, 'The Affidavit').waitFor();
    await eventually(async () => assert.equal(await tag.getAttribute('aria-pressed'), 'true'));
    await tag.click();
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Title');
    await page.reload();
    await entry(page, 'The Affidavit').waitFor();
    await eventually(async () =>
      assert.equal(await page.getByRole('combobox', { name: 'Order' }).inputValue(), 'title'),
    );
  });
});

test('one search finds titles, texts, notes and own writing, and leads to the very place', async () => {
  await withLibrary(async ({ page, url }) => {
    await page.goto(`${url}#/melville-advocate`);
    await deskReady(page);
    await selectByMouse(page, 'Whaling is imperial!');
    await toolbar(page).getByRole('button', { name: 'Note', exact: true }).click();
    await page.keyboard.type('An argument from heraldry');
    await saved(page);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Warrant: library' }).click();
    const field = page.getByRole('searchbox', { name: 'Search papers, notes and your own writing' });
    await field.fill('heraldry');
    const own = page.locator('.library-hit a').filter({ hasText: 'Your annotation' });
    await own.waitFor();
    await page.getByText('1 place in 1 paper.').waitFor();
    await axe(page);
    await own.click();
    await until(page, 'the mark has the focus', () => location.hash.includes('?annotation='));
    await page.goBack();
    await field.waitFor();
    await eventually(async () => assert.equal(await field.inputValue(), 'heraldry'));

    await field.fill('subsequent CHAPTERS for');
    await page.locator('.library-hit a').filter({ hasText: 'Note *' }).click();
    await page.locator('note-popover').getByText('See subsequent chapters').waitFor();
    await page.goBack();
    await field.fill('grand imposing way');
    await page.locator('.library-hit').nth(1).waitFor();
    await page.locator('.library-hit a').first().click();
    await hear(page, 'The passage of the link is selected');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => getSelection().toString()), 'grand imposing way'),
    );
    await page.goBack();
    await field.fill('murat azerbaijan');
    await entry(page, 'Russia and Azerbaijan: Relations after 1989').waitFor();
    await page.getByText('1 paper.', { exact: true }).waitFor();
    await field.fill('xyzzy');
    await page.getByText('Nothing has “xyzzy”').waitFor();
    await field.press('Escape');
    await until(page, 'all are there again', () => document.querySelectorAll('.library-entry').length === 3);
  });
});

test('a removed paper comes back by undo or from its shelf, and goes for good only when that is confirmed', async () => {
  await withLibrary(async ({ page, url }) => {
    await addOwn(page);
    await page.goto(`${url}#/mine`);
    await deskReady(page);
    await selectByMouse(page, 'quick brown fox');
    await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
    await saved(page);
    await page.getByRole('link', { name: 'Warrant: library' }).click();
    await menuButton(page, 'A paper of mine').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Remove from the library' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await hear(page, 'Removed “A paper of mine”');
    await entry(page, 'A paper of mine').waitFor({ state: 'detached' });
    await eventually(async () =>
      assert.equal(await focused(page), 'More about “Russia and Azerbaijan: Relations after 1989”'),
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await entry(page, 'A paper of mine').waitFor();

    await choose(page, 'A paper of mine', 'Remove from the library');
    await page.getByText('Removed 1').waitFor();
    await page.reload();
    await page.getByText('Removed 1').click();
    await axe(page);
    await page.getByRole('button', { name: 'Bring back “A paper of mine”' }).click();
    await entry(page, 'A paper of mine').waitFor();

    await choose(page, 'A paper of mine', 'Remove from the library');
    await page.getByText('Removed 1').click();
    const ask = page.getByRole('button', { name: 'Delete for good … “A paper of mine”' });
    await ask.click();
    const dialog = page.getByRole('dialog', { name: 'Delete for good?' });
    await dialog.getByText('1 mark', { exact: true }).waitFor();
    await axe(page);
    await page.keyboard.press('Escape');
    await eventually(async () => assert.match(await focused(page), /^Delete for good … “A paper of mine”$/u));
    await ask.click();
    await dialog.getByRole('button', { name: 'Delete for good', exact: true }).click();
    await hear(page, 'Deleted for good');
    await page.reload();
    await page.locator('.library-entry').first().waitFor();
    await eventually(async () => assert.equal(await page.getByText('A paper of mine').count(), 0));
  });
});

test('a package goes out with notes and original, and comes in on another device as one’s own', async () => {
  await withFolder(async (folder) => {
    await withLibrary(async ({ page, url, newPage }) => {
      await addOwn(page);
      await page.goto(`${url}#/mine`);
      await deskReady(page);
      await selectByMouse(page, 'quick brown fox');
      await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
      await saved(page);
      await page.getByRole('link', { name: 'Warrant: library' }).click();
      await entry(page, 'A paper of mine').waitFor();
      const original = page.waitForEvent('download');
      await choose(page, 'A paper of mine', 'Take the file out again');
      await eventually(async () => assert.equal((await original).suggestedFilename(), 'mine.txt'));
      const mine = await savePackage(page, 'A paper of mine', folder, () => axe(page));
      assert.match(mine, /mine\.warrant\.zip$/u);
      assert.match(await openPackage(page, mine), /A paper of mine was here already and stayed as it was/u);

      const other = await newPage({ width: 1280, height: 900 });
      await skipTour(other.context());
      other.setDefaultTimeout(patience);
      await other.goto(url);
      await other.locator('.library-entry').first().waitFor();
      assert.match(await openPackage(other, mine), /A paper of mine added; 1 record of your own notebook/u);
      await other.getByText('1 mark').waitFor();
      await other.reload();
      // What an entry says comes when it is reached.
      await entry(other, 'A paper of mine').getByText('plain text').waitFor();
      const words = (await entry(other, 'A paper of mine').innerText()).replace(/\s+/gu, ' ');
      assert.match(words, /8 words · 0 notes · plain text/u);
      const again = other.waitForEvent('download');
      await choose(other, 'A paper of mine', 'Take the file out again');
      await eventually(async () => assert.equal((await again).suggestedFilename(), 'mine.txt'));
    });
  });
});

test('on a narrow screen, in the dark and in forced colours nothing is cut off, and axe finds nothing', async () => {
  await withLibrary(async ({ page, newPage, url }) => {
    await axe(page);
    for (const look of [
      { width: 320, height: 640 },
      { width: 320, height: 640, forcedColors: 'active' },
      { width: 1920, height: 1080, colorScheme: 'dark' },
    ]) {
      const other = await newPage(look);
      await skipTour(other.context());
      await other.goto(url);
      await other.locator('.library-entry').first().waitFor();
      await other.getByRole('searchbox').fill('grand imposing');
      await other.locator('.library-hit').first().waitFor();
      assert.ok(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await axe(other);
    }
  });
});
