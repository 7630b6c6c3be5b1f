// A better copy of the paper comes under the same name: marks find their words again, or say that they do not, and are put right.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { paperXml, routePaper, withoutParagraph, withWords } from '../support/edited.mjs';
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

/** axe does not know that a page break may be named (DPUB-ARIA says that it must be). */
const unknowing = ['aria-prohibited-attr'];

const wide = { width: 1440, height: 900 };

/** What is marked, and what becomes of it in the edited copy. */
const passages = {
  untouched: 'the challenges of nationhood, identity politics, and state-building',
  number: 'fifteen new independent states have emerged post-collapse',
  word: 'foreign-policy professionals and mechanisms were as well',
  moved: 'The first period after the establishment of the Russian Federation',
  deleted: 'lasted until the adoption of the Military Doctrine in November 1993',
};

const edited = () => {
  const xml = withWords(paperXml(), [
    ['fifteen new independent states', 'sixteen new independent states'],
    ['professionals and mechanisms were as well', 'professionals and institutions were as well'],
  ]);
  return withoutParagraph(withoutParagraph(xml, 'p-II-8'), 'p-II-7', 'p-II-10');
};

/** Marks the passages in the paper as it ships, then opens the edited copy; answers the ids of the marks. */
async function markThenEdit({ page, context }) {
  const ids = {};
  for (const [name, words] of Object.entries(passages)) {
    const before = await marksIn(page);
    await selectByMouse(page, words);
    await page.keyboard.press('h');
    await until(
      page,
      `“${words}” was marked`,
      (known) =>
        [...document.querySelectorAll('mark[data-annotation]')].some((mark) =>
          mark.dataset.annotation.split(' ').some((id) => !known.includes(id)),
        ),
      before,
    );
    ids[name] = (await marksIn(page)).find((id) => !before.includes(id));
  }
  await saved(page);
  await textKept(page);
  await routePaper(context, edited());
  await page.reload();
  await deskReady(page);
  await page.locator('.verdict-banner').waitFor();
  return ids;
}

/** Resolves when the paper's text lies in the database. */
async function textKept(page) {
  await until(page, 'the text was kept', () => {
    globalThis.keptTexts ??= { count: 0, isAsked: false };
    const state = globalThis.keptTexts;
    if (state.isAsked) return state.count > 0;
    state.isAsked = true;
    void indexedDB.databases().then(([{ name }]) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const counting = opening.result.transaction('texts').objectStore('texts').count();
        counting.onsuccess = () => {
          state.count = counting.result;
          state.isAsked = false;
          opening.result.close();
        };
      };
    });
    return false;
  });
}

const tray = (page) => page.locator('orphan-tray');
const entry = (page, words) =>
  tray(page).locator('.tray-entry').filter({ hasText: 'Mark:' }).filter({ hasText: words });
const gone = (locator) => locator.waitFor({ state: 'detached' });

test('each mark says what became of it, and nothing changed is called the same', async () => {
  await withDesk(async ({ page, context }) => {
    const ids = await markThenEdit({ page, context });
    await eventually(async () =>
      assert.match(
        await page.locator('.verdict-banner p').innerText(),
        /^\d+ of \d+ passages in place, 2 moved, 1 changed/u,
      ),
    );

    await eventually(async () =>
      assert.equal(await markedWords(page, 'annotation', ids.untouched), passages.untouched),
    );
    await eventually(async () =>
      assert.equal(
        await markedWords(page, 'annotation', ids.number),
        passages.number.replace('fifteen', 'sixteen'),
      ),
    );
    await eventually(async () =>
      assert.equal(await markedWords(page, 'annotation', ids.moved), passages.moved),
    );
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', ids.deleted), ''));
    const doubtful = (id) =>
      page
        .locator(`mark[data-annotation~="${id}"]`)
        .first()
        .evaluate((mark) => 'doubtful' in mark.dataset);
    await eventually(async () =>
      assert.deepEqual(await Promise.all([ids.untouched, ids.number, ids.moved].map(doubtful)), [
        false,
        true,
        false,
      ]),
    );

    await page.keyboard.press('v');
    await tray(page).waitFor();
    await eventually(async () =>
      assert.match(await entry(page, passages.number).innerText(), /This passage has changed/u),
    );
    await eventually(async () =>
      assert.match(await entry(page, passages.number).locator('ins').innerText(), /^added:\s+sixteen$/u),
    );
    await eventually(async () =>
      assert.match(await entry(page, passages.word).innerText(), /a little changed|has changed/u),
    );
    await eventually(async () =>
      assert.match(await entry(page, passages.moved).innerText(), /Found again at II ¶\d+ \(was II ¶7\)/u),
    );
    await eventually(async () =>
      assert.match(
        await entry(page, passages.deleted).innerText(),
        /Passage not found[\s\S]*It stood at II ¶8/u,
      ),
    );
    await eventually(async () => assert.equal(await entry(page, passages.untouched).count(), 0));
    await axe(page, { disable: unknowing });
  }, wide);
});

test('a place is kept, a move taken back, by key alone; each is undone as one', async () => {
  await withDesk(async ({ page, context }) => {
    const ids = await markThenEdit({ page, context });
    await page.keyboard.press('v');
    await until(page, 'the focus was in the tray', () => document.activeElement.closest('orphan-tray'));

    await entry(page, passages.number).getByRole('button', { name: 'Keep' }).focus();
    await page.keyboard.press('Enter');
    await hear(page, 'Place kept');
    await gone(entry(page, passages.number));
    await until(page, 'the focus went on to the next entry', () =>
      document.activeElement.closest('.tray-entry'),
    );
    await until(
      page,
      'the mark was doubtful no more',
      (id) => !document.querySelector(`mark[data-doubtful][data-annotation~="${id}"]`),
      ids.number,
    );

    await entry(page, passages.moved).getByRole('button', { name: 'Not here' }).focus();
    await page.keyboard.press('Enter');
    await hear(page, 'Detached');
    await until(
      page,
      'the move was taken back',
      (id) => !document.querySelector(`mark[data-annotation~="${id}"]`),
      ids.moved,
    );

    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await entry(page, passages.number).waitFor();
    await until(
      page,
      'both were undone',
      ([number, moved]) =>
        document.querySelector(`mark[data-doubtful][data-annotation~="${number}"]`) &&
        document.querySelector(`mark[data-annotation~="${moved}"]`),
      [ids.number, ids.moved],
    );
  }, wide);
});

test('a lost mark is attached to a proposal, and to words that one selects; both for good', async () => {
  const words = 'brought about many novel complexities to world politics';
  await withDesk(async ({ page, context }) => {
    const ids = await markThenEdit({ page, context });
    await page.keyboard.press('v');
    const lost = entry(page, passages.deleted);
    await lost
      .getByRole('button', { name: /^Attach here/u })
      .first()
      .focus();
    await until(page, 'the proposal was lit', () => CSS.highlights.has('preview'));
    await page.keyboard.press('Enter');
    await hear(page, 'Attached');
    await gone(lost);
    await eventually(async () => assert.notEqual(await markedWords(page, 'annotation', ids.deleted), ''));
    await eventually(async () =>
      assert.equal(await page.evaluate(() => CSS.highlights.has('preview')), false),
    );

    await page.keyboard.press('Control+z');
    await lost.waitFor();
    await lost.getByRole('button', { name: 'Find it in the text …' }).click();
    await page.getByRole('region', { name: 'Attach a passage' }).waitFor();
    await until(page, 'the caret was in the text', () => document.activeElement.closest('.paper-text'));
    await page.keyboard.press('Escape');
    await gone(page.getByRole('region', { name: 'Attach a passage' }));
    await lost.getByRole('button', { name: 'Find it in the text …' }).click();
    await selectByMouse(page, words);
    await toolbar(page).getByRole('button', { name: 'Attach here' }).waitFor();
    await page.keyboard.press('Shift+F');
    await hear(page, 'Attached');
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', ids.deleted), words));
    await saved(page);

    await page.reload();
    await deskReady(page);
    await page.locator('.verdict-banner').waitFor();
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', ids.deleted), words));
  }, wide);
});

test('on a phone the places have room and names', async () => {
  await withDesk(async ({ page, context }) => {
    await markThenEdit({ page, context });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('.verdict-banner').getByRole('button', { name: 'Review' }).click();
    await entry(page, passages.number).waitFor();
    const spill = await page.evaluate(
      () => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
    );
    assert.equal(spill, 0);
    await axe(page);
  }, wide);
});
