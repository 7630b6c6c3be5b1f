// How it looks and whom it serves: every screen in every look, checked by axe; every width without a sideways scroll; every key.
/* global getComputedStyle, getSelection, innerHeight */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  openDesk,
  patience,
  selectByMouse,
  skipTour,
  toolbar,
  until,
  withDesk,
} from '../support/journey.mjs';

/** How a page looks where nothing is asked for. */
const plain = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' };

const looks = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced colours': { forcedColors: 'active' },
  'less motion': { reducedMotion: 'reduce' },
};
const passage = 'fifteen new independent states have emerged';
/** This rule of axe does not know the roles of digital publishing, and takes a page start for a nameless span. */
const unknowing = ['aria-prohibited-attr'];
const mapButton = (page, name) =>
  page.getByRole('toolbar', { name: 'Map' }).getByRole('button', { name, exact: true });

const mapDrawn = (page) =>
  until(page, 'the map was drawn', () => document.querySelector('.map-stage')?._cyreg?.cy.nodes().length > 0);

/** Lets axe look at the page, or a part of it, in every look; motion is looked at once, with the page as a whole. */
async function inEveryLook(page, include, disable) {
  for (const [name, look] of Object.entries(looks)) {
    if (include && look.reducedMotion) continue;
    await page.emulateMedia({ ...plain, ...look });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    await axe(page, { include, disable }).catch((error) => {
      throw new Error(`In ${name}, ${include ?? 'the whole page'}: ${error.message}`, { cause: error });
    });
  }
  await page.emulateMedia(plain);
}

test('axe finds nothing, in any look: library, desk, card, note, outline, writing, dialogs', async () => {
  await withDesk(
    async ({ page, url }) => {
      await page.goto(`${url}#/`);
      await page.getByRole('link', { name: /Relations after 1989/ }).waitFor();
      await inEveryLook(page);

      await openDesk(page, url, '?claim=c-lachin');
      await page.locator('#card-c-lachin.open').waitFor();
      await mapDrawn(page);
      await mapButton(page, 'Both').click();
      await page.locator('[role=treeitem]').first().waitFor();
      await page.getByRole('button', { name: 'Contents' }).click();
      await inEveryLook(page, undefined, unknowing);
      await page.getByRole('button', { name: 'Contents' }).click();

      await page.locator('#card-c-lachin').getByRole('button', { name: 'Supports …' }).click();
      await page.getByRole('dialog', { name: 'What does it support?' }).waitFor();
      await inEveryLook(page, 'claim-picker');
      await page.keyboard.press('Escape');

      await mapButton(page, 'Export').click();
      await page.locator('export-dialog dialog[open]').waitFor();
      await inEveryLook(page, 'export-dialog');
      await page.keyboard.press('Escape');
      await page.locator('export-dialog dialog[open]').waitFor({ state: 'detached' });

      await page.locator('#marker-53').click();
      await page.locator('.note-popover').waitFor();
      await inEveryLook(page, '.note-popover');
      await page.keyboard.press('Escape');

      await selectByMouse(page, passage);
      await inEveryLook(page, '[role=toolbar][aria-label=Selection]');
      await toolbar(page).getByRole('button', { name: 'Note', exact: true }).click();
      await page.locator('annotation-editor').waitFor();
      await inEveryLook(page, 'annotation-card');
      await page.getByRole('button', { name: 'Name the colours' }).click();
      await page.getByRole('dialog', { name: 'What your colours mean' }).waitFor();
      await inEveryLook(page, 'colour-names');
    },
    { width: 1600, height: 900 },
  );
});

/** What sticks out of the window, or of a box that cuts it off: short words on each. */
const clipped = (page) =>
  page.evaluate(() => {
    const bad = [];
    if (document.documentElement.scrollWidth > innerWidth)
      bad.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    const { scrollHeight } = document.scrollingElement;
    if (document.querySelector('desk-screen') && scrollHeight > innerHeight)
      bad.push(`the desk is ${scrollHeight} px high`);
    for (const element of document.querySelectorAll(
      'button, a, label, input, h1, h2, h3, h4, p, li, summary, select, textarea',
    )) {
      const box = element.getBoundingClientRect();
      if (
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        box.width < 2 ||
        box.height < 2
      )
        continue;
      if (element.closest('.visually-hidden, .skip-links, map-canvas')) continue;
      const name = `${element.tagName.toLowerCase()} “${(element.ariaLabel ?? element.textContent).trim().slice(0, 30)}”`;
      if (box.left < -1 || box.right > innerWidth + 1)
        bad.push(`${name} sticks out: ${Math.round(box.left)}–${Math.round(box.right)}`);
      const cut =
        element.scrollWidth > element.clientWidth + 2 &&
        /hidden|clip/.test(getComputedStyle(element).overflowX);
      const elided = getComputedStyle(element).textOverflow === 'ellipsis' && element.title;
      if (cut && !elided && element.matches('button, a, label, h1, h2, h3, h4, p, li'))
        bad.push(`${name} is cut off`);
    }
    return bad;
  });

const sizes = {
  '360 px': { width: 360, height: 740 },
  '768 px': { width: 768, height: 1024 },
  '1024 px': { width: 1024, height: 768 },
  '1440 px': { width: 1440, height: 900 },
  '1920 px': { width: 1920, height: 1080 },
  '200 % of 1280 px': { width: 640, height: 400, deviceScaleFactor: 2 },
  '400 % of 1280 px': { width: 320, height: 256, deviceScaleFactor: 4 },
};

for (const [name, size] of Object.entries(sizes)) {
  test(`at ${name} nothing sticks out, scrolls sideways or is cut off`, async () => {
    await withDesk(async ({ page, url }) => {
      await page.goto(`${url}#/`);
      await page.getByRole('link', { name: /Relations after 1989/ }).waitFor();
      await eventually(async () => assert.deepEqual(await clipped(page), [], 'library'));
      await openDesk(page, url, '?claim=c-lachin');
      await eventually(async () => assert.deepEqual(await clipped(page), [], 'text'));
      for (const pane of ['Contents', 'Margin', 'Map']) {
        const button = page.locator('.desk-bar').getByRole('button', { name: pane, exact: true });
        if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
        await until(
          page,
          `${pane} shows`,
          (one) =>
            [...document.querySelectorAll('.desk-bar button')].some(
              (each) => each.textContent.trim() === one && each.ariaPressed === 'true',
            ),
          pane,
        );
        if (pane === 'Map') await mapDrawn(page);
        await eventually(async () => assert.deepEqual(await clipped(page), [], pane));
      }
      await mapButton(page, 'Outline').click();
      await page.locator('[role=treeitem]').first().waitFor();
      await eventually(async () => assert.deepEqual(await clipped(page), [], 'outline'));
      await openDesk(page, url, '?note=53');
      await page.locator('.note-popover').waitFor();
      await until(page, 'the note lies in the window', () => {
        const box = document.querySelector('.note-popover').getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight + 1;
      });
      await eventually(async () => assert.deepEqual(await clipped(page), [], 'note'));
    }, size);
  });
}

/** Walks with Tab from the start of the page until it comes round, and answers the names of what had the focus. */
async function walk(page, most = 400) {
  const seen = [];
  await page.evaluate(() => {
    document.activeElement.blur();
    getSelection().removeAllRanges();
  });
  for (let at = 0; at < most; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const hasRing =
        element.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
      const inside =
        box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
      return {
        name: element.ariaLabel || element.textContent.trim().slice(0, 40) || element.id,
        is: element.className.split?.(' ')[0] ?? '',
        role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
        hasRing,
        inside,
      };
    });
    if (stop === null) break;
    seen.push(stop);
  }
  return seen;
}

test('at 360 px the keyboard alone reaches every pane, and one sees where one is', async () => {
  await withDesk(
    async ({ page }) => {
      const stops = await walk(page, 130);
      const names = stops.map(({ name }) => name);
      for (const name of ['The text', 'Warrant: library', 'Contents', 'Margin', 'Map', 'Text'])
        assert.ok(names.includes(name), `Tab reaches “${name}”: ${names.slice(0, 20).join(' · ')}`);
      assert.ok(
        stops.some(({ role }) => role === 'textbox'),
        'Tab reaches the text.',
      );
      assert.ok(stops.filter(({ role }) => role === 'doc-noteref').length >= 79, 'Tab reaches all markers.');
      const unseen = stops.filter(({ inside, role }) => !inside && role !== 'textbox');
      assert.deepEqual(
        unseen.map(({ name }) => name),
        [],
        'What has the focus is in sight.',
      );
      const bare = stops.filter(({ hasRing, role }) => !hasRing && role !== 'textbox');
      assert.deepEqual(
        bare.map(({ name, role }) => `${role} ${name}`),
        [],
        'The focus shows.',
      );

      // To the map and its outline, a claim chosen there, and to its card; without a pointer.
      const bar = page.locator('.desk-bar');
      await bar.getByRole('button', { name: 'Map' }).focus();
      await page.keyboard.press('Enter');
      await mapDrawn(page);
      await mapButton(page, 'Outline').focus();
      await page.keyboard.press('Enter');
      await page.locator('[role=treeitem]').first().waitFor();
      for (
        let at = 0;
        at < 6 && !(await page.evaluate(() => document.activeElement.matches('[role=treeitem]')));
        at += 1
      )
        await page.keyboard.press('Tab');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await until(page, 'the words of the conclusion are on the screen', () => {
        const box = document.querySelector('mark.lit[data-claim~="c-relations"]')?.getBoundingClientRect();
        return box && box.height > 0 && box.top > 0 && box.bottom < innerHeight;
      });
      await bar.getByRole('button', { name: 'Margin' }).focus();
      await page.keyboard.press('Enter');
      await until(page, 'its card is on the screen', () => {
        const box = document.querySelector('#card-c-relations.open')?.getBoundingClientRect();
        return box && box.bottom > 0 && box.top < innerHeight;
      });
    },
    { width: 360, height: 740 },
  );
});

test('the theme is chosen with one button, kept, and there before the first paint', async () => {
  await withApp(
    async ({ page, context, url }) => {
      page.setDefaultTimeout(patience);
      await skipTour(context);
      await openDesk(page, url);
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await ground();
      const button = page.getByRole('button', { name: /^Theme/ });
      await button.click();
      await button.click();
      await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
      const dark = await ground();
      assert.notEqual(dark, light);
      await page.reload();
      await deskReady(page);
      await eventually(async () => assert.equal(await ground(), dark));
    },
    { path: null, colorScheme: 'light' },
  );
});

test('with less motion asked for, nothing glides', async () => {
  await withDesk(
    async ({ page }) => {
      const slow = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((one) => {
            const style = getComputedStyle(one);
            const seconds = `${style.transitionDuration}, ${style.animationDuration}`
              .split(', ')
              .map(Number.parseFloat);
            return Math.max(...seconds) > 0.01;
          })
          .map((one) => one.className || one.tagName),
      );
      assert.deepEqual([...new Set(slow)], []);
    },
    { reducedMotion: 'reduce' },
  );
});
