// Papers as a seminar brings them: Word, a book and a PDF by the button; fifty files of nine formats at once.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import { withApp } from '../support/app.mjs';
import { withBundled } from '../support/bundled.mjs';
import { eventually, patience, until } from '../support/journey.mjs';

const made = new URL('../imports/pdf/made/', import.meta.url);
let files = [];

/** A PDF that is set with its notes at the feet of its pages. */
async function pdf() {
  const draft = JSON.parse(await readFile(new URL('latex-times-links.json', made), 'utf8'));
  const bytes = await readFile(new URL('latex-times-links.pdf', made));
  return { name: 'set.pdf', bytes, title: draft.front.title, notes: draft.notes.length };
}

before(async () => {
  const some = await withBundled(['test/imports/samples.ts'], ({ samples }) => samples(49));
  files = [...some, await pdf()];
});

const mimes = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
const asFile = ({ name, bytes }) => ({
  name,
  mimeType: mimes[name.split('.').at(-1)] ?? '',
  buffer: Buffer.from(bytes),
});

async function choose(screen, some) {
  const chooser = screen.waitForEvent('filechooser');
  await screen.getByRole('button', { name: 'Add a paper' }).click();
  await (await chooser).setFiles(some.map(asFile));
}

const isDone = (screen, count) =>
  until(
    screen,
    `${count} files were read`,
    (wanted) =>
      document.querySelectorAll('.import-entry').length === wanted &&
      !document.querySelector('.import-entry:is([data-state="waiting"], [data-state="reading"])'),
    count,
    120_000,
  );

const library = (use) =>
  withApp(async (app) => {
    app.context.setDefaultTimeout(patience);
    await app.page.getByRole('button', { name: 'Add a paper' }).waitFor();
    await use(app.page);
  });

test('a Word file, a book and a PDF are read with all their notes, and the Word file is opened', async () => {
  await library(async (screen) => {
    const word = files.find(({ name }) => name.endsWith('.docx'));
    const book = files.find(({ name }) => name.endsWith('.epub'));
    const brought = [word, book, files.at(-1)];
    await choose(screen, brought);
    await isDone(screen, 3);
    await eventually(async () => {
      const told = await screen.locator('.import-entry').allInnerTexts();
      brought.forEach(({ notes }, at) =>
        assert.match(told[at], new RegExp(`${notes} of ${notes} markers found`, 'u')),
      );
    });
    await screen.getByRole('button', { name: `Keep and read: ${word.title}` }).click();
    const markers = screen.locator('.paper-text [role=doc-noteref]');
    await markers.first().waitFor();
    await eventually(async () => assert.equal(await markers.count(), word.notes));
    await markers.first().click();
    await screen.getByText(word.firstNote).first().waitFor();
  });
});

test('fifty files of nine formats are read in order, and the page answers meanwhile', async () => {
  await library(async (screen) => {
    await choose(screen, files);
    await until(screen, 'the first was read', () =>
      document.querySelector('.import-entry[data-state="read"]'),
    );
    const last = files.at(-1).name;
    // In one breath: the press, and what is left to do when the page has answered.
    const left = await screen.evaluate(async (name) => {
      document.querySelector(`[aria-label="Cancel: ${name}"]`).click();
      const isThere = () => document.querySelector(`[aria-label="Cancel: ${name}"]`);
      while (isThere()) await new Promise(requestAnimationFrame);
      return document.querySelectorAll('.import-entry:is([data-state="waiting"], [data-state="reading"])')
        .length;
    }, last);
    assert.ok(left > 0, 'The page answers while files are read.');
    await isDone(screen, 49);
    const read = files.slice(0, 49);
    await eventually(async () =>
      assert.deepEqual(
        await screen.locator('.import-title').allInnerTexts(),
        read.map(({ name, title }) => (name.endsWith('.txt') ? name.replace('.txt', '') : title)),
      ),
    );
    const told = await screen.locator('.import-entry').allInnerTexts();
    read.forEach(({ name, notes }, at) =>
      assert.match(told[at], new RegExp(`${notes} of ${notes} markers found`, 'u'), name),
    );
  });
});
