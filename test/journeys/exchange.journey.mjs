// Annotations out and in on the built app: by keyboard, by file, by paste; each as one step that can be undone; nothing twice.
/* global DataTransfer, DragEvent, File */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  eventually,
  focused,
  hear,
  marksIn,
  openDesk,
  saved,
  selectByMouse,
  skipTour,
  toolbar,
  until,
  withDesk,
} from '../support/journey.mjs';

const exporting = (page) => page.getByRole('dialog', { name: 'Export annotations' });
const importing = (page) => page.getByRole('dialog', { name: 'Import annotations' });
const flat = (text) => text.replace(/\s+/gu, ' ').trim();

async function openFromMenu(page, item) {
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Marks words and waits until they are saved. */
async function mark(page, words) {
  await selectByMouse(page, words);
  await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  await saved(page);
}

const quote = (exact) => ({ type: 'TextQuoteSelector', exact });
const annotation = (id, more) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `https://example.org/${id}`,
  type: 'Annotation',
  created: '2024-01-02T03:04:05Z',
  creator: { name: 'Jo' },
  ...more,
});
const theirs = [
  annotation('a', {
    body: [
      {
        type: 'TextualBody',
        value: 'How **so**?<script>document.title="run"</script>',
        purpose: 'commenting',
      },
      { type: 'TextualBody', value: 'oil', purpose: 'tagging' },
    ],
    target: { source: 'https://example.org/p', selector: quote('Russian foreign policy') },
  }),
  annotation('b', { motivation: 'replying', bodyValue: 'I wonder.', target: 'https://example.org/a' }),
  annotation('c', {
    target: { source: 'https://example.org/p', selector: { type: 'SvgSelector', value: '<svg/>' } },
  }),
];
const paste = (page, value) =>
  importing(page)
    .getByRole('textbox')
    .fill(typeof value === 'string' ? value : JSON.stringify(value));
const summary = async (page) => flat(await importing(page).getByRole('status').innerText());

test('what is exported comes in on another device unchanged, and is there only once', async () => {
  await withDesk(async ({ page, newPage, url }) => {
    await mark(page, 'the Caspian');
    await openFromMenu(page, 'Export annotations');
    await exporting(page).getByLabel('Annotations', { exact: true }).check();
    const { name, text } = await downloaded(page, () =>
      exporting(page).getByRole('button', { name: 'Download' }).click(),
    );
    assert.equal(name, 'gul-2008-annotations.jsonld');
    await hear(page, `Made ${name}`);
    await eventually(async () => assert.equal(await focused(page), 'Files'));
    const collection = JSON.parse(text);
    assert.equal(collection.type, 'AnnotationCollection');
    assert.equal(collection.total, 1);
    assert.equal(collection.first.items[0].target.selector[0].exact, 'the Caspian');

    const other = await newPage();
    await skipTour(other.context());
    await openDesk(other, url);
    await openFromMenu(other, 'Import annotations');
    await paste(other, text);
    await importing(other).getByRole('button', { name: 'Take in 1 annotation' }).click();
    await until(other, 'the mark showed', () => document.querySelector('mark[data-annotation]'));
    await eventually(async () => assert.deepEqual(await marksIn(other), await marksIn(page)));
    await openFromMenu(other, 'Import annotations');
    await paste(other, text);
    await until(other, 'it was looked at', () =>
      document.querySelector('import-marks-dialog [role=status]')?.textContent.includes('Nothing new'),
    );
    await eventually(async () =>
      assert.match(await summary(other), /Nothing new is in this file\. 1 is in your notebook already\./u),
    );
    await eventually(async () =>
      assert.equal(await importing(other).getByRole('button', { name: 'Take in' }).isDisabled(), true),
    );
  });
});

test('annotations of others are looked at, taken in as one, and taken back as one; none of their script runs', async () => {
  await withDesk(async ({ page }) => {
    const title = await page.title();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command' }).fill('import annot');
    await page.keyboard.press('Enter');
    await importing(page).waitFor();
    await paste(page, theirs);
    await until(page, 'it was looked at', () =>
      document.querySelector('import-marks-dialog [role=status]')?.textContent.includes('1 annotation'),
    );
    await eventually(async () =>
      assert.match(
        await summary(page),
        /^1 annotation and 1 reply \(Web Annotations\)\..*1 thing was not understood/u,
      ),
    );
    await eventually(async () =>
      assert.match(
        flat(await importing(page).locator('.marks-findings').innerText()),
        /Entry 3 ‘https:\/\/example\.org\/c’, line 1: SvgSelector not understood; selects no words .* left out\./u,
      ),
    );
    await axe(page, { include: 'import-marks-dialog' });
    await importing(page)
      .getByRole('button', { name: /^Take in/u })
      .click();
    await hear(page, 'Took in 1 annotation and 1 reply');
    await until(page, 'the note showed', () =>
      [...document.querySelectorAll('margin-column markdown-text')].some((one) =>
        one.textContent.includes('How so'),
      ),
    );
    await eventually(async () => assert.equal(await page.title(), title));
    await eventually(async () => assert.equal(await page.locator('margin-column script').count(), 0));
    await page.keyboard.press('Control+z');
    await hear(page, 'Undone: Import annotations');
    await until(
      page,
      'nothing of it was left',
      () => !document.querySelector('.paper-text mark[data-annotation]'),
    );
  });
});

test('a file that is none of ours, half of one, and one that is too large are told apart, and nothing is changed', async () => {
  await withDesk(async ({ page }) => {
    await openFromMenu(page, 'Import annotations');
    const dialog = importing(page);
    const file = (name, text) =>
      dialog
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    const says = (words) =>
      until(
        page,
        `it said “${words}”`,
        (wanted) => document.querySelector('import-marks-dialog [role=status]')?.textContent.includes(wanted),
        words,
      );
    await file('letter.json', 'Dear reader,');
    await says('No annotations were found.');
    await file('half.json', JSON.stringify(theirs, null, 1).slice(0, -150));
    await says('The file breaks off at line');
    await eventually(async () =>
      assert.match(await summary(page), /^1 annotation and 1 reply \(Web Annotations\)\./u),
    );
    await file('cut.json', JSON.stringify(theirs).slice(0, 60));
    await says('The file ends too soon.');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(51_000_000)], 'huge.json'));
      document
        .querySelector('import-marks-dialog dialog')
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await says('Too large for annotations.');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await focused(page), 'Files'));
    await eventually(async () =>
      assert.equal(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled(), true),
    );
  });
});

test('marks are copied as Markdown and saved as a table, grouped; the choice is remembered; the menu goes by keyboard', async () => {
  await withDesk(
    async ({ page }) => {
      await mark(page, 'the Caspian');
      await page.getByRole('button', { name: 'Files', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await axe(page, { include: 'file-menu' });
      await page.keyboard.press('Enter');
      await exporting(page).waitFor();
      await exporting(page).getByLabel('Annotations', { exact: true }).check();
      await exporting(page).getByLabel('Format').selectOption('markdown');
      await exporting(page).getByLabel('Grouped by').selectOption('colour');
      await axe(page, { include: 'export-marks-dialog' });
      await exporting(page).getByRole('button', { name: 'Copy' }).click();
      await hear(page, 'Copied the annotations');
      const words = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(words, /^# Annotations on /u);
      assert.match(words, /^## Important$/mu);
      assert.match(words, /^> the Caspian$/mu);
      assert.match(words, /\[to the passage\]\(<http:\/\/.+#\/gul-2008\/.+>\)$/mu);
      await openFromMenu(page, 'Export annotations');
      assert.equal(await exporting(page).getByLabel('Format').inputValue(), 'markdown');
      assert.equal(await exporting(page).getByLabel('Grouped by').inputValue(), 'colour');
      await exporting(page).getByLabel('Format').selectOption('csv');
      const { name, text } = await downloaded(page, () =>
        exporting(page).getByRole('button', { name: 'Download' }).click(),
      );
      assert.equal(name, 'gul-2008-annotations.csv');
      assert.match(text, /^"Group","Section",.*\r\n"Important",.*"the Caspian"/u);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

for (const width of [1440, 360]) {
  test(`the dialogs fit ${width} px, and axe finds nothing`, async () => {
    await withDesk(
      async ({ page }) => {
        for (const [item, dialog] of [
          ['Export annotations', exporting(page)],
          ['Import annotations', importing(page)],
        ]) {
          await openFromMenu(page, item);
          await dialog.waitFor();
          if (item.startsWith('Import')) await paste(page, theirs);
          await axe(page);
          const { left, right, wide } = await dialog.evaluate((element) => {
            const box = element.getBoundingClientRect();
            return { left: box.left, right: box.right, wide: element.scrollWidth - element.clientWidth };
          });
          assert.ok(
            left >= 0 && right <= width && wide <= 0,
            `${item}: ${left}–${right}, ${wide} px too wide.`,
          );
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
        }
      },
      { width, height: 800 },
    );
  });
}
