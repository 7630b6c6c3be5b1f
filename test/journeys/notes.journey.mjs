// The author's notes: from a marker to what it carries and who is named, to its kin, to the list, and back to the very marker.
/* global KeyboardEvent, innerHeight */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eventually, focused, openDesk, until, withDesk, wordsAt } from '../support/journey.mjs';

const reading = JSON.parse(
  readFileSync(new URL('../../corpus/gul-2008/reading.json', import.meta.url), 'utf8'),
);
const supports = reading.records.filter(({ kind }) => kind === 'support');
const sources = new Map(
  reading.records.filter(({ kind }) => kind === 'source').map((one) => [one.id, one.name]),
);
const supportOf = (label) => supports.find(({ note }) => note === `fn${label}`);

const popover = (page, label) => page.getByRole('dialog', { name: `Note ${label}`, exact: true });

/** The words that are lit in the text, markers aside. */
const litWords = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.paper-text .lit')]
      .map((one) => {
        const copy = one.cloneNode(true);
        for (const marker of copy.querySelectorAll('.marker')) marker.remove();
        return copy.textContent;
      })
      .join(''),
  );

const flat = (text) => text.replace(/\s+/gu, ' ').trim();

test('a marker pressed with the mouse tells all that is known, beside what it supports', async () => {
  await withDesk(
    async ({ page }) => {
      await wordsAt(page, 'the so called Lachin corridor');
      await page.locator('#marker-53').click();
      const dialog = popover(page, 53);
      await dialog.waitFor();
      const words = flat(await dialog.innerText());
      assert.match(words, /The words of this note are not in this copy/);
      assert.match(words, /Supports a quotation/);
      assert.match(words, /Named in the text: Aliyeva/);
      assert.match(words, /Aliyeva: a day after the refusal, attacks opened the Lachin corridor/);
      await eventually(async () =>
        assert.equal(flat(await litWords(page)), flat(supportOf(53).target.exact)),
      );

      const boxes = await page.evaluate(() => {
        const panel = document.querySelector('.note-popover').getBoundingClientRect();
        const lit = [...document.querySelectorAll('.paper-text .lit')].flatMap((one) => [
          ...one.getClientRects(),
        ]);
        const hidden = lit.filter(
          (box) =>
            box.right > panel.left &&
            box.left < panel.right &&
            box.bottom > panel.top &&
            box.top < panel.bottom,
        );
        const inside =
          panel.left >= 0 && panel.top >= 0 && panel.right <= innerWidth && panel.bottom <= innerHeight;
        return { hidden: hidden.length, inside };
      });
      assert.deepEqual(
        boxes,
        { hidden: 0, inside: true },
        'The note lies in the window and hides nothing of its support.',
      );

      const kin = await dialog.locator('.note-same a').allInnerTexts();
      const expected = supports
        .filter(({ note, sources: named }) => note !== 'fn53' && named.includes('src-aliyeva'))
        .map(({ note }) => `n. ${note.slice(2)}`);
      assert.deepEqual(kin, expected);
      await dialog.getByRole('link', { name: 'n. 71' }).click();
      await popover(page, 71).waitFor();
      await eventually(async () =>
        assert.equal(flat(await litWords(page)), flat(supportOf(71).target.exact)),
      );

      await popover(page, 71).getByRole('button', { name: 'Back to the text' }).click();
      await popover(page, 71).waitFor({ state: 'detached' });
      await eventually(async () => assert.equal(await focused(page), 'marker-71'));
    },
    { width: 1440, height: 900 },
  );
});

test('by keyboard: Enter opens, Escape returns to the very marker, Tab goes around in order', async () => {
  await withDesk(async ({ page }) => {
    await page.locator('#marker-23').focus();
    await page.keyboard.press('Enter');
    await popover(page, 23).waitFor();
    await eventually(async () =>
      assert.ok(
        await page.evaluate(() => document.querySelector('.note-popover').contains(document.activeElement)),
      ),
    );
    await page.keyboard.press('Escape');
    await popover(page, 23).waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await focused(page), 'marker-23'));

    // Past the last thing in the note one is back at the marker, not lost at the end of the page.
    await page.keyboard.press('Enter');
    await popover(page, 23).waitFor();
    const stops = await page.locator('.note-popover :is(a[href], button)').count();
    for (let at = 0; at < stops; at += 1) {
      await page.keyboard.press('Tab');
      await eventually(async () =>
        assert.ok(
          await page.evaluate(() =>
            document.querySelector('.note-popover')?.contains(document.activeElement),
          ),
        ),
      );
    }
    await page.keyboard.press('Tab');
    await popover(page, 23).waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await focused(page), 'marker-23'));

    // The next Tab goes on from there, to the next marker.
    await page.keyboard.press('Tab');
    await eventually(async () => assert.equal(await focused(page), 'marker-24'));

    // From a link to a kindred note, Escape goes back to the marker of that note, in sight.
    await page.locator('#marker-53').focus();
    await page.keyboard.press('Enter');
    await popover(page, 53).getByRole('link', { name: 'n. 72' }).focus();
    await page.keyboard.press('Enter');
    await popover(page, 72).waitFor();
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await focused(page), 'marker-72'));
    await page.goBack();
    await until(page, 'Back shows marker 53 again', () => {
      const box = document.getElementById('marker-53').getBoundingClientRect();
      return box.top > 0 && box.bottom < innerHeight;
    });
  });
});

test('with the caret beside a marker Enter opens it, as in any text', async () => {
  await withDesk(async ({ page }) => {
    const { end } = await wordsAt(page, 'improve bilateral relations with Armenia.');
    await page.mouse.click(end.x, end.y);
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await popover(page, 52).waitFor();
    await page.keyboard.press('Escape');
    await popover(page, 52).waitFor({ state: 'detached' });
  });
});

test('from a note to a claim that it carries', async () => {
  await withDesk(async ({ page }) => {
    await page.locator('#marker-44').click();
    await popover(page, 44)
      .getByRole('button', { name: /Control over that oil/ })
      .click();
    await popover(page, 44).waitFor({ state: 'detached' });
    await page.locator('#card-c-energy-power.open').waitFor();
    await until(page, 'its words are lit', () =>
      document.querySelector('mark.lit[data-claim~="c-energy-power"]'),
    );
  });
});

test('from a card to its note, and back to the card as it was', async () => {
  await withDesk(
    async ({ page }) => {
      const card = page.locator('#card-c-western-aid');
      await card.locator('.card-notes a').first().click();
      await popover(page, 11).waitFor();
      await page.keyboard.press('Escape');
      await popover(page, 11).waitFor({ state: 'detached' });
      await page.locator('#card-c-western-aid.open').waitFor();
      assert.ok(
        await page.evaluate(() => document.activeElement.closest('#card-c-western-aid') !== null),
        'The focus is on the card again.',
      );
    },
    { at: '?claim=c-western-aid', width: 1440, height: 900 },
  );
});

test('the list of notes has all 79, says what is missing, and leads back', async () => {
  await withDesk(
    async ({ page }) => {
      const list = page.locator('[role=doc-endnotes]');
      const items = await list.locator('li[id^=note-]').evaluateAll((all) =>
        all.map((one) => ({
          id: one.id,
          label: one.querySelector('.note-label').textContent,
          words: one.textContent.replace(/\s+/gu, ' '),
          back: [...one.querySelectorAll('[role=doc-backlink]')].map((link) => link.getAttribute('href')),
        })),
      );
      assert.deepEqual(
        items.map(({ label }) => label),
        Array.from({ length: 79 }, (_, at) => String(at + 1)),
      );
      for (const item of items) {
        assert.equal(item.id, `note-${item.label}`);
        assert.deepEqual(item.back, [`#/gul-2008?marker=${item.label}`]);
        assert.match(item.words, /Words missing/);
        const named = supportOf(item.label).sources.map((id) => sources.get(id));
        for (const name of named) assert.ok(item.words.includes(name), `Note ${item.label} names ${name}.`);
        if (named.length === 0) assert.match(item.words, /The text names nobody/);
      }
      const named = supports.filter((one) => one.sources.length > 0).length;
      await eventually(async () =>
        assert.match(
          flat(await list.innerText()),
          new RegExp(`names a source for ${named}, by ${sources.size} names`, 'u'),
        ),
      );

      await page.locator('#note-40 [role=doc-backlink]').click();
      await until(page, 'the marker has the focus', () => document.activeElement?.id === 'marker-40');
      await page.keyboard.press('Enter');
      await popover(page, 40).getByRole('link', { name: 'In the list of notes' }).click();
      await until(page, 'the note in the list has the focus', () => document.activeElement?.id === 'note-40');
      await page.goBack();
      await until(page, 'Back shows the marker again', () => {
        const box = document.getElementById('marker-40').getBoundingClientRect();
        return box.top > 0 && box.bottom < innerHeight;
      });
    },
    { at: '?notes' },
  );
});

test('every one of the 79 opens, lights what it supports, and gives the focus back', async () => {
  await withDesk(async ({ page }) => {
    const told = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const results = [];
      for (const marker of document.querySelectorAll('[role=doc-noteref]')) {
        marker.click();
        for (let tries = 0; tries < 20 && !document.querySelector('.note-popover:focus'); tries += 1)
          await frame();
        const dialog = document.querySelector('.note-popover');
        const lit = [...document.querySelectorAll('.paper-text .lit')].map((one) => {
          const copy = one.cloneNode(true);
          for (const inner of copy.querySelectorAll('.marker')) inner.remove();
          return copy.textContent;
        });
        const title = dialog?.querySelector('h2').textContent;
        dialog?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        await frame();
        results.push({
          label: marker.textContent,
          title,
          lit: lit.join(''),
          back: document.activeElement?.id,
        });
      }
      return results;
    });
    assert.equal(told.length, 79);
    for (const { label, title, lit, back } of told) {
      assert.equal(title, `Note ${label}`);
      assert.equal(back, `marker-${label}`);
      const plain = (text) => text.replace(/\s+/gu, '');
      assert.equal(plain(lit), plain(supportOf(label).target.exact), `What note ${label} supports is lit.`);
    }
  });
});

test('an address opens a note, and on a phone it docks below what it supports', async () => {
  await withDesk(
    async ({ page, url }) => {
      const dialog = popover(page, 60);
      await dialog.waitFor();
      await until(page, 'note and marker are both in sight', () => {
        const panel = document.querySelector('.note-popover').getBoundingClientRect();
        const marker = document.querySelector('#marker-60').getBoundingClientRect();
        return (
          marker.top > 0 &&
          marker.bottom <= panel.top &&
          panel.bottom <= innerHeight &&
          panel.right <= innerWidth
        );
      });
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await openDesk(page, url, '?note=61');
      await popover(page, 61).waitFor();
    },
    { at: '?note=60', width: 360, height: 740, hasTouch: true },
  );
});
