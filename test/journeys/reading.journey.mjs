// Reading the paper: from the library to the text, by contents and addresses, and always back to the very place.
/* global NodeFilter, Range, getComputedStyle, getSelection, history, innerHeight */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withApp } from '../support/app.mjs';
import { deskReady, eventually, hear, skipTour, topParagraph, until, withDesk } from '../support/journey.mjs';

const title = 'Russia and Azerbaijan: Relations after 1989';

test('the library lists the paper with its counts, opens it, and knows later how far it was read', async () => {
  await withApp(async ({ page, context, url }) => {
    await skipTour(context);
    await page.reload();
    const entry = page.getByRole('listitem').filter({ hasText: title });
    await entry.waitFor();
    const words = (await entry.innerText()).replace(/\s+/gu, ' ');
    for (const part of [
      'Murat Gül, 2008',
      'pp. 47–61',
      '15 pages',
      '5,884 words',
      '79 notes',
      'Not opened yet',
    ])
      assert.ok(words.includes(part), `The library says “${part}”: ${words}`);

    await page.getByRole('link', { name: title }).click();
    await deskReady(page);
    assert.equal(page.url(), `${url}#/gul-2008`);
    await eventually(async () =>
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), title),
    );
    await eventually(async () => assert.match(await page.title(), new RegExp(title, 'u')));

    await page.locator('.reading').hover();
    await page.mouse.wheel(0, 6000);
    await until(page, 'the place was kept', () => history.state?.place?.offset > 0);
    await page.getByRole('link', { name: 'Warrant: library' }).click();
    await until(page, 'the library told of the progress', () =>
      /\d+ % read, last on/u.test(document.querySelector('.library-progress')?.textContent),
    );
  });
});

test('the text is what the contract says', async () => {
  await withDesk(async ({ page }) => {
    const found = await page.evaluate(() => {
      const text = document.querySelector('article:has(.paper-text)');
      const all = (selector) => [...text.querySelectorAll(selector)];
      return {
        articles: document.querySelectorAll('article').length,
        headings: all('.paper-text :is(h2, h3, h4)').map(
          (one) => `${one.tagName} ${one.querySelector('.label').textContent}`,
        ),
        markers: all('[role=doc-noteref]').map((one) => one.textContent),
        pages: all('[role=doc-pagebreak]').map((one) => one.getAttribute('aria-label')),
        quotations: all('blockquote').length,
        items: all('[role=list] > li, ol > li').map((one) => one.textContent.trim().slice(0, 5)),
        paragraphs: all('p[data-address]').length,
      };
    });
    const sections = 'H2 I, H2 II, H2 III, H3 A, H3 B, H3 C, H4 1, H4 2, H2 IV, H3 A, H3 B, H3 C, H2 V'.split(
      ', ',
    );
    assert.deepEqual(
      found.headings.map((one) => one.replace(/\.$/u, '')),
      sections,
    );
    assert.deepEqual(
      found.markers,
      Array.from({ length: 79 }, (_, at) => String(at + 1)),
    );
    assert.deepEqual(
      found.pages,
      Array.from({ length: 15 }, (_, at) => String(at + 47)),
    );
    assert.equal(found.quotations, 6);
    assert.equal(found.items.length, 3);
    found.items.forEach((item, at) => assert.ok(item.startsWith(['(i)', '(ii)', '(iii)'][at]), item));

    assert.equal(found.articles, 1);

    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      const family = getComputedStyle(document.querySelector('.paper-text p')).fontFamily.split(',')[0];
      const loaded = [...document.fonts]
        .filter((face) => face.status === 'loaded')
        .map((face) => face.family);
      return { family: family.replaceAll('"', ''), loaded: loaded.map((name) => name.replaceAll('"', '')) };
    });
    assert.ok(faces.loaded.includes(faces.family), `${faces.family} among ${faces.loaded.join(', ')}`);
  });
});

test('a line of text has 55 to 75 characters', async () => {
  await withDesk(
    async ({ page }) => {
      const widest = await page.evaluate(() => {
        const paragraph = document.querySelector('.paper-text p[data-address]');
        const words = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const lines = new Map();
        for (let node = words.nextNode(); node; node = words.nextNode()) {
          for (let at = 0; at < node.length; at += 1) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const line = Math.round(range.getBoundingClientRect().bottom / 8);
            lines.set(line, (lines.get(line) ?? 0) + 1);
          }
        }
        return Math.max(...lines.values());
      });
      assert.ok(widest >= 55 && widest <= 75, `The longest line has ${widest} characters.`);
    },
    { width: 1760, height: 900 },
  );
});

test('the contents lead to every section and follow the reading', async () => {
  await withDesk(async ({ page }) => {
    await page.getByRole('button', { name: 'Contents' }).click();
    const contents = page.getByRole('navigation', { name: 'Contents' });
    await eventually(async () => assert.equal(await contents.locator('ol a').count(), 13));
    const isCurrent = (address) =>
      until(
        page,
        `${address} is the current section`,
        (one) => document.querySelector('.contents a[aria-current=location]')?.hash === `#/gul-2008/${one}`,
        address,
      );
    await isCurrent('I');

    await contents.getByRole('link', { name: /Dispute over the Legal/ }).click();
    await isCurrent('IV.C');
    await until(page, 'its heading is in sight', () => {
      const box = document.querySelector('section[data-address="IV.C"] > h3').getBoundingClientRect();
      return box.top > 0 && box.bottom < innerHeight;
    });

    await page.evaluate(() => {
      const heading = document.querySelector('section[data-address="II"] > h2');
      document
        .querySelector('.reading')
        .scrollBy({ top: heading.getBoundingClientRect().top + 200, behavior: 'instant' });
    });
    await isCurrent('II');

    await contents.getByRole('link', { name: 'Notes' }).click();
    await until(page, 'the notes are in sight', () => {
      const box = document.querySelector('#notes-title').getBoundingClientRect();
      return box.top >= 0 && box.top < innerHeight / 2;
    });
    await until(page, 'the notes are current', () =>
      document
        .querySelector('.contents a[href$="?notes"]')
        ?.matches('[aria-current]:not([aria-current=false])'),
    );
  });
});

const inSight = (page, selector) =>
  until(
    page,
    `${selector} is in sight`,
    (one) => {
      const box = document.querySelector(one)?.getBoundingClientRect();
      const frame = document.querySelector('.reading').getBoundingClientRect();
      return box && box.bottom > frame.top && box.top < frame.bottom && box.height > 0;
    },
    selector,
  );

test('every kind of address leads where it says', async () => {
  await withDesk(
    async ({ page }) => {
      await inSight(page, '[data-address="III.B.2"]');
      const caret = await page.evaluate(
        () => getSelection().anchorNode?.parentElement.closest('p')?.dataset.address,
      );
      assert.equal(caret, 'III.B.2', 'The caret is where the address leads.');

      const go = (hash) => page.evaluate((to) => void (location.hash = to), `#/gul-2008${hash}`);
      await go('?note=53');
      await page.getByRole('dialog', { name: 'Note 53' }).waitFor();
      await inSight(page, '#marker-53');

      await go('?claim=c-lachin');
      await inSight(page, 'mark.lit[data-claim~="c-lachin"]');
      await page.locator('#card-c-lachin.open').waitFor();
      await eventually(async () =>
        assert.equal(
          await page.getByRole('dialog', { name: 'Note 53' }).isVisible(),
          false,
          'A new aim closes the note.',
        ),
      );

      await go('?marker=7');
      await inSight(page, '#marker-7');
      await until(page, 'the marker has the focus', () => document.activeElement?.id === 'marker-7');

      await go('?list=12');
      await inSight(page, '#note-12');
      await go('?notes');
      await inSight(page, '#notes-title');
      await go('/III.C.1');
      await inSight(page, 'section[data-address="III.C.1"] > h4');
    },
    { at: '/III.B.2' },
  );
});

test('addresses that lead nowhere say so, and leave one able to go on', async () => {
  await withDesk(async ({ page }) => {
    const go = (hash) => page.evaluate((to) => void (location.hash = to), `#/gul-2008${hash}`);
    const cases = {
      '/III.B.99': 'no “III\\.B\\.99” in this paper; this is III\\.B ¶4, the nearest to it',
      '/XII': 'no “XII” in this paper',
      '?note=99': 'no note 99 in this paper; this is note 79',
      '?marker=0': 'no note 0 in this paper; this is note 1',
      '?list=x%22%5D': 'no note x',
      '?claim=c-nobody': 'claim is not in this copy',
      '?annotation=a-nobody': 'annotation|mark',
      '?claim=sup-fn53': 'claim is not in this copy',
    };
    for (const [hash, words] of Object.entries(cases)) {
      await go(hash);
      await hear(page, words);
    }
    await page.evaluate(() => void (location.hash = '#/no-such-paper'));
    await page.getByRole('heading', { name: 'No such paper here' }).waitFor();
    await page.evaluate(() => void (location.hash = '#/gul-2008/III/B/2'));
    await page.getByRole('heading', { name: 'Nothing has this address' }).waitFor();
    await page.getByRole('link', { name: 'To the library' }).click();
    await page.getByRole('link', { name: title }).waitFor();
  });
});

/** Scrolls so that a paragraph begins a little below the top, and waits until the place is kept. */
async function readAt(page, address) {
  await page.evaluate((one) => {
    const frame = document.querySelector('.reading');
    const paragraph = document.querySelector(`p[data-address="${one}"]`);
    paragraph.scrollIntoView({ block: 'start', behavior: 'instant' });
    frame.scrollBy({ top: -6, behavior: 'instant' });
  }, address);
  await until(
    page,
    'the place was kept',
    (one) => {
      const frame = document.querySelector('.reading').getBoundingClientRect();
      const box = document.querySelector(`p[data-address="${one}"]`).getBoundingClientRect();
      return Math.abs(box.top - frame.top - 6) < 3 && history.state?.place;
    },
    address,
  );
  return topParagraph(page);
}

const isBack = (page, place) =>
  until(
    page,
    `${place.address} is ${place.delta} px below the top again`,
    ({ address, delta }) => {
      const frame = document.querySelector('.reading').getBoundingClientRect();
      const top =
        document.querySelector(`p[data-address="${address}"]`).getBoundingClientRect().top - frame.top;
      const still = globalThis.lastTop === top;
      globalThis.lastTop = top;
      return still && Math.abs(top - delta) <= 2;
    },
    place,
  );

test('Back returns to the very line, from every kind of jump', async () => {
  await withDesk(
    async ({ page }) => {
      const contents = page.getByRole('navigation', { name: 'Contents' });
      const card = page.locator('#card-c-lachin');
      const jumps = [
        [contents.getByRole('link', { name: /Introduction/ }), 'section[data-address="I"] > h2'],
        [contents.getByRole('link', { name: 'Notes' }), '#notes-title'],
        [card.locator('.card-chain button').last(), 'mark.lit[data-claim~="c-relations"]'],
      ];
      await page.getByRole('button', { name: 'Contents' }).click();
      for (const [link, target] of jumps) {
        await readAt(page, 'III.C.1.3');
        if (!(await link.isVisible())) await card.locator('.card-toggle').click();
        await link.scrollIntoViewIfNeeded();
        const place = await topParagraph(page);
        await link.click();
        await inSight(page, target);
        await eventually(async () =>
          assert.notEqual((await topParagraph(page)).address, place.address, `${target} is elsewhere`),
        );
        await page.goBack();
        await isBack(page, place);
      }
    },
    { width: 1760, height: 900 },
  );
});

test('one reads on where one stopped: after a reload, on another day, in another width', async () => {
  await withDesk(async ({ page, url }) => {
    const place = await readAt(page, 'III.B.2');
    await page.reload();
    await deskReady(page);
    await isBack(page, place);

    await page.goto('about:blank');
    await page.goto(`${url}#/gul-2008`);
    await deskReady(page);
    await isBack(page, place);

    for (const width of [900, 1600, 700]) {
      await page.setViewportSize({ width, height: 800 });
      await until(
        page,
        `the same line is at the top at ${width} px`,
        (address) => {
          const frame = document.querySelector('.reading').getBoundingClientRect();
          const box = document.querySelector(`p[data-address="${address}"]`).getBoundingClientRect();
          return Math.abs(box.top - frame.top) < 40;
        },
        place.address,
      );
    }
  });
});
