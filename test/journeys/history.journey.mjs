// Earlier days of a notebook: what was there at the end of each can be looked at, taken out again, and set back to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  focused,
  hear,
  marksIn,
  saved,
  selectByMouse,
  toolbar,
  until,
  withDesk,
} from '../support/journey.mjs';

const passages = [
  'fifteen new independent states have emerged',
  'the challenges of nationhood, identity politics, and state-building',
  'The sudden collapse of the Soviet Union has, on several levels',
];

async function mark(page, words, count) {
  await selectByMouse(page, words);
  await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  await eventually(async () => assert.equal((await marksIn(page)).length, count));
  await saved(page);
}

/** The page on a day some days from now. */
async function onDay(page, days) {
  await page.clock.setSystemTime(new Date(Date.now() + days * 86_400_000));
}

/** In the page: the names of the kept states. */
const names = () =>
  new Promise((done, fail) => {
    const opening = indexedDB.open('warrant');
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('states').objectStore('states').getAllKeys();
      asked.onsuccess = () => {
        opening.result.close();
        done(asked.result.map(([, name]) => name));
      };
    };
  });

test('a mark deleted the other day is taken out of that day again, and a whole day is set back to', async () => {
  await withDesk(
    async ({ page }) => {
      const dialog = page.getByRole('dialog', { name: 'Earlier days of your notebook' });
      const open = async () => {
        await page.getByRole('button', { name: 'Files' }).click();
        await page.getByRole('menuitem', { name: 'Earlier days of your notebook' }).click();
        await dialog.waitFor();
      };
      await open();
      await dialog.getByText('There is no earlier day yet').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      assert.equal(await focused(page), 'Files');

      await mark(page, passages[0], 1);
      await mark(page, passages[1], 2);
      const [first] = await marksIn(page);
      await onDay(page, 1);
      await page.locator(`#card-${first} .card-toggle`).click();
      await page.locator(`#card-${first}`).getByRole('button', { name: 'Delete' }).click();
      await eventually(async () => assert.equal((await marksIn(page)).length, 1));
      await eventually(async () => assert.equal((await page.evaluate(names)).length, 1));
      await page.reload();
      await deskReady(page);
      await onDay(page, 2);
      await mark(page, passages[2], 2);
      await eventually(async () => assert.equal((await page.evaluate(names)).length, 2));

      await open();
      await until(page, 'there were two days', () => document.querySelectorAll('.history-day').length === 2);
      assert.match(await dialog.locator('.history-day').nth(0).innerText(), /1 mark\b.*1 new since/su);
      assert.match(
        await dialog.locator('.history-day').nth(1).innerText(),
        /2 marks\b.*1 new, 1 gone since/su,
      );
      await dialog.locator('.history-day').nth(1).click();
      await axe(page, { include: '.history-dialog' });
      await dialog.getByRole('button', { name: /^Bring back: mark/ }).click();
      await hear(page, 'It is back as it was');
      await eventually(async () => assert.equal((await marksIn(page)).length, 3));

      await dialog.getByRole('button', { name: 'Set the notebook back to this day' }).click();
      await dialog.waitFor({ state: 'detached' });
      await hear(page, 'Your notebook is as it was on');
      await eventually(async () => assert.equal((await marksIn(page)).length, 2));
      await saved(page);
      // What was there before is a day of its own, and undo takes it all back at once.
      assert.equal((await page.evaluate(names)).length, 3);
      await page.locator('.ProseMirror').focus();
      await page.keyboard.press('Control+z');
      await eventually(async () => assert.equal((await marksIn(page)).length, 3));
      await open();
      await dialog.getByText('just before it was set back').first().waitFor();
    },
    { width: 1440, height: 900 },
  );
});
