// One's own papers: a new user drops files and reads within a minute; fifty at once with a broken one; copies, passwords of rows, paste, keys.
/* global DataTransfer, File, ClipboardEvent, DragEvent */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import { eventually, patience, until } from '../support/journey.mjs';

const page = (
  title,
  words = 'Trees grew tall.',
) => `<!doctype html><html lang="en"><head><title>${title}</title>
  <meta name="author" content="Ada Byron"></head><body><article><h1>${title}</h1><h2>I. Growth</h2>
  <p>${words} Nobody knew why, though many had asked.<sup><a id="r1" href="#n1">1</a></sup></p>
  <h2>II. Decline</h2><p>Then they fell, one after the other.<sup><a id="r2" href="#n2">2</a></sup></p>
  <ol><li id="n1">Smith, <i>Trees</i>, 1890. <a href="#r1">↩</a></li>
  <li id="n2">Jones, <i>Leaves</i>, 1891. <a href="#r2">↩</a></li></ol></article></body></html>`;

const html = (name, text) => ({ name, type: 'text/html', text });
const asFiles = (files) =>
  files.map(({ name, type, text }) => ({ name, mimeType: type, buffer: Buffer.from(text) }));

const rtf = { name: 'old.rtf', type: 'application/rtf', text: '{\\rtf1\\ansi Words}' };
const nothing = { name: 'nothing.txt', type: 'text/plain', text: ' ' };

/** Chooses files by the button, as a person does. */
async function choose(screen, files) {
  const chooser = screen.waitForEvent('filechooser');
  await screen.getByRole('button', { name: 'Add a paper' }).click();
  await (await chooser).setFiles(asFiles(files));
}

/** Holds files over the page and lets them go, or only holds them. */
const drag = (screen, files, kinds = ['dragover', 'drop']) =>
  screen.evaluate(
    ([brought, names]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, type, text } of brought) dataTransfer.items.add(new File([text], name, { type }));
      const on = document.querySelector('main');
      for (const name of names)
        on.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [files, kinds],
  );

const rows = (screen) => screen.locator('.import-entry');

const allRead = (screen, count) =>
  until(
    screen,
    `${count} files were read`,
    (wanted) =>
      document.querySelectorAll('.import-entry').length === wanted &&
      !document.querySelector('.import-entry:is([data-state="waiting"], [data-state="reading"])'),
    count,
    60_000,
  );

const library = async (use, look = {}) =>
  withApp(async (app) => {
    app.context.setDefaultTimeout(patience);
    await app.page.getByRole('button', { name: 'Add a paper' }).waitFor();
    await use(app);
  }, look);

test('a new user drops a file, sees what was found in it, and is reading within a minute', async () => {
  await library(async ({ page: screen }) => {
    const begun = Date.now();
    const files = [html('trees.html', page('On trees')), rtf, nothing];
    await drag(screen, files, ['dragover']);
    await screen.getByText('Let go to add to your library').waitFor();
    await drag(screen, files);
    await allRead(screen, 3);
    await eventually(async () =>
      assert.equal(await screen.getByText('Let go to add to your library').count(), 0),
    );
    const [first, second, third] = await rows(screen).allInnerTexts();
    assert.match(first, /On trees\s+Ada Byron\s+2 of 2 markers found/u);
    assert.match(second, /is an RTF document.*Your library is as it was/su);
    assert.match(third, /There is nothing in it/u);
    await axe(screen);
    await eventually(async () =>
      assert.equal(await screen.locator('.library-entry').filter({ hasText: 'On trees' }).count(), 0),
    );
    await screen.getByRole('button', { name: 'Keep and read: On trees' }).click();
    await screen.locator('.paper-text').getByText('Nobody knew why').first().waitFor();
    assert.ok(Date.now() - begun < 60_000);
    await eventually(async () =>
      assert.equal(await screen.locator('.paper-text [role=doc-noteref]').count(), 2),
    );
    assert.match(new URL(screen.url()).hash, /^#\/byron-[0-9a-f]{6}$/u);

    await screen.goBack();
    await allRead(screen, 2);
    await screen.locator('.library-entry').filter({ hasText: 'On trees' }).waitFor();
  });
});

test('fifty files at once keep their order; all that need no decision are kept by one press', async () => {
  await library(async ({ page: screen }) => {
    const files = Array.from({ length: 50 }, (_, at) =>
      at === 20 ? rtf : html(`paper ${at}.html`, page(`Paper ${at}`, `Paper ${at} says so.`)),
    );
    await drag(screen, files);
    await allRead(screen, 50);
    await eventually(async () =>
      assert.deepEqual(
        await screen.locator('.import-title').allInnerTexts(),
        files.flatMap((_, at) => (at === 20 ? [] : [`Paper ${at}`])),
      ),
    );
    await screen.getByRole('button', { name: 'Keep all 49' }).click();
    await screen.getByText('50 of 50 done, 49 kept, 1 could not be read').first().waitFor();
    await until(screen, 'the library has them', () =>
      document.querySelector('.library-shelf')?.textContent.includes('50'),
    );
  });
});

test('the same text is told to be there; a better copy takes the place of the older one, and leads back', async () => {
  await library(async ({ page: screen }) => {
    await choose(screen, [html('a.html', page('On trees')), html('b.html', page('On trees'))]);
    await allRead(screen, 2);
    await eventually(async () =>
      assert.match(await rows(screen).nth(1).innerText(), /very same text is above already/u),
    );
    await screen.getByRole('button', { name: 'Leave out: On trees' }).nth(1).click();
    await screen.getByRole('button', { name: 'Keep: On trees' }).click();
    await screen.getByText('Kept:').waitFor();
    await choose(screen, [html('c.html', page('On trees', 'Trees grew very tall.'))]);
    await screen.getByRole('button', { name: 'Put it in its place' }).click();
    await screen.getByText('In the place of the older copy').waitFor();
    await axe(screen, { include: 'paper-intake' });
    const link = screen.locator('.import-kept a').last();
    const href = await link.getAttribute('href');
    await link.click();
    await screen.locator('.paper-text').getByText('Trees grew very tall').first().waitFor();
    await screen.goBack();
    await screen.locator(`.library-entry a[href="${href}"]`).waitFor();
    await screen.getByRole('button', { name: 'Bring the older copy back: On trees' }).click();
    await until(screen, 'nothing is on its way', () => !document.querySelector('.import-entry'));
    await screen.locator(`.library-entry a[href="${href}"]`).click();
    await screen.locator('.paper-text').getByText('Trees grew tall').first().waitFor();
  });
});

test('a text is pasted into the page, or into a field with a title', async () => {
  await library(async ({ page: screen }) => {
    await screen.evaluate((markup) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', markup);
      clipboardData.setData('text/plain', 'Trees');
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, page('Pasted trees'));
    await allRead(screen, 1);
    await eventually(async () =>
      assert.match(await rows(screen).first().innerText(), /Pasted trees.*2 of 2 markers/su),
    );
    const opener = screen.getByRole('button', { name: 'Add text by pasting' });
    await opener.click();
    const dialog = screen.getByRole('dialog', { name: 'Add text by pasting' });
    await dialog.waitFor();
    await axe(screen, { include: '.paste-dialog' });
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('There is nothing to add yet').waitFor();
    await dialog.getByLabel('Title').fill('A title of my own');
    await dialog
      .getByLabel('Text, as you copied it')
      .fill('# One\n\nWords with a note.[^1]\n\n# Two\n\nMore.\n\n[^1]: The note.');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await allRead(screen, 2);
    await eventually(async () =>
      assert.match(await rows(screen).nth(1).innerText(), /A title of my own\s+1 of 1 marker found/u),
    );
  });
});

test('by keyboard alone, narrow and dark: the focus is never lost', async () => {
  await library(
    async ({ page: screen }) => {
      await choose(screen, [html('a.html', page('On trees')), html('b.html', page('On leaves')), rtf]);
      await allRead(screen, 3);
      await axe(screen);
      const width = await screen.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `The page is ${width} px wide.`);
      const leave = screen.getByRole('button', { name: 'Leave out: On trees' });
      await leave.focus();
      await screen.keyboard.press('Enter');
      await until(screen, 'the row went', () => document.querySelectorAll('.import-entry').length === 2);
      const name = () =>
        screen.evaluate(
          () =>
            document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim(),
        );
      await eventually(async () => assert.equal(await name(), 'Keep and read: On leaves'));
      await screen.getByRole('button', { name: 'Keep: On leaves' }).focus();
      await screen.keyboard.press('Enter');
      await screen.getByText('Kept:').waitFor();
      await eventually(async () => assert.equal(await name(), 'On leaves'));
      for (const what of ['Put away: On leaves', 'Leave out: old.rtf']) {
        await screen.getByRole('button', { name: what }).focus();
        await screen.keyboard.press('Enter');
        await screen.getByRole('button', { name: what }).waitFor({ state: 'detached' });
      }
      await eventually(async () => assert.equal(await name(), 'Add a paper …'));
    },
    { width: 320, height: 700, colorScheme: 'dark' },
  );
});
