// Where something goes wrong that nobody foresaw, or the database does not open: nothing is lost, the page is never white, one is told.
/* global IDBFactory, StorageManager */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  marksIn,
  saved,
  selectByMouse,
  skipTour,
  toolbar,
  until,
  withDesk,
} from '../support/journey.mjs';

const wide = { width: 1440, height: 900 };
const words = 'fifteen new independent states have emerged';

async function mark(page) {
  await selectByMouse(page, words);
  await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  await eventually(async () => assert.equal((await marksIn(page)).length, 1));
}

/** Saves everything as a file, and answers its bytes. */
async function everything(page) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup of everything' }).click();
  return readFile(await (await coming).path());
}

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

      assert.equal((await everything(page)).subarray(0, 2).toString(), 'PK', 'The file is an archive.');
      await notice(page).getByText('Keep it until all is well again').waitFor();

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

test('the browser is asked to keep things at the first mark, and not before', async () => {
  await withDesk(
    async ({ page }) => {
      const asked = () => page.evaluate(() => globalThis.persistAsked ?? 0);
      assert.equal(await asked(), 0);
      await mark(page);
      await eventually(async () => assert.equal(await asked(), 1));
      await page.keyboard.press('Control+z');
      assert.equal(await asked(), 1);
    },
    {
      ...wide,
      before: (context) =>
        context.addInitScript(() => {
          StorageManager.prototype.persist = () => {
            globalThis.persistAsked = (globalThis.persistAsked ?? 0) + 1;
            return Promise.resolve(true);
          };
        }),
    },
  );
});

test('where the database never answers, one reads, and can go on without it', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await skipTour(context);
      await context.addInitScript(() => {
        const { open } = IDBFactory.prototype;
        IDBFactory.prototype.open = function () {
          const request = open.call(this, 'never');
          request.addEventListener = () => undefined;
          for (const name of ['onblocked', 'onupgradeneeded', 'onsuccess', 'onerror'])
            Object.defineProperty(request, name, { set() {} });
          return request;
        };
      });
      await page.goto(`${url}#/gul-2008`);
      await page.getByRole('alert').filter({ hasText: 'Your notebook does not open' }).waitFor();
      await page.getByText(words).waitFor();
      await axe(page, { include: 'trouble-banner' });
      await page.getByRole('button', { name: 'Go on without what is kept' }).click();
      await page.getByRole('alert').filter({ hasText: 'You go on without what is kept here' }).waitFor();
      await deskReady(page);
      await mark(page);
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const question = await asked;
      assert.equal(question.type(), 'beforeunload');
      await question.dismiss();
      assert.equal((await everything(page)).subarray(0, 2).toString(), 'PK', 'The file is an archive.');
    },
    { path: null, ...wide },
  );
});

test('a database of a newer app is left alone, and can be had as a file', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await skipTour(context);
      await context.route(`${url}seed`, (route) => route.fulfill({ contentType: 'text/html', body: 'seed' }));
      await page.goto(`${url}seed`);
      await page.evaluate(
        () =>
          new Promise((done, fail) => {
            const request = indexedDB.open('warrant', 999);
            request.onupgradeneeded = () => request.result.createObjectStore('things').put({ a: 1 }, 'one');
            request.onsuccess = () => done(request.result.close());
            request.onerror = () => fail(request.error);
          }),
      );
      await page.goto(`${url}#/gul-2008`);
      const alert = page.getByRole('alert').filter({ hasText: 'written by a newer Warrant' });
      await alert.waitFor();
      await page.getByText(words).waitFor();
      assert.equal((await everything(page)).subarray(0, 2).toString(), 'PK', 'The file is an archive.');
      await page.getByRole('link', { name: 'Warrant: library' }).click();
      await alert.waitFor();
      await page.getByRole('button', { name: 'Go on without what is kept' }).click();
      await page.getByRole('link', { name: /Relations after 1989/ }).waitFor();
      const version = await page.evaluate(async () => (await indexedDB.databases())[0].version);
      assert.equal(version, 999);
    },
    { path: null, ...wide },
  );
});

test('a database that the browser has dropped is put back, and one is told', async () => {
  await withDesk(async ({ page, context, url }) => {
    await mark(page);
    await saved(page);
    await context.route(`${url}seed`, (route) => route.fulfill({ contentType: 'text/html', body: 'seed' }));
    await page.goto(`${url}seed`);
    await page.evaluate(
      () =>
        new Promise((done, fail) => {
          const request = indexedDB.deleteDatabase('warrant');
          request.onsuccess = () => done();
          request.onerror = () => fail(request.error);
        }),
    );
    await page.goto(`${url}#/gul-2008`);
    await deskReady(page);
    await eventually(async () => assert.equal((await marksIn(page)).length, 1));
    const healed = page.getByRole('region', { name: 'What was healed' });
    await healed.getByText('It was put back from the second copy').waitFor();
    await axe(page, { include: 'recovery-notice' });
    await healed.getByRole('button', { name: 'Good' }).click();
    await healed.waitFor({ state: 'hidden' });
  }, wide);
});
