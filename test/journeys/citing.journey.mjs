// Taking a passage away: with its citation in every style, as Markdown, as a link that another browser follows; by key and by touch.
/* global getSelection */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  focused,
  hear,
  openDesk,
  selectByMouse,
  skipTour,
  toolbar,
  until,
  withDesk,
} from '../support/journey.mjs';

const look = { width: 1440, height: 900, permissions: ['clipboard-read', 'clipboard-write'] };
const words = 'dilemmas for them. Among these many challenges';
const onScreen = 'dilemmas for them.Among these many challenges';
const journal = 'Alternatives: Turkish Journal of International Relations';

const menuButton = (page) => toolbar(page).getByRole('button', { name: 'Ways to copy' });
const item = (page, name, role = 'menuitem') => page.getByRole(role, { name, exact: true });

/** What lies on the clipboard, by kind. */
const clipboard = (page) =>
  page.evaluate(async () => {
    const [held] = await navigator.clipboard.read();
    const kinds = await Promise.all(
      held.types.map(async (type) => [type, await (await held.getType(type)).text()]),
    );
    return Object.fromEntries(kinds);
  });

/** Opens the menu over the selected words and takes one of its ways. */
async function take(page, name, role = 'menuitem') {
  await menuButton(page).click();
  await item(page, name, role).click();
}

const styles = [
  [
    'Chicago, notes',
    `“${words}”\n\nMurat Gül, “Russia and Azerbaijan: Relations after 1989,” ${journal} 7, no. 2 & 3 (Summer & Fall 2008): 47.`,
  ],
  ['Chicago, author-date', `“${words}” (Gül 2008, 47)`],
  ['MLA', `“${words}” (Gül 47)`],
  ['APA', `“${words}” (Gül, 2008, p. 47)`],
  [
    'Plain',
    `“${words}” (Murat Gül, “Russia and Azerbaijan: Relations after 1989,” ${journal} 7, no. 2 & 3 (2008): 47)`,
  ],
];

test('a passage is copied in each style, in three forms at once; the style is remembered', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, onScreen);
    for (const [name, text] of styles) {
      await take(page, name, 'menuitemradio');
      await hear(page, name === 'Plain' ? '^Copied with citation$' : `\\(${name}\\)`);
      const held = await clipboard(page);
      assert.equal(held['text/plain'], text);
      assert.ok(
        held['text/html'].includes(name === 'Chicago, notes' ? `<i>${journal}</i>` : 'Gül'),
        held['text/html'],
      );
      assert.ok(held['web text/markdown'].includes(words), JSON.stringify(held));
    }
    await take(page, 'APA', 'menuitemradio');
    await page.reload();
    await deskReady(page);
    await selectByMouse(page, onScreen);
    await toolbar(page).getByRole('button', { name: 'Copy with citation' }).click();
    await hear(page, '\\(APA\\)');
    await eventually(async () =>
      assert.equal((await clipboard(page))['text/plain'], `“${words}” (Gül, 2008, p. 47)`),
    );
  }, look);
});

test('Markdown and the reference alone are copied as words', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, onScreen);
    await take(page, 'Chicago, notes', 'menuitemradio');
    await take(page, 'Copy as Markdown');
    await hear(page, 'Markdown');
    const held = (await clipboard(page))['text/plain'];
    assert.match(held, /^“dilemmas .*”\[\^gul-2008\]\n\n\[\^gul-2008\]: Murat Gül, “Russia/u);
    assert.ok(held.includes(`*${journal}* 7, no. 2 & 3`), held);
    await take(page, 'Copy the reference alone');
    await hear(page, 'the reference');
    await eventually(async () =>
      assert.match(
        (await clipboard(page))['text/plain'],
        /^Gül, Murat\. “Russia and Azerbaijan: Relations after 1989\.” .*: 47–61\.$/u,
      ),
    );
  }, look);
});

test('by keyboard alone: into the menu, through it, back to its button, and copied', async () => {
  await withDesk(async ({ page }) => {
    await selectByMouse(page, onScreen);
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await eventually(async () => assert.equal(await focused(page), 'Ways to copy'));
    await page.keyboard.press('ArrowDown');
    await eventually(async () => assert.equal(await focused(page), 'Plain'));
    await page.keyboard.press('ArrowUp');
    await eventually(async () => assert.equal(await focused(page), 'Link to this passage'));
    await page.keyboard.press('Home');
    await page.keyboard.press('m');
    await eventually(async () => assert.equal(await focused(page), 'MLA'));
    await axe(page, { include: '.selection-bar' });
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await focused(page), 'Ways to copy'));
    await eventually(async () => assert.equal(await menuButton(page).getAttribute('aria-expanded'), 'false'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await page.keyboard.press('Enter');
    await hear(page, '\\(MLA\\)');
    await eventually(async () => assert.equal(await focused(page), 'Ways to copy'));
    await eventually(async () => assert.equal((await clipboard(page))['text/plain'], `“${words}” (Gül 47)`));
    await page.keyboard.press('Escape');
    await until(page, 'the text had the focus', () => document.activeElement.closest('.paper-text'));
    await eventually(async () =>
      assert.equal(await page.evaluate(() => String(getSelection()).length > 0), true),
    );
  }, look);
});

test('a link to a passage selects it in another browser, and changes nothing there', async () => {
  await withDesk(async ({ page, newPage, url }) => {
    await selectByMouse(page, onScreen);
    await take(page, 'Link to this passage');
    await hear(page, 'link to this passage');
    const link = (await clipboard(page))['text/plain'];
    assert.ok(link.startsWith(`${url}#/gul-2008/`), link);
    const other = await newPage(look);
    await skipTour(other.context());
    await other.goto(link);
    await hear(other, 'passage of the link is selected');
    const selected = await other.evaluate(() => String(getSelection()).replace(/\s+/gu, ' '));
    assert.match(selected, /^dilemmas for them\..*Among these many challenges$/u);
    await eventually(async () =>
      assert.equal(
        await other.locator('mark[data-annotation]').count(),
        await page.locator('mark[data-annotation]').count(),
      ),
    );
  }, look);
});

test('a link whose words have moved, are gone or mean harm says what it did', async () => {
  await withDesk(async ({ page, url }) => {
    const go = (rest) => page.evaluate((hash) => void (location.hash = hash), `#/gul-2008${rest}`);
    await go('/III.B?quote=fifteen%20new%20independent%20states');
    await hear(page, 'stands elsewhere now');
    await go('/III.B.2?quote=words%20that%20nobody%20wrote');
    await hear(page, 'not in this copy of the paper; this is III\\.B ¶2');
    await go('?quote=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E');
    await hear(page, 'not in this copy of the paper\\.$');
    await openDesk(page, url, `/III.B?quote=${'x'.repeat(5_000)}`);
    await eventually(async () => assert.equal(await page.evaluate(() => String(getSelection())), ''));
  }, look);
});

test('by touch on a small screen the menu stays within it, in dark as well', async () => {
  await withDesk(
    async ({ page }) => {
      await selectByMouse(page, onScreen);
      await menuButton(page).tap();
      const box = await page.getByRole('menu').boundingBox();
      assert.ok(
        box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 720,
        JSON.stringify(box),
      );
      for (const one of await page.getByRole('menu').getByRole('menuitemradio').all())
        await eventually(async () => assert.ok((await one.boundingBox()).height >= 24));
      await axe(page, { include: '.selection-bar' });
      await item(page, 'APA', 'menuitemradio').tap();
      await hear(page, '\\(APA\\)');
    },
    { ...look, width: 360, height: 720, hasTouch: true, colorScheme: 'dark' },
  );
});
