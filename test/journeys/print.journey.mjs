// The paper on paper: what is laid for printing, measured at the width of a page, and what the browser makes of it as PDF.
/* global getComputedStyle, dispatchEvent, Event */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import { deskReady, eventually, saved, until, withDesk } from '../support/journey.mjs';

const mm = 96 / 25.4;
/** What A4 and Letter leave between the margins of the sheet, in px. */
const widths = { A4: Math.round((210 - 36) * mm), Letter: Math.round((215.9 - 36) * mm) };

/** The dialog of the browser is not ours to drive: that it was asked for is noted. */
const noteCalls = (context) =>
  context.addInitScript(() => {
    globalThis.print = () => (globalThis.printed = (globalThis.printed ?? 0) + 1);
  });

/** Marks of all kinds: short, long, overlapping, on a heading, in a quotation, on a list, on two passages. */
const write = (page) =>
  page.evaluate(() => {
    const { store } = document.querySelector('paper-pane');
    const { text } = store.desk.paper;
    const stamp = { creator: 'reader', created: '2026-01-02T03:04:05Z', modified: '2026-01-02T03:04:05Z' };
    const target = (start, end) => ({
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      start,
      end,
    });
    const of = (kind, at) => text.blocks.filter((block) => block.kind === kind).at(at);
    const inside = (block, from, to) => target(block.start + from, block.start + to);
    const long = 'What is said here needs a second look, since nobody is named for it. '.repeat(30);
    const marks = [
      [[inside(of('paragraph', 0), 10, 60)], ''],
      [[inside(of('paragraph', 0), 30, 90)], 'It overlaps, and *stresses*.'],
      [[inside(of('heading', 1), 0, 12)], 'On a heading.'],
      [[inside(of('quotation', 0), 4, 60)], 'In a quotation.'],
      [[inside(of('item', 0), 0, 20)], 'On a list, from its label on.'],
      [[inside(of('paragraph', 9), 0, 40), inside(of('paragraph', 12), 0, 40)], 'On two passages.'],
      [[inside(of('paragraph', 14), 20, 200)], long],
      [[inside(of('paragraph', 14), 40, 90)], 'In the midst of it.'],
      [
        [inside(of('paragraph', -1), 0, 30)],
        '- one\n- two https://example.org/with/a/long/address/that/does/not/break',
      ],
    ];
    const records = marks.map(([targets, body], at) => ({
      kind: 'annotation',
      id: `mark-${at}`,
      motivation: body ? 'commenting' : 'highlighting',
      targets,
      body,
      colour: ['yellow', 'green', 'red'][at % 3],
      tags: at % 2 ? ['week-3'] : [],
      ...stamp,
    }));
    const lost = {
      ...records[1],
      id: 'mark-lost',
      targets: [{ exact: 'Not in here', prefix: 'x', suffix: 'y', start: 5, end: 16 }],
    };
    const own = {
      kind: 'claim',
      id: 'own-claim',
      role: 'premise',
      wording: 'A claim of my own.',
      targets: [inside(of('paragraph', 3), 0, 50)],
      notes: [],
      group: null,
      aside: false,
      ...stamp,
    };
    store.run(() => ({ label: 'Write', put: [...records, lost, own] }));
    return records.length;
  });

const choose = async (page) => {
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: 'Print' });
  await dialog.waitFor();
  return dialog;
};

/** Prepares through the dialog, then lays the page as the browser does just before it prints. */
async function lay(page) {
  const dialog = await choose(page);
  await dialog.getByRole('button', { name: 'Print …' }).click();
  await page.waitForFunction(() => globalThis.printed === 1, null, { timeout: 60_000 });
  await dialog.waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

test('on a page’s width every annotation stands beside its line, none over another, none cut off', async () => {
  await withDesk(
    async ({ page, context }) => {
      await noteCalls(context);
      await page.reload();
      await deskReady(page);
      const count = await write(page);
      await saved(page);
      await lay(page);
      for (const [name, width] of Object.entries(widths)) {
        await page.setViewportSize({ width, height: 1000 });
        const found = await page.evaluate(() => {
          const sheet = document.querySelector('.printed-sheet');
          const box = (element) => element.getBoundingClientRect();
          const text = box(sheet.querySelector('.printed-text'));
          const notes = [...sheet.querySelectorAll('.printed-text .printed-note')];
          const keys = [...sheet.querySelectorAll('.printed-text .printed-key')].filter(
            (one) => !one.closest('.printed-note'),
          );
          const boxes = notes.map(box);
          return {
            numbers: notes.map((one) => one.querySelector('.printed-key').textContent),
            keys: [...new Set(keys.map((one) => one.textContent))],
            over: boxes.filter((one, at) =>
              boxes.some((other, index) => index < at && one.top < other.bottom && one.bottom > other.top),
            ).length,
            inText: boxes.filter((one) => one.left < text.right).length,
            out: boxes.filter((one) => one.right > innerWidth + 0.5).length,
            wide: notes.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
            high: notes.filter((one) => one.scrollHeight > one.clientHeight + 1).length,
            above: notes.filter((one) => box(one).bottom < box(one.nextElementSibling).top).length,
            narrow: text.width,
            shown: getComputedStyle(document.querySelector('app-shell')).display,
          };
        });
        const numbers = Array.from({ length: count }, (_, at) => String(at + 1));
        assert.deepEqual(found.numbers, numbers, `${name}: all notes, in the order of the text.`);
        assert.deepEqual(found.keys, numbers, `${name}: each number stands in the text.`);
        const { over, inText, out, wide, high, above } = found;
        assert.deepEqual(
          { over, inText, out, wide, high, above },
          { over: 0, inText: 0, out: 0, wide: 0, high: 0, above: 0 },
          name,
        );
        assert.ok(found.narrow > 95 * mm, `${name}: the line keeps its measure (${found.narrow} px).`);
        assert.equal(found.shown, 'none', 'Nothing of the screen is printed.');
      }
    },
    { width: 1440, height: 900 },
  );
});

test('what is printed: text, pages, notes, the outline with every claim, the map as a drawing with words', async () => {
  await withDesk(
    async ({ page, context }) => {
      await noteCalls(context);
      await page.reload();
      await deskReady(page);
      await write(page);
      await lay(page);
      const found = await page.evaluate(() => {
        const sheet = document.querySelector('.printed-sheet');
        const { store } = document.querySelector('paper-pane');
        const { paper } = store.desk;
        const bare = (element) => {
          const copy = element.cloneNode(true);
          copy
            .querySelectorAll('.marker, .printed-note, .printed-key, .printed-claim-key')
            .forEach((one) => one.remove());
          return copy.textContent;
        };
        const blocks = [...sheet.querySelectorAll('.printed-text :is(h2, h3, h4, p)')].filter(
          (one) => !one.closest('.printed-note'),
        );
        const claims = [...store.desk.layers.flatMap((layer) => [...layer.records.values()])].filter(
          (one) => one.kind === 'claim',
        );
        const svg = sheet.querySelector('.printed-map svg');
        const cards = [...svg.querySelectorAll('a')];
        const keyOf = (id) =>
          sheet.querySelector(`.printed-argument [data-claim="${CSS.escape(id)}"] .printed-claim-key`)
            ?.textContent;
        return {
          isWhole: blocks.map(bare).join('\n') === paper.text.text,
          pages: sheet.querySelectorAll('.page-start').length === paper.text.pages.length,
          notes: paper.notes.filter((note) => !sheet.querySelector(`#printed-${note.anchor}`)).length,
          lost: sheet.querySelector('.printed-own')?.textContent.includes('Not in here'),
          outline: claims.filter(
            (claim) =>
              sheet.querySelectorAll(`.printed-argument [data-claim="${CSS.escape(claim.id)}"]`).length !== 1,
          ).length,
          mine: sheet
            .querySelector('.printed-argument [data-claim="own-claim"]')
            ?.textContent.replace(/\s+/gu, ' '),
          inText: [
            ...new Set(
              [...sheet.querySelectorAll('.printed-text .printed-claim-key')].map((one) => one.textContent),
            ),
          ].every((key) => claims.some((claim) => keyOf(claim.id) === key)),
          words: svg.querySelectorAll('text').length > 50 && !sheet.querySelector('canvas, img'),
          keyed:
            cards.length > 0 &&
            cards.every((card) =>
              card.textContent.includes(
                keyOf(decodeURIComponent(card.getAttribute('href').slice('#printed-claim-'.length))) ?? '?',
              ),
            ),
          records: svg.querySelector('metadata'),
        };
      });
      assert.match(found.mine, /mine/);
      assert.deepEqual(
        { ...found, mine: '' },
        {
          isWhole: true,
          pages: true,
          notes: 0,
          lost: true,
          outline: 0,
          mine: '',
          inText: true,
          words: true,
          keyed: true,
          records: null,
        },
      );
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await until(
        page,
        'the sheet was taken away',
        () =>
          !document.querySelector('.printed-sheet') &&
          !document.documentElement.classList.contains('printing'),
      );
    },
    { width: 1440, height: 900 },
  );
});

test('in the dark theme the sheet is black on white, and marks do not rest on colour', async () => {
  await withDesk(
    async ({ page, context }) => {
      await noteCalls(context);
      await page.reload();
      await deskReady(page);
      await write(page);
      await lay(page);
      const found = await page.evaluate(() => {
        const style = (selector) => getComputedStyle(document.querySelector(selector));
        const lines = [
          ...new Set(
            [...document.querySelectorAll('.printed-text .printed-claim')].map(
              (one) =>
                `${one.dataset.role} ${getComputedStyle(one).textDecorationStyle} ${getComputedStyle(one).textDecorationThickness}`,
            ),
          ),
        ];
        const hued = [...document.querySelectorAll('.printed-sheet :not(svg, svg *)')].filter((one) => {
          const [red, green, blue] = getComputedStyle(one).color.match(/\d+/gu).map(Number);
          return Math.max(red, green, blue) > 0x60 || red !== green || green !== blue;
        });
        return {
          ground: style('html').backgroundColor,
          ink: style('.printed-text p').color,
          mark: parseFloat(style('.printed-mark').borderBottomWidth) > 0,
          lines: lines.length === new Set(lines.map((one) => one.slice(one.indexOf(' ')))).size,
          roles: lines.length,
          hued: hued.length,
        };
      });
      assert.ok(found.roles >= 4);
      assert.deepEqual(
        { ...found, roles: 0 },
        { ground: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', mark: true, lines: true, roles: 0, hued: 0 },
      );
    },
    { width: 1440, height: 900, colorScheme: 'dark' },
  );
});

test('the dialog remembers what was chosen, by keyboard alone, and the browser’s own command prints just that', async () => {
  await withDesk(
    async ({ page, context }) => {
      await noteCalls(context);
      await page.reload();
      await deskReady(page);
      await write(page);
      const dialog = await choose(page);
      await axe(page, { include: 'print-dialog' });
      for (const name of [/^The text/, /^The map/, /^Claims/, /^The author’s notes/]) {
        await dialog.getByRole('checkbox', { name }).focus();
        await page.keyboard.press('Space');
      }
      await eventually(async () => assert.match(await dialog.innerText(), /My notes \(10\)\s*as a list/));
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await eventually(async () => assert.equal(await page.evaluate(() => globalThis.printed), 1));
      await page.reload();
      await deskReady(page);
      const again = await choose(page);
      await eventually(async () =>
        assert.deepEqual(
          await again
            .getByRole('checkbox')
            .evaluateAll((all) => all.filter((one) => one.checked).map((one) => one.name)),
          ['marks'],
        ),
      );
      await page.keyboard.press('Escape');
      const laid = await page.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const sheet = document.querySelector('.printed-sheet');
        return {
          parts: [...sheet.querySelectorAll('section')].map((one) => one.className),
          items: sheet.querySelectorAll('.printed-marks > li').length,
          quoted: [...sheet.querySelectorAll('.printed-marks > li')].every((one) =>
            one.querySelector('.printed-quote'),
          ),
        };
      });
      assert.deepEqual(laid, { parts: ['printed-own'], items: 10, quoted: true });
    },
    { width: 1440, height: 900 },
  );
});

test('the browser makes a PDF of it: some pages of text, then the map on a page of its own; and the desk is as it was', async () => {
  await withDesk(
    async ({ page, context }) => {
      await noteCalls(context);
      await page.reload();
      await deskReady(page);
      await write(page);
      const dialog = await choose(page);
      await dialog.getByRole('button', { name: 'Print …' }).click();
      await page.waitForFunction(() => globalThis.printed === 1, null, { timeout: 60_000 });
      for (const format of ['A4', 'Letter']) {
        const pdf = (await page.pdf({ format })).toString('latin1');
        const pages = pdf.match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0;
        assert.ok(pages >= 12 && pages <= 40, `${format}: ${pages} pages`);
        assert.match(
          pdf,
          format === 'A4' ? /\/MediaBox \[0 0 595\.?\d* 84[12]\.?\d*\]/u : /\/MediaBox \[0 0 612 792\]/u,
        );
      }
      await eventually(async () => assert.equal(await page.locator('.printed-sheet').count(), 0));
      await page.locator('.ProseMirror mark[data-annotation]').first().waitFor();
    },
    { width: 1440, height: 900 },
  );
});
