// A reader checks an import and puts its text right; what was marked before stays on its words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  hear,
  markedWords,
  marksIn,
  patience,
  saved,
  selectByMouse,
  skipTour,
  toolbar,
  until,
} from '../support/journey.mjs';
import { doubtful, keepPaper, keptPaper } from './mend-papers.mjs';

/** Runs `use` with the doubtful paper in the library; `at` is opened then. */
const withPaper = (use, { at = '?mend', ...look } = {}) =>
  withApp(
    async (app) => {
      app.context.setDefaultTimeout(patience);
      await skipTour(app.context);
      await app.page.goto(app.url);
      await app.page.getByRole('heading', { level: 1 }).waitFor();
      await keepPaper(app.page, doubtful);
      await app.page.goto(`${app.url}#/doubtful${at}`);
      if (at === '?mend') await app.page.locator('.mend-row').first().waitFor();
      await use(app);
    },
    { path: null, ...look },
  );

const kept = (page) =>
  until(page, 'it was kept', () => document.querySelector('.saving[data-saving="saved"]'));

/** The words of a block as they are drawn, with the numbers in them. */
const words = (page, block) => page.locator(`.mend-row[data-block="${block}"] .mend-body`).innerText();

/** Puts the caret behind some words of a block, by a press between letters and keys from there. */
async function caretAfter(page, block, before) {
  await page.locator(`.mend-row[data-block="${block}"] .mend-handle`).focus();
  await page.keyboard.press('ArrowRight');
  for (let step = 0; step < before.length; step += 1) await page.keyboard.press('ArrowRight');
}

test('each thing the import is not sure of is decided with one key, in its place', () =>
  withPaper(async ({ page }) => {
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Weak note number: 2' }).waitFor();
    await page.locator('.mend-row[data-block="b2"] .marker.lit').waitFor();
    await eventually(async () =>
      assert.equal(await page.locator('.mend-pin').getAttribute('data-sign'), '1'),
    );
    await axe(page);
    // The number belongs further on, where the digit stands in the words.
    await page.keyboard.press('1');
    await page.getByRole('heading', { name: /Undecided hyphen/ }).waitFor();
    await eventually(async () =>
      assert.equal(
        await words(page, 'b2'),
        'War is older than law, and law has never quite caught up with it.1 Some 122 states have said so.2 The rest were silent.',
      ),
    );
    await eventually(async () =>
      assert.equal(await page.locator('.mend-row[data-block="b2"] .marker').count(), 2),
    );
    await page.keyboard.press('x');
    await page.getByRole('heading', { name: 'Note without words: 3' }).waitFor();
    await eventually(async () => assert.match(await words(page, 'b4'), /^Silence is not consent/));
    await page.keyboard.press('y');
    await page.getByRole('heading', { name: /Uncertain heading/ }).waitFor();
    await page.keyboard.press('x');
    await page.getByRole('heading', { name: 'Page start inferred: 55' }).waitFor();
    await page.keyboard.press('y');
    await page.getByRole('heading', { name: /Kept out of the text/ }).waitFor();
    await page.keyboard.press('x');
    await hear(page, 'All is looked at');
    await page.getByText('6 of 6 looked at').waitFor();
    await kept(page);
    const { paper, body } = await keptPaper(page, 'doubtful');
    assert.deepEqual(
      body.draft.findings.map(({ state }) => state),
      ['mended', 'mended', 'confirmed', 'mended', 'mended', 'mended'],
    );
    assert.match(body.xml, /consent/);
    assert.match(body.xml, /<p id="b7">Words that may belong to the text\.<\/p>/);
    assert.notEqual(paper.hash, 'sha256-first');
    assert.equal(paper.firstHash, 'sha256-first');
    await page.reload();
    await page.getByText('6 of 6 looked at').waitFor();
  }));

test('blocks are split, joined and made something else by keys and menus, and all of it is undone', () =>
  withPaper(async ({ page }) => {
    const before = await words(page, 'b2');
    await caretAfter(page, 'b2', 'War is older than law,');
    await page.keyboard.press('s');
    await hear(page, 'Split');
    await eventually(async () => assert.equal(await words(page, 'b2'), 'War is older than law,'));
    await page.locator('.mend-row[data-block="b2"] .mend-handle').click();
    await page.getByRole('menuitem', { name: 'Quotation', exact: true }).click();
    await page.locator('.mend-row[data-block="b2"][data-kind="quotation"]').waitFor();
    await page.locator('.mend-row[data-block="b2"] .mend-handle').click();
    await page.getByRole('menuitem', { name: 'Not part of the text' }).click();
    await page.locator('.mend-row[data-block="b2"] summary', { hasText: 'Not part of the text' }).waitFor();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await words(page, 'b2'), before));
    await page.locator('.mend-row[data-block="b2"] .mend-handle').focus();
    await page.keyboard.press('j');
    await hear(page, 'Joined');
    await eventually(async () => assert.match(await words(page, 'b2'), /were silent\. Silence is not/));
    await kept(page);
  }));

test('a mark made before the text is mended stays on its words', () =>
  withPaper(
    async ({ page, url }) => {
      await deskReady(page);
      await page.getByText('The import is unsure of').waitFor();
      await selectByMouse(page, 'states have said');
      await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
      await page.locator('mark[data-annotation]').first().waitFor();
      await saved(page);
      const [mark] = await marksIn(page);
      await page.getByRole('link', { name: 'Look', exact: true }).click();
      await page.locator('.mend-row').first().waitFor();
      await caretAfter(page, 'b2', 'War is older than law,');
      await page.keyboard.press('s');
      await page.locator('.mend-row[data-block="b4"] .mend-handle').focus();
      await page.keyboard.press('j');
      await page.locator('.mend-row[data-block="b1"] .mend-handle').click();
      await page.getByRole('menuitem', { name: 'Paragraph', exact: true }).click();
      await page.locator('.mend-row[data-block="b2-2"] .mend-handle').click();
      await page.getByRole('menuitem', { name: '2: make it words again' }).click();
      await hear(page, 'make it words again: done');
      await kept(page);
      await page.goto(`${url}#/doubtful`);
      await deskReady(page);
      await page.locator(`mark[data-annotation~="${mark}"]`).first().waitFor();
      await eventually(async () =>
        assert.equal(await markedWords(page, 'annotation', mark), 'states have said'),
      );
      await eventually(async () =>
        assert.match(await page.locator('.paper-text').innerText(), /Some 122 states have said/),
      );
      await eventually(async () =>
        assert.equal(
          await page.locator('verdict-banner .verdict-banner').count(),
          0,
          'nothing was lost or doubtful',
        ),
      );
    },
    { at: '' },
  ));

test('one tab mends at a time; the other looks on until it takes over, with all that was done', () =>
  withPaper(async ({ page, context, url }) => {
    await page.locator('.mend-row[data-block="b2"] .mend-handle').focus();
    await page.keyboard.press('j');
    const other = await context.newPage();
    await other.goto(`${url}#/doubtful?mend`);
    await other.getByText('Another tab is mending this paper').waitFor();
    await page.keyboard.press('Control+z');
    await other.getByRole('button', { name: 'Mend here instead' }).click();
    await page.getByText('Another tab is mending this paper').waitFor();
    await until(
      other,
      'the other tab may mend',
      () => !document.body.textContent.includes('Another tab is mending'),
    );
    await eventually(async () => assert.match(await words(other, 'b4'), /^Silence is not/));
    await other.locator('.mend-row[data-block="b2"] .mend-handle').focus();
    await other.keyboard.press('j');
    await hear(other, 'Joined');
  }));

test('what ships is not mended here, and says why', () =>
  withApp(
    async ({ page }) => {
      await page.getByText('This text is not mended here').waitFor();
      await axe(page);
    },
    { path: '#/gul-2008?mend' },
  ));

test('it fits a narrow screen, dark and in forced colours', () =>
  withPaper(
    async ({ page }) => {
      await page.keyboard.press('n');
      await page.locator('.mend-chosen').waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await axe(page);
    },
    { width: 320, height: 640, colorScheme: 'dark', forcedColors: 'active' },
  ));
