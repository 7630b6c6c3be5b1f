// Arguments in files on the built app: looked at before anything is done, taken in as one, what was edited elsewhere told and merged.
/* global DataTransfer, DragEvent, File */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, focused, hear, until, withDesk } from '../support/journey.mjs';

const opening = (page) => page.getByRole('dialog', { name: 'Open an argument' });
const flat = (text) => text.replace(/\s+/gu, ' ').trim();
const summary = async (page) => flat(await opening(page).getByRole('status').innerText());

async function openFromMenu(page) {
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open an argument …' }).click();
}

const paste = (page, text) => opening(page).getByLabel('Argdown or AIF as text').fill(text);

const says = (page, words) =>
  until(
    page,
    `it said “${words}”`,
    (wanted) => document.querySelector('argument-dialog [role=status]')?.textContent.includes(wanted),
    words,
  );

const argdown = `===
title: Two readings
===

[Thesis]: The older reading stands.
  + [Reason]: The oldest witness has it.
  - <Doubt>: The oldest witness was corrected.
    _ <Distance>: These houses lay too far apart.

<img src=x onerror=document.title=1>: Words, \\<script>document.title='run'\\</script>
`;

const outline = (page) => page.locator('argument-outline');

async function showOutline(page) {
  await page.getByRole('button', { name: 'Outline', exact: true }).click();
  await outline(page).waitFor();
}

test('Argdown is looked at, taken in by keyboard, told apart when it was edited, and taken back as one', async () => {
  await withDesk(async ({ page }) => {
    const title = await page.title();
    await showOutline(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command' }).fill('take in an argument');
    await page.keyboard.press('Enter');
    await opening(page).waitFor();
    await paste(page, argdown);
    await says(page, 'New: 5 claims, 1 step and 2 attacks');
    await eventually(async () => assert.match(await summary(page), /^This is Argdown, “Two readings”\./u));
    await axe(page, { include: 'argument-dialog' });
    await opening(page).getByRole('button', { name: 'Take in', exact: true }).press('Enter');
    await hear(page, 'Took in an argument');
    await until(page, 'the outline had it', () =>
      document.querySelector('argument-outline')?.textContent.includes('The older reading stands'),
    );

    await openFromMenu(page);
    await paste(page, argdown);
    await says(page, 'Nothing in this file is new here.');
    assert.equal(
      await opening(page).getByRole('button', { name: 'Take in', exact: true }).isDisabled(),
      true,
    );
    await paste(page, argdown.replace('has it', 'has it in a later hand'));
    await says(page, 'Changed in the file: 1 record.');
    assert.match(
      flat(await opening(page).locator('.argument-change').innerText()),
      /wording Here: The oldest witness has it\. File: The oldest witness has it in a later hand\./u,
    );
    await opening(page).getByRole('button', { name: 'Take in', exact: true }).click();
    await until(page, 'the words were the new ones', () =>
      document.querySelector('argument-outline')?.textContent.includes('in a later hand'),
    );
    await page.keyboard.press('Control+z');
    await hear(page, 'Undone: Take in an argument');
    await until(
      page,
      'the words were the old ones',
      () => !document.querySelector('argument-outline')?.textContent.includes('in a later hand'),
    );
    await eventually(async () => assert.match(await outline(page).innerText(), /The oldest witness has it/u));
    await eventually(async () => assert.equal(await page.title(), title));
  });
});

test('what is exported, edited elsewhere and opened again says what was changed, and merges', async () => {
  await withDesk(async ({ page }) => {
    await showOutline(page);
    await openFromMenu(page);
    await paste(page, argdown);
    await says(page, 'New: 5 claims');
    await opening(page).getByRole('button', { name: 'Take in', exact: true }).click();
    await hear(page, 'Took in an argument');
    await page.getByRole('button', { name: 'Files', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export the argument …' }).click();
    const exporting = page.getByRole('dialog', { name: 'Export the argument' });
    await exporting.getByLabel('Format').selectOption('argdown');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      exporting.getByRole('button', { name: 'Download' }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /^\[Thesis\]: The older reading stands\.$/mu);

    const edited = text
      .replace('The oldest witness has it.', 'The oldest witness had it once.')
      .replace(/^ {2}- <Doubt>\n/mu, '');
    await openFromMenu(page);
    await opening(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'edited.argdown', mimeType: 'text/plain', buffer: Buffer.from(edited) });
    await says(page, 'No longer in the file: 1 attack.');
    await eventually(async () =>
      assert.match(await summary(page), /Changed in the file: 1 record\. As they are here: \d+ records\./u),
    );
    await axe(page, { include: 'argument-dialog' });
    await opening(page).getByLabel('Also remove here what is no longer in the file').check();
    await opening(page).getByRole('button', { name: 'Take in', exact: true }).click();
    await hear(page, 'Took in an argument: 2 records');
    await until(page, 'the words were the new ones', () =>
      document.querySelector('argument-outline')?.textContent.includes('had it once'),
    );
    await page.keyboard.press('Control+z');
    await hear(page, 'Undone: Take in an argument');
    await until(
      page,
      'the words were the old ones',
      () => !document.querySelector('argument-outline')?.textContent.includes('had it once'),
    );
  });
});

test('broken Argdown is read as far as it goes, with line and column; what is no argument is refused', async () => {
  await withDesk(async ({ page }) => {
    await openFromMenu(page);
    await paste(page, '[A]: Sound.\n\n[B] words after a reference\n\n[C]: Sound too.\n');
    await says(page, 'New: 2 claims');
    assert.match(
      flat(await opening(page).locator('.argument-details').innerText()),
      /Line 3: column 5: “words after a reference” does not fit here; this paragraph was set apart\./u,
    );
    await paste(page, 'Dear reader, this is a letter.');
    await says(page, 'No argument was found.');
    const many = Array.from({ length: 20_001 }, (_, at) => `[C${at}]: Words.`).join('\n\n');
    await opening(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'many.argdown', mimeType: 'text/plain', buffer: Buffer.from(many) });
    await says(page, 'more than 20,000 claims');
    await page.keyboard.press('Escape');
    await opening(page).waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await focused(page), 'Files'));
    await eventually(async () =>
      assert.equal(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled(), true),
    );
  });
});

test('an argument that is dropped on the paper opens its dialog, and opens beside one’s own', async () => {
  await withDesk(async ({ page }) => {
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'readings.txt'));
      document
        .querySelector('.paper-text')
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, argdown);
    await opening(page).waitFor();
    await says(page, 'This is Argdown');
    await opening(page).getByRole('button', { name: 'Open beside mine' }).click();
    await hear(page, 'Two readings');
    await showOutline(page);
    await until(page, 'the outline had it', () =>
      document.querySelector('argument-outline')?.textContent.includes('The older reading stands'),
    );
    await eventually(async () =>
      assert.equal(await page.locator('.icon-button[aria-label="Undo"]').isDisabled(), true),
    );
  });
});
