// Where something goes wrong that nobody foresaw: nothing is lost, the page is never white, and one is told once.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import { deskReady, eventually, skipTour, until, withDesk } from '../support/journey.mjs';

const wide = { width: 1440, height: 900 };
const notice = (page) => page.locator('mishap-notice section');

test('errors that nobody catches are said once, counted, and leave the desk as it is', async () => {
  await withDesk(
    async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.evaluate(() => {
        const slip = () => {
          throw new TypeError('The words “what I wrote in my diary” are no number');
        };
        for (let time = 0; time < 40; time += 1) setTimeout(slip);
        void Promise.reject(new RangeError('late'));
      });
      await notice(page).waitFor();
      assert.equal(await page.locator('mishap-notice [role=alert]').count(), 1);
      await until(page, 'all of it was in the report', () =>
        /\(40 times/.test(document.querySelector('mishap-notice pre').textContent),
      );
      await axe(page, { include: 'mishap-notice' });

      await notice(page).getByRole('button', { name: 'Copy the report' }).click();
      await notice(page).getByText('Copied.').waitFor();
      const report = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(report, /TypeError: The words “…” are no number \(40 times/);
      assert.match(report, /RangeError: late \(once/);
      assert.doesNotMatch(report, /diary|localhost|gul-2008/);

      const coming = page.waitForEvent('download');
      await notice(page).getByRole('button', { name: 'Save everything as a file' }).click();
      const file = await readFile(await (await coming).path());
      assert.equal(file.subarray(0, 2).toString(), 'PK', 'The file is an archive.');
      await notice(page).getByText('all that is on this device').waitFor();

      await notice(page).getByRole('button', { name: 'Go on' }).click();
      await notice(page).waitFor({ state: 'detached' });
      await deskReady(page);
    },
    { ...wide, expect: /diary|late/ },
  );
});

test('a screen that cannot be drawn leaves words and a way out, never a white page', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await skipTour(context);
      await context.addInitScript(() => {
        const { define } = customElements;
        customElements.define = function (name, element) {
          if (name === 'desk-screen')
            element.prototype.render = () => {
              throw new Error('nothing can be drawn');
            };
          define.call(this, name, element);
        };
      });
      await page.goto(`${url}#/gul-2008`);
      await notice(page).waitFor();
      await axe(page);
      assert.equal(await notice(page).getByRole('button', { name: 'Go on' }).isVisible(), false);
      await notice(page).getByRole('button', { name: 'To the library' }).click();
      await page.getByRole('link', { name: /Relations after 1989/ }).waitFor();
      await notice(page).waitFor({ state: 'detached' });
    },
    { path: null, ...wide, expect: /nothing can be drawn/ },
  );
});

test('a part that does not arrive is said, and fetched again', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await skipTour(context);
      const parts = /assets\/library-screen[^/]*\.js/;
      await context.route(parts, (route) => route.abort());
      await page.goto(url);
      await page.getByRole('heading', { name: 'A part of Warrant did not arrive' }).waitFor();
      await axe(page);
      await context.unroute(parts);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: /Relations after 1989/ }).waitFor();
    },
    { path: null, ...wide, expect: /ERR_FAILED|library-screen/ },
  );
});

test('where the app itself does not arrive, the page says so', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await context.route(/assets\/index-[^/]*\.js/, (route) => route.abort());
      await page.goto(url);
      await page.getByText('Should this stay, a part of it did not arrive').waitFor();
      await eventually(async () => assert.equal(await page.locator('.starting').isVisible(), true));
      await context.unrouteAll();
      await page.getByRole('link', { name: 'load it again' }).click();
      await page.getByRole('link', { name: /Relations after 1989/ }).waitFor();
      assert.equal(await page.locator('.starting').isVisible(), false);
    },
    { path: null, ...wide, expect: /ERR_FAILED/ },
  );
});
