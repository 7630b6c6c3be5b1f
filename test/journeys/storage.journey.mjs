// What is written stays: where the browser keeps nothing, with a second tab, when the browser is killed, when the disk is full.
/* global DOMException, IDBFactory */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  marksIn,
  openDesk,
  saved,
  selectByMouse,
  skipTour,
  toolbar,
  until,
  withDesk,
  withProfile,
} from '../support/journey.mjs';

const wide = { width: 1440, height: 900 };
const passages = [
  'fifteen new independent states have emerged',
  'the challenges of nationhood, identity politics, and state-building',
  'The sudden collapse of the Soviet Union has, on several levels',
  'the Union of Soviet Socialist Republics (USSR) has been seen',
];

async function mark(page, words) {
  await page.bringToFront(); // a tab in the background draws once a second
  await selectByMouse(page, words);
  await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  await toolbar(page).waitFor({ state: 'hidden' });
}

const hasMarks = (page, count) =>
  until(
    page,
    `there are ${count} marks`,
    (wanted) => {
      const ids = [...document.querySelectorAll('mark[data-annotation]')].flatMap((one) =>
        one.dataset.annotation.split(' '),
      );
      return new Set(ids).size === wanted;
    },
    count,
  );

const refusals = {
  throws: () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
  },
  'is not there': () => void Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
  'and everything else is refused': () => {
    const refuse = {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    };
    Object.defineProperty(globalThis, 'indexedDB', refuse);
    Object.defineProperty(globalThis, 'localStorage', refuse);
  },
};

for (const [name, refuse] of Object.entries(refusals)) {
  test(`where storage ${name}, one can read and mark, and is told that it will not last`, async () => {
    await withApp(
      async ({ page, context, url }) => {
        await skipTour(context);
        await context.addInitScript(refuse);
        await openDesk(page, url);
        const banner = page.getByRole('alert').filter({ hasText: 'Nothing can be kept on this device' });
        await banner.waitFor();
        await eventually(async () =>
          assert.match(await page.locator('.saving').innerText(), /only in this tab/),
        );
        const skip = page.getByRole('button', { name: 'Skip' });
        if (await skip.isVisible()) await skip.click();
        await mark(page, passages[0]);
        await hasMarks(page, 1);
        await page.keyboard.press('Control+z');
        await hasMarks(page, 0);
        await page.getByRole('link', { name: 'Warrant: library' }).click();
        await page.getByRole('link', { name: /Relations after 1989/ }).waitFor();
        await banner.waitFor();
        await page.getByText('This browser keeps nothing here').waitFor();
      },
      { path: null, ...wide },
    );
  });
}

test('two tabs show each other’s work within a second, and lose nothing when both write', async () => {
  await withDesk(async ({ page: one, context, url }) => {
    const two = await context.newPage();
    await two.setViewportSize(wide);
    await openDesk(two, url);

    await mark(one, passages[0]);
    const since = Date.now();
    await hasMarks(two, 1);
    const took = Date.now() - since;
    assert.ok(took < 1000, `It took ${took} ms.`);

    await mark(two, passages[1]);
    await mark(one, passages[2]);
    await mark(two, passages[3]);
    await hasMarks(one, 4);
    await hasMarks(two, 4);

    // Each takes back its own last edit, not the other's.
    await one.bringToFront();
    await one.locator('.ProseMirror').focus();
    await one.keyboard.press('Control+z');
    await hasMarks(one, 3);
    await hasMarks(two, 3);
    const left = await one.evaluate(() =>
      [...document.querySelectorAll('mark[data-annotation]')].map((each) => each.textContent).join('|'),
    );
    assert.ok(!left.includes('sudden collapse'), left);
    assert.ok(left.includes('USSR'), left);

    // The note on one mark is written here while the other tab recolours it: both stay.
    const [id] = await marksIn(one);
    await one.locator(`#card-${id} .card-toggle`).click();
    await one.getByRole('button', { name: 'Add a note' }).click();
    await one.keyboard.type('Words from the first tab');
    await two.bringToFront();
    await two.locator(`#card-${id} .card-toggle`).click();
    await two
      .locator(`#card-${id}`)
      .getByRole('button', { name: /Edit|Add a note/ })
      .click();
    await two.locator('annotation-editor').getByRole('radio', { name: /blue/ }).check();
    await two.keyboard.press('Escape');
    await one.bringToFront();
    await one.keyboard.press('Control+Enter');
    for (const page of [one, two]) {
      await until(
        page,
        'words and colour are both there',
        (which) => {
          const card = document.querySelector(`#card-${which}`);
          return card.dataset.colour === 'blue' && /Words from the first tab/.test(card.textContent);
        },
        id,
      );
      await saved(page);
    }
    for (const page of [one, two]) {
      await page.bringToFront();
      await page.reload();
      await deskReady(page);
      await hasMarks(page, 3);
    }
  }, wide);
});

test('a browser killed right after “Saved” has kept everything', async () => {
  await withProfile(async ({ open }) => {
    for (let round = 0; round < 2; round += 1) {
      const { context, page } = await open();
      await hasMarks(page, round);
      await mark(page, passages[round]);
      await saved(page);
      const session = await context.browser().newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      const { id } = processInfo.find(({ type }) => type === 'browser');
      const gone = once(context, 'close');
      process.kill(id, 'SIGKILL');
      await gone;
    }
    const { page } = await open();
    await hasMarks(page, 2);
  });
});

/** Words that no database makes smaller. */
const noise = (length) => randomBytes(length).toString('base64').slice(0, length);

/** In the page: how much is stored once the paper's text is kept, which happens when the desk rests. */
const usedWithText = async () => {
  const { length } = document.querySelector('.paper-text').textContent;
  for (;;) {
    const { usage } = await navigator.storage.estimate();
    if (usage > length) return usage;
    await new Promise((done) => setTimeout(done, 100));
  }
};

/** In the page: waits until what was written last is kept, or is said not to be; answers whether it is not. */
const keptOrNot = async (before) => {
  for (;;) {
    if (document.querySelector('.saving[data-saving=unsaved]')?.textContent.includes('Not saved yet'))
      return true;
    const { usage } = await navigator.storage.estimate();
    if (usage > before + 40_000) return false;
    await new Promise((done) => setTimeout(done, 100));
  }
};

test('with a full disk the work stays on the screen, one is told, and it is saved once there is room', async () => {
  await withApp(
    async ({ page, context, url }) => {
      await skipTour(context);
      const session = await context.newCDPSession(page);
      const { origin } = new URL(url);
      // Room for the paper's text and for some long notes. The browser asks when the database is opened first, and not again.
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 400_000 });
      await openDesk(page, url);
      await page.evaluate(usedWithText);
      await selectByMouse(page, passages[0]);
      await toolbar(page).getByRole('button', { name: 'Note', exact: true }).click();
      const body = page.locator('annotation-editor textarea');
      let isFull = false;
      for (let time = 0; time < 20 && !isFull; time += 1) {
        const before = await page.evaluate(async () => (await navigator.storage.estimate()).usage);
        await body.fill(`dolor sit am ${noise(49_000)}`);
        isFull = await page.evaluate(keptOrNot, before);
      }
      assert.ok(isFull, 'The desk said “Not saved yet”.');
      await page.getByRole('alert').filter({ hasText: 'The disk is full' }).waitFor();
      await page.keyboard.press('Escape');
      await mark(page, passages[1]);
      await hasMarks(page, 2);
      await eventually(async () =>
        assert.equal(await page.locator('.saving').getAttribute('data-saving'), 'unsaved'),
      );
      await axe(page, { include: 'trouble-banner' });

      // Whoever would leave now is asked, and stays; in a file, meanwhile, it is all there.
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const question = await asked;
      assert.equal(question.type(), 'beforeunload');
      await question.dismiss();
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save a backup of everything' }).click();
      const file = await readFile(await (await coming).path());
      assert.equal(file.subarray(0, 2).toString(), 'PK', 'The file is an archive.');

      // What came after the file is in none: one is asked again.
      await mark(page, passages[2]);
      await hasMarks(page, 3);
      const again = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const repeated = await again;
      assert.equal(repeated.type(), 'beforeunload');
      await repeated.dismiss();

      await session.send('Storage.overrideQuotaForOrigin', { origin });
      // By itself it may have tried again already: then there is no button any more.
      await page.evaluate(() =>
        [...document.querySelectorAll('trouble-banner button')]
          .find((one) => one.innerText === 'Try now')
          ?.click(),
      );
      await saved(page);
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.reload();
      await deskReady(page);
      await hasMarks(page, 3);
      await until(page, 'the last words are there', () =>
        document.querySelector('margin-column').textContent.includes('dolor sit am'),
      );
    },
    { path: null, ...wide },
  );
});
