// The sources: from a claim to its note to the authority to every other claim it carries, and back; and what falls without it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, focused, until, withDesk } from '../support/journey.mjs';

const wide = { width: 1600, height: 900 };
const claims = [
  'c-lachin',
  'c-coup-support',
  'c-other-causes',
  'c-early-neutral',
  'c-later-favoured',
  'c-disarmament',
];

const focusedClaim = () => document.activeElement.dataset.claim ?? null;

test('by keyboard: claim, note, authority, every other claim it carries, and back to the very claim', async () => {
  await withDesk(
    async ({ page }) => {
      const keys = [];
      const press = async (key) => {
        keys.push(key);
        await page.keyboard.press(key);
      };
      await page.locator('#card-c-lachin.open').waitFor();
      await page.locator('#card-c-lachin .card-toggle').focus();
      await press('Shift+Tab');
      await press('Shift+Tab');
      await eventually(async () => assert.equal(await focused(page), 'n. 53'));
      await press('Enter');
      await page.getByRole('dialog', { name: 'Note 53' }).waitFor();
      await press('u');
      await until(
        page,
        'the authority has the focus',
        () => document.activeElement.id === 'source-src-aliyeva',
      );
      await press('ArrowDown');
      for (const claim of claims) {
        await press('ArrowDown');
        await eventually(async () => assert.equal(await page.evaluate(focusedClaim), claim));
        if (claim === 'c-lachin') continue;
        await press('Enter');
        await until(
          page,
          'the claim is open in the margin',
          (id) => document.querySelector(`#card-${id}.open`),
          claim,
        );
        await eventually(async () =>
          assert.equal(await page.evaluate(focusedClaim), claim, 'The focus stays in the list.'),
        );
      }
      const hash = () => page.evaluate(() => location.hash);
      for (let at = await hash(); at !== '#/gul-2008?claim=c-lachin'; at = await hash()) {
        await press('Alt+ArrowLeft');
        await until(page, 'one is elsewhere', (before) => location.hash !== before, at);
      }
      await until(page, 'the claim is open again', () => document.querySelector('#card-c-lachin.open'));
      await until(page, 'the focus is where it was', () =>
        document.activeElement.matches('#card-c-lachin .note-link'),
      );
      console.log(`# ${keys.length} key presses for ${claims.length - 1} other claims and back`);
      // Three to the note, one to the authority, one into its row; two a claim; one back for each that moved the text.
      assert.ok(keys.length <= 5 + 2 * claims.length + claims.length, `${keys.length}: ${keys.join(' ')}`);
    },
    { ...wide, at: '?claim=c-lachin' },
  );
});

test('without a source: map, outline, cards and panel say the same, and all is put back', async () => {
  await withDesk(
    async ({ page }) => {
      await page.locator('#source-src-aliyeva').waitFor();
      await page.getByRole('button', { name: 'Without this source' }).click();
      await page.getByRole('button', { name: 'Outline', exact: true }).click();
      await page.locator('.map-without').waitFor();
      await eventually(async () =>
        assert.match(
          await page.locator('.map-without').textContent(),
          /without\s+Aliyeva.*5 fallen,\s+2 weaker/su,
        ),
      );
      const fallen = await page
        .locator('.map-row[data-standing=falls] [role=treeitem]')
        .evaluateAll((items) => items.map((item) => item.dataset.claim).sort());
      assert.deepEqual(fallen, claims.filter((id) => id !== 'c-coup-support').sort());
      await eventually(async () =>
        assert.equal(await page.locator('.claim-card[data-standing=falls]').count(), 5),
      );
      await axe(page, { include: 'sources-view' });
      await page.getByRole('button', { name: 'Put back', exact: true }).click();
      await until(page, 'nothing falls any more', () => !document.querySelector('[data-standing]'));
    },
    { ...wide, at: '?source=src-aliyeva' },
  );
});
