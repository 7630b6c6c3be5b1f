// Two arguments held against each other: a student's map against the model map, as a list and on one map.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { deskReady, eventually, until, withDesk } from '../support/journey.mjs';

const reading = JSON.parse(
  readFileSync(new URL('../../corpus/gul-2008/reading.json', import.meta.url), 'utf8'),
);

/** Somebody's own map: most of the edition's claims, made anew, one worded otherwise, one of their own, some left out. */
function studentFile() {
  const claims = reading.records.filter(({ kind }) => kind === 'claim');
  const kept = claims.slice(0, 20);
  const name = new Map(kept.map(({ id }) => [id, `s-${id}`]));
  const [first] = kept;
  const mine = kept.map((claim) => ({ ...claim, id: name.get(claim.id), group: null }));
  mine[0] = { ...mine[0], wording: 'A student put this in words of their own.' };
  const own = { ...first, id: 's-own', wording: 'Nobody else thought of bananas.', targets: [], group: null };
  const steps = reading.records
    .filter(
      (one) =>
        one.kind === 'inference' &&
        name.has(one.conclusion) &&
        one.premises.every(({ claim }) => name.has(claim)),
    )
    .map((step) => ({
      ...step,
      id: `s-${step.id}`,
      conclusion: name.get(step.conclusion),
      premises: step.premises.map((one) => ({ ...one, claim: name.get(one.claim) })),
    }));
  const file = {
    ...reading,
    id: 'student-1',
    name: 'Notebook of Ada',
    creator: 'Ada Byron',
    records: [...mine, own, ...steps],
  };
  return { name: 'ada.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) };
}

async function command(page, words) {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: 'Command' });
  await field.waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

test('a student’s map is held against the model map, as a list and on one map', async () => {
  await withDesk(async ({ page }) => {
    await deskReady(page);
    const chooser = page.waitForEvent('filechooser');
    await command(page, 'open handouts');
    await (await chooser).setFiles([studentFile()]);
    await until(page, 'the notebook is open', () => document.body.textContent.includes('Ada Byron'));
    await command(page, 'compare two');
    const view = page.locator('compare-view');
    await view.getByText('is there').or(view.getByText('are in both')).first().waitFor();
    const said = await view.getByRole('status').textContent();
    assert.match(
      said,
      /^20 claims are in both \(\d+ not quite the same\), 80 only in .*, 1 only in Ada Byron\./u,
    );
    const own = view.getByRole('button', { name: 'Nobody else thought of bananas.' });
    await own.waitFor();
    await view.getByText('“A student put this in words of their own.”').waitFor();
    await axe(page, { include: 'compare-view' });
    await own.click();
    const focus = () => document.querySelector('compare-view').store.desk.session.focus?.id === 's-own';
    await until(page, 'the claim is in focus', focus);
    await view.getByRole('button', { name: 'Show both on one map' }).click();
    const dialog = page.getByRole('dialog', { name: /on one map/u });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Outline', exact: true }).click();
    const lines = dialog.getByRole('treeitem');
    await lines.first().waitFor();
    const names = await lines.evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.textContent),
    );
    assert.equal(names.filter((name) => name.includes('bananas')).length, 1);
    await lines.filter({ hasText: 'bananas' }).first().focus();
    await dialog.getByText(/Only in Ada Byron/u).waitFor();
    // Here nothing is written: no field opens that would lose what is typed.
    for (const key of ['+', 'F2', 'Shift+Enter']) await page.keyboard.press(key);
    await eventually(async () => assert.equal(await dialog.locator('outline-field').count(), 0));
    await axe(page, { include: 'comparison-dialog' });
    await dialog.getByRole('button', { name: 'Go to it on the desk' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await until(page, 'the claim is in focus on the desk', focus);
  });
});
