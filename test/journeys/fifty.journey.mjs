// A paper fifty times as long: two megabytes of text are read, marked and come back to like any other.
/* global getSelection */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withApp } from '../support/app.mjs';
import { eventually, markedWords, marksIn, skipTour, toolbar, topParagraph } from '../support/journey.mjs';
import { largePaper, routeLarge } from '../support/large.mjs';

const patience = 60_000;
const mark = 'mark[data-annotation]';
const headingOf = (address) => `section[data-address="${address}"] > :is(h2, h3, h4, h5, h6)`;

/** Resolves when the desk is open, and the heading of a section stands where a jump brings it: at the top. */
const arrived = (page, address) =>
  page.waitForFunction(
    (selector) => {
      const top = document.querySelector(selector)?.getBoundingClientRect().top ?? -1;
      const isOpen = document.querySelector('margin-column .card') && document.querySelector('.ProseMirror');
      return isOpen && top > 40 && top < 90;
    },
    headingOf(address),
    { timeout: patience },
  );

test('a passage of the last section, over two of its blocks, is marked and found again; Back is exact', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await skipTour(context);
      await routeLarge(context, largePaper(50));
      await page.goto(`${url}#/gul-2008/50.V`);
      await arrived(page, '50.V');
      // The jump puts the caret at the heading: from there into the first paragraph, by keyboard alone.
      await page.waitForFunction(
        (selector) =>
          document.querySelector(selector).contains(getSelection().anchorNode) &&
          document.activeElement.matches('.ProseMirror'),
        headingOf('50.V'),
        { timeout: patience },
      );
      for (let line = 0; line < 3; line += 1) await page.keyboard.press('Shift+ArrowDown');
      await eventually(async () => assert.match(await page.evaluate(() => getSelection().toString()), /\n/u));
      await toolbar(page).waitFor({ timeout: patience });
      await page.keyboard.press('h');
      await page.locator(mark).first().waitFor({ timeout: patience });
      const [id] = await marksIn(page);
      const marked = await markedWords(page, 'annotation', id);
      await page.locator('.saving[data-saving=saved]').waitFor({ timeout: patience });
      const place = await topParagraph(page);

      await page.evaluate(() => document.querySelector('.reading').scrollBy(0, 1));
      await page.goto(`${url}#/gul-2008/1.II`);
      await arrived(page, '1.II');
      await page.goBack();
      await arrived(page, '50.V');
      const back = await topParagraph(page);
      assert.equal(back.address, place.address);
      assert.ok(Math.abs(back.delta - place.delta) <= 2, `${back.delta} after ${place.delta}`);

      await page.reload();
      await page.locator(mark).first().waitFor({ state: 'attached', timeout: patience });
      await eventually(async () => assert.equal(await markedWords(page, 'annotation', id), marked));
    },
    { path: null, width: 1440, height: 900 },
  );
});
