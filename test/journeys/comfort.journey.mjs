// Comfort: how the text looks is chosen beside it, kept, and moves no line; one paragraph alone; the argument before a room.
/* global getComputedStyle, history, innerHeight, localStorage */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { deskReady, eventually, openDesk, topParagraph, until, withDesk } from '../support/journey.mjs';

/** This rule of axe does not know the roles of digital publishing, and takes a page start for a nameless span. */
const unknowing = ['aria-prohibited-attr'];

const themes = ['Light', 'Dark', 'Sepia', 'High contrast'];
const settings = (page) => page.getByRole('dialog', { name: 'Reading' });
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function openSettings(page) {
  await button(page, 'Reading').click();
  await settings(page).waitFor();
}

const choose = (page, name) => settings(page).getByRole('radio', { name, exact: true }).check();

const mapDrawn = (page) =>
  until(page, 'the map was drawn', () => document.querySelector('.map-stage')?._cyreg?.cy.nodes().length > 0);

/** How the text is set. */
const setting = (page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.querySelector('.paper-text'));
    const { fontSize, lineHeight, textAlign, hyphens } = style;
    const face = style.fontFamily.split(',')[0].replaceAll('"', '');
    return { fontSize, lineHeight, textAlign, hyphens, face, lang: document.querySelector('article').lang };
  });

test('every theme colours desk, map and settings, and axe finds nothing in any', async () => {
  await withDesk(
    async ({ page }) => {
      await mapDrawn(page);
      await openSettings(page);
      const grounds = new Set();
      for (const scheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const theme of themes) {
          await choose(page, theme);
          await until(page, 'the map has the colour of the page', () => {
            const probe = document.createElement('i');
            probe.style.color = 'var(--color-raised)';
            document.body.append(probe);
            const { color } = getComputedStyle(probe);
            probe.remove();
            return (
              document
                .querySelector('.map-stage')
                ._cyreg.cy.nodes('.card')[0]
                .style('background-color')
                .replaceAll(' ', '') === color.replaceAll(' ', '')
            );
          });
          await axe(page, { disable: unknowing });
          const ground = await page.evaluate(
            () => getComputedStyle(document.documentElement).backgroundColor,
          );
          if (scheme === 'light' || theme === 'High contrast') grounds.add(ground);
        }
      }
      assert.equal(
        grounds.size,
        5,
        'Four themes have four grounds, and high contrast has one for each system.',
      );
    },
    { width: 1440, height: 900, colorScheme: 'light' },
  );
});

test('face, size, lines and paragraphs are chosen by keyboard, kept on the device, and put back at once', async () => {
  await withDesk(
    async ({ page, url }) => {
      const fetched = [];
      page.on('request', (request) => /woff2/u.test(request.url()) && fetched.push(request.url()));
      const plain = await setting(page);
      assert.equal(plain.face, 'Source Serif 4');
      await button(page, 'Reading').focus();
      await page.keyboard.press('Enter');
      await settings(page).waitFor();
      assert.deepEqual(
        fetched.filter((one) => /dyslexic|atkinson/iu.test(one)),
        [],
        'A face that nobody chose is not fetched.',
      );
      await choose(page, 'OpenDyslexic');
      await button(page, 'Larger text').press('Enter');
      await button(page, 'Larger text').press('Enter');
      await button(page, 'Wider lines').press('Enter');
      await settings(page).getByLabel('Justified').press('Space');
      await settings(page).getByLabel('Hyphenated').press('Space');
      const chosen = await setting(page);
      assert.equal(chosen.face, 'OpenDyslexic');
      assert.ok(Number.parseFloat(chosen.lineHeight) > Number.parseFloat(plain.lineHeight));
      assert.equal(chosen.textAlign, 'justify');
      assert.deepEqual(
        [chosen.hyphens, chosen.lang],
        ['auto', 'en'],
        'The browser knows whose syllables to part.',
      );
      await until(page, 'the chosen face was fetched', () =>
        [...document.fonts].some(({ family, status }) => /OpenDyslexic/u.test(family) && status === 'loaded'),
      );
      await page.keyboard.press('Escape');
      await settings(page).waitFor({ state: 'hidden' });
      await eventually(async () =>
        assert.ok(
          await button(page, 'Reading').evaluate((one) => one === document.activeElement),
          'The focus is back.',
        ),
      );

      await openDesk(page, url);
      await page.reload();
      await deskReady(page);
      await eventually(async () => assert.deepEqual(await setting(page), chosen));
      await openSettings(page);
      await button(page, 'Reset').click();
      await eventually(async () => assert.deepEqual(await setting(page), plain));
    },
    { width: 1440, height: 900 },
  );
});

test('a line holds the characters that were asked for, in every face', async () => {
  await withDesk(
    async ({ page }) => {
      await page.locator('.desk-bar').getByRole('button', { name: 'Map' }).click();
      await openSettings(page);
      for (const face of ['Source Serif', 'Source Sans', 'Atkinson Hyperlegible', 'OpenDyslexic']) {
        await choose(page, face);
        const mean = await page.evaluate(async () => {
          await document.fonts.ready;
          const text = document.querySelector('.paper-text');
          const style = getComputedStyle(text);
          const context = document.createElement('canvas').getContext('2d');
          context.font = `${style.fontSize} ${style.fontFamily}`;
          const words = [...text.querySelectorAll('p')].map((one) => one.textContent).join(' ');
          const advance = context.measureText(words).width / [...words].length;
          return text.getBoundingClientRect().width / advance;
        });
        assert.ok(Math.abs(mean - 64) < 3, `${face}: ${mean.toFixed(1)} characters`);
      }
    },
    { width: 1900, height: 900 },
  );
});

test('the line one reads stands still while size, spacing, face and width change', async () => {
  await withDesk(
    async ({ page }) => {
      await page.evaluate(() =>
        document.querySelectorAll('.paper-text p[data-address]')[20].scrollIntoView(),
      );
      await until(page, 'one is at the paragraph', () => history.state?.place);
      const line = () => topParagraph(page).then(({ address }) => address);
      const before = await line();
      await openSettings(page);
      for (const name of ['Larger text', 'Larger text', 'Wider lines', 'Shorter lines', 'Smaller text']) {
        await button(page, name).click();
        await eventually(async () => assert.equal(await line(), before, name));
      }
      await choose(page, 'OpenDyslexic');
      await page.evaluate(() =>
        document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done))),
      );
      await eventually(async () => assert.equal(await line(), before, 'OpenDyslexic'));
      await button(page, 'Reset').click();
      await page.evaluate(() =>
        document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(done))),
      );
      await eventually(async () => assert.equal(await line(), before, 'Reset'));
    },
    { width: 1440, height: 900 },
  );
});

/** The words of the paragraph that alone is in full ink, and how many are. */
const lit = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.paper-text .in-focus')].map((one) => ({
      words: one.textContent.slice(0, 24),
      opacity: getComputedStyle(one).opacity,
    })),
  );

test('one paragraph alone: it follows scrolling and caret, and Escape brings everything back', async () => {
  await withDesk(
    async ({ page }) => {
      await mapDrawn(page);
      await openSettings(page);
      await button(page, 'One paragraph').click();
      await until(page, 'one paragraph is lit', () => document.querySelector('.paper-text .in-focus'));
      await eventually(async () => assert.ok(await page.locator('.desk-bar').isHidden()));
      await eventually(async () => assert.ok(await page.locator('.desk-map').isHidden()));
      await axe(page, { disable: [...unknowing, 'color-contrast'] });

      const first = await lit(page);
      await page.mouse.move(700, 400);
      await page.mouse.wheel(0, 1500);
      await until(
        page,
        'another is lit',
        (was) => {
          const now = document.querySelector('.paper-text .in-focus');
          return now && now.textContent.slice(0, 24) !== was;
        },
        first[0].words,
      );
      await eventually(async () => assert.equal((await lit(page)).length, 1));
      await eventually(async () => assert.equal((await lit(page))[0].opacity, '1'));

      for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowDown');
      await until(page, 'the paragraph at the caret is lit, in view', () => {
        const now = document.querySelector('.paper-text .in-focus');
        const box = now?.getBoundingClientRect();
        return now?.contains(document.getSelection().focusNode) && box.bottom > 0 && box.top < innerHeight;
      });

      await page.keyboard.press('Escape');
      await page.locator('.desk-bar').waitFor();
      await eventually(async () => assert.deepEqual(await lit(page), []));
      await eventually(async () => assert.ok(await page.locator('.desk-map').isVisible()));
      await eventually(async () =>
        assert.equal(
          await page.evaluate(() => JSON.parse(localStorage.getItem('warrant-preferences')).map ?? true),
          true,
        ),
      );
    },
    { width: 1440, height: 900 },
  );
});

/** What the strip says. */
const strip = (page) => page.locator('.present-words').innerText();
const count = async (page) =>
  (await strip(page))
    .match(/(\d+) of (\d+)/u)
    .slice(1)
    .map(Number);

test('before a room: a presenter’s keys step through every claim, text and map show it, Escape leaves no trace', async () => {
  await withDesk(
    async ({ page }) => {
      await mapDrawn(page);
      await page.evaluate(() =>
        document.querySelectorAll('.paper-text p[data-address]')[20].scrollIntoView(),
      );
      await until(page, 'one is at the paragraph', () => history.state?.place);
      const before = {
        place: await topParagraph(page),
        panes: await page.locator('.desk').getAttribute('data-panes'),
      };
      await openSettings(page);
      await button(page, 'Present the argument').click();
      await page.locator('.present-strip').waitFor();
      const { fontSize } = await setting(page);
      assert.ok(Number.parseFloat(fontSize) >= 28, `The text is ${fontSize}.`);
      const [first, all] = await count(page);
      assert.equal(first, 1);
      assert.equal(all, 100);
      await axe(page, { disable: unknowing });

      const seen = new Set([await page.locator('.present-claim').innerText()]);
      for (const key of ['PageDown', 'ArrowRight', 'Space']) {
        await page.keyboard.press(key);
        seen.add(await page.locator('.present-claim').innerText());
      }
      assert.equal(seen.size, 4, 'Each key goes on by one claim.');
      await page.keyboard.press('PageUp');
      await page.keyboard.press('ArrowLeft');
      await eventually(async () => assert.deepEqual(await count(page), [2, 100]));

      await page.keyboard.press('End');
      await eventually(async () => assert.deepEqual(await count(page), [100, 100]));
      await eventually(async () => assert.match(await strip(page), /Conclusion/u));
      await until(page, 'its words are lit in the text, in view', () => {
        const box = document.querySelector('mark.lit[data-role=conclusion]')?.getBoundingClientRect();
        return (
          box &&
          box.top > 0 &&
          box.bottom < document.querySelector('.present-strip').getBoundingClientRect().top
        );
      });
      await until(page, 'its card is focused on the map, in view', () => {
        const { cy } = document.querySelector('.map-stage')._cyreg;
        const node = cy.nodes('.focus')[0];
        const box = node?.renderedBoundingBox();
        return box && box.x1 > -20 && box.x2 < cy.width() + 20 && box.y1 > -20 && box.y2 < cy.height() + 20;
      });
      await page.keyboard.press('.');
      await eventually(async () => assert.ok(await page.locator('.present-blank').isVisible()));
      await page.keyboard.press('.');
      await eventually(async () => assert.ok(await page.locator('.present-blank').isHidden()));

      await page.getByLabel('Order').selectOption('text');
      await page.locator('.present-strip').focus();
      await page.keyboard.press('Home');
      await eventually(async () => assert.match(await strip(page), /I ¶1/u));

      await page.keyboard.press('Escape');
      await page.locator('.desk-bar').waitFor();
      await until(
        page,
        'the text is where it was',
        ({ address, delta }) => {
          const frame = document.querySelector('.reading').getBoundingClientRect();
          const block = document
            .querySelector(`.paper-text [data-address="${address}"]`)
            .getBoundingClientRect();
          return Math.abs(block.top - frame.top - delta) < 3;
        },
        before.place,
      );
      await eventually(async () =>
        assert.equal(await page.locator('.desk').getAttribute('data-panes'), before.panes),
      );
      await eventually(async () => assert.equal(await page.locator('mark.lit').count(), 0));
    },
    { width: 1920, height: 1080 },
  );
});

test('before a room without claims, the sections are the steps; on a small screen the text stands alone', async () => {
  await withDesk(
    async ({ page }) => {
      await page.getByRole('checkbox').uncheck();
      await openSettings(page);
      await button(page, 'Present the argument').click();
      await page.locator('.present-strip').waitFor();
      const [, all] = await count(page);
      assert.ok(all > 5 && all < 40);
      await page.keyboard.press('PageDown');
      await eventually(async () => assert.match(await page.locator('.present-claim').innerText(), /^II/u));
      await until(page, 'its heading is at the top', () => {
        const heading = [...document.querySelectorAll('.paper-text h2')][1].getBoundingClientRect();
        return heading.top >= 0 && heading.top < 120;
      });
      const sticking = await page.evaluate(() =>
        [...document.querySelectorAll('.present-strip :is(button, select, p)')]
          .filter(
            (one) => one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > innerWidth,
          )
          .map((one) => one.ariaLabel ?? one.textContent),
      );
      assert.deepEqual(sticking, []);
      await button(page, 'Leave the presentation').click();
      await page.locator('.desk-bar').waitFor();
    },
    { width: 360, height: 740 },
  );
});
