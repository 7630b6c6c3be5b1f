// Finding one's way on the map of the built app: search, neighbourhoods, back and forward, the overview, and coming back later.
/* global history, localStorage */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, openDesk, until, withDesk } from '../support/journey.mjs';

const wide = { width: 1600, height: 1000 };

const bar = (page) => page.getByRole('toolbar', { name: 'Map' });
const tool = (page, name) => bar(page).getByRole('button', { name, exact: true });
const neighbourhood = (page) => page.getByRole('group', { name: 'Neighbourhood' });

const drawn = (page) =>
  until(
    page,
    'the map was drawn',
    () =>
      document.querySelector('map-canvas')?.placed &&
      document.querySelector('.map-stage')?._cyreg?.cy.nodes().length > 0,
  );

/** Resolves when so many claims are drawn as cards as `test` wants, and no group is folded. */
const drawnAlone = (page, least, most) =>
  until(
    page,
    `${least} to ${most} claims were drawn`,
    ([from, to]) => {
      const nodes = document.querySelector('map-canvas')?.placed?.elements.nodes ?? [];
      const cards = nodes.filter((node) => node.kind === 'card');
      return cards.length >= from && cards.length <= to && nodes.every((node) => node.kind !== 'folded');
    },
    [least, most],
  );

const focusOf = (page) =>
  page.evaluate(() => document.querySelector('argument-map').store.desk.session.focus?.id ?? null);

const focused = (page, id) =>
  until(
    page,
    `${id} had the focus`,
    (wanted) => document.querySelector('argument-map').store.desk.session.focus?.id === wanted,
    id,
  );

const middleOf = (page) =>
  page.evaluate(() => {
    const { x, y, width, height, zoom } = document.querySelector('map-canvas').view();
    return { x: x + width / 2, y: y + height / 2, zoom };
  });

test('one finds words on the map, walks the hits by key, and comes back to the canvas', async () => {
  await withDesk(async ({ page }) => {
    await drawn(page);
    await page.locator('.map-stage').focus();
    await page.keyboard.press('/');
    const search = page.getByRole('search', { name: 'Find on the map' });
    await search.getByRole('searchbox').fill('karabakh');
    await search.getByText(/^1 of \d+$/).waitFor();
    await until(page, 'the first hit had the focus', () =>
      Boolean(document.querySelector('argument-map').store.desk.session.focus),
    );
    const first = await focusOf(page);
    await until(
      page,
      'the group of the hit was opened',
      (id) => document.querySelector('map-canvas').placed.layout.nodes.has(id),
      first,
    );
    await page.keyboard.press('Enter');
    await search.getByText(/^2 of \d+$/).waitFor();
    await eventually(async () => assert.notEqual(await focusOf(page), first));
    await axe(page, { include: 'argument-map' });
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    await eventually(async () =>
      assert.ok(
        await page.evaluate(() => document.activeElement.matches('.map-stage')),
        'Back on the canvas.',
      ),
    );
  }, wide);
});

test('a neighbourhood stands alone, grows by key, and one goes back and forward, with the browser’s Back untouched', async () => {
  await withDesk(async ({ page }) => {
    await drawn(page);
    const entries = await page.evaluate(() => history.length);
    await page.locator('.map-stage').focus();
    await page.keyboard.press('ArrowDown');
    const centre = await focusOf(page);
    await page.keyboard.press('n');
    await neighbourhood(page).getByText('1 step', { exact: true }).waitFor();
    await drawnAlone(page, 2, 30);
    await axe(page, { include: 'argument-map' });
    await page.keyboard.press('2');
    await neighbourhood(page).getByText('2 steps', { exact: true }).waitFor();
    await page.keyboard.press('<');
    await neighbourhood(page).getByText('1 step', { exact: true }).waitFor();
    await drawnAlone(page, 2, 30);
    await page.keyboard.press('Alt+ArrowLeft');
    await neighbourhood(page).getByText('2 steps', { exact: true }).waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await neighbourhood(page).getByText('1 step', { exact: true }).waitFor();
    await neighbourhood(page).getByRole('button', { name: 'Whole map' }).click();
    await neighbourhood(page).waitFor({ state: 'detached' });
    await focused(page, centre);
    await eventually(async () => assert.equal(await page.evaluate(() => history.length), entries));
  }, wide);
});

test('the overview leads elsewhere by mouse, and can be switched off', async () => {
  await withDesk(async ({ page }) => {
    await drawn(page);
    const overview = page.getByRole('img', { name: /% of the map shows/ });
    for (let press = 0; press < 4; press += 1) await tool(page, 'Zoom in').click();
    await overview.waitFor();
    const box = await page.locator('.map-overview canvas').boundingBox();
    const before = await middleOf(page);
    await page.mouse.move(box.x + 12, box.y + 12);
    await page.mouse.down();
    const pressed = await middleOf(page);
    assert.ok(pressed.x < before.x || pressed.y < before.y, 'To the upper left.');
    await page.mouse.move(box.x + box.width - 12, box.y + box.height - 12, { steps: 4 });
    await page.mouse.up();
    const dragged = await middleOf(page);
    assert.ok(dragged.x > pressed.x && dragged.y > pressed.y, 'Along with the pointer.');
    assert.equal(dragged.zoom, before.zoom);
    await tool(page, 'More map tools').click();
    await bar(page).getByRole('menuitemcheckbox', { name: 'Overview in the corner' }).click();
    await page.locator('map-minimap').waitFor({ state: 'detached' });
  }, wide);
});

test('the map comes back as one left it: twin, way, and where one was', async () => {
  await withDesk(async ({ page, url }) => {
    await drawn(page);
    await page.locator('.map-stage').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('+');
    await page.keyboard.press('Control+ArrowLeft');
    await tool(page, 'Both').click();
    const kept = () => JSON.parse(localStorage.getItem('warrant-maps') ?? '[]')[0]?.[1];
    await until(page, 'the place was remembered', () => {
      const [, map] = JSON.parse(localStorage.getItem('warrant-maps') ?? '[]')[0] ?? [];
      return map?.habits.view === 'both' && map.place !== null;
    });
    const { place } = await page.evaluate(kept);
    await page.goto('about:blank');
    await openDesk(page, url);
    await drawn(page);
    await eventually(async () => assert.equal(await tool(page, 'Both').getAttribute('aria-pressed'), 'true'));
    const view = await middleOf(page);
    const at = await page.evaluate(
      (id) => document.querySelector('map-canvas').placed.layout.nodes.get(id),
      place.at,
    );
    assert.ok(Math.abs(view.zoom - place.zoom) < 0.01, 'As near as before.');
    assert.ok(
      Math.abs(view.x - at.x - place.x) < 2 && Math.abs(view.y - at.y - place.y) < 2,
      'Where one was.',
    );
  }, wide);
});

test('what this device remembers of maps may be anything: the map opens', async () => {
  const hostile = JSON.stringify([
    [
      'gul-2008/x',
      { habits: { view: '<b>' }, folded: [1, {}], place: { zoom: 1e9, at: {}, x: 'a', y: null } },
    ],
    7,
    null,
  ]);
  const before = (context) =>
    context.addInitScript((value) => localStorage.setItem('warrant-maps', value), hostile);
  await withDesk(
    async ({ page }) => {
      await drawn(page);
      await eventually(async () =>
        assert.equal(await tool(page, 'Map').getAttribute('aria-pressed'), 'true'),
      );
    },
    { ...wide, before },
  );
});
