// The outline on the built app: a large part of the paper's map built from nothing, by keyboard alone, and drawn alike.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, openDesk, saved, until, withDesk } from '../support/journey.mjs';

const wide = { width: 1600, height: 1000 };
const press = (page, ...keys) =>
  keys.reduce((all, key) => all.then(() => page.keyboard.press(key)), Promise.resolve());

/** Walks with Tab until the focus is on something that matches; fails where it never is. */
async function tabTo(page, selector, most = 60) {
  for (let at = 0; at < most; at += 1) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never came to ${selector}.`);
}

/** The wording of the line with the focus. */
const atLine = (page, words) =>
  until(
    page,
    `the focus was on “${words}”`,
    (wanted) => document.activeElement.querySelector?.('.map-name')?.textContent === wanted,
    words,
  );

const fieldOpen = (page, isOpen) =>
  until(
    page,
    isOpen ? 'the field had the focus' : 'the field was gone',
    (wanted) =>
      wanted
        ? document.activeElement.matches('outline-field [name=words]')
        : !document.querySelector('outline-field'),
    isOpen,
  );

/** Opens the field with a key, writes, saves; the focus is on the new line then. */
async function write(page, key, words) {
  await page.keyboard.press(key);
  await fieldOpen(page, true);
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await atLine(page, words);
}

/** Goes to a line by typing how it begins. */
async function goTo(page, words) {
  // Letters of one word belong together for a while: what was typed before must be over.
  await page.keyboard.press('Home');
  await page.keyboard.type(words.slice(0, 12));
  await atLine(page, words);
}

/** Chooses from the menu of the line, by letters and arrows. */
async function choose(page, words) {
  await page.keyboard.press('Shift+F10');
  await until(page, 'the menu was open', () => document.activeElement.closest('outline-menu'));
  for (let at = 0; at < 60; at += 1) {
    const now = await page.evaluate(() => document.activeElement.querySelector('.outline-act')?.textContent);
    if (now === words) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`The menu has no ${words}.`);
}

async function group(page, title) {
  await choose(page, 'Put it into a group');
  await fieldOpen(page, true);
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await fieldOpen(page, false);
}

/** What the canvas shows now, in words: claims with role and group, steps, attacks. */
const drawnNow = (page) =>
  page.evaluate(() => {
    const { nodes, links, groups } = document.querySelector('map-canvas').placed.elements;
    const cards = new Map(nodes.filter(({ kind }) => kind === 'card').map((card) => [card.id, card]));
    const titles = new Map(groups.map(({ id, title }) => [id, title]));
    const premises = new Map();
    const ends = new Map();
    for (const link of links.filter(({ kind }) => kind !== 'attack')) {
      const list = premises.get(link.record) ?? [];
      if (cards.has(link.from)) list.push(cards.get(link.from).wording);
      premises.set(link.record, list);
      if (link.kind === 'support') ends.set(link.record, cards.get(link.to).wording);
    }
    const nameOf = (id) =>
      cards.get(id)?.wording ?? `the step to ${ends.get(nodes.find((node) => node.id === id)?.inference)}`;
    return {
      claims: [...cards.values()]
        .map(({ wording, role, group }) => `${role}: ${wording}${group ? ` (${titles.get(group)})` : ''}`)
        .sort(),
      steps: [...premises].map(([id, list]) => `${list.sort().join(' + ')} > ${ends.get(id)}`).sort(),
      attacks: links
        .filter(({ kind }) => kind === 'attack')
        .map(({ from, to, isMutual }) => `${nameOf(from)} ${isMutual ? '<x>' : 'x'} ${nameOf(to)}`)
        .sort(),
    };
  });

/** The lines of the outline with their levels. */
const linesNow = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('argument-outline [role=treeitem]')].map(
      (item) => `${item.ariaLevel} ${item.textContent}`,
    ),
  );

const end = 'Three factors shaped the relations, and three conflicts strained them.';
const factors = 'Three factors above all influenced the relations.';
const self = 'Russia saw itself as a great power.';
const interests = 'Interests tied Russia to the Caspian.';
const choices = 'Azerbaijan chose its distance.';
const covert = 'Moscow meddled in Baku.';
const war = 'Russia armed Armenia.';
const sea = 'The status of the Caspian divided them.';
const arms = 'Arms worth a billion dollars went to Yerevan.';
const odds = 'Alone Armenia could not have won.';
const sold = 'Local commanders may have sold them.';
const lake = 'The Caspian is a lake.';
const open = 'The Caspian is an open sea.';

async function build(page) {
  await page.keyboard.press('Enter');
  await fieldOpen(page, true);
  await page.keyboard.type(end);
  await page.keyboard.press('Enter');
  await atLine(page, end);
  await group(page, 'Conclusion');
  await atLine(page, end);
  await write(page, '+', factors);
  await write(page, '+', self);
  await press(page, '3');
  await write(page, 'Shift+Enter', interests);
  await press(page, 'Control+j');
  await atLine(page, interests);
  await write(page, 'Shift+Enter', choices);
  await until(page, 'three were linked', () =>
    [...document.querySelectorAll('.map-name')].some(
      (one) => one.textContent === '3 premises that work together',
    ),
  );
  await goTo(page, factors);
  await write(page, 'Shift+Enter', covert);
  await press(page, '2');
  await write(page, 'Shift+Enter', war);
  await write(page, 'Shift+Enter', sea);
  await goTo(page, war);
  await group(page, 'The issues');
  await atLine(page, war);
  await write(page, '+', arms);
  await write(page, 'Shift+Enter', odds);
  await press(page, 'Control+j');
  await atLine(page, odds);
  await write(page, '_', sold);
  await goTo(page, sea);
  await write(page, '+', lake);
  await write(page, '-', open);
  await press(page, '=');
  await atLine(page, open);
}

const expected = {
  claims: [
    `conclusion: ${end} (Conclusion)`,
    `premise: ${factors}`,
    `determinant: ${self}`,
    `determinant: ${interests}`,
    `determinant: ${choices}`,
    `issue: ${covert}`,
    `issue: ${war} (The issues)`,
    `issue: ${sea}`,
    `premise: ${arms} (The issues)`,
    `premise: ${odds} (The issues)`,
    `premise: ${sold} (The issues)`,
    `premise: ${lake}`,
    `premise: ${open}`,
  ].sort(),
  steps: [
    `${factors} > ${end}`,
    `${[self, interests, choices].sort().join(' + ')} > ${factors}`,
    `${covert} > ${end}`,
    `${war} > ${end}`,
    `${sea} > ${end}`,
    `${[arms, odds].sort().join(' + ')} > ${war}`,
    `${lake} > ${sea}`,
  ].sort(),
  attacks: [`${sold} x the step to ${war}`, `${open} <x> ${lake}`].sort(),
};

/** Hides the edition's reading and shows the outline, all by Tab, Space and arrows. */
async function toOutline(page) {
  await tabTo(page, '.desk-bar input[type=checkbox]');
  await press(page, 'Space');
  for (let at = 0; at < 8; at += 1) {
    if (await page.evaluate(() => document.activeElement.closest('.desk-map') !== null)) break;
    await press(page, 'F6');
  }
  await tabTo(page, 'map-toolbar button');
  for (let at = 0; at < 20; at += 1) {
    const words = await page.evaluate(() => document.activeElement.textContent.trim());
    if (words === 'Outline') break;
    await press(page, 'ArrowRight');
  }
  await press(page, 'Enter');
  await tabTo(page, 'argument-outline button, argument-outline [role=treeitem]');
}

test(
  'a large part of the map is built from nothing by keyboard alone, drawn alike, and there after a reload',
  { timeout: 120_000 },
  async () => {
    await withDesk(async ({ page, url }) => {
      await toOutline(page);
      await build(page);
      await saved(page);
      const shown = async () => {
        await page
          .getByRole('toolbar', { name: 'Map' })
          .getByRole('button', { name: 'Both', exact: true })
          .focus();
        await press(page, 'Enter');
        await until(
          page,
          'all claims were drawn',
          (count) =>
            document.querySelector('map-canvas')?.placed?.elements.nodes.filter(({ kind }) => kind === 'card')
              .length === count,
          expected.claims.length,
        );
        return drawnNow(page);
      };
      await eventually(async () => assert.deepEqual(await shown(), expected));
      await axe(page, { include: 'argument-outline' });
      const before = await linesNow(page);
      assert.equal(
        before.length,
        expected.claims.length + 2,
        'Every claim, and the two steps of linked premises.',
      );
      await page.reload();
      await openDesk(page, url);
      await page.getByRole('checkbox', { name: 'The edition’s reading' }).uncheck();
      await until(
        page,
        'the same lines were there',
        (wanted) =>
          JSON.stringify(
            [...document.querySelectorAll('argument-outline [role=treeitem]')].map(
              (item) => `${item.ariaLevel} ${item.textContent}`,
            ),
          ) === JSON.stringify(wanted),
        before,
      );
    }, wide);
  },
);

test('a passage that is chosen by keyboard becomes a claim, and is put where it belongs in the outline', async () => {
  await withDesk(async ({ page }) => {
    await toOutline(page);
    await press(page, 'Enter');
    await fieldOpen(page, true);
    await page.keyboard.type(end);
    await press(page, 'Enter');
    await atLine(page, end);
    await page.locator('.ProseMirror').focus();
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home');
    for (let at = 0; at < 5; at += 1) await press(page, 'Control+Shift+ArrowRight');
    await press(page, 'c');
    await until(page, 'the wording was asked for', () =>
      document.activeElement.matches('margin-column textarea'),
    );
    await page.keyboard.press('Control+a');
    await page.keyboard.type('The Union fell.');
    await press(page, 'Control+Enter');
    await until(page, 'it is a line', () =>
      [...document.querySelectorAll('.map-name')].some((one) => one.textContent === 'The Union fell.'),
    );
    await page.locator('[role=treeitem][tabindex="0"]').focus();
    await goTo(page, 'The Union fell.');
    await press(page, 'Control+x');
    await goTo(page, end);
    await press(page, 'Control+v');
    await atLine(page, 'The Union fell.');
    const name = await page.evaluate(() => {
      const item = document.activeElement;
      return item
        .getAttribute('aria-labelledby')
        .split(' ')
        .map((id) => document.getElementById(id).textContent.replace(/\s+/gu, ' ').trim())
        .join(' ');
    });
    assert.match(name, /^The Union fell\. Premise\s*supports/u);
    assert.match(name, /1 passage/u);
    await press(page, 'Shift+F10');
    await until(page, 'the menu was open', () => document.activeElement.closest('outline-menu'));
    await axe(page, { include: 'argument-outline' });
    await press(page, 'Escape');
    await atLine(page, 'The Union fell.');
    await press(page, 'F2');
    await fieldOpen(page, true);
    await axe(page, { include: 'argument-outline' });
  }, wide);
});
