// Marks that overlap, stand on several passages and change their words: told apart, chosen, drawn and stepped, by pointer and by keyboard alone.
/* global getComputedStyle, getSelection, innerHeight */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  eventually,
  hear,
  markedWords,
  marksIn,
  saved,
  selectByMouse,
  toolbar,
  until,
  withDesk,
  wordsAt,
} from '../support/journey.mjs';

const wide = { width: 1440, height: 900 };
const words = 'fifteen new independent states have emerged post-collapse';
const others = 'the challenges of nationhood, identity politics, and state-building';
const looks = ['yellow', 'green', 'red', 'blue', 'purple', 'magenta', 'orange', 'grey'];
const first = (count) => words.split(' ').slice(0, count).join(' ');

/** Marks words by mouse in a colour and answers the id of the new mark. */
async function mark(page, passage, look = 'yellow', isBackward = false) {
  const before = await marksIn(page);
  await selectByMouse(page, passage, isBackward);
  await toolbar(page)
    .getByRole('button', { name: new RegExp(`\\(${look}\\)`) })
    .click();
  await until(
    page,
    'there was one mark more',
    (ids) =>
      [...document.querySelectorAll('mark[data-annotation]')].some((one) =>
        one.dataset.annotation.split(' ').some((id) => !ids.includes(id)),
      ),
    before,
  );
  return (await marksIn(page)).find((id) => !before.includes(id));
}

/** Clicks on the middle of the first letter of words in the text. */
async function clickOn(page, passage) {
  const { start } = await wordsAt(page, passage);
  await page.mouse.click(start.x + 4, start.y);
}

/** Moves the caret by a key, and waits until the view has read where it went: keys that come faster than that are read as one. */
async function step(page, key) {
  await page.keyboard.press(key);
  await until(page, 'the view has read the caret', () => {
    const { view } = document.querySelector('paper-pane');
    const { anchorNode, anchorOffset } = getSelection();
    return view.posAtDOM(anchorNode, anchorOffset) === view.state.selection.head;
  });
}

const isOpen = (page, id) => page.locator(`#card-${id}.open`).waitFor();
const isText = (page) =>
  until(page, 'the text has the focus', () => document.activeElement?.matches('.ProseMirror'));
const chooser = (page) => page.getByRole('dialog', { name: /here/ });

/** Does a command of the palette by its first words. */
async function command(page, typed) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill(typed);
  await page.getByRole('option', { name: new RegExp(typed, 'u') }).waitFor();
  await page.keyboard.press('Enter');
}

test('ten marks on top of each other: told apart, counted, each reached by click and by key', async () => {
  await withDesk(async ({ page }) => {
    const ids = [];
    for (let at = 0; at < 10; at += 1) {
      // From either end in turn: three presses on one spot in a trice would select the paragraph.
      ids.push(await mark(page, first(8 - Math.min(at, 6)), looks[at % 8], at % 2 === 1));
    }
    await until(
      page,
      'all ten are painted',
      (id) => {
        const one = document.querySelector(`mark[data-annotation~="${id}"]`);
        return one?.dataset.depth === '10' && getComputedStyle(one).backgroundImage !== 'none';
      },
      ids[9],
    );
    const look = await page.evaluate((id) => {
      const one = document.querySelector(`mark[data-annotation~="${id}"]`);
      const style = getComputedStyle(one);
      const stripes = style.backgroundImage.match(/linear-gradient\(/g).length;
      return { stripes, rows: one.dataset.rows, depth: one.dataset.depth, count: one.dataset.count };
    }, ids[9]);
    assert.deepEqual(look, { stripes: 3, rows: '3', depth: '10', count: '10' });

    // Each click at the same place goes one deeper, and says so.
    const seen = [];
    for (let at = 0; at < 10; at += 1) {
      // Here and there among the same words: three clicks on one spot in a trice would select the paragraph.
      await clickOn(page, at % 2 ? 'new independent' : first(1));
      await page.getByRole('button', { name: `${at + 1} of 10 here` }).waitFor();
      seen.push(await page.evaluate(() => document.querySelector('.card.open').id.slice('card-'.length)));
    }
    assert.deepEqual([...seen].sort(), [...ids].sort());

    await page.getByRole('button', { name: '10 of 10 here' }).click();
    await chooser(page).waitFor();
    await eventually(async () =>
      assert.match(await chooser(page).innerText(), /10 marks here, 4 on the same words/),
    );
    await eventually(async () => assert.equal(await chooser(page).getByRole('listitem').count(), 10));
    await axe(page, { include: 'marks-here .marks-here' });
    const inside = await chooser(page).evaluate((one) => {
      const box = one.getBoundingClientRect();
      return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
    });
    assert.ok(inside, 'The list is within the window.');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await isOpen(page, seen[1]);
    await until(
      page,
      'the focus is on its card',
      (id) => document.activeElement?.closest('.card')?.id === `card-${id}`,
      seen[1],
    );
    // Back to the text, where its passage begins, and the list by key; Escape gives the caret back.
    await page.keyboard.press('t');
    await isText(page);
    await page.keyboard.press('o');
    await chooser(page).waitFor();
    await page.keyboard.press('Escape');
    await chooser(page).waitFor({ state: 'hidden' });
    await isText(page);
  }, wide);
});

test('an end of a mark is drawn with the mouse, by words, and with Alt by letters; undone in one step', async () => {
  await withDesk(async ({ page }) => {
    const id = await mark(page, first(3));
    await clickOn(page, first(1));
    await isOpen(page, id);
    const drag = async (side, target, { alt = false } = {}) => {
      const handle = page.locator(`.span-handle[data-side=${side}]`);
      const box = await handle.boundingBox();
      assert.ok(box.width >= 24 && box.height >= 24, 'A handle can be taken hold of.');
      const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const line = await handle.evaluate((one) => Number.parseFloat(one.style.getPropertyValue('--stem')));
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      if (alt) await page.keyboard.down('Alt');
      // The handle hangs below its line.
      await page.mouse.move(target.x, target.y + line / 2 + 8, { steps: 6 });
      await page.mouse.up();
      if (alt) await page.keyboard.up('Alt');
    };
    const spot = await wordsAt(page, 'emerged');
    await drag('end', { x: spot.end.x - 14, y: spot.end.y });
    await hear(page, 'Marked now: “fifteen new independent states …” to “… states have emerged”|emerged”');
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', id), first(6)));
    const letter = await wordsAt(page, 'fifteen');
    await drag('start', { x: letter.start.x + 22, y: letter.start.y }, { alt: true });
    await until(
      page,
      'a part of the word is left out',
      (one) => !document.querySelector(`mark[data-annotation~="${one}"]`).textContent.startsWith('fifteen'),
      id,
    );
    await eventually(async () =>
      assert.match(
        await markedWords(page, 'annotation', id),
        /^[a-z]{1,6} new independent states have emerged$/,
      ),
    );
    await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', id), first(6)));
    await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', id), first(3)));
    await saved(page);
  }, wide);
});

test('by keyboard alone: a sentence marked, its passage changed, another one added, walked and taken away', async () => {
  await withDesk(async ({ page }) => {
    await page.locator('.ProseMirror').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await isText(page);
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await toolbar(page).waitFor();
    const sentence = await page.evaluate(() => getSelection().toString());
    assert.match(sentence, /^\S.*\.\d*$/s, 'A whole sentence is selected.');
    await page.keyboard.press('h');
    await hear(page, 'Highlighted');
    const [id] = await marksIn(page);
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', id), sentence));

    // Into the mark: it is said once; E, and its end goes a sentence on, a word back.
    await step(page, 'ArrowLeft');
    await page.keyboard.press('Enter');
    await isOpen(page, id);
    await page.keyboard.press('e');
    await until(page, 'the end has the focus', () => document.activeElement?.dataset.side === 'end');
    await axe(page, { include: 'span-handles' });
    const said = () =>
      page.evaluate(
        () => document.activeElement.ariaValueText ?? document.activeElement.getAttribute('aria-valuetext'),
      );
    const before = await said();
    await page.keyboard.press('ArrowDown');
    await until(
      page,
      'it says another end',
      (words) => document.activeElement.getAttribute('aria-valuetext') !== words,
      before,
    );
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Tab');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement.dataset.side), 'start'),
    );
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Escape');
    await isText(page);
    await eventually(async () =>
      assert.equal(await markedWords(page, 'annotation', id), sentence, 'Escape has given it up.'),
    );
    await page.keyboard.press('e');
    await until(page, 'the end has the focus again', () => document.activeElement?.dataset.side === 'end');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await hear(page, 'Marked now');
    await isText(page);
    await eventually(async () => assert.ok((await markedWords(page, 'annotation', id)).startsWith(sentence)));
    await eventually(async () =>
      assert.ok((await markedWords(page, 'annotation', id)).length > sentence.length),
    );

    // A second passage for the same mark.
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await toolbar(page).getByRole('button', { name: 'Add to the mark' }).waitFor();
    await page.keyboard.press('i');
    await hear(page, 'Passage added to the mark');
    const parts = () =>
      page.evaluate(
        (one) =>
          new Set(
            [...document.querySelectorAll(`mark.lit[data-annotation~="${one}"]`)].map(
              (each) => each.closest('p').id,
            ),
          ).size,
        id,
      );
    await eventually(async () => assert.equal(await parts(), 2, 'Both passages are lit together.'));
    await page.keyboard.press('.');
    await hear(page, 'Passage 1 of 2');
    await page.keyboard.press(',');
    await hear(page, 'Passage 2 of 2');
    await command(page, 'Take this passage from');
    await hear(page, 'Passage removed from the mark');
    await eventually(async () => assert.equal(await parts(), 1));
    await page.keyboard.press('Control+z');
    await until(
      page,
      'it is there again',
      (one) =>
        new Set(
          [...document.querySelectorAll(`mark[data-annotation~="${one}"]`)].map(
            (each) => each.closest('p').id,
          ),
        ).size === 2,
      id,
    );
  }, wide);
});

test('the caret tells of the marks that it enters, once each, until it is told not to', async () => {
  await withDesk(async ({ page }) => {
    await mark(page, others, 'green');
    await mark(page, 'identity politics', 'blue');
    await page.keyboard.press('Escape');
    await clickOn(page, 'perplexed by');
    await isText(page);
    const told = await page.evaluate(() => {
      const all = [];
      globalThis.told = all;
      const region = document.querySelector('[data-says=marks]');
      new globalThis.MutationObserver(() => all.push(region.textContent)).observe(region, {
        childList: true,
      });
      return region.getAttribute('aria-live');
    });
    assert.equal(told, 'polite');
    for (let at = 0; at < 14; at += 1) await step(page, 'Control+ArrowRight');
    const heard = await page.evaluate(() => globalThis.told);
    // The press that left the mark just made may have been told before or after the listening began.
    assert.deepEqual(heard.slice(heard.indexOf('mark: Evidence')), [
      'mark: Evidence',
      'mark: Definition, 1 of 2 overlapping',
      'out of Definition',
      'out of Evidence',
    ]);
    await command(page, 'Say the marks that the caret');
    await hear(page, 'not said');
    await isText(page);
    for (let at = 0; at < 6; at += 1) await step(page, 'Control+ArrowLeft');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => globalThis.told.length), heard.length),
    );
  }, wide);
});
