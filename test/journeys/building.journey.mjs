// Building an argument on the map itself, on the built app: dragging, relating, wording, choosing, menus; by hand and by keyboard alone.
/* global getSelection */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, hear, saved, selectByMouse, until, withDesk } from '../support/journey.mjs';

const wide = { width: 1600, height: 1000 };

/** Opens the desk without the edition's reading: the map is the reader's own, and empty at first. */
const withOwnMap = (use, look = wide) =>
  withDesk(async (app) => {
    const { page } = app;
    await page.getByRole('checkbox', { name: /The edition/ }).uncheck();
    await page.getByText('No claims yet').waitFor();
    await use({ ...app, stage: await page.locator('.map-stage').boundingBox() });
  }, look);

const field = (page) => page.locator('.card-field textarea');
const menu = (page) => page.getByRole('menu');
const item = (page, name) => page.getByRole('menuitem', { name });
const undo = (page) => page.keyboard.press('Control+z');

/** Middle of the card with a wording, in px of the screen, once it is drawn. */
const cardAt = async (page, wording) => {
  await until(
    page,
    `“${wording}” was drawn`,
    (words) => {
      const canvas = document.querySelector('map-canvas');
      const node = canvas?.placed?.elements.nodes.find((one) => one.wording === words);
      return Boolean(node && canvas.canvas?.has(node.id));
    },
    wording,
  );
  return page.evaluate((words) => {
    const canvas = document.querySelector('map-canvas');
    const { id } = canvas.placed.elements.nodes.find((one) => one.wording === words);
    const { x, y } = canvas.canvas.places.toStage(canvas.placed.layout.nodes.get(id));
    const { left, top } = canvas.stage.getBoundingClientRect();
    return { x: left + x, y: top + y, id };
  }, wording);
};

/** A place on the only line of support that is drawn: the middle of the longest stretch of its route, in px of the screen. */
const supportAt = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('map-canvas');
    const { id } = canvas.placed.elements.links.find(({ kind }) => kind === 'support');
    const route = canvas.placed.layout.links.get(id).map((point) => canvas.canvas.places.toStage(point));
    const stretches = route
      .slice(1)
      .map((to, n) => [route[n], to])
      .sort(([a, b], [c, d]) => Math.hypot(d.x - c.x, d.y - c.y) - Math.hypot(b.x - a.x, b.y - a.y));
    const [[from, to]] = stretches;
    const { left, top } = canvas.stage.getBoundingClientRect();
    return { x: left + (from.x + to.x) / 2, y: top + (from.y + to.y) / 2 };
  });

/** How many claims, links of a kind and groups are drawn. */
const drawn = (page) =>
  page.evaluate(() => {
    const { nodes, links, groups } = document.querySelector('map-canvas').placed?.elements ?? {
      nodes: [],
      links: [],
      groups: [],
    };
    return {
      claims: nodes.filter(({ kind }) => kind === 'card').length,
      supports: links.filter(({ kind }) => kind === 'support').length,
      attacks: links.filter(({ kind }) => kind === 'attack').length,
      groups: groups.length,
    };
  });

const untilDrawn = (page, what, wanted) =>
  until(
    page,
    what,
    (numbers) => {
      const elements = document.querySelector('map-canvas').placed?.elements;
      const { nodes = [], links = [], groups = [] } = elements ?? {};
      const now = {
        claims: nodes.filter(({ kind }) => kind === 'card').length,
        supports: links.filter(({ kind }) => kind === 'support').length,
        attacks: links.filter(({ kind }) => kind === 'attack').length,
        groups: groups.length,
      };
      return Object.entries(numbers).every(([name, number]) => now[name] === number);
    },
    wanted,
  );

const titled = (page, title) =>
  until(
    page,
    `a group was titled “${title}”`,
    (words) =>
      document.querySelector('map-canvas').placed?.elements.groups.some((one) => one.title === words),
    title,
  );

/** Writes claims by keyboard, one after the other. */
async function writeClaims(page, wordings) {
  await page.locator('.map-stage').focus();
  for (const wording of wordings) {
    await page.keyboard.press('c');
    await field(page).waitFor();
    await page.keyboard.type(wording);
    await page.keyboard.press('Enter');
    await field(page).waitFor({ state: 'detached' });
  }
  for (const wording of wordings) await cardAt(page, wording);
}

async function drag(page, from, to) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 4);
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
}

/** Where on the screen the selection can be taken hold of. */
const selectionAt = (page) =>
  page.evaluate(() => {
    const [box] = getSelection().getRangeAt(0).getClientRects();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });

test('a passage is dragged onto the map: it is a claim there, and undone', async () => {
  await withOwnMap(async ({ page, stage }) => {
    await selectByMouse(page, 'many novel complexities');
    const ground = { x: stage.x + 200, y: stage.y + 240 };
    await drag(page, await selectionAt(page), ground);
    await page.getByText('A new claim here').waitFor();
    await page.mouse.up();
    await hear(page, 'Claim made');
    const { id } = await cardAt(page, 'many novel complexities');
    const marked = await page.locator(`mark[data-claim~="${id}"]`).first().textContent();
    assert.equal(marked, 'many novel complexities');
    await saved(page);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByText('No claims yet').waitFor();
  });
});

test('a passage is dragged onto a claim: it words it, supports it or attacks it', async () => {
  await withOwnMap(async ({ page }) => {
    await writeClaims(page, ['The world became less simple']);
    await selectByMouse(page, 'many novel complexities');
    await drag(page, await selectionAt(page), await cardAt(page, 'The world became less simple'));
    await page.getByText(/^For, against, or as “The world/).waitFor();
    await page.mouse.up();
    await menu(page).waitFor();
    await axe(page, { include: '[role=menu]' });
    await item(page, 'Another wording of it').click();
    await hear(page, 'Wording added');
    await selectByMouse(page, 'several levels');
    await drag(page, await selectionAt(page), await cardAt(page, 'The world became less simple'));
    await page.mouse.up();
    await item(page, 'Attacks it').click();
    await hear(page, 'Attack added');
    await untilDrawn(page, 'a second claim attacked the first', { claims: 2, attacks: 1 });
    await page.locator('.map-stage').focus();
    await undo(page);
    await untilDrawn(page, 'claim and attack were gone at once', { claims: 1, attacks: 0 });
  });
});

test('a card of the margin is dragged onto a claim of the map', async () => {
  await withOwnMap(async ({ page }) => {
    await selectByMouse(page, 'many novel complexities');
    await page.keyboard.press('h');
    const card = page.locator('annotation-card .card').first();
    await card.waitFor();
    await writeClaims(page, ['The world became less simple']);
    const box = await card.boundingBox();
    await drag(page, { x: box.x + 30, y: box.y + 12 }, await cardAt(page, 'The world became less simple'));
    await page.mouse.up();
    await item(page, 'Supports it').click();
    await untilDrawn(page, 'a claim of the mark supported it', { claims: 2, supports: 1 });
  });
});

test('claims are related by the handle, a step is undercut, each undone', async () => {
  await withOwnMap(async ({ page }) => {
    await writeClaims(page, ['It rained', 'The street is wet', 'Somebody washed it']);
    await page.keyboard.press('0');
    const reason = await cardAt(page, 'It rained');
    await page.mouse.move(reason.x, reason.y);
    const handle = await page.locator('.map-handle').boundingBox();
    await drag(page, { x: handle.x + 12, y: handle.y + 12 }, await cardAt(page, 'The street is wet'));
    await page.mouse.up();
    await item(page, 'Supports it').click();
    await untilDrawn(page, 'a support was drawn', { supports: 1 });
    await drag(page, await cardAt(page, 'Somebody washed it'), await supportAt(page));
    await page.getByText('Against this step, or a premise of it').waitFor();
    await page.mouse.up();
    await item(page, 'Undercuts the step').click();
    await untilDrawn(page, 'the step was undercut', { supports: 1, attacks: 1 });
    await undo(page);
    await untilDrawn(page, 'the undercut was gone', { supports: 1, attacks: 0 });
    await undo(page);
    await untilDrawn(page, 'the support was gone', { supports: 0 });
  });
});

test('a wording is edited in place by double click and by F2; Escape keeps it, one undo takes it back', async () => {
  await withOwnMap(async ({ page }) => {
    await writeClaims(page, ['It rained']);
    const { x, y } = await cardAt(page, 'It rained');
    await page.mouse.dblclick(x, y);
    await field(page).waitFor();
    await eventually(async () => assert.equal(await field(page).inputValue(), 'It rained'));
    await axe(page, { include: 'map-canvas' });
    await page.keyboard.press('End');
    await page.keyboard.type(' all night');
    await page.keyboard.press('Escape');
    await cardAt(page, 'It rained all night');
    await page.keyboard.press('F2');
    await field(page).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type(' long');
    await page.keyboard.press('Control+Enter');
    await cardAt(page, 'It rained all night long');
    await undo(page);
    await cardAt(page, 'It rained all night');
    await undo(page);
    await cardAt(page, 'It rained');
  });
});

test('several are chosen by band and by key, grouped, linked and deleted, each undone', async () => {
  await withOwnMap(async ({ page, stage }) => {
    await writeClaims(page, ['It rained', 'Nobody washed it', 'The street is wet']);
    await page.keyboard.press('0');
    await page.keyboard.down('Shift');
    await drag(
      page,
      { x: stage.x + 12, y: stage.y + 12 },
      { x: stage.x + stage.width - 12, y: stage.y + stage.height - 80 },
    );
    await page.mouse.up();
    await page.keyboard.up('Shift');
    const bar = page.getByRole('toolbar', { name: 'What is chosen on the map' });
    await bar.getByText('3 chosen').waitFor();
    await axe(page, { include: 'map-canvas' });
    await bar.getByRole('button', { name: 'Move into a group …' }).click();
    await item(page, /A new group/).click();
    await untilDrawn(page, 'a group was drawn around them', { groups: 1 });
    await field(page).waitFor();
    await page.keyboard.type('The weather');
    await page.keyboard.press('Enter');
    await titled(page, 'The weather');
    await undo(page);
    await titled(page, 'Group 1');
    await undo(page);
    await untilDrawn(page, 'the group was gone', { groups: 0 });
    const wet = await cardAt(page, 'The street is wet');
    await page.mouse.move(wet.x, wet.y);
    await page.keyboard.down('Control');
    await page.mouse.click(wet.x, wet.y);
    await page.keyboard.up('Control');
    await bar.getByText('2 chosen').waitFor();
    await bar.getByRole('button', { name: 'Link as premises for …' }).click();
    await page.getByText('Choose the claim that they support together').first().waitFor();
    const to = await cardAt(page, 'The street is wet');
    await page.mouse.click(to.x, to.y);
    await until(page, 'a joint was drawn', () =>
      document.querySelector('map-canvas').placed.elements.nodes.some(({ kind }) => kind === 'joint'),
    );
    await undo(page);
    await untilDrawn(page, 'the step was gone', { supports: 0 });
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.getByText('No claims yet').waitFor();
    await page.locator('.map-stage').focus();
    await undo(page);
    await untilDrawn(page, 'all were there again', { claims: 3 });
  });
});

test('the menu of a step by the right button: a new claim undercuts it, written at once, undone at once', async () => {
  await withOwnMap(async ({ page }) => {
    await writeClaims(page, ['The street is wet']);
    await page.keyboard.press('Shift+F10');
    await item(page, 'A new reason for it').click();
    await field(page).waitFor();
    await page.keyboard.type('It rained');
    await page.keyboard.press('Enter');
    await untilDrawn(page, 'the reason supported it', { claims: 2, supports: 1 });
    const [from, to] = [await cardAt(page, 'It rained'), await cardAt(page, 'The street is wet')];
    await page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2, { button: 'right' });
    await item(page, 'A new claim that undercuts it').click();
    await field(page).waitFor();
    await page.keyboard.type('The street has a roof');
    await page.keyboard.press('Enter');
    await untilDrawn(page, 'it undercut the step', { claims: 3, attacks: 1 });
    await undo(page);
    await untilDrawn(page, 'claim and undercut were gone at once', { claims: 2, supports: 1, attacks: 0 });
    await undo(page);
    await untilDrawn(page, 'the reason and its step were gone at once', { claims: 1, supports: 0 });
  });
});

test('a card is dragged out of its group and into it again', async () => {
  await withOwnMap(async ({ page, stage }) => {
    await writeClaims(page, ['It rained', 'Nobody washed it']);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Shift+F10');
    await item(page, 'Move into a group …').click();
    await item(page, /A new group/).click();
    await field(page).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('0');
    await drag(page, await cardAt(page, 'It rained'), { x: stage.x + 40, y: stage.y + stage.height - 40 });
    await page.getByText('Out of its group').waitFor();
    await page.mouse.up();
    await hear(page, 'Taken out of its group');
    const groupOf = (id) =>
      page.evaluate((claim) => {
        const { nodes } = document.querySelector('map-canvas').placed.elements;
        return nodes.find((one) => one.id === claim).group;
      }, id);
    const { id } = await cardAt(page, 'It rained');
    await until(
      page,
      'it stood outside',
      (claim) =>
        document.querySelector('map-canvas').placed.elements.nodes.find((one) => one.id === claim).group ===
        null,
      id,
    );
    await page.keyboard.press('0');
    const ground = await page.evaluate(() => {
      const canvas = document.querySelector('map-canvas');
      const [[, box]] = canvas.placed.layout.groups;
      const at = canvas.canvas.places.toStage({ x: box.x, y: box.y - box.height / 2 + 10 });
      const { left, top } = canvas.stage.getBoundingClientRect();
      return { x: left + at.x, y: top + at.y };
    });
    await drag(page, await cardAt(page, 'It rained'), ground);
    await page.getByText('Into “Group 1”').waitFor();
    await page.mouse.up();
    await hear(page, 'Moved into “Group 1”');
    await until(
      page,
      'it stood inside again',
      (claim) =>
        document.querySelector('map-canvas').placed.elements.nodes.find((one) => one.id === claim).group !==
        null,
      id,
    );
    await eventually(async () => assert.notEqual(await groupOf(id), null));
  });
});

test('a finger that rests on a card opens its menu', async () => {
  await withDesk(
    async ({ page }) => {
      await page.getByRole('button', { name: 'Map', exact: true }).first().tap();
      await until(page, 'the map was drawn', () => document.querySelector('map-canvas')?.placed);
      const at = await cardAt(
        page,
        await page.evaluate(
          () =>
            document
              .querySelector('map-canvas')
              .placed.elements.nodes.find((one) => one.role === 'conclusion').wording,
        ),
      );
      const session = await page.context().newCDPSession(page);
      await session.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: [{ x: at.x, y: at.y }],
      });
      await menu(page).waitFor();
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await axe(page, { include: '[role=menu]' });
      await item(page, 'Copy it as a claim of your own').tap();
      await hear(page, 'the copy is yours');
    },
    { width: 360, height: 740, hasTouch: true, isMobile: true },
  );
});

test('the menu of a claim opens by key, says why not, and gives the focus back', async () => {
  await withDesk(async ({ page }) => {
    await until(page, 'the map was drawn', () => document.querySelector('map-canvas')?.placed);
    await page.locator('.map-stage').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+F10');
    await menu(page).waitFor();
    const edit = item(page, /Edit the wording/);
    await eventually(async () => assert.equal(await edit.getAttribute('aria-disabled'), 'true'));
    await eventually(async () => assert.match(await edit.textContent(), /which you can read but not change/));
    await axe(page, { include: '[role=menu]' });
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'detached' });
    const isBack = await page.evaluate(() => document.activeElement.classList.contains('map-stage'));
    assert.ok(isBack, 'The map has the focus again.');
  }, wide);
});

test('twenty claims are added one after another by keyboard alone', async () => {
  await withOwnMap(async ({ page }) => {
    const wordings = Array.from(
      { length: 20 },
      (_, at) => `Claim number ${at + 1} of those that are written here`,
    );
    await writeClaims(page, wordings);
    await untilDrawn(page, 'all twenty were drawn', { claims: 20 });
    await eventually(async () => assert.equal((await drawn(page)).supports, 0));
    await saved(page);
    await page.reload();
    await until(page, 'all twenty were there again', () => {
      const nodes = document.querySelector('map-canvas')?.placed?.elements.nodes ?? [];
      return nodes.filter(({ isOwn }) => isOwn).length === 20;
    });
  });
});
