// Weighing the argument: labels on every face, a claim set aside, the reasons followed, what changes, taken back; and the findings.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, until, withDesk } from '../support/journey.mjs';

// In the edition's reading Kozyrev's answer attacks what the critics held, and that and the Atlanticists' view attack each
// other: so the answer stands, the critics are rejected, and the view is accepted. Without the answer nothing decides.
const answer = 'c-russophobia';
const critics = 'c-critics-neglect';
const view = 'c-near-abroad-waits';

const label = (page, claim) => page.locator(`#card-${claim} .label-tag`).innerText();

/** Waits until the words for the ear match. */
const said = (page, words) =>
  until(
    page,
    `one heard “${words}”`,
    (wanted) => document.querySelector('weigh-said [role=status]')?.textContent.includes(wanted),
    words,
  );

const tally = (page, words) =>
  until(
    page,
    `the map says “${words}”`,
    (wanted) => document.querySelector('.weigh-tally')?.textContent === wanted,
    words,
  );

const open = (page, claim) => page.locator(`#card-${claim}.open`).waitFor();

test('by keyboard: weigh, set a claim aside, follow what changes and why, and take it back', async () => {
  await withDesk(
    async ({ page }) => {
      await open(page, answer);
      await page.locator('map-toolbar').waitFor();
      await page.keyboard.press('Shift+W');
      await said(page, 'Claims are weighed: 74 accepted, 25 undecided, 1 rejected.');
      await tally(page, '74 accepted · 25 undecided · 1 rejected');
      await eventually(async () => assert.equal(await label(page, answer), 'Accepted'));
      await eventually(async () =>
        assert.match(
          await page.locator(`#card-${answer} .label-why`).innerText(),
          /^Note 16 carries it, and nothing attacks it\.$/,
        ),
      );

      await page.keyboard.press('Shift+X');
      await said(page, 'In all 72 accepted, 27 undecided, 1 rejected.');
      await eventually(async () => assert.equal(await label(page, answer), 'Set aside'));
      await eventually(async () =>
        assert.match(
          await page.locator('.weigh-changed summary').innerText(),
          /^2 labels change since you set “Kozyrev/,
        ),
      );
      await page.locator('.weigh-changed summary').focus();
      await page.keyboard.press('Enter');
      const changed = await page.locator('.weigh-changed li').allInnerTexts();
      assert.deepEqual(
        changed.map((line) => line.replace(/\s+/g, ' ').replace(/^.* (?=undecided)/, '')),
        ['undecided, accepted before', 'undecided, rejected before'],
      );
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await open(page, view);
      await eventually(async () => assert.equal(await label(page, view), 'Now undecided'));
      const why = page.locator(`#card-${view} .label-why`);
      await eventually(async () =>
        assert.match(
          (await why.innerText()).replace(/\s+/g, ' '),
          /^It and “Conservative critics held .*” attack each other, and nothing else decides\. It was accepted before\.$/,
        ),
      );

      // The reasons are followed claim by claim.
      await page.locator(`#card-${view} .label-chain summary`).click();
      await eventually(async () =>
        assert.match(
          await page.locator(`#card-${view} .label-chain`).innerText(),
          /Undecided: it and “For the Atl/,
        ),
      );
      await why.getByRole('link').click();
      await open(page, critics);
      await eventually(async () => assert.equal(await label(page, critics), 'Now undecided'));
      await axe(page, { include: `#card-${critics}` });
      await axe(page, { include: 'argument-map' });

      await page.getByRole('button', { name: 'Take back' }).click();
      await tally(page, '74 accepted · 25 undecided · 1 rejected');
      await said(page, 'In all 74 accepted, 25 undecided, 1 rejected.');
      await eventually(async () => assert.equal(await label(page, critics), 'Rejected'));
      await eventually(async () => assert.equal(await page.locator('.weigh-changed').count(), 0));

      // Nothing of it was an edit, and without weighing no face says a word of it.
      await eventually(async () =>
        assert.equal(await page.getByRole('button', { name: 'Undo' }).isDisabled(), true),
      );
      await page.keyboard.press('Shift+W');
      await said(page, 'Labels are off.');
      await eventually(async () =>
        assert.equal(await page.locator('.label-tag, .map-weighing, .label-sign').count(), 0),
      );
    },
    { at: `?claim=${answer}`, width: 1600, height: 900 },
  );
});

test('the outline says each label in the name of its line, and a doubted source is part of the picture', async () => {
  await withDesk(
    async ({ page }) => {
      await page.locator('map-toolbar').waitFor();
      await page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name: 'Outline' }).click();
      await page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name: 'Weigh' }).click();
      await tally(page, '74 accepted · 25 undecided · 1 rejected');
      const line = page.locator('[role=treeitem][data-claim=c-lachin]');
      await line.scrollIntoViewIfNeeded();
      await page.getByRole('treeitem', { name: /^Aliyeva: a day after .* accepted/ }).waitFor();
      // “Without this source”, for the authority of the focused claim.
      await page.locator('#card-c-lachin .card-toggle').focus();
      await page.keyboard.press('x');
      await page.getByRole('treeitem', { name: /^Aliyeva: a day after .* now rejected/ }).waitFor();
      await eventually(async () =>
        assert.match(await page.locator('.weigh-changed summary').innerText(), /taken without Aliyeva$/),
      );
      await eventually(async () =>
        assert.match(
          await page.locator('#card-c-lachin .label-why').innerText(),
          /^It falls without Aliyeva\. It was accepted before\.$/,
        ),
      );
      await axe(page, { include: 'argument-map' });
    },
    { at: '?claim=c-lachin', width: 1600, height: 900 },
  );
});

test('the findings: listed by key, walked, followed, dismissed and shown again', async () => {
  await withDesk(
    async ({ page }) => {
      await page.locator('map-toolbar').waitFor();
      await page.keyboard.press('q');
      const list = page.locator('findings-view');
      await list.locator('.finding-go').first().waitFor();
      const attacked = list.getByRole('button', { name: /^“Kozyrev answered .* attacks .* nothing answers/ });
      await attacked.focus();
      await page.keyboard.press('ArrowDown');
      const next = await page.evaluate(() => document.activeElement.textContent.trim());
      assert.match(next, /^“Aliyeva: economy.* attacks a step to .*, and nothing answers\.$/);
      const before = await list.locator('.finding-go').count();
      await page.keyboard.press('Delete');
      await until(
        page,
        'one is gone',
        (count) => document.querySelectorAll('.finding-go').length === count - 1,
        before,
      );
      await list.getByRole('button', { name: 'Show again' }).click();
      await list.locator('select').selectOption('unsupported');
      const first = list.locator('.finding-go').first();
      await first.press('Enter');
      await page.locator('claim-card .card.open').waitFor();
      await eventually(async () => assert.equal(await first.getAttribute('aria-current'), 'true'));
      await axe(page, { include: '.desk-contents' });
    },
    { width: 1600, height: 900 },
  );
});
