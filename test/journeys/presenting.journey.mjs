// Presenting in an order of one's own: made by keys, shown before a room, and a link that leads to the same step.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { deskReady, eventually, hear, openDesk, until, withDesk } from '../support/journey.mjs';

/** This rule of axe does not know the roles of digital publishing, and takes a page start for a nameless span. */
const unknowing = ['aria-prohibited-attr'];

const strip = (page) => page.locator('.present-strip');
const dialog = (page) => page.getByRole('dialog', { name: 'Your order of showing' });
const shownClaim = (page) => page.locator('.present-claim').innerText();
const count = (page) => page.locator('.present-count').innerText();
const lines = (page) => dialog(page).locator('.order-words').allInnerTexts();

/** Does what the palette calls so, by keys. */
async function command(page, words) {
  await page.keyboard.press('Control+k');
  await page.locator('command-palette dialog').waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

const inView = (page) =>
  until(page, 'the step’s claim is focused on the map, in view', () => {
    const cy = document.querySelector('.map-stage')?._cyreg?.cy;
    const box = cy?.nodes('.focus')[0]?.renderedBoundingBox();
    return box && box.x1 > -20 && box.x2 < cy.width() + 20 && box.y1 > -20 && box.y2 < cy.height() + 20;
  });

test('three claims are put in an order by keys and shown in it; the link to a step shows that step', async () => {
  await withDesk(
    async ({ page, url, context }) => {
      await page.evaluate(() => document.querySelector('.ProseMirror').focus());
      for (const number of [1, 2, 3]) {
        await page.keyboard.press('k');
        await page.keyboard.press('Shift+O');
        await hear(page, `Added to your presentation as number ${number}`);
      }
      await page.keyboard.press('Shift+O');
      await hear(page, 'in your presentation already');

      await command(page, 'order of showing: what');
      await dialog(page).waitFor();
      const made = await lines(page);
      assert.equal(made.length, 3);
      await axe(page, { include: 'order-dialog', disable: unknowing });
      await dialog(page).getByRole('button', { name: 'Move up' }).nth(2).focus();
      await page.keyboard.press('Alt+ArrowUp');
      await page.keyboard.press('Enter');
      const wanted = [made[2], made[0], made[1]];
      await until(page, 'the last is the first', () =>
        document.querySelector('order-dialog [role=status]').textContent.includes('Moved to 1 of 3'),
      );
      await eventually(async () => assert.deepEqual(await lines(page), wanted));
      assert.equal(
        await page.evaluate(() => document.activeElement.closest('.order-steps li:first-child') !== null),
        true,
        'The focus goes with the line.',
      );
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });

      await page.keyboard.press('Shift+Z');
      await strip(page).waitFor();
      await eventually(async () =>
        assert.equal(await page.getByLabel('Order').inputValue(), 'presentation-own'),
      );
      await page.keyboard.press('Home');
      const seen = [];
      for (const number of [1, 2, 3]) {
        await eventually(async () => assert.equal(await count(page), `${number} of 3`));
        seen.push(await shownClaim(page));
        if (number < 3) await page.keyboard.press('PageDown');
      }
      seen.forEach((words, at) => assert.ok(wanted[at].endsWith(words), `${wanted[at]} is step ${at + 1}.`));
      await axe(page, { disable: unknowing });

      await page.keyboard.press('PageUp');
      await page.getByRole('button', { name: 'Copy link to this step' }).focus();
      await page.keyboard.press('Enter');
      await hear(page, 'Copied a link to this step');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(link, /#\/gul-2008\?present=[^&]+&order=presentation-own$/u);

      const other = await context.newPage();
      await other.goto(link);
      await deskReady(other);
      await strip(other).waitFor();
      await eventually(async () => assert.equal(await shownClaim(other), seen[1]));
      await eventually(async () => assert.equal(await count(other), '2 of 3'));
      await inView(other);
      await other.close();

      // While one presents, a link leads on; one that leads nowhere says so.
      await openDesk(page, url, '?present=nobody&order=text');
      await hear(page, 'not in this copy of the paper');
      await eventually(async () => assert.match(await count(page), /^1 of 1\d\d$/u));
    },
    { width: 1440, height: 900, permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('on a small screen the strip and the order fit, and what is taken out is gone from the strip', async () => {
  await withDesk(
    async ({ page }) => {
      await page.keyboard.press('Shift+O');
      await hear(page, 'Added to your presentation as number 1');
      await page.keyboard.press('Shift+Z');
      await strip(page).waitFor();
      await eventually(async () => assert.equal(await count(page), '1 of 1'));
      const sticking = (scope) =>
        page.evaluate(
          (wanted) =>
            [...document.querySelectorAll(wanted)]
              .filter((one) => {
                const box = one.getBoundingClientRect();
                return box.left < 0 || box.right > innerWidth;
              })
              .map((one) => one.ariaLabel ?? one.textContent),
          scope,
        );
      await eventually(async () =>
        assert.deepEqual(await sticking('.present-strip :is(button, select, p)'), []),
      );
      const opener = page.getByRole('button', { name: 'Arrange what you show …' });
      await opener.click();
      await dialog(page).waitFor();
      await eventually(async () => assert.deepEqual(await sticking('order-dialog :is(button, li, p)'), []));
      await dialog(page).getByRole('button', { name: 'Take out' }).focus();
      await page.keyboard.press('Delete');
      await dialog(page).getByText('Nothing is in it yet').waitFor();
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      assert.equal(await opener.evaluate((one) => one === document.activeElement), true);
      await eventually(async () => assert.match(await count(page), /of 100$/u));
    },
    { at: '?claim=c-lachin', width: 320, height: 740 },
  );
});
