// The argument out of the built app as text and data, and in again: the same map on another device, the same file for another program.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  eventually,
  focused,
  hear,
  openDesk,
  saved,
  skipTour,
  until,
  withDesk,
} from '../support/journey.mjs';

const exporting = (page) => page.getByRole('dialog', { name: 'Export the argument' });
const opening = (page) => page.getByRole('dialog', { name: 'Open an argument' });

async function openFromMenu(page, item) {
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const when = '2019-05-06 07:08:09';
const node = (nodeID, type, text) => ({ nodeID, type, text, timestamp: when });
const edge = (edgeID, fromID, toID) => ({ edgeID, fromID, toID, formEdgeID: null });

/** As another program writes it, with what Warrant has no word for. */
const theirs = {
  nodes: [
    node('1', 'I', 'The well will run dry'),
    node('2', 'I', 'It has not rained since spring'),
    node('3', 'RA', 'Argument from Sign'),
    node('4', 'I', 'The well is fed by the river'),
    { ...node('5', 'CA', 'Default Conflict'), colour: '#f00' },
    node('6', 'L', 'Jo: The well will run dry'),
    node('7', 'YA', 'Asserting'),
  ],
  edges: [
    edge(1, '2', '3'),
    edge(2, '3', '1'),
    edge(3, '4', '5'),
    edge(4, '5', '3'),
    edge(5, '6', '7'),
    edge(6, '7', '1'),
  ],
  locutions: [{ nodeID: '6', personID: 1, start: null }],
  participants: [{ participantID: 1, firstname: 'Jo', surname: '' }],
  corpus: { name: 'Wells' },
};

/** Takes an argument in that is pasted. */
async function takeIn(page, text) {
  await openFromMenu(page, 'Open an argument');
  await opening(page).getByRole('textbox').fill(text);
  await opening(page).getByRole('button', { name: 'Take in' }).click();
  await saved(page);
}

/** The reader's own argument in a format, as a file. */
async function exported(page, format) {
  await openFromMenu(page, 'Export the argument');
  await exporting(page).getByLabel('Yours alone').check();
  await exporting(page).getByLabel('Format').selectOption({ label: format });
  await until(
    page,
    'the file was made',
    () => document.querySelector('export-argument-dialog pre')?.textContent.length > 50,
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    exporting(page).getByRole('button', { name: 'Download' }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('AIF of another program is taken in, and goes out again just as it came', async () => {
  await withDesk(async ({ page }) => {
    await takeIn(page, JSON.stringify(theirs));
    const { name, text } = await exported(page, 'AIF (JSON)');
    assert.equal(name, 'gul-2008-argument.aif.json');
    assert.deepEqual(JSON.parse(text), theirs);
    await hear(page, `Made ${name}`);
    await eventually(async () => assert.equal(await focused(page), 'Files'));
  });
});

test('what is exported is the same argument on another device, as AIF and as Argdown', async () => {
  await withDesk(async ({ page, newPage, url }) => {
    await takeIn(page, '[So]: It is so.\n  + <Because>: It was seen.\n    _ <Unless>: unless by night.\n');
    const first = await exported(page, 'AIF for OVA (JSON)');
    const other = await newPage();
    await skipTour(other.context());
    await openDesk(other, url);
    await takeIn(other, first.text);
    const again = await exported(other, 'AIF for OVA (JSON)');
    const without = (text) => ({ ...JSON.parse(text).AIF });
    assert.deepEqual(without(again.text), without(first.text));
    const [argdown, argdownAgain] = [await exported(page, 'Argdown'), await exported(other, 'Argdown')];
    const body = (text) => text.replace(/^\s*made:.*$/mu, '');
    assert.equal(body(argdownAgain.text), body(argdown.text));
  });
});

test('the dialog is reached from the map, sound for a screen reader, and remembers the format', async () => {
  await withDesk(async ({ page }) => {
    await page.setViewportSize({ width: 1700, height: 900 });
    await page.locator('argument-map').getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Argdown, AIF, tables …' }).press('Enter');
    await exporting(page).waitFor();
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'format'),
    );
    await exporting(page).getByLabel('Format').selectOption('mermaid');
    await until(page, 'the beginning of the file shows', () =>
      document.querySelector('export-argument-dialog pre')?.textContent.includes('flowchart BT'),
    );
    await axe(page, { include: 'export-argument-dialog' });
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await focused(page), 'Export'));
    await openFromMenu(page, 'Export the argument');
    assert.equal(await exporting(page).getByLabel('Format').inputValue(), 'mermaid');
  });
});
