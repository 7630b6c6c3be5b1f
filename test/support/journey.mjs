// Steps that several journeys take: opening the desk, finding words on the screen, selecting them, waiting for what one sees.
/* global NodeFilter, Range, localStorage */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { withApp } from './app.mjs';
import { launchOptions } from './launch.mjs';
import { serve } from './serve.mjs';

/** Longest that anything may take to show, in ms. */
export const patience = 20_000;

/** Waits until `test` (run in the page, with `arg`) is true; fails with `what` where it never is. */
export async function until(page, what, test, arg, limit = patience) {
  try {
    await page.waitForFunction(test, arg, { timeout: limit });
  } catch (error) {
    if (!/Timeout/.test(error.message)) throw error;
    assert.fail(`It never came about that ${what}.`);
  }
}

/**
 * Asserts what the page shows once it has come to it: `check` is run again and again, for as long as anything may take
 * to show, and what it says at last is what the test says.
 */
export async function eventually(check) {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof assert.AssertionError) || performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Marks the way in as seen, as after a first visit: for every page of the context from now on. */
export async function skipTour(context) {
  await context.addInitScript(() => {
    try {
      localStorage.getItem('warrant-preferences') ??
        localStorage.setItem('warrant-preferences', '{"welcomed":true}');
    } catch {
      // Refused: then the tour shows.
    }
  });
}

/**
 * Runs `use` with the paper open at `options.at` (`?note=53`, `/III.B.2`); `options.before` gets the context first, to lay
 * other files out for it, and a very long paper may take `options.opensIn` ms; the rest as for `withApp`.
 */
export async function withDesk(
  use,
  { at = '', before = () => undefined, opensIn = patience, ...options } = {},
) {
  await withApp(
    async (app) => {
      await skipTour(app.context);
      await before(app.context);
      app.context.setDefaultTimeout(patience);
      await openDesk(app.page, app.url, at, opensIn);
      await use(app);
    },
    { path: null, ...options },
  );
}

/**
 * Runs `use` with a profile on the disk, as a person has it. `use` gets `url` and `open(look)`: starts the browser on the
 * profile, answers its `context` and a `page` with the paper open. Close the context before it is opened again.
 * Errors of any page fail the test.
 */
export async function withProfile(use) {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-profile-'));
  const server = await serve();
  const contexts = new Set();
  const errors = [];
  const open = async ({ at = '', width = 1440, height = 900, ...look } = {}) => {
    const options = { ...launchOptions(), viewport: { width, height }, serviceWorkers: 'block', ...look };
    const context = await chromium.launchPersistentContext(folder, options);
    contexts.add(context);
    context.on('close', () => contexts.delete(context));
    context.on('weberror', (error) => errors.push(String(error.error().stack ?? error.error())));
    context.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    context.setDefaultTimeout(patience);
    await skipTour(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await openDesk(page, server.url, at);
    return { context, page };
  };
  try {
    await use({ url: server.url, open });
  } finally {
    await Promise.all([...contexts].map((context) => context.close().catch(() => undefined)));
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  assert.deepEqual(errors, [], 'The page complained.');
}

/** Opens the paper in `page` and waits until it can be worked with. */
export async function openDesk(page, url, at = '', limit = patience) {
  await page.goto(`${url}#/gul-2008${at}`);
  await deskReady(page, limit);
}

/** Resolves when the text is alive, the margin is there and the state of saving is known. */
export async function deskReady(page, limit = patience) {
  await until(
    page,
    'the desk was ready',
    () =>
      document.querySelector('.ProseMirror mark[data-claim], .ProseMirror[role=textbox]') &&
      document.querySelector('margin-column') &&
      document.querySelector('.saving[data-saving]'),
    undefined,
    limit,
  );
}

/** Resolves when everything written is on the device. */
export const saved = (page) =>
  until(page, 'the desk said “Saved”', () =>
    document.querySelector('.saving[data-saving="saved"]')?.textContent.includes('Saved'),
  );

/** The sentence said last, aloud and on the screen, once it matches. */
export const hear = (page, words) =>
  until(
    page,
    `one heard “${words}”`,
    (source) =>
      new RegExp(source, 'iu').test(document.querySelector('toast-line [role=status]')?.textContent),
    words,
  );

/** Scrolls words of the text to the middle and answers where on the screen they begin and end. */
export async function wordsAt(page, words) {
  return page.evaluate(async (wanted) => {
    const root = document.querySelector('.paper-text');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest('.marker, .page-start')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const pieces = [];
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node, at: text.length });
      text += node.data;
    }
    const start = text.indexOf(wanted);
    if (start < 0) throw new RangeError(`“${wanted}” is not in the text.`);
    const spot = (offset, isEnd) => {
      const piece = pieces.findLast(({ at }) => (isEnd ? at < offset : at <= offset));
      return [piece.node, offset - piece.at];
    };
    const range = new Range();
    range.setStart(...spot(start, false));
    range.setEnd(...spot(start + wanted.length, true));
    range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    // Sections out of sight have an estimated height until they are drawn: the words rest when two frames agree.
    let before = NaN;
    for (
      let top = range.getBoundingClientRect().top;
      top !== before;
      top = range.getBoundingClientRect().top
    ) {
      before = top;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const first = boxes[0];
    const last = boxes.at(-1);
    return {
      start: { x: first.left + 1, y: first.top + first.height / 2 },
      end: { x: last.right - 1, y: last.top + last.height / 2 },
    };
  }, words);
}

/** The toolbar of the selection. */
export const toolbar = (page) => page.getByRole('toolbar', { name: 'Selection' });

/** Selects words of the text with the mouse, as a hand does, and waits for the toolbar. */
export async function selectByMouse(page, words, isBackward = false) {
  const ends = await wordsAt(page, words);
  const [start, end] = isBackward ? [ends.end, ends.start] : [ends.start, ends.end];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
  await page.mouse.move(end.x, end.y);
  await page.mouse.up();
  await toolbar(page).waitFor();
}

/** Ids of the reader's own marks or claims that show in the text, in order, without doubles. */
export const marksIn = (page, kind = 'annotation') =>
  page.evaluate(
    (name) => [
      ...new Set(
        [...document.querySelectorAll(`mark[data-${name}]`)].flatMap((mark) => mark.dataset[name].split(' ')),
      ),
    ],
    kind,
  );

/** The words that a record's marks cover in the text, note numbers aside. */
export const markedWords = (page, kind, id) =>
  page.evaluate(
    ([name, wanted]) =>
      [...document.querySelectorAll(`mark[data-${name}~="${CSS.escape(wanted)}"]`)]
        .map((mark) => {
          const copy = mark.cloneNode(true);
          for (const marker of copy.querySelectorAll('.marker')) marker.remove();
          return copy.textContent;
        })
        .join(''),
    [kind, id],
  );

/** The paragraph at the top of the reading pane (null below the text), and how far its top stands below the pane's, in px. */
export const topParagraph = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.reading').getBoundingClientRect();
    const blocks = [...document.querySelectorAll('.paper-text [data-address]:is(p)')];
    const block = blocks.find((one) => one.getBoundingClientRect().bottom > frame.top + 12);
    return block
      ? { address: block.dataset.address, delta: Math.round(block.getBoundingClientRect().top - frame.top) }
      : { address: null, delta: 0 };
  });

/** What has the focus: its id, or its accessible words, short. */
export const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element.id || element.getAttribute('aria-label') || element.textContent.trim().slice(0, 60);
  });
