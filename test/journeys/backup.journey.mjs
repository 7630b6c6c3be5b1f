// Everything in one file: marks and a paper of one's own are saved, the browser is new, the file brings all of it back.
/* global DataTransfer, File, atob */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import {
  deskReady,
  focused,
  hear,
  marksIn,
  openDesk,
  patience,
  saved,
  selectByMouse,
  skipTour,
  toolbar,
  until,
} from '../support/journey.mjs';

const words = 'fifteen new independent states have emerged';
const essay = `On Trains\n\nA train moves on rails. ${'It stops at stations, and people get in. '.repeat(40)}\n\nThat is all.`;

/** A page of a browser in which nothing was kept yet. */
async function fresh(newPage, url) {
  const page = await newPage({ width: 1280, height: 900, acceptDownloads: true });
  await skipTour(page.context());
  page.context().setDefaultTimeout(patience);
  await page.goto(url);
  await page.locator('.library-entry').first().waitFor();
  return page;
}

async function mark(page, url) {
  await openDesk(page, url);
  await selectByMouse(page, words);
  await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  await toolbar(page).waitFor({ state: 'hidden' });
  await saved(page);
}

async function addPaper(page, url) {
  await page.goto(url);
  await page.getByRole('button', { name: 'Add a paper …' }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a paper …' }).click();
  await (
    await chooser
  ).setFiles({ name: 'on-trains.txt', mimeType: 'text/plain', buffer: Buffer.from(essay) });
  await page.getByRole('button', { name: 'Keep: on-trains' }).click();
  await page.locator('.import-kept').waitFor();
}

/** Presses a button that saves a backup, and answers the file. */
async function save(page, folder, press) {
  const download = page.waitForEvent('download');
  await press();
  const file = join(folder, (await download).suggestedFilename());
  await (await download).saveAs(file);
  return file;
}

const dialogOf = (page) => page.getByRole('dialog', { name: 'Restore a backup' });

/** Gives a file to “Restore a backup …” and waits for what is told of it. */
async function restore(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Restore a backup …' }).click();
  await (await chooser).setFiles(file);
  await dialogOf(page)
    .locator('[role=status]', { hasText: /written over|missing here|damaged/u })
    .waitFor();
}

test('what one has made comes back in a new browser from one file, and never twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-backup-'));
  try {
    await withApp(
      async ({ url, newPage }) => {
        const page = await fresh(newPage, url);
        await mark(page, url);
        await addPaper(page, url);
        const panel = page.getByRole('region', { name: 'Backup' });
        await panel.getByText('no backup yet').waitFor();
        const file = await save(page, folder, () =>
          panel.getByRole('button', { name: 'Save a backup of everything' }).click(),
        );
        assert.match(file, /warrant-\d{4}-\d\d-\d\d-\d{4}\.warrant-backup\.zip$/u);
        await panel.getByText(/^Made and checked: 1 paper and 1 notebook with \d+ changes?/u).waitFor();
        await panel.getByText('Nothing new since the last backup, today.').waitFor();

        const other = await fresh(newPage, url);
        await restore(other, file);
        const dialog = dialogOf(other);
        await dialog.getByText('Will be added').waitFor();
        await dialog.getByText('on-trains').waitFor();
        assert.equal(await focused(other), 'Restore');
        await axe(other, { include: 'dialog[open]' });
        await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
        await dialog.getByText('Restored.').waitFor();
        await axe(other, { include: 'dialog[open]' });
        await dialog.getByRole('button', { name: 'Close' }).click();
        await until(other, 'the focus was back', () =>
          document.activeElement?.textContent.includes('Restore a backup'),
        );
        await other.getByRole('link', { name: 'on-trains', exact: true }).waitFor();
        await openDesk(other, url);
        await other.locator('mark[data-annotation]').first().waitFor();
        assert.deepEqual(await marksIn(other), await marksIn(await shown(page, url)));

        await other.goto(url);
        await restore(other, file);
        await dialog.getByText('Nothing in it is missing here.').waitFor();
        await dialog.getByRole('button', { name: 'Close' }).click();
        await axe(other);

        const bytes = await readFile(file);
        const damaged = join(folder, 'damaged.warrant-backup.zip');
        await writeFile(damaged, bytes.subarray(0, bytes.length - 40));
        await restore(other, damaged);
        await dialog.getByText('The backup is damaged.').waitFor();
      },
      { path: null },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The page with the desk open again. */
async function shown(page, url) {
  await openDesk(page, url);
  await page.locator('mark[data-annotation]').first().waitFor();
  return page;
}

test('a backup is saved from a desk, and one that is dropped there waits in the library', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-backup-'));
  try {
    await withApp(
      async ({ url, newPage }) => {
        const page = await fresh(newPage, url);
        await mark(page, url);
        await page.getByRole('button', { name: 'Files' }).click();
        const item = page.getByRole('menuitem', { name: /^Save a backup of everything/u });
        await item.getByText(/\d+ changes?, and no backup yet/u).waitFor();
        const file = await save(page, folder, () => item.click());
        await hear(page, 'Backup made and checked: 1 notebook with');
        const buffer = (await readFile(file)).toString('base64');
        const transfer = await page.evaluateHandle((data) => {
          const given = new DataTransfer();
          const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
          given.items.add(new File([bytes], 'renamed.zip'));
          return given;
        }, buffer);
        await page.dispatchEvent('desk-screen', 'dragover', { dataTransfer: transfer });
        await page.dispatchEvent('desk-screen', 'drop', { dataTransfer: transfer });
        await dialogOf(page).getByText('Nothing in it is missing here.').waitFor();
        await page.keyboard.press('Escape');
        await dialogOf(page).waitFor({ state: 'detached' });
        await openDesk(page, url);
        await deskReady(page);
        await page.locator('mark[data-annotation]').first().waitFor();
      },
      { path: null },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('backups by themselves go into a folder, are told of, and stop when told to', async () => {
  await withApp(
    async ({ url, newPage }) => {
      const page = await newPage({ width: 1280, height: 900 });
      await skipTour(page.context());
      page.context().setDefaultTimeout(patience);
      // The browser's own window cannot be pressed by a test: a folder of the origin stands for the chosen one.
      await page.context().addInitScript(() => {
        globalThis.showDirectoryPicker = async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('Seminar', { create: true });
      });
      const inFolder = () =>
        page.evaluate(async () => {
          const folder = await globalThis.showDirectoryPicker();
          const names = [];
          for await (const name of folder.keys()) names.push(name);
          return names;
        });
      await mark(page, url);
      await page.goto(url);
      const panel = page.getByRole('region', { name: 'Backup' });
      await panel.getByText(/1 change, and no backup yet/u).waitFor();
      await panel.getByRole('button', { name: 'Choose a folder …' }).click();
      await panel.getByText(/into “Seminar”.*made and checked on/u).waitFor();
      const [name, ...more] = await inFolder();
      assert.match(name, /^warrant-daily-\d{4}-\d\d-\d\d\.warrant-backup\.zip$/u);
      assert.deepEqual(more, []);
      await panel.getByText('Nothing new since the last backup, today.').waitFor();
      await axe(page);
      await page.reload();
      await panel.getByText(/into “Seminar”.*made and checked on/u).waitFor();
      await panel.getByRole('button', { name: 'Stop saving there' }).click();
      await panel.getByRole('button', { name: 'Choose a folder …' }).waitFor();
      assert.deepEqual(await inFolder(), [name]);
    },
    { path: null },
  );
});
