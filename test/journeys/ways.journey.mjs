// Finding one's way by key and by address: the palette, the sheet of keys, walking, Go to, and links to what does not exist.
/* global getComputedStyle, innerHeight, Range */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { eventually, focused, hear, topParagraph, until, withDesk } from '../support/journey.mjs';

/** Puts the focus into the text, as F6 does. */
const intoText = (page) => page.locator('.paper-text').focus();

/** Resolves when the place that one reads at begins with `words` (the caret stands before them). */
const caretAt = (page, words) =>
  until(
    page,
    `the caret stood before “${words}”`,
    (wanted) => {
      const { anchorNode, anchorOffset } = document.getSelection();
      const block = anchorNode?.parentElement?.closest('[id]:is(p, h2, h3, h4)');
      if (!block) return false;
      const rest = new Range();
      rest.setStart(anchorNode, anchorOffset);
      rest.setEndAfter(block.lastChild);
      return rest.toString().startsWith(wanted);
    },
    words,
  );

test('the palette finds a command by a few letters, does it, and gives the focus back', async () => {
  await withDesk(async ({ page }) => {
    await intoText(page);
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'All commands' });
    await palette.waitFor();
    const field = palette.getByRole('combobox', { name: 'Command' });
    await field.fill('cont');
    await eventually(async () =>
      assert.equal(await palette.getByRole('option').first().getAttribute('aria-selected'), 'true'),
    );
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Contents' }).waitFor();

    await page.keyboard.press('Control+k');
    await field.fill('zzz');
    await palette.getByText('No command has these words').waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'All commands' }).click();
    await palette.waitFor();
    await axe(page, { include: 'dialog[open]' });
  });
});

test('the sheet tells the keys, and one can switch them off and on again', async () => {
  await withDesk(async ({ page }) => {
    await intoText(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    await sheet.getByText('Next note number', { exact: true }).waitFor();
    await axe(page, { include: 'dialog[open]' });
    await sheet.getByRole('radio', { name: /^Only keys with Ctrl/u }).check();
    await page.keyboard.press('Escape');

    await intoText(page);
    await page.keyboard.press('m');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'All commands' }).waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => assert.notEqual(await focused(page), 'marker-1', 'M leads nowhere.'));

    await page.reload();
    await page.getByRole('button', { name: 'All commands' }).click();
    await page.getByRole('combobox', { name: 'Command' }).fill('keys');
    await page.keyboard.press('Enter');
    await sheet.getByRole('radio', { name: 'All keys' }).check();
    await page.keyboard.press('Escape');
    await intoText(page);
    await page.keyboard.press('m');
    await until(page, 'M led to the first note number', () => document.activeElement.id === 'marker-1');
  });
});

test('by key from note number to note number, claim to claim, heading to heading, and on from there', async () => {
  await withDesk(async ({ page }) => {
    await intoText(page);
    for (const id of ['marker-1', 'marker-2', 'marker-3']) {
      await page.keyboard.press('m');
      await until(page, `${id} has the focus`, (wanted) => document.activeElement.id === wanted, id);
    }
    await hear(page, 'Note number 3 of 79');
    await page.keyboard.press('Shift+M');
    await until(page, 'the way back led to the second', () => document.activeElement.id === 'marker-2');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Note 2' }).waitFor();
    await page.keyboard.press('Escape');
    await until(page, 'the marker has the focus again', () => document.activeElement.id === 'marker-2');

    await page.keyboard.press('k');
    await hear(page, 'Claim \\d+ of 100: ');
    await page.locator('.card.open').waitFor();
    await page.keyboard.press('s');
    await hear(page, 'Heading 2 of 13, section II');
    await page.keyboard.press('p');
    await hear(page, 'Page 2 of 15|Page 3 of 15');
    await page.keyboard.press('w');
    await hear(page, 'You are in section II, paragraph \\d+, sentence \\d+, page');
  });
});

test('an address that one can say leads to its sentence, and Back to the very line', async () => {
  await withDesk(
    async ({ page }) => {
      await intoText(page);
      const before = await topParagraph(page);
      await page.keyboard.press('g');
      const box = page.getByRole('dialog', { name: 'Go to' });
      await box.waitFor();
      await axe(page, { include: 'dialog[open]' });
      await box.getByRole('textbox').fill('iii b 3 sentence 2');
      await box.getByText('III.B ¶3 s2', { exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await caretAt(page, '[Therefore], Moscow aimed');
      await eventually(async () =>
        assert.equal(await page.evaluate(() => location.hash), '#/gul-2008/III.B.3.s2'),
      );
      await page.goBack();
      await until(
        page,
        'the line is where it was',
        ({ address }) =>
          [...document.querySelectorAll('.paper-text [data-address]:is(p)')].find(
            (one) =>
              one.getBoundingClientRect().bottom >
              document.querySelector('.reading').getBoundingClientRect().top + 12,
          )?.dataset.address === address,
        before,
      );
    },
    { at: '/II.3' },
  );
});

test('a link to what does not exist lands at the nearest thing that does, and says so', async () => {
  const cases = [
    ['?page=999', /There is no page 999 in this paper; this is p\. \[61\]/u],
    ['?note=99', /There is no note 99 in this paper; this is note 79/u],
    ['/III.B.99', /There is no “III\.B\.99” in this paper; this is III\.B ¶4/u],
    ['/X.1', /There is no “X\.1” in this paper/u],
    ['?claim=nobody', /That claim is not in this copy/u],
  ];
  for (const [at, words] of cases) {
    await withDesk(async ({ page }) => hear(page, words.source), { at });
  }
});

test('addresses stand beside the text when asked for: links for the eye, silent for speech', async () => {
  await withDesk(async ({ page }) => {
    await intoText(page);
    const labels = page.locator('address-column .address');
    await eventually(async () => assert.equal(await labels.count(), 0));
    await page.keyboard.press('#');
    await until(page, 'paragraphs have their addresses', () =>
      [...document.querySelectorAll('.address')].some((one) => one.textContent === '¶1'),
    );
    await eventually(async () =>
      assert.equal(await page.locator('.addresses').getAttribute('aria-hidden'), 'true'),
    );
    await page.keyboard.press('#');
    await until(page, 'sentences have theirs', () =>
      [...document.querySelectorAll('.address')].some((one) => /^s2/u.test(one.textContent)),
    );
    // Each stands beside the line that it names, and none over another.
    const boxes = await labels.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().toJSON()).filter((box) => box.top < innerHeight),
    );
    const sorted = [...boxes].sort((one, other) => one.top - other.top);
    sorted.slice(1).forEach((box, at) => assert.ok(box.top - sorted[at].top > 8, JSON.stringify(box)));
    await page.locator('.address', { hasText: 's2' }).first().click();
    await eventually(async () => assert.equal(await page.evaluate(() => location.hash), '#/gul-2008/I.1.s2'));
    await caretAt(page, 'On the global level');
    await eventually(async () =>
      assert.equal(
        await page.evaluate(() => getComputedStyle(document.querySelector('.addresses')).display),
        'block',
      ),
    );
  });
});

test('by key from a note number to its note, a claim, its box on the map, and back to the very words', async () => {
  await withDesk(
    async ({ page }) => {
      await page.locator('map-canvas [role=application]').waitFor();
      await page.locator('#marker-53').focus();
      await page.keyboard.press('Enter');
      const popover = page.getByRole('dialog', { name: 'Note 53' });
      await popover.waitFor();
      const claim = popover.getByRole('region', { name: 'Carries' }).or(popover.locator('.note-claims'));
      await claim.getByRole('button').first().focus();
      await page.keyboard.press('Enter');
      const card = page.locator('.claim-card.open');
      await card.waitFor();
      const id = await card.getAttribute('id');
      await page.keyboard.press('d');
      await until(
        page,
        'the card has the focus',
        (wanted) => document.activeElement.closest('.card')?.id === wanted,
        id,
      );
      await page.keyboard.press('y');
      await until(
        page,
        'the map has the focus',
        () => document.activeElement.closest('argument-map') !== null,
      );
      await page.keyboard.press('t');
      await until(
        page,
        'the caret stands where the claim begins',
        (wanted) => {
          const { anchorNode } = document.getSelection();
          if (!anchorNode) return false;
          const mark = document.querySelector(
            `mark[data-claim~="${CSS.escape(wanted.slice('card-'.length))}"]`,
          );
          const near = new Range();
          near.setStart(anchorNode, document.getSelection().anchorOffset);
          near.setEndBefore(mark);
          return near.toString() === '';
        },
        id,
      );
    },
    { at: '?marker=53', width: 1600 },
  );
});
