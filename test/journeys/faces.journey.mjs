// One claim, four faces: what is pointed at or focused in one lights in all, and from each one gets to each other.
/* global innerHeight */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, focused, until, withDesk, wordsAt } from '../support/journey.mjs';

/** A claim outside all groups that may be folded, and words of its passage. */
const claim = 'c-three-factors';
const words = 'Relations between Russia and Azerbaijan have been influenced';
const other = 'c-relations';

const wide = { width: 1600, height: 900 };

/** Opens the outline beside the map and waits until the map is drawn. */
async function allFaces(page) {
  await page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name: 'Both' }).click();
  await until(
    page,
    'the map was drawn',
    () => document.querySelector('.map-stage')?._cyreg?.cy.nodes().length > 0,
  );
  await until(page, 'the outline was there', () => document.querySelector('[role=treeitem]'));
}

/** Where a claim shows, once each face has had its say. `sign` is `lit` (pointed at) or `focus`. */
const facesOf = (id, sign) => ({
  text: Boolean(document.querySelector(`mark.lit[data-claim~="${id}"]`)),
  margin: Boolean(document.querySelector(sign === 'lit' ? `#card-${id}.lit` : `#card-${id}.open`)),
  map: document.querySelector('.map-stage')._cyreg.cy.getElementById(id).hasClass(sign),
  outline: Boolean(document.querySelector(`[role=treeitem][data-claim="${id}"]`)?.closest(`[data-${sign}]`)),
});

async function allShow(page, id, sign, after) {
  const all = { text: true, margin: true, map: true, outline: true };
  await page
    .waitForFunction(
      ([source, one, how]) => Object.values(new Function(`return (${source})`)()(one, how)).every(Boolean),
      [facesOf.toString(), id, sign],
      { timeout: 3000 },
    )
    .catch(() => undefined);
  const shown = await page.evaluate(
    ([source, one, how]) => new Function(`return (${source})`)()(one, how),
    [facesOf.toString(), id, sign],
  );
  assert.deepEqual(shown, all, `After ${after}.`);
}

/** Where a claim's box lies on the screen. */
const boxOnMap = (page, id) =>
  page.evaluate((one) => {
    const stage = document.querySelector('.map-stage');
    const { cy } = stage._cyreg;
    const at = cy.getElementById(one).renderedPosition();
    const frame = stage.getBoundingClientRect();
    const inside = at.x > 0 && at.y > 0 && at.x < frame.width && at.y < frame.height;
    return { x: frame.left + at.x, y: frame.top + at.y, inside };
  }, id);

test('what the mouse points at lights in text, margin, map and outline', async () => {
  await withDesk(async ({ page }) => {
    await allFaces(page);
    const line = page.locator(`[role=treeitem][data-claim="${claim}"]`);
    const { start } = await wordsAt(page, words);
    const spots = {
      'the text': () => page.mouse.move(start.x + 10, start.y),
      'the card': () => page.locator(`#card-${claim}`).hover({ position: { x: 30, y: 10 } }),
      'the outline': () => line.hover(),
      'the map': async () => {
        await page.getByRole('button', { name: 'Fit the whole map' }).click();
        const box = await boxOnMap(page, claim);
        await page.mouse.move(box.x, box.y);
      },
    };
    for (const [name, point] of Object.entries(spots)) {
      await point();
      await allShow(page, claim, 'lit', `pointing at ${name}`);
      await page.locator('.desk-title').hover();
      await until(
        page,
        'the light goes out',
        () => !document.querySelector('mark.lit, argument-outline [data-lit]'),
      );
    }
  }, wide);
});

test('a press on any face focuses the claim in all, and brings it into view', async () => {
  await withDesk(async ({ page }) => {
    await allFaces(page);
    const elsewhere = async () => {
      await page.evaluate(() => document.querySelector('.reading').scrollTo({ top: 0, behavior: 'instant' }));
      await page.getByRole('button', { name: 'Fit the whole map' }).click();
    };
    const inSight = () =>
      until(
        page,
        'text, map and outline show it',
        (id) => {
          const within = (element, frame) => {
            const [box, room] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
            return (
              box.bottom > room.top && box.top < room.bottom && box.right > room.left && box.left < room.right
            );
          };
          const stage = document.querySelector('.map-stage');
          const at = stage._cyreg.cy.getElementById(id).renderedPosition();
          const line = document.querySelector(`[role=treeitem][data-claim="${id}"]`);
          return (
            [...document.querySelectorAll(`mark[data-claim~="${id}"]`)].some((mark) =>
              within(mark, document.querySelector('.reading')),
            ) &&
            at.x > 0 &&
            at.y > 0 &&
            at.x < stage.clientWidth &&
            at.y < stage.clientHeight &&
            within(line, line.closest('argument-outline'))
          );
        },
        claim,
      );

    await page.locator(`[role=treeitem][data-claim="${claim}"]`).click();
    await allShow(page, claim, 'focus', 'a press in the outline');
    await inSight();

    await elsewhere();
    const box = await boxOnMap(page, claim);
    await page.mouse.click(box.x, box.y);
    await allShow(page, claim, 'focus', 'a press on the map');
    await inSight();

    await page.locator(`[role=treeitem][data-claim="${other}"]`).click();
    await allShow(page, other, 'focus', 'a press on another line');
    const { start } = await wordsAt(page, words);
    await page.mouse.click(start.x + 10, start.y);
    await allShow(page, claim, 'focus', 'a press in the text');
    await inSight();

    await page.locator(`[role=treeitem][data-claim="${other}"]`).click();
    await page.locator(`#card-${other}.open`).waitFor();
    await wordsAt(page, words);
    await page.locator(`#card-${claim} .card-toggle`).click();
    await allShow(page, claim, 'focus', 'a press on the card');
    await inSight();
  }, wide);
});

test('by keyboard alone: outline to text, text to outline, map, and from claim to claim up to the conclusion', async () => {
  await withDesk(async ({ page }) => {
    await allFaces(page);
    await page.locator('[role=treeitem][tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(() => document.activeElement.dataset.claim ?? null);
    await page.keyboard.type('three fac');
    await until(page, 'typing finds a line', (id) => document.activeElement?.dataset.claim === id, claim);
    assert.notEqual(second, claim);
    await allShow(page, claim, 'focus', 'the arrows of the outline');
    await page.keyboard.press('Enter');
    await until(
      page,
      'the passage is in sight',
      (id) => {
        const box = document.querySelector(`mark[data-claim~="${id}"]`).getBoundingClientRect();
        return box.top > 0 && box.bottom < innerHeight;
      },
      claim,
    );

    // From the map: arrows walk it, Enter shows.
    await page.locator('.map-stage').focus();
    await page.keyboard.press('ArrowUp');
    const reached = await page.evaluate(() =>
      document
        .querySelector('.map-stage')
        ._cyreg.cy.$('node.focus')
        .map((node) => node.id()),
    );
    assert.equal(reached.length, 1);
    assert.notEqual(reached[0], claim, 'An arrow goes to another box.');
    await page.keyboard.press('ArrowDown');

    // In a card: its links lead on, up to the conclusion.
    await page.locator(`#card-${claim} .card-toggle`).focus();
    await page.keyboard.press('Enter');
    if (!(await page.locator(`#card-${claim}.open`).isVisible())) await page.keyboard.press('Enter');
    await page.locator(`#card-${claim} .card-chain button`).last().focus();
    await page.keyboard.press('Enter');
    await allShow(page, other, 'focus', 'the way up to the conclusion');
    await eventually(async () =>
      assert.equal(
        await page.evaluate(() => document.activeElement === document.body),
        false,
        'The focus goes along, or stays where it was; it is not lost.',
      ),
    );
  }, wide);
});

test('F6 walks the panes in both directions; each has a name', async () => {
  await withDesk(async ({ page }) => {
    await allFaces(page);
    const where = () =>
      page.evaluate(() => {
        const pane = document.activeElement.closest(
          '.desk-bar, .paper-text, margin-column, .desk-map, .desk-contents',
        );
        return pane
          ? pane.tagName.toLowerCase() + (pane.className ? `.${pane.className.split(' ')[0]}` : '')
          : null;
      });
    await page.evaluate(() => document.activeElement.blur());
    const forth = [];
    for (let at = 0; at < 5; at += 1) {
      await page.keyboard.press('F6');
      forth.push(await where());
    }
    assert.equal(new Set(forth.slice(0, 4)).size, 4, forth.join(', '));
    assert.equal(forth[4], forth[0]);
    const back = [];
    for (let at = 0; at < 4; at += 1) {
      await page.keyboard.press('Shift+F6');
      back.push(await where());
    }
    assert.deepEqual(back, [forth[3], forth[2], forth[1], forth[0]]);
    await eventually(async () =>
      assert.equal(await page.getByRole('complementary', { name: 'Margin' }).count(), 1),
    );
    await eventually(async () =>
      assert.equal(await page.getByRole('region', { name: 'Argument map' }).count(), 1),
    );
    await eventually(async () => assert.equal(await page.getByRole('main').count(), 1));
  }, wide);
});

test('skip links are the first thing Tab meets, show themselves, and lead', async () => {
  await withDesk(async ({ page }) => {
    await page.evaluate(() => document.activeElement.blur());
    for (const [name, target] of [
      ['The text', 'reading'],
      ['The notes', 'notes-title'],
      ['The map', 'map'],
    ]) {
      const link = page.getByRole('navigation', { name: 'Skip to' }).getByRole('link', { name });
      await link.focus();
      const box = await link.boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.width > 20, `${name} shows itself when focused.`);
      await page.keyboard.press('Enter');
      await eventually(async () => assert.equal(await focused(page), target));
    }
    await page.reload();
    await until(page, 'the desk is there', () => document.querySelector('.saving[data-saving]'));
    await page.keyboard.press('Tab');
    await eventually(async () => assert.equal(await focused(page), 'The text'));
  }, wide);
});

test('a light of one face does not stay when another one is used by key', async () => {
  await withDesk(async ({ page }) => {
    await allFaces(page);
    await page.locator('#marker-20').focus();
    await until(page, 'the support is lit', () => document.querySelector('.paper-text .lit'));
    await page.locator(`[role=treeitem][data-claim="${claim}"]`).focus();
    await allShow(page, claim, 'focus', 'a marker was focused before');
    const lit = await page.evaluate(() =>
      [...document.querySelectorAll('.paper-text .lit')].map((one) => one.dataset.claim),
    );
    assert.ok(
      lit.every((ids) => ids?.split(' ').includes(claim)),
      `Only the claim is lit: ${lit.join(', ')}`,
    );
  }, wide);
});
