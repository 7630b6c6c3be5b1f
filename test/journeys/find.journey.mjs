// Finding in the paper: by keys alone, by mouse, on a phone; always back to the words that were found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, focused, until, withDesk } from '../support/journey.mjs';

const count = (page) => page.locator('.find-count').innerText();

/** Waits until the count is what `words` say. */
const counts = (page, words) =>
  until(
    page,
    `the count matched ${words}`,
    (source) => new RegExp(source, 'u').test(document.querySelector('.find-count')?.textContent),
    words,
  );

/** Opens the field by its key and waits until it has the focus. */
async function open(page, key = 'Control+f') {
  await page.keyboard.press(key);
  await page.locator('.find-field:focus').waitFor();
}

/** Whether the words that the current hit lights stand within the reading pane. */
const currentInSight = () => {
  const [hit] = CSS.highlights.get('find-current') ?? [];
  if (!hit) return false;
  const range = document.createRange();
  range.setStart(hit.startContainer, hit.startOffset);
  range.setEnd(hit.endContainer, hit.endOffset);
  const box = range.getBoundingClientRect();
  const frame = document.querySelector('.reading').getBoundingClientRect();
  return box.height > 0 && box.top >= frame.top && box.bottom <= frame.bottom;
};

test('by keys alone one finds, walks, changes the scope, reads the list, and comes out at the hit', async () => {
  await withDesk(
    async ({ page }) => {
      await open(page);
      await page.keyboard.type('NEAR abroad');
      await counts(page, '^1 of \\d+$');
      await until(page, 'the hit was in sight', currentInSight);
      const all = Number((await count(page)).split(' ').at(-1));
      await page.keyboard.press('Enter');
      await counts(page, '^2 of');
      await page.keyboard.press('Shift+F3');
      await counts(page, '^1 of');
      await page.keyboard.press('F3');
      await page.keyboard.press('Control+g');
      await counts(page, '^3 of');

      await page.keyboard.press('Tab');
      await page.keyboard.type('Quot');
      await until(
        page,
        'fewer were found in quotations',
        (before) => Number(document.querySelector('.find-count').textContent.split(' ').at(-1)) < before,
        all,
      );
      await page.getByRole('combobox', { name: 'Where' }).selectOption('everything');
      await page.getByRole('button', { name: 'List of all hits' }).press('Enter');
      await until(page, 'the current hit of the list had the focus', () =>
        document.activeElement.matches('.find-row[aria-current="true"]'),
      );
      const rows = await page.locator('.find-row').count();
      assert.equal(rows, all, 'Every hit is listed.');
      await axe(page, { include: 'find-bar' });
      await axe(page, { include: 'find-list' });

      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await counts(page, '^2 of');
      await until(page, 'the chosen hit was in sight', currentInSight);

      await page.locator('.find-field').focus();
      await page.keyboard.press('Escape');
      await until(page, 'the text had the focus', () => document.activeElement.matches('.paper-text'));
      await eventually(async () => assert.equal(await page.locator('.find-field').count(), 0));
    },
    { width: 1440, height: 900 },
  );
});

test('a slash opens it too, and with nothing found Escape leads back to where one came from', async () => {
  await withDesk(async ({ page }) => {
    await page.locator('.panes').getByRole('button', { name: 'Map' }).focus();
    const before = await focused(page);
    await open(page, '/');
    await page.keyboard.type('xyzzy');
    await counts(page, '^Nothing found$');
    await page.keyboard.press('Escape');
    await until(page, 'the field was gone', () => !document.querySelector('.find-field'));
    await eventually(async () => assert.equal(await focused(page), before));
  });
});

test('a hit in a claim leads to the claim, by mouse', async () => {
  await withDesk(
    async ({ page }) => {
      await open(page);
      await page.getByRole('combobox', { name: 'Where' }).selectOption('claims');
      await page.locator('.find-field').fill('azerbaijan');
      await counts(page, '^\\d+ of');
      await page.getByRole('button', { name: 'List of all hits' }).click();
      const claims = page.locator('.find-group').filter({ hasText: 'Claims, as worded' });
      await claims.locator('.find-row').first().click();
      await until(page, 'a claim was in focus', () => document.querySelector('.claim-card.open, .card.open'));
    },
    { width: 1760, height: 900 },
  );
});

test('on a phone the field stays above the text, and a hit of the list leads to the text', async () => {
  await withDesk(
    async ({ page }) => {
      await open(page);
      await page.keyboard.type('karabakh');
      await counts(page, '^\\d+ of');
      const { bar, frame, overflow } = await page.evaluate(() => ({
        bar: document.querySelector('find-bar').getBoundingClientRect().bottom,
        frame: document.querySelector('.reading').getBoundingClientRect().top,
        overflow: document.documentElement.scrollWidth - innerWidth,
      }));
      assert.ok(bar <= frame + 1, `The bar ends at ${bar}, the text begins at ${frame}.`);
      assert.equal(overflow, 0);
      await axe(page, { include: 'find-bar' });
      await page.getByRole('button', { name: 'List of all hits' }).click();
      await page.locator('.find-row').nth(2).click();
      await until(page, 'the hit was in sight', currentInSight);
    },
    { width: 360, height: 740 },
  );
});
