// What a reader writes: questions, bookmarks, tags, replies, notes on the paper; by mouse and by keys; undone after a reload too.
/* global sessionStorage */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  hear,
  markedWords,
  marksIn,
  saved,
  selectByMouse,
  toolbar,
  until,
  withDesk,
} from '../support/journey.mjs';

const wide = { width: 1440, height: 900 };
const words = 'fifteen new independent states have emerged post-collapse';
const others = 'the challenges of nationhood, identity politics, and state-building';

const isGone = (page, id) =>
  until(page, 'the mark is gone', (one) => !document.querySelector(`mark[data-annotation~="${one}"]`), id);
const isThere = (page, id) =>
  until(page, 'the mark is there', (one) => document.querySelector(`mark[data-annotation~="${one}"]`), id);
const canWrite = (page, where = 'annotation-editor textarea') =>
  until(page, 'one can write at once', (one) => document.activeElement?.matches(one), where);

/** Does a command by its name, as one finds it in the palette. */
async function command(page, name) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill(name);
  await page.keyboard.press('Enter');
  await until(page, 'the palette is closed', () => !document.querySelector('dialog.palette[open]'));
}

async function highlight(page, passage) {
  const before = await marksIn(page);
  await selectByMouse(page, passage);
  await toolbar(page).getByRole('button', { name: 'Highlight', exact: true }).click();
  await until(
    page,
    'there was a mark more',
    (count) => document.querySelectorAll('annotation-card').length > count,
    before.length,
  );
  return (await marksIn(page)).find((id) => !before.includes(id));
}

test('what was deleted comes back after a reload, and goes again', async () => {
  await withDesk(async ({ page }) => {
    const id = await highlight(page, words);
    await page.locator(`#card-${id} .card-toggle`).click();
    await page.locator(`#card-${id}`).getByRole('button', { name: 'Delete', exact: true }).click();
    await isGone(page, id);
    await hear(page, 'deleted');
    await saved(page);
    await page.reload();
    await deskReady(page);
    await eventually(async () =>
      assert.equal(await page.locator(`mark[data-annotation~="${id}"]`).count(), 0),
    );
    await page.keyboard.press('Control+z');
    await isThere(page, id);
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', id), words));
    await page.keyboard.press('Control+y');
    await isGone(page, id);
    await page.keyboard.press('Control+z');
    await isThere(page, id);
    await saved(page);
    await page.reload();
    await deskReady(page);
    await isThere(page, id);
    await page.keyboard.press('Control+y');
    await isGone(page, id);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await isGone(page, id);
    await eventually(async () =>
      assert.equal(await page.getByRole('button', { name: 'Undo', exact: true }).first().isDisabled(), true),
    );
  }, wide);
});

test('a history that was tampered with is passed over; the marks are safe', async () => {
  await withDesk(async ({ page }) => {
    const id = await highlight(page, words);
    await saved(page);
    await until(page, 'the history is kept', () =>
      Object.keys(sessionStorage).some((key) => key.startsWith('warrant-history ')),
    );
    await page.addInitScript(() => {
      for (const key of Object.keys(sessionStorage))
        if (key.startsWith('warrant-history '))
          sessionStorage.setItem(key, '{"version":"warrant-history-1","undo":[{');
    });
    await page.reload();
    await deskReady(page);
    await isThere(page, id);
    await eventually(async () =>
      assert.equal(await page.getByRole('button', { name: 'Undo', exact: true }).first().isDisabled(), true),
    );
  }, wide);
});

test('a question, tagged from the tags in use, with Markdown by the toolbar; a reply, and a claim of it', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, words);
    await page.keyboard.press('Shift+U');
    await canWrite(page);
    await page.keyboard.type('Fifteen?');
    await page.keyboard.press('Control+a');
    await page.locator('.markdown-bar').getByRole('button', { name: 'Bold' }).click();
    await eventually(async () =>
      assert.equal(await page.locator('annotation-editor textarea').inputValue(), '**Fifteen?**'),
    );
    const tags = page.locator('annotation-editor').getByRole('combobox', { name: 'Tags' });
    await tags.fill('states, count,');
    await page.keyboard.press('Control+Enter');
    const [id] = await marksIn(page);
    const card = page.locator(`#card-${id}`);
    await card.locator('.card-body strong').waitFor();
    await eventually(async () =>
      assert.equal(await card.getByRole('combobox', { name: 'Kind of mark' }).inputValue(), 'questioning'),
    );

    await selectByMouse(page, others);
    await toolbar(page).getByRole('button', { name: 'Note', exact: true }).click();
    await canWrite(page);
    await tags.fill('sta');
    await page.getByRole('option', { name: /states/ }).click();
    await eventually(async () =>
      assert.deepEqual(await page.locator('annotation-editor .tags li > span').allInnerTexts(), ['states']),
    );
    await page.keyboard.press('Escape');
    await page.locator('annotation-editor').waitFor({ state: 'detached' });

    await card.locator('.card-toggle').click();
    await card.getByRole('button', { name: 'Reply', exact: true }).click();
    await canWrite(page, '.thread textarea');
    await page.keyboard.type('Counting the Baltic three.');
    await page.keyboard.press('Control+Enter');
    await card.locator('.reply markdown-text p').waitFor();
    await eventually(async () =>
      assert.equal(await card.locator('.reply markdown-text').innerText(), 'Counting the Baltic three.'),
    );
    await eventually(async () =>
      assert.equal((await marksIn(page)).length, 2, 'A reply is no mark of its own.'),
    );
    await axe(page, { include: 'margin-column' });
    await card.getByRole('button', { name: 'Make a claim' }).click();
    await canWrite(page, 'claim-editor textarea');
    await page.keyboard.press('Control+Enter');
    const [claim] = await page.evaluate(
      (wanted) =>
        [...document.querySelectorAll('claim-card .card.own')]
          .filter((one) => one.textContent.includes(wanted))
          .map((one) => one.id.slice('card-'.length)),
      words,
    );
    await eventually(async () => assert.equal(await markedWords(page, 'claim', claim), words));
    await saved(page);
    await page.reload();
    await deskReady(page);
    await page.locator(`#card-${id}`).getByText('1 reply').waitFor();
  }, wide);
});

test('tags renamed, merged and deleted everywhere, each taken back by one undo', async () => {
  await withDesk(async ({ page }) => {
    for (const [passage, tags] of [
      [words, 'states, oil'],
      [others, 'state'],
    ]) {
      await selectByMouse(page, passage);
      await toolbar(page).getByRole('button', { name: 'Note', exact: true }).click();
      await canWrite(page);
      await page.locator('annotation-editor').getByRole('combobox', { name: 'Tags' }).fill(tags);
      await page.keyboard.press('Control+Enter');
      await page.locator('annotation-editor').waitFor({ state: 'detached' });
    }
    await command(page, 'Tags rename');
    const dialog = page.getByRole('dialog', { name: 'Your tags' });
    await dialog.getByRole('textbox', { name: 'Name of tag state', exact: true }).fill('states');
    await dialog.getByText('the two become one').waitFor();
    await axe(page, { include: 'tag-names' });
    await page.keyboard.press('Enter');
    await hear(page, 'merged into “states”');
    await dialog.getByText('2 marks').waitFor();
    await dialog.getByRole('button', { name: 'Delete tag oil from 1 mark' }).click();
    await hear(page, 'Tag “oil” deleted');
    await dialog.getByRole('button', { name: 'Done' }).click();
    const shown = () => page.locator('margin-column .tags li').allInnerTexts();
    await eventually(async () => assert.deepEqual(await shown(), ['states', 'states']));
    await page.keyboard.press('Control+z');
    await hear(page, 'Undone: Delete tag');
    await page.keyboard.press('Control+z');
    await hear(page, 'Undone: Merge tags');
    await eventually(async () => assert.deepEqual((await shown()).sort(), ['oil', 'state', 'states']));
  }, wide);
});

test('by keyboard alone: a bookmark at the caret, a note on the paper, an answer to it, folded out again', async () => {
  await withDesk(async ({ page }) => {
    await page.evaluate(() => document.querySelector('.ProseMirror').focus());
    await page.keyboard.press('j');
    await hear(page, 'Paragraph');
    await page.keyboard.press('b');
    await hear(page, 'Bookmarked');
    const [id] = await marksIn(page);
    await eventually(async () =>
      assert.match(await markedWords(page, 'annotation', id), /^\S.*[.”]$/u, 'A bookmark marks a sentence.'),
    );
    await eventually(async () => assert.match(await page.locator(`#card-${id}`).innerText(), /Bookmark/));

    await command(page, 'Write a note on the paper');
    await canWrite(page, 'paper-notes textarea');
    await page.keyboard.type('A careful history.');
    await page.keyboard.press('Control+Enter');
    await page.locator('paper-notes .card-body').waitFor();
    await command(page, 'Reply to the open mark');
    await canWrite(page, '.thread textarea');
    await page.keyboard.type('Too careful ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('indeed');
    await page.keyboard.press('Escape');
    await eventually(async () =>
      assert.equal(await page.locator('paper-notes .reply strong').innerText(), 'indeed'),
    );
    await saved(page);
    await page.reload();
    await deskReady(page);
    await page.locator('paper-notes .card-toggle').focus();
    await page.keyboard.press('Enter');
    await page.locator('paper-notes .reply strong').waitFor();
    await eventually(async () =>
      assert.deepEqual(await marksIn(page), [id], 'A note on the paper marks no passage.'),
    );
  }, wide);
});

test('the words of a reply and of a note on the paper outlast a reload', async () => {
  await withDesk(async ({ page }) => {
    const id = await highlight(page, words);
    await page.locator(`#card-${id} .card-toggle`).click();
    await page.locator(`#card-${id}`).getByRole('button', { name: 'Reply', exact: true }).click();
    await canWrite(page, '.thread textarea');
    await page.keyboard.type('Half an answer');
    await page.reload();
    await deskReady(page);
    await page.locator(`#card-${id}`).getByText('1 reply').waitFor();

    await page.locator('.write-paper-note').click();
    await canWrite(page, 'paper-notes textarea');
    await page.keyboard.type('Half a note');
    await page.reload();
    await deskReady(page);
    await page.locator('paper-notes').getByText('Half a note').waitFor();

    await page.locator(`#card-${id} .card-toggle`).click();
    await page.locator(`#card-${id}`).getByText('Half an answer').waitFor();
  }, wide);
});

/** Puts `count` marks close to each other into the reader's own notebook; every fourth has words. */
const crowd = (page, count) =>
  page.evaluate((most) => {
    const { store } = document.querySelector('margin-column');
    const { paper } = store.desk;
    const text = [...paper.text.text];
    const first = paper.sections[1].start + 120;
    const stamp = { creator: 'reader', created: '2026-01-01T10:00:00Z', modified: '2026-01-01T10:00:00Z' };
    const put = Array.from({ length: most }, (_, at) => {
      const start = first + at * 30;
      const end = start + 20;
      const around = (from, to) => text.slice(from, to).join('');
      return {
        ...stamp,
        kind: 'annotation',
        id: `crowd-${at}`,
        motivation: at % 12 === 0 ? 'commenting' : 'highlighting',
        targets: [
          {
            exact: around(start, end),
            prefix: around(start - 32, start),
            suffix: around(end, end + 32),
            start,
            end,
          },
        ],
        body: at % 12 === 0 ? `Thought ${at}` : '',
        colour: 'green',
        tags: [],
        style: 'highlight',
        replyTo: null,
        foreign: null,
      };
    });
    store.run(() => ({ label: 'Crowd', put }));
    store.reveal({ kind: 'annotation', id: 'crowd-12' }, 'map');
  }, count);

test('a crowded margin folds: nothing stands over another, runs of bare marks open, the open card is whole', async () => {
  await withDesk(async ({ page }) => {
    await crowd(page, 80);
    await page.locator('.mark-run').first().waitFor();
    const card = page.locator('#card-crowd-12');
    await eventually(async () =>
      assert.ok(
        await card.evaluate((one) => one.classList.contains('open') && !one.classList.contains('folded')),
      ),
    );
    await until(page, 'no card stands over another', () => {
      const boxes = [
        ...document.querySelectorAll(
          'margin-column > :is(claim-card, annotation-card, .mark-run, paper-notes)',
        ),
      ]
        .map((one) => one.getBoundingClientRect())
        .sort((one, other) => one.top - other.top);
      return boxes.every((box, at) => at === 0 || box.top >= boxes[at - 1].bottom - 1);
    });
    const run = page.locator('.mark-run button').first();
    await eventually(async () => assert.match(await run.innerText(), /^\d+ marks/));
    const before = await page.locator('annotation-card').count();
    await run.click();
    await eventually(async () => assert.equal(await run.getAttribute('aria-expanded'), 'true'));
    await until(
      page,
      'its marks stand',
      (count) => document.querySelectorAll('annotation-card').length > count,
      before,
    );
    await axe(page, { include: 'margin-column' });
    await run.click();
    await until(
      page,
      'they are folded again',
      (count) => document.querySelectorAll('annotation-card').length === count,
      before,
    );
  }, wide);
});

test('on a narrow screen: the note on the paper comes first, and all is accessible', async () => {
  await withDesk(
    async ({ page }) => {
      await crowd(page, 6);
      await page.getByRole('button', { name: 'Margin' }).click();
      await page.locator('.write-paper-note').click();
      await canWrite(page, 'paper-notes textarea');
      await page.keyboard.type('Small.');
      await axe(page, { include: 'margin-column' });
      await page.keyboard.press('Control+Enter');
      await page.locator('paper-notes .card-body').waitFor();
      const first = await page.locator('margin-column .card').first().getAttribute('id');
      await eventually(async () => assert.ok(await page.locator(`paper-notes #${first}`).isVisible()));
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        true,
        'Nothing is wider than the screen.',
      );
      await axe(page, { include: 'margin-column' });
    },
    { width: 360, height: 740 },
  );
});
