// A paper with a thousand notes and a thousand claims is read and walked like any other.
/* global innerHeight */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, until, withDesk } from '../support/journey.mjs';
import { largePaper, routeLarge } from '../support/large.mjs';

const thousand = largePaper(13);

const popover = (page, label) => page.getByRole('dialog', { name: `Note ${label}`, exact: true });

/** Where the top of an element stands below the reading pane's; it has to be in sight. */
const topInSight = async (page, selector) => {
  await until(
    page,
    `${selector} is in sight`,
    (one) => {
      const box = document.querySelector(one)?.getBoundingClientRect();
      return box && box.top > 40 && box.bottom < innerHeight;
    },
    selector,
  );
  return page.evaluate((one) => document.querySelector(one).getBoundingClientRect().top, selector);
};

/** Runs `use` with a long paper open; the look as for `withDesk`. */
const withLarge = (large, use, look = {}) =>
  withDesk(
    async (app) => {
      await until(app.page, 'the margin has cards', () => document.querySelector('margin-column .card'));
      await use(app);
    },
    { width: 1440, height: 900, before: (context) => routeLarge(context, large), opensIn: 30_000, ...look },
  );

test('the thousandth note: from its marker to its item in the list, and back to the very marker', async () => {
  await withLarge(
    thousand,
    async ({ page }) => {
      await popover(page, 1000).waitFor();
      await page.keyboard.press('Escape');
      const before = await topInSight(page, '#marker-1000');
      await eventually(async () =>
        assert.equal(await page.evaluate(() => document.activeElement.id), 'marker-1000'),
      );

      await page.keyboard.press('Enter');
      await popover(page, 1000).getByRole('link', { name: 'In the list of notes' }).click();
      await topInSight(page, '#note-1000');
      await eventually(async () =>
        assert.equal(await page.locator('.notes-items > li').count(), 13 * thousand.perPart.notes),
      );

      await page.goBack();
      await eventually(async () =>
        assert.ok(Math.abs((await topInSight(page, '#marker-1000')) - before) < 3),
      );
    },
    { at: '?note=1000' },
  );
});

test('a margin of a thousand claims stands beside the text wherever one reads', async () => {
  await withLarge(
    thousand,
    async ({ page }) => {
      await topInSight(page, 'section[data-address="9.III.B"] > :is(h2, h3, h4, h5, h6)');
      await until(page, 'a card stands beside its passage', () => {
        const cards = [...document.querySelectorAll('margin-column .card')];
        return cards.some((card) => {
          const mark = document.querySelector(`mark[data-claim~="${card.id.slice('card-'.length)}"]`);
          const top = mark?.getBoundingClientRect().top ?? -1;
          return top > 0 && top < innerHeight && Math.abs(top - card.getBoundingClientRect().top) < 24;
        });
      });
      await eventually(async () => assert.ok((await page.locator('margin-column .card').count()) < 200));
    },
    { at: '/9.III.B' },
  );
});
