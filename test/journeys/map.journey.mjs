// The map on the built app: drawn, worked by keyboard, the same in the outline; and every kind of picture, saved and opened again.
/* global atob, Blob, createImageBitmap, OffscreenCanvas */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { eventually, saved, selectByMouse, toolbar, until, withDesk } from '../support/journey.mjs';

const wide = { width: 1600, height: 1000 };

const bar = (page) => page.getByRole('toolbar', { name: 'Map' });
const tool = (page, name) => bar(page).getByRole('button', { name, exact: true });

const drawn = (page) =>
  until(
    page,
    'the map was drawn',
    () =>
      document.querySelector('map-canvas')?.placed &&
      document.querySelector('.map-stage')?._cyreg?.cy.nodes().length > 0,
  );

/** Resolves when a picture with as many cards (folded groups for `kind` 'folded') as `test` wants is on the screen. */
const drawnWith = (page, kind, least) =>
  until(
    page,
    `the map had ${least} ${kind}`,
    ([wanted, count]) => {
      const nodes = document.querySelector('map-canvas')?.placed?.elements.nodes ?? [];
      return nodes.filter((node) => node.kind === wanted).length >= count;
    },
    [kind, least],
  );

const viewOf = (page) =>
  page.evaluate(() => {
    const { zoom, x, y } = document.querySelector('map-canvas').view();
    return { zoom, x, y };
  });

/** The claims that the file of the edition holds. */
const editionClaims = async () => {
  const file = new URL('../../corpus/gul-2008/reading.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')).records.filter(({ kind }) => kind === 'claim');
};

test('the map shows when a paper opens, and its toolbar works by keyboard', async () => {
  await withDesk(async ({ page }) => {
    await drawn(page);
    const inked = await page.evaluate(() => {
      const ink = document.querySelector('.map-ink');
      return ink
        .getContext('2d')
        .getImageData(0, 0, ink.width, ink.height)
        .data.some((value) => value > 0);
    });
    assert.ok(inked, 'There are words on the map.');
    await tool(page, 'Zoom out').focus();
    const before = await viewOf(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const nearer = await viewOf(page);
    assert.ok(Math.abs(nearer.zoom / before.zoom - 1.3) < 0.01, 'Zoom in zooms in.');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const whole = await page.evaluate(() => {
      const canvas = document.querySelector('map-canvas');
      const { x, y, width, height } = canvas.view();
      return [...canvas.placed.layout.nodes.values()].every(
        (box) =>
          box.x - box.width / 2 >= x &&
          box.x + box.width / 2 <= x + width &&
          box.y - box.height / 2 >= y &&
          box.y + box.height / 2 <= y + height,
      );
    });
    assert.ok(whole, 'Fit shows every card.');
  }, wide);
});

test('groups open and fold, a neighbourhood stands alone, the map turns', async () => {
  await withDesk(async ({ page }) => {
    await drawnWith(page, 'folded', 5);
    await tool(page, 'Fold groups').click();
    await drawnWith(page, 'card', (await editionClaims()).length);
    await tool(page, 'Fold groups').click();
    await drawnWith(page, 'folded', 5);
    await page.locator('.map-stage').focus();
    await page.keyboard.press('ArrowDown');
    await tool(page, 'Only the neighbourhood').click();
    await page.getByRole('group', { name: 'Neighbourhood' }).getByText('1 step', { exact: true }).waitFor();
    const alone = () => {
      const { elements } = document.querySelector('map-canvas').placed;
      const cards = elements.nodes.filter((node) => node.kind !== 'joint');
      return cards.length < 20 && cards.every((node) => node.kind === 'card');
    };
    await until(page, 'the others were left out', alone);
    await page.locator('.map-stage').focus();
    await page.keyboard.press('Escape');
    await drawnWith(page, 'folded', 5);
    const further = (name) => bar(page).getByRole('menuitem', { name, exact: true });
    await tool(page, 'More map tools').click();
    await further('Draw from left to right').click();
    await tool(page, 'More map tools').click();
    await further('Draw from bottom to top').waitFor();
  }, wide);
});

test('the outline has the claims of the reading, by their wording', async () => {
  await withDesk(async ({ page }) => {
    await drawn(page);
    await tool(page, 'Outline').click();
    await until(page, 'the outline was there', () => document.querySelector('[role=treeitem]'));
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll('[role=treeitem][data-claim]')].map((item) => [
        item.dataset.claim,
        item.textContent,
      ]),
    );
    const claims = (await editionClaims()).map(({ id, wording }) => [id, wording]);
    const sorted = (pairs) => pairs.toSorted(([one], [other]) => one.localeCompare(other));
    assert.deepEqual(sorted(lines), sorted(claims));
  }, wide);
});

const hostile = `<script>alert(1)</script> “quoted” & 'plain' "double" ]]> שלום עולם — ${'بسم الله '.repeat(3)}`;
const wording = hostile + 'Long words go on and on. '.repeat(90).slice(0, 2000 - hostile.length);

/** A claim of one's own with a wording that no writer of files should trust. */
async function claimHostile(page) {
  await selectByMouse(page, 'the bi-polar world politics');
  await toolbar(page).getByRole('button', { name: 'Claim', exact: true }).click();
  const field = page.locator('margin-column textarea[name=wording]');
  await field.fill(wording);
  await field.press('Control+Enter');
  await saved(page);
  await until(
    page,
    'the claim was drawn',
    (words) =>
      document.querySelector('map-canvas').placed?.elements.nodes.some((node) => node.wording === words),
    wording.trim(),
  );
}

const dialog = (page) => page.getByRole('dialog', { name: 'Export the map' });

async function choose(page, { checked = [], unchecked = [], radios = [], scale = null }) {
  for (const name of radios) await dialog(page).getByRole('radio', { name, exact: true }).check();
  for (const name of checked) await dialog(page).getByRole('checkbox', { name, exact: true }).check();
  for (const name of unchecked) await dialog(page).getByRole('checkbox', { name, exact: true }).uncheck();
  if (scale !== null) await dialog(page).getByRole('slider').fill(String(scale));
}

/** Saves what is chosen: the file's bytes, its name, and the size that the dialog told. */
async function save(page) {
  await until(page, 'a size was told', () =>
    /\d+ × \d+ px/.test(document.querySelector('.map-preview figcaption')?.textContent ?? ''),
  );
  await page.waitForTimeout(300);
  const told = (await dialog(page).locator('figcaption').textContent()).match(/(\d+) × (\d+)/);
  const coming = page.waitForEvent('download', { timeout: 60_000 });
  await dialog(page).getByRole('button', { name: 'Download' }).click();
  const download = await coming;
  const bytes = await readFile(await download.path());
  return { bytes, name: download.suggestedFilename(), width: Number(told[1]), height: Number(told[2]) };
}

/** Records in the iTXt chunk of a PNG. */
function recordsInPng(bytes) {
  const key = 'iTXtwarrant-notebook\0\0\0\0\0';
  const at = bytes.indexOf(key, 0, 'latin1');
  assert.ok(at > 0, 'The PNG carries the map.');
  const length = bytes.readUInt32BE(at - 4);
  return JSON.parse(bytes.subarray(at + key.length, at + 4 + length).toString('utf8')).records;
}

/** What the browser sees in a picture: its size, how many colours a grid of points has, and the alpha of its corner. */
const look = (page, bytes) =>
  page.evaluate(async (base64) => {
    const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([data], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(600, Math.round((600 * bitmap.height) / bitmap.width));
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const points = context.getImageData(0, 0, canvas.width, canvas.height).data;
    const colours = new Set();
    for (let at = 0; at < points.length; at += 4) colours.add(points.slice(at, at + 4).join());
    return {
      width: bitmap.width,
      height: bitmap.height,
      colours: colours.size,
      corner: [...points.slice(0, 4)],
    };
  }, bytes.toString('base64'));

async function checkPng(page, { bytes, name, width, height }, records) {
  assert.match(name, /\.png$/);
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [width, height], 'As large as told.');
  const seen = await look(page, bytes);
  assert.deepEqual([seen.width, seen.height], [width, height]);
  assert.ok(seen.colours > 50, `Not blank: ${seen.colours} colours.`);
  assert.deepEqual(recordsInPng(bytes), records);
  return seen;
}

/** Opens an SVG as a page of its own would, and reads what it shows. */
const openSvg = (page, svg) =>
  page.evaluate(async (source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    const root = document.importNode(parsed.documentElement, true);
    document.body.append(root);
    await document.fonts.ready;
    const frame = root.getBoundingClientRect();
    const unit = frame.width / Number(root.getAttribute('width'));
    const isOut = (box) =>
      box.width > 0 &&
      (box.left < frame.left - unit ||
        box.top < frame.top - unit ||
        box.right > frame.right + unit ||
        box.bottom > frame.bottom + unit);
    const result = {
      error: parsed.querySelector('parsererror')?.textContent ?? null,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      scripts: root.querySelectorAll('script, foreignObject, [onload], [onclick]').length,
      out: [...root.querySelectorAll('text, path, rect')].filter((one) => isOut(one.getBoundingClientRect()))
        .length,
      text: [...root.querySelectorAll('text')].map((one) => one.textContent).join(' '),
      fonts: (source.match(/@font-face/g) ?? []).length,
      data: (source.match(/url\((&quot;|&#39;|["'])?data:font/g) ?? []).length,
      records: JSON.parse(root.querySelector('metadata').textContent).records,
    };
    root.remove();
    return result;
  }, svg);

const letters = (text) => text.replaceAll(/[\s\u00ad]+/gu, '');

async function checkSvg(page, { bytes, name, width, height }, records) {
  const seen = await openSvg(page, bytes.toString('utf8'));
  assert.match(name, /\.svg$/);
  assert.equal(seen.error, null);
  assert.deepEqual([seen.width, seen.height], [width, height], 'As large as told.');
  assert.equal(seen.scripts, 0);
  assert.deepEqual(seen.records, records);
  return seen;
}

test(
  'pictures of the map, in every kind, are what the dialog says they are',
  { timeout: 180_000 },
  async () => {
    await withDesk(async ({ page, newPage }) => {
      // Files are opened elsewhere, under no policy: whatever they hold may do what it can.
      const viewer = await newPage();
      await drawn(page);
      await claimHostile(page);
      await tool(page, 'Export').click();
      await dialog(page).waitFor();

      await choose(page, { radios: ['SVG', 'The whole map'] });
      const first = await save(page);
      const { records } = JSON.parse(
        /<metadata[^>]*>([^<]*)</
          .exec(first.bytes.toString('utf8'))[1]
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      );
      const savedPng = async () => checkPng(viewer, await save(page), records);
      const savedSvg = async () => checkSvg(viewer, await save(page), records);
      const claims = records.filter(({ kind }) => kind === 'claim');
      await eventually(async () => assert.equal(claims.length, (await editionClaims()).length + 1));
      const whole = await checkSvg(viewer, first, records);
      assert.equal(whole.out, 0, 'Nothing stands outside the picture.');
      assert.ok(whole.fonts > 0 && whole.data === whole.fonts, 'The fonts are inside.');
      const shown = letters(whole.text);
      for (const claim of claims) assert.ok(shown.includes(letters(claim.wording)), claim.wording);
      for (const words of ['Murat Gül', 'Relations after 1989', 'Conclusion']) {
        assert.ok(shown.includes(letters(words)), words);
      }

      const bare = ['Title', 'Citation', 'Legend', 'Date'];
      await choose(page, { unchecked: [...bare, 'Fonts inside the file'], radios: ['Dark'] });
      const plain = await savedSvg();
      assert.equal(plain.fonts, 0);
      assert.ok(plain.height < whole.height, 'Without words around it the picture is lower.');
      assert.ok(!letters(plain.text).includes(letters('Alternatives: Turkish Journal')), 'No citation.');

      await choose(page, { radios: ['What shows now'], checked: ['Title', 'Legend'] });
      assert.ok((await savedSvg()).width < whole.width, 'Less than the whole.');

      await choose(page, { radios: ['PNG', 'What shows now', 'Light'], checked: bare });
      const corners = [];
      for (const scale of [1, 2, 3, 4]) {
        await choose(page, { scale });
        const file = await save(page);
        corners.push((await checkPng(viewer, file, records)).corner);
        assert.equal(file.width % scale, 0, `A whole multiple at scale ${scale}.`);
      }
      await choose(page, { scale: 1, radios: ['Dark'] });
      const dark = (await savedPng()).corner;
      assert.ok(dark[0] < 80 && corners[0][0] > 200, 'Light is light and dark is dark.');
      await choose(page, { checked: ['Transparent background'] });
      assert.equal((await savedPng()).corner[3], 0, 'Transparent.');
      await choose(page, {
        radios: ['The whole map', 'Light'],
        unchecked: ['Transparent background', ...bare],
      });
      assert.equal((await savedPng()).corner[3], 255);
    }, wide);
  },
);
