// Making the paper one's own: marks, notes, claims and relations, by mouse, key and touch; undone, redone, and there again later.
/* global getComputedStyle, getSelection, innerHeight */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  hear,
  markedWords,
  marksIn,
  openDesk,
  saved,
  selectByMouse,
  toolbar,
  until,
  withDesk,
  withProfile,
  wordsAt,
} from '../support/journey.mjs';

const wide = { width: 1440, height: 900 };
const words = 'fifteen new independent states have emerged post-collapse';
const others = 'the challenges of nationhood, identity politics, and state-building';
/** Runs over a note's number and into the next paragraph. */
const across = 'obstacles and dilemmas for them.Among these many challenges';

const press = (page, name) => toolbar(page).getByRole('button', { name, exact: true }).click();
const isGone = (page, id) =>
  until(page, 'the mark is gone', (one) => !document.querySelector(`mark[data-annotation~="${one}"]`), id);
const isThere = (page, id) =>
  until(page, 'the mark is there', (one) => document.querySelector(`mark[data-annotation~="${one}"]`), id);

/** Marks `passage` by mouse and answers the id of the new mark. */
async function highlight(page, passage, button = 'Highlight') {
  const before = await marksIn(page);
  await selectByMouse(page, passage);
  await press(page, button);
  await until(
    page,
    'there was one mark more',
    (count) => {
      const ids = [...document.querySelectorAll('mark[data-annotation]')].flatMap((mark) =>
        mark.dataset.annotation.split(' '),
      );
      return new Set(ids).size === count + 1;
    },
    before.length,
  );
  return (await marksIn(page)).find((id) => !before.includes(id));
}

test('the toolbar offers seven things and eight colours; a mark covers exactly the words', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, words);
    const names = await toolbar(page)
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.ariaLabel ?? one.innerText.trim()));
    assert.deepEqual(
      names.filter((name) => !name.startsWith('Highlight as ')),
      ['Highlight', 'Note', 'Ask about it', 'Bookmark', 'Claim', 'Copy with citation', 'Ways to copy'],
    );
    assert.equal(names.length, 15);
    const box = await page.evaluate(() => {
      const bar = document.querySelector('[role=toolbar][aria-label=Selection]').getBoundingClientRect();
      const chosen = getSelection().getRangeAt(0).getClientRects();
      const over = [...chosen].some(
        (one) => one.bottom > bar.top && one.top < bar.bottom && one.right > bar.left && one.left < bar.right,
      );
      return {
        over,
        inside: bar.left >= 0 && bar.right <= innerWidth && bar.top >= 0 && bar.bottom <= innerHeight,
      };
    });
    assert.deepEqual(box, { over: false, inside: true });
    await page.keyboard.press('Escape');
    await toolbar(page).waitFor({ state: 'hidden' });
    await eventually(async () =>
      assert.equal(
        await page.evaluate(() => getSelection().isCollapsed),
        true,
        'Escape lets go of the selection.',
      ),
    );

    const first = await highlight(page, words);
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', first), words));
    await hear(page, 'Highlighted');
    await toolbar(page).waitFor({ state: 'hidden' });
    const second = await highlight(page, others, 'Highlight as Definition (blue)');
    const third = await highlight(page, across, 'Highlight as Evidence (green)');
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', third), across));
    const colours = await page.evaluate(
      (ids) =>
        ids.map((id) => {
          const mark = document.querySelector(`mark[data-annotation~="${id}"]`);
          return `${mark.dataset.colour} ${getComputedStyle(mark).backgroundColor}`;
        }),
      [first, second, third],
    );
    assert.deepEqual(
      colours.map((one) => one.split(' ')[0]),
      ['yellow', 'blue', 'green'],
    );
    assert.equal(
      new Set(colours.map((one) => one.slice(one.indexOf(' ')))).size,
      3,
      'Three colours to the eye.',
    );
    await eventually(async () =>
      assert.match(await page.locator(`#card-${second}`).innerText(), /Definition/),
    );
    await saved(page);
  }, wide);
});

test('a passage can be drawn over claims, slowly or in one stroke, forwards and backwards', async () => {
  await withDesk(async ({ page }) => {
    const passage =
      'relations with Russia were at their worst, which brought a high political cost to Elchibey and his weak government. As Aliyeva argues, “the day after Elchibey’s refusal to join';
    for (const [steps, backwards] of [
      [2, false],
      [25, true],
      [12, false],
    ]) {
      const spot = await wordsAt(page, passage);
      const [from, to] = backwards ? [spot.end, spot.start] : [spot.start, spot.end];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (let at = 1; at <= steps; at += 1) {
        await page.mouse.move(
          from.x + ((to.x - from.x) * at) / steps,
          from.y + ((to.y - from.y) * at) / steps,
        );
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      }
      await page.mouse.up();
      await toolbar(page).waitFor();
      await eventually(async () =>
        assert.equal(await page.evaluate(() => getSelection().toString()), passage, `In ${steps} steps.`),
      );
      await page.keyboard.press('Escape');
      await toolbar(page).waitFor({ state: 'hidden' });
    }
  }, wide);
});

test('a passage can begin and end right beside a note’s number', async () => {
  await withDesk(async ({ page }) => {
    for (const passage of [
      'Atlanticists were strong advocates',
      'a pillar of Western culture and civilization.”',
    ]) {
      await selectByMouse(page, passage);
      await eventually(async () =>
        assert.equal((await page.evaluate(() => getSelection().toString())).trim(), passage),
      );
      await page.keyboard.press('Escape');
    }
  }, wide);
});

test('marks that overlap stay apart: both can be opened, and one deleted', async () => {
  await withDesk(async ({ page }) => {
    const wider = await highlight(page, words);
    const inner = await highlight(page, 'independent states', 'Highlight as Doubt (red)');
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', wider), words));
    await eventually(async () =>
      assert.equal(await markedWords(page, 'annotation', inner), 'independent states'),
    );
    const spot = await wordsAt(page, 'independent states');
    await page.mouse.click(spot.start.x + 20, spot.start.y);
    await page.locator(`#card-${inner}.open`).waitFor();
    await page.mouse.click(spot.start.x + 20, spot.start.y);
    await page.locator(`#card-${wider}.open`).waitFor();
    await page.locator(`#card-${wider}`).getByRole('button', { name: 'Delete' }).click();
    await isGone(page, wider);
    await eventually(async () =>
      assert.equal(await markedWords(page, 'annotation', inner), 'independent states'),
    );
  }, wide);
});

test('undo and redo by every key, by the bar and from what was said', async () => {
  await withDesk(async ({ page }) => {
    const id = await highlight(page, words);
    await page.keyboard.press('Control+z');
    await isGone(page, id);
    await hear(page, 'Undone');
    await page.keyboard.press('Control+Shift+z');
    await isThere(page, id);
    await page.keyboard.press('Control+z');
    await isGone(page, id);
    await page.keyboard.press('Control+y');
    await isThere(page, id);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await isGone(page, id);
    await eventually(async () =>
      assert.equal(await page.getByRole('button', { name: 'Undo', exact: true }).first().isDisabled(), true),
    );
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await isThere(page, id);

    await page.locator(`#card-${id} .card-toggle`).click();
    await page.locator(`#card-${id}`).getByRole('button', { name: 'Delete' }).click();
    await isGone(page, id);
    await eventually(async () =>
      assert.notEqual(
        await page.evaluate(() => document.activeElement.tagName),
        'BODY',
        'The focus is not lost with the card that was deleted.',
      ),
    );
    await hear(page, 'deleted');
    await page.locator('toast-line').getByRole('button', { name: 'Undo' }).click();
    await isThere(page, id);
  }, wide);
});

test('a note with Markdown and tags: written, read, changed; an attack in it stays words', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, words);
    await press(page, 'Note');
    const editor = page.locator('annotation-editor');
    const body = editor.getByRole('textbox', { name: 'Note' });
    await until(page, 'one can write at once', () =>
      document.activeElement?.matches('annotation-editor textarea'),
    );
    await until(page, 'all of the card is in sight', () => {
      const card = document.querySelector('annotation-card .open').getBoundingClientRect();
      return card.top >= 0 && card.bottom <= innerHeight;
    });
    await page.keyboard.type(
      'Is **fifteen** right?\n\n- Baltic\n- others\n\n<img src=x onerror=alert(1)> [bad](javascript:alert(1))',
    );
    await editor.getByRole('combobox', { name: 'Tags' }).fill('#states, count, count');
    await editor.getByRole('radio', { name: /red/ }).check();
    await page.keyboard.press('Control+Enter');
    await editor.waitFor({ state: 'detached' });
    const [id] = await marksIn(page);
    const card = page.locator(`#card-${id}`);
    await card.locator('.card-body strong').waitFor();
    await eventually(async () =>
      assert.equal(await card.locator('.card-body strong').innerText(), 'fifteen'),
    );
    await eventually(async () =>
      assert.deepEqual(await card.locator('.card-body li').allInnerTexts(), ['Baltic', 'others']),
    );
    await eventually(async () =>
      assert.deepEqual(await card.locator('.tags li').allInnerTexts(), ['states', 'count']),
    );
    await eventually(async () =>
      assert.equal(await card.locator('img, script, a[href^="javascript"]').count(), 0),
    );
    await eventually(async () => assert.match(await card.innerText(), /<img src=x/));
    assert.ok(await page.evaluate((one) => document.activeElement.closest(`#card-${one}`) !== null, id));
    await eventually(async () =>
      assert.equal(
        await page.locator(`mark[data-annotation~="${id}"]`).first().getAttribute('data-colour'),
        'red',
      ),
    );

    await card.getByRole('button', { name: 'Edit' }).click();
    await body.fill('Fifteen is right.');
    await editor.getByRole('button', { name: 'Done' }).click();
    await until(
      page,
      'the new words show',
      (one) => document.querySelector(`#card-${one} .card-body`)?.textContent.trim() === 'Fifteen is right.',
      id,
    );
    await page.keyboard.press('Control+z');
    await until(
      page,
      'the old words are back',
      (one) => /Is fifteen right/.test(document.querySelector(`#card-${one} .card-body`)?.textContent),
      id,
    );
    await saved(page);
  }, wide);
});

test('words that were typed but not “Done” survive a reload', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, words);
    await press(page, 'Note');
    await until(page, 'one can write at once', () =>
      document.activeElement?.matches('annotation-editor textarea'),
    );
    await page.keyboard.type('Half a thought');
    await page.reload();
    await deskReady(page);
    await until(page, 'the words are there', () =>
      document.querySelector('annotation-card .card-body')?.textContent.includes('Half a thought'),
    );
    const [id] = await marksIn(page);
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', id), words));
  }, wide);
});

const mapHas = (page, id) =>
  until(
    page,
    'the map has the claim',
    (one) => JSON.stringify(document.querySelector('map-canvas')?.placed?.elements ?? '').includes(one),
    id,
  );

const newClaim = async (page, passage, wording) => {
  const before = await marksIn(page, 'claim');
  await selectByMouse(page, passage);
  await press(page, 'Claim');
  await until(page, 'one can write at once', () => document.activeElement?.matches('claim-editor textarea'));
  if (wording) await page.keyboard.type(wording);
  await page.keyboard.press('Control+Enter');
  await page.locator('claim-editor').waitFor({ state: 'detached' });
  return (await marksIn(page, 'claim')).find((id) => !before.includes(id));
};

test('a claim from a passage: in text, margin, map and outline, with the notes of its span', async () => {
  await withDesk(
    async ({ page }) => {
      await page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name: 'Both' }).click();
      const passage =
        'where a similar situation to the one left behind would be in place. Their fears were seemingly realized';
      const id = await newClaim(page, passage, 'They feared the past would return.');
      await eventually(async () => assert.equal(await markedWords(page, 'claim', id), passage));
      const card = page.locator(`#card-${id}`);
      await eventually(async () =>
        assert.match(await card.innerText(), /They feared the past would return\./),
      );
      await eventually(async () => assert.match(await card.innerText(), /yours/));
      const line = page.locator(`[role=treeitem][data-claim="${id}"]`);
      await line.waitFor();
      await eventually(async () =>
        assert.ok(
          await page.getByRole('treeitem', { name: 'They feared the past would return.' }).isVisible(),
        ),
      );
      await mapHas(page, id);

      await card.getByRole('button', { name: 'Edit' }).click();
      await page
        .locator('claim-editor')
        .getByRole('combobox', { name: 'Role' })
        .selectOption({ label: 'Background' });
      await page.locator('claim-editor').getByRole('button', { name: 'Done' }).click();
      await until(
        page,
        'the card says the role',
        (one) => document.querySelector(`#card-${one}`)?.dataset.role === 'background',
        id,
      );

      const noted = await newClaim(
        page,
        'the Azerbaijani government rejected ratification of Azerbaijan’s joining of the CIS. During this period, Azerbaijan’s relations with Russia were at their worst, which brought a high political cost to Elchibey and his weak government. As Aliyeva argues, “the day after Elchibey’s refusal',
        '',
      );
      await eventually(async () =>
        assert.match(await page.locator(`#card-${noted} .card-notes`).innerText(), /n\. 53/),
      );

      await page.locator(`#card-${noted}`).getByRole('button', { name: 'Delete' }).click();
      await until(
        page,
        'it is gone from text and outline',
        (one) => !document.querySelector(`[data-claim~="${one}"]`),
        noted,
      );
      await page.keyboard.press('Control+z');
      await page.locator(`[role=treeitem][data-claim="${noted}"]`).waitFor();
    },
    { ...wide, height: 1000 },
  );
});

test('a claim of one’s own supports the edition’s; the edition’s cannot be edited, but hidden', async () => {
  await withDesk(async ({ page }) => {
    await page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name: 'Outline' }).click();
    const id = await newClaim(page, words, 'Many states came at once.');
    await page.locator(`#card-${id}`).getByRole('button', { name: 'Supports …' }).click();
    const picker = page.getByRole('dialog', { name: 'What does it support?' });
    const field = picker.getByRole('combobox', { name: 'Find a claim' });
    await field.fill('RÉLATIONS with russia were among');
    const found = picker
      .getByRole('option')
      .filter({ hasText: 'relations with Russia were among the hardest' });
    // Beside it only what was typed is offered, as a claim to be made.
    await eventually(async () => assert.equal(await picker.getByRole('option').count(), 2));
    await found.click();
    await picker.waitFor({ state: 'detached' });
    await hear(page, 'Now supports');
    await until(
      page,
      'the card tells of it',
      (one) =>
        /Supports[\s\S]*among the hardest/u.test(document.querySelector(`#card-${one}.open`)?.innerText),
      id,
    );
    const order = () =>
      page.evaluate((one) => {
        const lines = [...document.querySelectorAll('[role=treeitem]')];
        const at = lines.findIndex((line) => line.dataset.claim === one);
        const level = Number(lines[at].ariaLevel);
        return lines.slice(0, at).findLast((line) => Number(line.ariaLevel) < level)?.dataset.claim ?? null;
      }, id);
    await eventually(async () =>
      assert.equal(await order(), 'c-paradox', 'In the outline it stands under what it supports.'),
    );

    // A circle is not offered, and the reason stands beside it.
    await page.locator('#card-c-paradox .card-toggle').click();
    const theirs = page.locator('#card-c-paradox');
    await eventually(async () =>
      assert.match(await theirs.innerText(), /Supported by[\s\S]*Many states came at once/iu),
    );
    await eventually(async () =>
      assert.equal(await theirs.getByRole('button', { name: /^(Edit|Delete)$/ }).count(), 0),
    );
    await theirs.getByRole('button', { name: 'Supports …' }).click();
    await field.fill('Many states came');
    const choice = picker.getByRole('option', { name: /Many states came at once/ });
    await eventually(async () => assert.equal(await choice.getAttribute('aria-disabled'), 'true'));
    await eventually(async () => assert.match(await choice.innerText(), /circle/));
    await picker.getByRole('button', { name: 'Close' }).click();
    await picker.waitFor({ state: 'detached' });

    const edition = page.getByRole('checkbox', { name: /edition|reading/iu });
    await edition.uncheck();
    await until(
      page,
      'only one’s own is there',
      (one) => {
        const claims = [...document.querySelectorAll('mark[data-claim]')];
        return (
          claims.length > 0 &&
          claims.every((mark) => mark.dataset.claim === one) &&
          document.querySelectorAll('claim-card').length === 1
        );
      },
      id,
    );
    await eventually(async () =>
      assert.deepEqual(
        await page
          .locator('[role=treeitem]')
          .evaluateAll((all) => all.map((line) => line.dataset.claim).filter(Boolean)),
        [id],
      ),
    );
    await page.locator('#marker-53').click();
    await until(page, 'a note still says what it supports', () =>
      /Named in the text: Aliyeva/.test(document.querySelector('.note-popover')?.innerText),
    );
    await page.keyboard.press('Escape');
    await edition.check();
    await until(page, 'the edition is back', () => document.querySelectorAll('claim-card').length > 100);
    await saved(page);

    await page.reload();
    await deskReady(page);
    await page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name: 'Outline' }).click();
    await page.locator(`[role=treeitem][data-claim="${id}"]`).waitFor();
    await eventually(async () =>
      assert.equal(await order(), 'c-paradox', 'The relation is there after a reload.'),
    );
  }, wide);
});

test('the colours take the reader’s names, wherever they are named', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, words);
    await press(page, 'Note');
    await page.getByRole('button', { name: 'Name the colours' }).click();
    const dialog = page.getByRole('dialog', { name: 'What your colours mean' });
    await axe(page, { include: 'colour-names dialog' });
    await dialog.getByRole('textbox', { name: 'yellow' }).fill('Thesis');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    const [id] = await marksIn(page);
    await until(
      page,
      'the card says the name',
      (one) => document.querySelector(`#card-${one} .card-kind`)?.textContent.includes('Thesis'),
      id,
    );
    await selectByMouse(page, others);
    await toolbar(page).getByRole('button', { name: 'Highlight as Thesis (yellow)' }).waitFor();
    await page.keyboard.press('Escape');
    await saved(page);
    await page.reload();
    await deskReady(page);
    await until(
      page,
      'the name is kept',
      (one) => document.querySelector(`#card-${one} .card-kind`)?.textContent.includes('Thesis'),
      id,
    );
  }, wide);
});

test('by keyboard alone: into the text, to the words, a mark, a note, a claim', async () => {
  await withDesk(async ({ page }) => {
    for (
      let at = 0;
      at < 40 && !(await page.evaluate(() => document.activeElement.matches('.ProseMirror')));
      at += 1
    )
      await page.keyboard.press('Tab');
    await eventually(async () =>
      assert.ok(
        await page.evaluate(() => document.activeElement.matches('.ProseMirror')),
        'Tab reaches the text.',
      ),
    );
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await eventually(async () => assert.equal(await toolbar(page).isVisible(), false));
    for (let at = 0; at < 3; at += 1) await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await toolbar(page).waitFor();
    const chosen = (await page.evaluate(() => getSelection().toString())).trim();
    assert.ok(chosen.length > 20, chosen);

    await page.keyboard.press('Tab');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement.innerText.trim()), 'Highlight'),
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await eventually(async () =>
      assert.match(await page.evaluate(() => document.activeElement.ariaLabel), /Highlight as .* \(green\)/),
    );
    await page.keyboard.press('Enter');
    await until(page, 'it is marked green', () => document.querySelector('mark[data-colour=green]'));
    const [id] = await marksIn(page);
    // Between two blocks a selection has line breaks, and marks have none.
    const tight = (words) => words.replaceAll(/\s/gu, '');
    await eventually(async () =>
      assert.equal(tight(await markedWords(page, 'annotation', id)), tight(chosen)),
    );
    await eventually(async () =>
      assert.ok(
        await page.evaluate(() => document.activeElement.matches('.ProseMirror')),
        'The focus is in the text again.',
      ),
    );

    // Enter with the caret in a mark opens its card; typing changes nothing in the text.
    const before = await page.evaluate(() => document.querySelector('.paper-text').textContent);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Delete');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.querySelector('.paper-text').textContent), before),
    );
    await page.keyboard.press('Enter');
    await page.locator(`#card-${id}.open`).waitFor();

    // A single key does it, too.
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await toolbar(page).waitFor();
    await page.keyboard.press('n');
    await until(page, 'one can write at once', () =>
      document.activeElement?.matches('annotation-editor textarea'),
    );
    await page.keyboard.type('From the keyboard');
    await page.keyboard.press('Escape');
    await until(page, 'the note shows', () =>
      [...document.querySelectorAll('.card-body')].some((one) =>
        one.textContent.includes('From the keyboard'),
      ),
    );
  }, wide);
});

test('by touch: a held word, its handles drawn out, the bar below, a note in the margin, and back', async () => {
  await withDesk(
    async ({ page }) => {
      const spot = await wordsAt(page, words);
      await page.touchscreen.tap(spot.start.x + 12, spot.start.y);
      await page.touchscreen.tap(spot.start.x + 12, spot.start.y);
      await toolbar(page).waitFor();
      // The handles of a touch screen are the system's own: a page hears only that the selection has grown.
      await page.evaluate(() => {
        for (let at = 0; at < 3; at += 1) getSelection().modify('extend', 'forward', 'word');
      });
      await until(page, 'the bar stands below the words, within the window', () => {
        const bar = document.querySelector('[role=toolbar][aria-label=Selection]').getBoundingClientRect();
        const chosen = getSelection().getRangeAt(0).getBoundingClientRect();
        return (
          bar.top >= chosen.bottom && bar.left >= 0 && bar.right <= innerWidth && bar.bottom <= innerHeight
        );
      });
      const targets = await toolbar(page)
        .getByRole('button')
        .evaluateAll((all) =>
          all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
        );
      assert.ok(Math.min(...targets) >= 24, `The smallest thing to touch has ${Math.min(...targets)} px.`);

      const chosen = (await page.evaluate(() => getSelection().toString())).trim();
      await toolbar(page).getByRole('button', { name: 'Note' }).tap();
      await until(page, 'one can write', () => document.activeElement?.matches('annotation-editor textarea'));
      await page.keyboard.type('By thumb');
      await page.getByRole('button', { name: 'Done' }).tap();
      const [id] = await marksIn(page);
      await eventually(async () => assert.equal((await markedWords(page, 'annotation', id)).trim(), chosen));
      await page.getByRole('button', { name: 'Text', exact: true }).tap();
      await page.locator(`mark[data-annotation~="${id}"]`).first().waitFor();
      await until(
        page,
        'the words are in sight again',
        (one) => {
          const box = document.querySelector(`mark[data-annotation~="${one}"]`).getBoundingClientRect();
          return box.top > 0 && box.bottom < innerHeight;
        },
        id,
      );
    },
    { width: 390, height: 780, hasTouch: true },
  );
});

test('a copied passage carries its citation, as words and as type', async () => {
  await withDesk(
    async ({ page }) => {
      await selectByMouse(page, 'dilemmas for them.Among these many challenges');
      await press(page, 'Copy with citation');
      await hear(page, 'Copied with citation');
      const kinds = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const read = async (type) => (await item.getType(type)).text();
        return { plain: await read('text/plain'), html: await read('text/html') };
      });
      const journal = 'Alternatives: Turkish Journal of International Relations';
      const tail = `(Murat Gül, “Russia and Azerbaijan: Relations after 1989,” ${journal} 7, no. 2 & 3 (2008): 47)`;
      assert.equal(kinds.plain, `“dilemmas for them. Among these many challenges” ${tail}`);
      assert.ok(kinds.html.includes(`<i>${journal}</i>`), kinds.html);
    },
    { ...wide, permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('all is there after the browser was closed and opened again', async () => {
  await withProfile(async ({ open }) => {
    const first = await open();
    const mark = await highlight(first.page, others, 'Highlight as Question (purple)');
    await selectByMouse(first.page, words);
    await press(first.page, 'Note');
    await first.page.keyboard.type('For the seminar');
    await first.page.keyboard.press('Control+Enter');
    const claim = await newClaim(first.page, 'the bi-polar world politics', 'The world was bi-polar.');
    await saved(first.page);
    await first.context.close();

    const second = await open();
    await isThere(second.page, mark);
    await eventually(async () => assert.equal(await markedWords(second.page, 'annotation', mark), others));
    await eventually(async () =>
      assert.equal(await markedWords(second.page, 'claim', claim), 'the bi-polar world politics'),
    );
    await until(second.page, 'the note is there', () =>
      [...document.querySelectorAll('.card-body')].some((one) => one.textContent.includes('For the seminar')),
    );
    await mapHas(second.page, claim);
    await openDesk(second.page, second.page.url().split('#')[0], `?annotation=${mark}`);
    await second.page.locator(`#card-${mark}.open`).waitFor();
    await second.page.getByRole('link', { name: 'Warrant: library' }).click();
    await until(second.page, 'the library counts them', () =>
      /2 marks · 1 claim of yours/.test(document.querySelector('.library-counts')?.textContent),
    );
  });
});
