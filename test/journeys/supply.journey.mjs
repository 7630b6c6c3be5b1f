// What a reader supplies: a note's words by keyboard, works pasted, marks inside a note, a reading of one's own; all there after a reload.
/* global getSelection */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  focused,
  hear,
  saved,
  selectByMouse,
  until,
  withDesk,
} from '../support/journey.mjs';

const popover = (page, label) => page.getByRole('dialog', { name: `Note ${label}`, exact: true });
const flat = (text) => text.replace(/\s+/gu, ' ').trim();

async function reload(page) {
  await saved(page);
  await page.reload();
  await deskReady(page);
}

const words = 'Leila Aliyeva, “Foreign Policy,” p. 303.';

test('note 53 is transcribed by keyboard alone, and is there after a reload, beside what the copy says', async () => {
  await withDesk(async ({ page }) => {
    await page.locator('#marker-53').focus();
    await page.keyboard.press('Enter');
    await popover(page, 53).waitFor();
    for (let at = 0; (await focused(page)) !== 'Transcribe'; at += 1) {
      assert.ok(at < 20, 'Tab leads to “Transcribe”.');
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await until(page, 'one can write', () => document.activeElement.name === 'text');
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Alternatives 7, library print');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Control+Enter');
    await until(
      page,
      'the focus is on the button again',
      () => document.activeElement.dataset.action === 'Transcribe',
    );
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await focused(page), 'marker-53'));
    await reload(page);
    await popover(page, 53).waitFor({ state: 'detached' });
    await page.locator('#marker-53').focus();
    await page.keyboard.press('Enter');
    const said = flat(await popover(page, 53).innerText());
    assert.ok(said.includes(words), said);
    assert.match(said, /The words of this note are not in this copy/);
    assert.match(said, /Supplied by you \(Ada\) on .+, from Alternatives 7, library print/);
    await eventually(async () =>
      assert.match(
        flat(await page.locator('.notes-summary').innerText()),
        /missing from this copy; you supplied 1\./,
      ),
    );
  });
});

test('a press elsewhere in the middle of a word loses nothing', async () => {
  await withDesk(
    async ({ page }) => {
      await popover(page, 53).getByRole('button', { name: 'Transcribe' }).click();
      await page.keyboard.type('Half a sen');
      await page.locator('.desk-bar').click({ position: { x: 5, y: 5 } });
      await popover(page, 53).waitFor({ state: 'detached' });
      await reload(page);
      await popover(page, 53).waitFor();
      await eventually(async () => assert.ok((await popover(page, 53).innerText()).includes('Half a sen')));
    },
    { at: '?note=53' },
  );
});

const bibtex = `@article{aliyeva1995,
  author = {Aliyeva, Leila}, title = {Conduct of Foreign Policy}, journal = {Alternatives}, year = {1995}
}

@book{broken2000,
  author = {Nobody, Some,
  title = {Broken

@book{sobhani1998,
  author = {Sobhani, Rob}, title = {Caspian Policy}, year = {1998}
}
`;

test('of three entries pasted, one broken, two are kept and the broken one is named by its line', async () => {
  await withDesk(
    async ({ page }) => {
      await popover(page, 53).getByRole('button', { name: 'Attach a source' }).click();
      const dialog = page.getByRole('dialog', { name: 'Attach a source to note 53' });
      await dialog.getByLabel('Paste or drop').check();
      await dialog.getByRole('textbox', { name: /BibTeX/ }).fill(bibtex);
      await dialog.locator('.work-preview li').nth(1).waitFor();
      await eventually(async () =>
        assert.match(
          await dialog.locator('.work-findings').innerText(),
          /‘broken2000’ from line 5, line 6: no closing brace/u,
        ),
      );
      await dialog.getByRole('button', { name: 'Attach these 2 works' }).click();
      await dialog.waitFor({ state: 'detached' });
      await popover(page, 53).locator('.note-work').nth(1).waitFor();
      await reload(page);
      await popover(page, 53).waitFor();
      const lines = await popover(page, 53).locator('.work-line').allInnerTexts();
      assert.equal(lines.length, 2);
      assert.match(lines[0], /Aliyeva, Leila.*Conduct of Foreign Policy.*1995/u);
      assert.match(lines[1], /Sobhani, Rob.*Caspian Policy.*1998/u);
    },
    { at: '?note=53' },
  );
});

test('what was pasted and not attached is there again after Escape, and after a reload', async () => {
  await withDesk(
    async ({ page }) => {
      const dialog = page.getByRole('dialog', { name: 'Attach a source to note 53' });
      const field = dialog.getByRole('textbox', { name: /BibTeX/ });
      const open = () => popover(page, 53).getByRole('button', { name: 'Attach a source' }).click();
      await open();
      await dialog.getByLabel('Paste or drop').check();
      await field.fill(bibtex);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await eventually(async () => assert.equal(await focused(page), 'Attach a source'));
      await open();
      await eventually(async () => assert.equal(await field.inputValue(), bibtex));
      await dialog.locator('.work-preview li').nth(1).waitFor();
      await field.pressSequentially('@');
      await page.reload();
      await deskReady(page);
      await open();
      await eventually(async () => assert.equal(await field.inputValue(), `${bibtex}@`));
      await dialog.getByRole('button', { name: 'Clear' }).click();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await open();
      await eventually(async () => assert.equal(await dialog.getByLabel('Type it in').isChecked(), true));
      await eventually(async () =>
        assert.equal(
          await dialog.getByRole('textbox', { name: /BibTeX/, includeHidden: true }).inputValue(),
          '',
        ),
      );
    },
    { at: '?note=53' },
  );
});

const filled = (xml) =>
  xml.replace(
    /<fn id="fn53"[^>]*>(<label>53<\/label>)<\/fn>/u,
    '<fn id="fn53">$1<p>See Leila Aliyeva, Foreign Policy, at https://example.org/a.</p></fn>',
  );

test('words inside a note are marked by keyboard, found again after a reload, and its link is safe', async () => {
  await withDesk(async ({ page, url }) => {
    await page.route('**/paper*.xml', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: filled(await response.text()) });
    });
    await page.goto(`${url}?again#/gul-2008?note=53`);
    await deskReady(page);
    const said = popover(page, 53).locator('note-words');
    const link = said.locator('a');
    await eventually(async () =>
      assert.deepEqual(await link.evaluate((one) => [one.href, one.target, one.rel.includes('noopener')]), [
        'https://example.org/a',
        '_blank',
        true,
      ]),
    );
    await said.focus();
    await page.keyboard.press('Control+Home');
    for (let at = 0; at < 'See '.length; at += 1) await page.keyboard.press('ArrowRight');
    for (let at = 0; at < 'Leila Aliyeva'.length; at += 1) await page.keyboard.press('Shift+ArrowRight');
    await eventually(async () =>
      assert.equal(await page.evaluate(() => String(getSelection())), 'Leila Aliyeva'),
    );
    await page.getByRole('toolbar', { name: 'Selected words of the note' }).waitFor();
    await page.keyboard.press('n');
    await until(page, 'one can write', () => document.activeElement.name === 'body');
    await page.keyboard.type('Which chapter?');
    await page.keyboard.press('Control+Enter');
    await reload(page);
    await popover(page, 53).waitFor();
    await eventually(async () =>
      assert.equal(await popover(page, 53).locator('note-words mark').innerText(), 'Leila Aliyeva'),
    );
    await eventually(async () =>
      assert.ok((await popover(page, 53).locator('.note-marks').innerText()).includes('Which chapter?')),
    );
  });
});

test('what a note is for is chosen in the text, counts, and goes back', async () => {
  await withDesk(
    async ({ page }) => {
      const note = popover(page, 53);
      await note.getByRole('button', { name: 'Correct what it supports' }).click();
      await selectByMouse(page, 'the so called Lachin corridor was opened');
      await page.getByRole('button', { name: 'This is what note 53 is for' }).click();
      await until(page, 'the note reads as corrected', () =>
        /your reading\): .?the so called Lachin corridor was opened/u.test(
          document.querySelector('.note-popover .note-support').textContent.replace(/\s+/gu, ' '),
        ),
      );
      await reload(page);
      await note.waitFor();
      await eventually(async () =>
        assert.match(
          flat(await note.innerText()),
          /\(your reading\).*Read before as a quotation, named: Aliyeva/u,
        ),
      );
      await note.getByRole('button', { name: 'Correct what it supports' }).click();
      await note.getByRole('button', { name: 'Back to the first reading' }).click();
      await until(page, 'the first reading is back', () =>
        document.querySelector('.note-popover .note-sure').textContent.includes('(sure)'),
      );
    },
    { at: '?note=53', width: 1440, height: 900 },
  );
});

test('by commands: the note with the focus is transcribed; with none in sight the command says why not', async () => {
  await withDesk(async ({ page }) => {
    const choose = async (typed) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command' }).fill(typed);
      const option = page.getByRole('option', { name: new RegExp(typed, 'u') });
      await option.waitFor();
      return option;
    };
    const idle = await choose('Transcribe this note');
    await eventually(async () => assert.equal(await idle.getAttribute('aria-disabled'), 'true'));
    assert.match(await idle.innerText(), /No note is open, and the focus is on none/u);
    await page.keyboard.press('Escape');
    await page.locator('#marker-53').focus();
    assert.equal(await (await choose('Attach a source to this note')).getAttribute('aria-disabled'), 'false');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Attach a source to note 53' }).waitFor();
    await page.keyboard.press('Escape');
    await until(page, 'the marker has the focus', () => document.activeElement.id === 'marker-53');
    await choose('Transcribe this note');
    await page.keyboard.press('Enter');
    await until(page, 'one can write', () => document.activeElement.name === 'text');
    await page.keyboard.press('Escape');
    await choose('Correct what this note supports');
    await page.keyboard.press('Enter');
    await popover(page, 53).getByRole('form', { name: 'What note 53 supports' }).waitFor();
  });
});

test('an authority gets a work and its right name among the sources, and both go back', async () => {
  await withDesk(
    async ({ page }) => {
      const row = page.locator('.source-row[data-source=src-aliyeva]');
      await row.getByRole('button', { name: 'Attach a work …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Attach a work by Aliyeva' });
      await dialog.getByLabel('Title').fill('Conduct of Foreign Policy');
      await dialog.getByRole('button', { name: 'Done' }).click();
      await dialog.waitFor({ state: 'detached' });
      await row.locator('.note-work').waitFor();
      await row.getByRole('button', { name: 'Correct the name …' }).click();
      await page.keyboard.type('Aliyeva, Leila');
      await page.keyboard.press('Enter');
      await hear(page, 'Named Aliyeva, Leila');
      await axe(page, { include: 'sources-view' });
      await reload(page);
      await row.locator('.note-work').waitFor();
      await eventually(async () =>
        assert.match(
          flat(await row.innerText()),
          /^Aliyeva, Leila .*Conduct of Foreign Policy.*supplied by you/u,
        ),
      );
      await row.getByRole('button', { name: 'Back to the first name' }).click();
      await hear(page, 'Back to the first name');
      await eventually(async () =>
        assert.equal(flat(await row.locator('.source-label').innerText()), 'Aliyeva'),
      );
    },
    { at: '?source=src-aliyeva', width: 1600, height: 900 },
  );
});
