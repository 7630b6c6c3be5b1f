// The list of marks: found, chosen and acted on by mouse and by keyboard alone; with ten thousand marks; on a small screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { deskReady, eventually, hear, marksIn, saved, until, withDesk } from '../support/journey.mjs';
import { layIn, ownMarks } from '../support/own-marks.mjs';

const wide = { width: 1440, height: 900 };
const rows = (page) => page.locator('marks-view .mark-row');
const listbox = (page) => page.getByRole('listbox', { name: 'Marks' });
const count = (page) => page.locator('.marks-found [role=status]').textContent();

/** Id of the mark that the list's focus is at. */
const current = (page) =>
  page.evaluate(() => {
    const list = document.activeElement;
    return document.getElementById(list.getAttribute('aria-activedescendant'))?.dataset.mark ?? null;
  });

/** Runs `use` with so many marks of the reader's own in the notebook, the edition's claims beside them. */
const withMarks = (number, use, look = wide, more = undefined) =>
  withDesk(async (app) => {
    await layIn(app.page, ownMarks(number, more));
    await app.page.reload();
    await deskReady(app.page, 40_000);
    await use(app);
  }, look);

test('by keyboard: to the list, to a mark in the text and back to its line; what is deleted comes back', async () => {
  await withMarks(24, async ({ page }) => {
    await page.keyboard.press('f');
    await until(page, 'the list has the focus', () => document.activeElement.matches('.marks-list'));
    const first = await current(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const third = await current(page);
    assert.notEqual(third, first);
    await page.keyboard.press('Enter');
    await until(page, 'the text has the focus', () => document.activeElement.matches('.paper-text'));
    await until(
      page,
      'the mark is lit',
      (id) => document.querySelector(`mark.lit:is([data-annotation~="${id}"], [data-claim~="${id}"])`),
      third,
    );
    await page.keyboard.press('f');
    await until(page, 'the list has the focus again', () => document.activeElement.matches('.marks-list'));
    await eventually(async () => assert.equal(await current(page), third));
    // A letter is no command here.
    await page.keyboard.press('z');
    await eventually(async () => assert.equal(await current(page), third));

    await page.getByRole('searchbox', { name: 'Search the marks' }).focus();
    await page.keyboard.type('“NOTE NUMBER 1');
    await until(page, 'the list is sifted', () =>
      /^5 of /u.test(document.querySelector('.marks-count').textContent.trim()),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await hear(page, '5 marks deleted');
    await until(page, 'the search finds none', () => document.querySelector('marks-view .marks-hint'));
    await page.keyboard.press('Control+z');
    await until(page, 'all five are back', () => document.querySelectorAll('.mark-row').length === 5);
    await saved(page);
  });
});

test('by mouse: chosen by colour, tagged, shown alone in the text, and kept so over a reload', async () => {
  await withMarks(24, async ({ page }) => {
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page
      .locator('.marks-panel')
      .getByRole('button', { name: /^Doubt/u })
      .click();
    await page.getByRole('button', { name: 'Filter', exact: false }).first().click();
    await until(page, 'three are left', () => document.querySelectorAll('.mark-row').length === 3);
    const red = await rows(page).evaluateAll((all) => all.map((row) => row.dataset.mark));

    await rows(page).nth(0).click();
    await rows(page)
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page
      .getByRole('textbox', { name: 'Add a tag' })
      .or(page.getByRole('combobox', { name: 'Add a tag' }))
      .fill('look again');
    await page.keyboard.press('Enter');
    await hear(page, '3 marks tagged “look again”');
    await eventually(async () =>
      assert.equal(await page.locator('.mark-tag', { hasText: 'look again' }).count(), 3),
    );

    await page.getByRole('button', { name: 'Only these' }).click();
    await until(page, 'the banner tells', () =>
      /Only 3 of/u.test(document.querySelector('only-banner').textContent),
    );
    await until(
      page,
      'no other mark shows in the text',
      (wanted) => {
        const all = [...document.querySelectorAll('mark[data-annotation]')].flatMap((mark) =>
          mark.dataset.annotation.split(' '),
        );
        const isNone = document.querySelector('mark[data-claim]') === null;
        return isNone && all.length > 0 && all.every((id) => wanted.includes(id));
      },
      red,
    );
    await eventually(async () => assert.deepEqual((await marksIn(page)).toSorted(), red.toSorted()));
    await saved(page);
    await axe(page, { include: 'marks-view' });

    await page.getByRole('button', { name: 'Show all' }).click();
    await until(page, 'claims show again', () => document.querySelector('mark[data-claim]'));
    await page.reload();
    await deskReady(page);
    await until(page, 'the list is as it was', () => document.querySelectorAll('.mark-row').length === 3);
    await eventually(async () => assert.match(await count(page), /^\s*3 of \d+\s*$/u));
  });
});

test('ten thousand marks: a few lines stand however one scrolls and searches; all change in one step', async () => {
  await withMarks(10_000, async ({ page }) => {
    await page.keyboard.press('f');
    await rows(page).first().waitFor();
    await until(
      page,
      'the list is whole',
      () => Number(document.querySelector('.mark-row').ariaSetSize) >= 10_000,
    );
    const most = await page.evaluate(async () => {
      const view = document.querySelector('marks-view');
      let standing = 0;
      for (let at = 0; at < 60; at += 1) {
        view.scrollTop += 700;
        await new Promise(requestAnimationFrame);
        standing = Math.max(standing, view.querySelectorAll('.mark-row').length);
      }
      return standing;
    });
    assert.ok(most > 0 && most < 80, `${most} lines stand at once.`);
    await page.getByRole('searchbox', { name: 'Search the marks' }).pressSequentially('note 77');
    await until(page, 'it is found', () =>
      /^\d+ of/u.test(document.querySelector('.marks-count').textContent.trim()),
    );

    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await listbox(page).focus();
    await page.keyboard.press('End');
    await eventually(async () => assert.equal(await current(page), 'mark-9999'));
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('button', { name: 'Quotable (magenta)' }).click();
    await hear(page, '10,000 marks now magenta');
    const magenta = () => page.locator('.mark-row .swatch:not([data-colour=magenta])').count();
    await eventually(async () => assert.equal(await magenta(), 0));
    await listbox(page).focus();
    await page.keyboard.press('Control+z');
    await hear(page, 'Undone: Recolour');
    await until(page, 'the colours are back', () =>
      document.querySelector('.mark-row .swatch:not([data-colour=magenta])'),
    );
  });
});

test('on a small screen: one pane at a time, several chosen by plain presses; axe finds nothing', async () => {
  await withMarks(
    24,
    async ({ page }) => {
      await page.keyboard.press('f');
      await rows(page).first().waitFor();
      await page.getByRole('button', { name: 'Select', exact: true }).click();
      await rows(page).nth(0).click();
      await rows(page).nth(1).click();
      await until(page, 'two are chosen', () =>
        /2 selected/u.test(document.querySelector('.marks-bar').textContent),
      );
      await axe(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px stand out.`);
      await page.getByRole('button', { name: 'Select', exact: true }).click();
      await listbox(page).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await until(page, 'the text shows, with the focus', () =>
        document.activeElement.matches('.paper-text'),
      );
    },
    { width: 360, height: 740 },
  );
});
