// Hostile papers sent into the library: as files of every format, kept, opened and mended; and what bears a hostile name.
/* global DataTransfer, DragEvent, File */
import assert from 'node:assert/strict';
import { until } from '../support/journey.mjs';
import { asFile, count, isLong, openAt, rest, some, touch } from './hostile-steps.mjs';
import { hostilePage, hostilePapers, mixedJats } from './hostile-papers.mjs';
import { hostileAddresses, vectors } from './vectors.mjs';
import { clean } from './watched.mjs';

async function addFiles(page, files) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add a paper' }).click();
  await (await chooser).setFiles(files);
}

const allRead = (page, number) =>
  until(
    page,
    `${number} files were read`,
    (wanted) =>
      document.querySelectorAll('.import-entry').length >= wanted &&
      !document.querySelector('.import-entry:is([data-state="waiting"], [data-state="reading"])'),
    number,
    120_000,
  );

/** Keeps whatever could be read, copies too. */
async function keepAll(page) {
  const wanted = await page.locator('.import-entry[data-state="read"]').count();
  await page.evaluate(() => {
    for (const button of document.querySelectorAll('.import-entry button'))
      if (/^Keep(?: both)?: /u.test(button.ariaLabel ?? '')) button.click();
  });
  await until(
    page,
    `${wanted} papers were kept`,
    () => !document.querySelector('.import-entry:is([data-state="read"], [data-state="keeping"])'),
    undefined,
    60_000,
  );
}

const kept = (page) =>
  page.evaluate(async () => {
    const request = indexedDB.open('warrant');
    const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
    const all = database.transaction('papers').objectStore('papers').getAll();
    const papers = await new Promise((done) => (all.onsuccess = () => done(all.result)));
    database.close();
    return papers.map(({ id, format }) => ({ id, format }));
  });

/** Papers by the file chooser, kept, opened and mended. */
export async function sendPapers({ page, url }, turn) {
  await page.goto(url);
  const raw = some(9, turn).filter((text) => /plaintext|<frameset|<body|<html|<head/iu.test(text));
  const files = [
    ...hostilePapers(vectors, hostileAddresses, turn),
    asFile('mixed.xml', mixedJats(vectors, hostileAddresses)),
    ...raw.map((text, at) => asFile(`raw-${at}.html`, hostilePage(text))),
  ];
  await addFiles(page, files);
  await allRead(page, files.length);
  await clean(page, 'the queue of imports');
  await keepAll(page);
  await clean(page, 'the library');
  const papers = await kept(page);
  const formats = new Set(papers.map(({ format }) => format));
  assert.deepEqual([...formats].sort(), [
    'docx',
    'epub',
    'html',
    'jats',
    'markdown',
    'odt',
    'pdf',
    'tei',
    'text',
  ]);
  for (const [at, { id, format }] of papers.entries()) {
    await openAt(page, url, `#/${encodeURIComponent(id)}`);
    await touch(page);
    await rest(page);
    await clean(page, `a paper that was ${format}`);
    if (!isLong && at % 4 !== 0) continue;
    await page.goto(`${url}#/${encodeURIComponent(id)}?mend`);
    await page.locator('mend-screen').waitFor();
    await rest(page);
    await clean(page, `a paper that is mended and was ${format}`);
  }
  count(
    'papers (nine formats, text, notes, names)',
    9 * vectors.length + 7 * hostileAddresses.length + raw.length,
  );
}

/** Names of files and what is dropped or pasted without being a file. */
export async function sendNames({ page, url }, turn) {
  await page.goto(url);
  await page.getByRole('button', { name: 'Add a paper' }).waitFor();
  const values = some(12, turn).map((text) => text.toWellFormed());
  await page.evaluate((names) => {
    const dataTransfer = new DataTransfer();
    for (const [at, name] of names.entries())
      dataTransfer.items.add(new File([at % 2 ? '{\\rtf1 x}' : ' '], name || 'x', { type: 'text/plain' }));
    document
      .querySelector('main')
      .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, values);
  await allRead(page, values.length);
  await clean(page, 'the queue of files with hostile names');
  count('names of files', values.length);
}
