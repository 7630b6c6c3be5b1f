// The first visit: a short way in shows one claim in its four faces, can be skipped with one key, and never comes again.
/* global innerHeight */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import { deskReady, eventually, patience, until } from '../support/journey.mjs';

const tour = (page) => page.locator('.tour');

/** True while `selector` can be seen, not behind the tour. */
const isShown = (page, what, selector) =>
  until(
    page,
    what,
    (one) => {
      const panel = document.querySelector('.tour').getBoundingClientRect();
      return [...document.querySelectorAll(one)].some((element) =>
        [...element.getClientRects()].some((box) => {
          const [x, y] = [box.left + Math.min(20, box.width / 2), box.top + Math.min(12, box.height / 2)];
          const isFree = x < panel.left || x > panel.right || y < panel.top || y > panel.bottom;
          return box.width > 0 && y > 0 && y < innerHeight && x > 0 && x < innerWidth && isFree;
        }),
      );
    },
    selector,
  );

test('the way in shows the four faces one by one, each to be seen', async () => {
  await withApp(
    async ({ page }) => {
      page.setDefaultTimeout(patience);
      await deskReady(page);
      await tour(page).waitFor();
      await eventually(async () => assert.match(await tour(page).innerText(), /1 of 4/));
      await axe(page, { include: '.tour' });

      const id = await page
        .locator('mark.lit[data-claim]')
        .first()
        .getAttribute('data-claim')
        .then((ids) => ids.split(' ')[0]);
      await isShown(page, 'the passage shows', `mark.lit[data-claim~="${id}"]`);
      await tour(page).getByRole('button', { name: 'Next' }).click();
      await until(page, 'the tour speaks of the margin', () =>
        /2 of 4/.test(document.querySelector('.tour').textContent),
      );
      await isShown(page, 'the card shows', `#card-${id}`);
      await tour(page).getByRole('button', { name: 'Next' }).click();
      await until(page, 'the tour speaks of the map', () =>
        /3 of 4/.test(document.querySelector('.tour').textContent),
      );
      await isShown(page, 'the map shows', 'argument-map .map-stage');
      await until(
        page,
        'the claim is lit on the map',
        () => document.querySelector('.map-stage')?._cyreg?.cy.$('node.focus').length === 1,
      );
      await tour(page).getByRole('button', { name: 'Next' }).click();
      await until(page, 'the tour speaks of the outline', () =>
        /4 of 4/.test(document.querySelector('.tour').textContent),
      );
      await isShown(page, 'the outline shows', `[role=treeitem][data-claim="${id}"]`);
      await tour(page).getByRole('button', { name: 'Start reading' }).click();
      await tour(page).waitFor({ state: 'detached' });
      await until(page, 'reading starts at the beginning, with the title', () => {
        const box = document.querySelector('#paper-title').getBoundingClientRect();
        return box.top >= 0 && box.bottom < innerHeight;
      });
      assert.ok(
        await page.evaluate(() => document.activeElement.closest('main') !== null),
        'The focus is in the text.',
      );

      await page.reload();
      await deskReady(page);
      await until(page, 'the margin is there', () => document.querySelector('claim-card'));
      await eventually(async () => assert.equal(await tour(page).count(), 0));
    },
    { path: '#/gul-2008', width: 1440, height: 900 },
  );
});

test('one key skips it, wherever the focus is; it never comes again, on no paper’s address', async () => {
  await withApp(
    async ({ page, url }) => {
      page.setDefaultTimeout(patience);
      await deskReady(page);
      await tour(page).waitFor();
      await page.keyboard.press('Escape');
      await tour(page).waitFor({ state: 'detached' });
      await page.goto(`${url}#/`);
      await page.goto(`${url}#/gul-2008?claim=c-lachin`);
      await page.reload();
      await deskReady(page);
      await page.locator('mark.lit[data-claim~="c-lachin"]').first().waitFor();
      await eventually(async () => assert.equal(await tour(page).count(), 0));
    },
    { path: '#/gul-2008' },
  );
});

test('a link that wants something is not led astray by the way in', async () => {
  await withApp(
    async ({ page }) => {
      page.setDefaultTimeout(patience);
      await deskReady(page);
      await page.getByRole('dialog', { name: 'Note 53' }).waitFor();
      await until(page, 'marker 53 is in sight', () => {
        const box = document.querySelector('#marker-53').getBoundingClientRect();
        return box.top > 0 && box.bottom < innerHeight;
      });
    },
    { path: '#/gul-2008?note=53', width: 1440, height: 900 },
  );
});

test('on a phone the way in leaves room for what it speaks of', async () => {
  await withApp(
    async ({ page }) => {
      page.setDefaultTimeout(patience);
      await deskReady(page);
      await tour(page).waitFor();
      await isShown(page, 'the passage shows', 'mark.lit[data-claim]');
      const box = await tour(page).boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740);
      await tour(page).getByRole('button', { name: 'Skip' }).tap();
      await tour(page).waitFor({ state: 'detached' });
    },
    { path: '#/gul-2008', width: 360, height: 740, hasTouch: true },
  );
});
