// Whom it serves, command by command: dialogs named and left by where one came from, one saying an event, no focus lost, every direction of writing.
/* global Element, MutationObserver, NodeFilter, Range */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import { deskReady, eventually, hear, saved, skipTour, until, withDesk } from '../support/journey.mjs';

const text = (page) => page.evaluate(() => document.querySelector('.ProseMirror').focus());
const inText = () => document.activeElement?.classList.contains('ProseMirror');

/** Chooses a command of the list by the name that it has there. */
async function command(page, name) {
  await page.keyboard.press('Control+k');
  await page.locator('command-palette dialog[open]').waitFor();
  await page.keyboard.insertText(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('command-palette dialog[open]').waitFor({ state: 'detached' });
}

/** The commands that can be done now and ask for more before they do it; those that ask for a file are the browser's. */
async function asking(page) {
  await page.keyboard.press('Control+k');
  await page.locator('command-palette dialog[open]').waitFor();
  const names = await page
    .locator('command-palette [role=option]:not([aria-disabled=true])')
    .evaluateAll((options) => options.map((one) => one.querySelector('span')?.textContent.trim() ?? ''));
  await page.keyboard.press('Escape');
  await page.locator('command-palette dialog[open]').waitFor({ state: 'detached' });
  return names.filter((name) => /…$/u.test(name) && !/^(?:Import|Open|Restore) /u.test(name));
}

test('every command that asks does so in a named dialog, which has the focus and gives it back', async () => {
  await withDesk(
    async ({ page }) => {
      await text(page);
      const names = await asking(page);
      const asked = [];
      for (const name of names) {
        await text(page);
        await command(page, name);
        await until(
          page,
          `“${name}” came`,
          () =>
            document.querySelector('dialog[open]') ??
            !document.activeElement?.matches('.ProseMirror, body, command-palette *'),
        );
        // A command may ask in a pane, too.
        const dialog = page.locator('dialog[open]');
        if ((await dialog.count()) === 0) continue;
        asked.push(name);
        await until(
          page,
          `“${name}” has the focus`,
          () => document.querySelector('dialog[open]')?.contains(document.activeElement) === true,
        );
        const title = await dialog.evaluate(
          (one) =>
            one.ariaLabel ?? document.getElementById(one.getAttribute('aria-labelledby'))?.textContent ?? '',
        );
        assert.ok(title.trim(), `“${name}” has a name.`);
        await axe(page, { include: 'dialog[open]' });
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        await until(page, `“${name}” gave the focus back`, inText);
      }
      assert.ok(asked.length > 4, `These asked: ${asked.join(', ')}.`);
    },
    { width: 1440, height: 900 },
  );
});

test('what is done is said once: saving is silent as long as it succeeds', async () => {
  await withDesk(async ({ page }) => {
    await page.evaluate(() => {
      globalThis.heard = [];
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const region = element?.closest('[role=status], [role=alert], [aria-live]');
          const words = region?.textContent.trim();
          if (!words || region.ariaLive === 'off') continue;
          if (!globalThis.heard.includes(words)) globalThis.heard.push(words);
        }
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await text(page);
    await page.keyboard.press('b');
    await hear(page, 'bookmarked');
    await saved(page);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), ['Bookmarked']);
  });
});

test('at 400 % of 1280 px no command leaves the focus nowhere', async () => {
  await withDesk(
    async ({ page }) => {
      for (const name of ['List of all hits', 'Marks: list and filter', 'Findings: what to look at again']) {
        await page.locator('.desk-bar').getByRole('button', { name: 'Text', exact: true }).click();
        await text(page);
        await command(page, name);
        await until(page, `“${name}” shows`, () => document.querySelector('.desk[data-view="contents"]'));
        await until(
          page,
          `“${name}” has the focus`,
          () => document.activeElement?.closest('side-pane')?.checkVisibility() === true,
        );
      }
      await page.locator('.desk-bar').getByRole('button', { name: 'Text', exact: true }).click();
      await text(page);
      await command(page, 'How the text looks');
      await until(page, 'the panel has the focus', () =>
        document.querySelector('reading-settings [role=dialog]')?.contains(document.activeElement),
      );
      await page.keyboard.press('Escape');
      await until(page, 'the text has the focus again', inText);
    },
    { width: 320, height: 256 },
  );
});

const title = 'القانون (ICJ) والحرب';
const words = 'الحرب أقدم (ICJ) من القانون';
const file = `# ${title}\n\n## المسألة (ICJ) الأولى\n\n${words}.[^1]\n\nثم لحق بها.\n\n[^1]: انظر (ICJ) غروتيوس.\n`;

/** Whether the first word of the text in each element stands to the right of the Latin word in its middle. */
const fromRight = (page, selector) =>
  page
    .locator(selector)
    .filter({ visible: true, hasText: 'ICJ' })
    .first()
    .evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf('ICJ');
        if (at < 0) continue;
        const box = (from) => {
          const range = new Range();
          range.setStart(node, from);
          range.setEnd(node, from + 1);
          return range.getBoundingClientRect();
        };
        return box(node.data.search(/\p{Script=Arabic}/u)).left > box(at).right;
      }
      return null;
    });

test('a paper that is written from right to left reads so in every place', async () => {
  await withApp(
    async ({ page, url, context }) => {
      await skipTour(context);
      await page.goto(url);
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Add a paper' }).click();
      await (
        await chooser
      ).setFiles([{ name: 'haqq.md', mimeType: 'text/markdown', buffer: Buffer.from(file) }]);
      await page.getByRole('button', { name: /^Keep and read/u }).click();
      await deskReady(page);
      assert.equal(await page.locator('paper-pane article').getAttribute('dir'), 'rtl');
      await page.getByRole('button', { name: 'Contents', exact: true }).click();
      await page.locator('.contents-title').first().waitFor();
      await page.locator('.paper-text .marker').first().click();
      await page.locator('.note-popover .note-words').waitFor();
      const places = [
        '.desk-title',
        '#paper-title',
        '.contents-title',
        '.paper-text p',
        '.note-popover .note-words',
      ];
      for (const place of places) assert.equal(await fromRight(page, place), true, `${place} reads right.`);
      await axe(page, { disable: ['aria-prohibited-attr'] });

      await page.goto(`${page.url().split('?')[0]}?mend`);
      await page.locator('.mend-row').first().waitFor();
      for (const place of ['.mend-body p', '.mend-note-body p'])
        assert.equal(await fromRight(page, place), true, `${place} reads right.`);
      await page.goto(url);
      await page.locator('.library-title', { hasText: 'القانون' }).waitFor();
      await eventually(async () =>
        assert.equal(await fromRight(page, '.library-title:has-text("ICJ")'), true),
      );
    },
    { path: null, width: 1440, height: 900 },
  );
});
