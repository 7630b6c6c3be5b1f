// Hostile records sent onto the desk: as a notebook of one's own, as handouts, as files of other programs, as references.
import { readFileSync } from 'node:fs';
import { deskReady, until } from '../support/journey.mjs';
import { layIn } from '../support/own-marks.mjs';
import {
  hostileAif,
  hostileArgdown,
  hostileHypothesis,
  hostileReferences,
  hostileWebAnnotations,
  hostileZotero,
} from './hostile-exchange.mjs';
import { hostileArgument, hostileMarks, hostileNotebook } from './hostile-records.mjs';
import { asFile, command, count, openAt, rest, some, touch } from './hostile-steps.mjs';
import { vectors } from './vectors.mjs';
import { clean } from './watched.mjs';

const edition = JSON.parse(
  readFileSync(new URL('../../corpus/gul-2008/reading.json', import.meta.url), 'utf8'),
);
const paper = { id: edition.paper.id, title: edition.paper.title, hash: edition.paper.hash };
const { target } = edition.records.find(({ kind }) => kind === 'support');

/** Presses a button that says it has been at work when the dialog goes. */
async function takeIn(page, item, dialogName, text, button) {
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const dialog = page.getByRole('dialog', { name: dialogName });
  await dialog.waitFor();
  await dialog.getByRole('textbox').first().fill(text);
  await dialog.getByRole('button', { name: button }).and(page.locator(':enabled')).waitFor();
  await clean(page, `the dialog “${dialogName}”`);
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'detached' });
  await rest(page);
  await clean(page, `the desk after “${dialogName}”`);
}

/** Looks at the open desk in every way that shows what records say. */
async function lookAround(page) {
  for (const view of [
    'marks: list and filter',
    'the class: whose',
    'findings: what to look',
    'sources: the authority',
  ]) {
    await command(page, view);
    await rest(page);
    await clean(page, `the desk, “${view}”`);
  }
  for (const view of ['Outline', 'Map']) {
    const button = page.getByRole('button', { name: view, exact: true }).first();
    if (await button.isVisible()) await button.click();
    await rest(page);
    await clean(page, `the desk with ${view}`);
  }
  await touch(page);
}

/** Marks, claims and all other records: laid into the notebook, brought as a layer, as the files of other programs. */
export async function sendRecords({ page, url }, turn) {
  const claims = some(6, turn);
  const marks = some(2, turn);
  await openAt(page, url, '#/gul-2008');
  await layIn(page, [...hostileMarks(marks, target), ...hostileArgument(claims, target)]);
  await page.reload();
  await deskReady(page);
  await until(page, 'the notebook showed', () => document.querySelector('mark[data-annotation]'));
  await lookAround(page);
  count(
    'records of one’s own (bodies, tags, wordings, names, foreign data)',
    marks.length * 5 + claims.length * 8,
  );

  const chooser = page.waitForEvent('filechooser');
  await command(page, 'open handouts');
  const layer = (records, name, id) => asFile(`${id}.json`, hostileNotebook(records, paper, name, id));
  await (
    await chooser
  ).setFiles([
    layer(hostileMarks(some(2, turn + 1), target), vectors[turn], 'evil-one'),
    layer(hostileArgument(some(6, turn + 1), target), vectors[turn + 5], 'evil-two'),
    ...some(8, turn).map((vector, at) => asFile(`bad-${at}.json`, vector)),
    ...some(8, turn).map((vector, at) =>
      asFile(`worse-${at}.json`, hostileNotebook([{ kind: vector, id: vector }], paper, vector, 'x')),
    ),
  ]);
  const report = page.getByRole('dialog', { name: 'Notebooks opened' });
  await report.waitFor({ timeout: 60_000 });
  await clean(page, 'the report on notebooks');
  await report.getByRole('button', { name: 'Done', exact: true }).click();
  await lookAround(page);
  count('layers', some(2).length * 5 + some(6).length * 8 + 2 * some(8).length);
}

/** Files of other programs, by paste. */
export async function sendExchange({ page, url }, turn) {
  await openAt(page, url, '#/gul-2008');
  const { exact } = target;
  const part = some(3, turn);
  for (const [way, text] of [
    ['Web Annotations', JSON.stringify(hostileWebAnnotations(part, exact))],
    ['Hypothesis', JSON.stringify(hostileHypothesis(part, exact))],
    ['Zotero', JSON.stringify(hostileZotero(part, exact))],
  ]) {
    await takeIn(page, 'Import annotations', 'Import annotations', text, /^Take in/u);
    count(way, part.length * 6);
  }
  const few = some(6, turn);
  for (const [way, text] of [
    ['Argdown', hostileArgdown(few)],
    ['AIF', JSON.stringify(hostileAif(few))],
  ]) {
    await takeIn(page, 'Open an argument …', 'Open an argument', text, /^Take in$/u);
    count(way, few.length * 2);
  }
  await lookAround(page);
  await page.goto(`${url}#/gul-2008?note=53`);
  const note = page.getByRole('dialog', { name: 'Note 53', exact: true });
  await note.waitFor();
  for (const [way, text] of Object.entries(hostileReferences(few))) {
    await note
      .getByRole('button', { name: /^Attach a (?:source|work)/u })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^Attach/u });
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: 'Paste or drop' }).check();
    await dialog.getByRole('textbox', { name: /BibTeX/u }).fill(text);
    await dialog
      .getByRole('button', { name: /^Attach/u })
      .and(page.locator(':enabled'))
      .first()
      .waitFor();
    await clean(page, `references as ${way}`);
    await dialog
      .getByRole('button', { name: /^Attach/u })
      .and(page.locator(':enabled'))
      .first()
      .click();
    await rest(page);
    await clean(page, `a note with works from ${way}`);
    if (await dialog.isVisible()) await page.keyboard.press('Escape');
    count(`references, ${way}`, few.length * 6);
  }
}
