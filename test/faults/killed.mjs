// A browser on a profile of its own that is killed without warning, and the desk in it as it is written to and read.
/* global crypto */
import { once } from 'node:events';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { skipTour, until } from '../support/journey.mjs';
import { launchOptions } from '../support/launch.mjs';
import { serve } from '../support/serve.mjs';

/** Numbers from 0 to 1 that follow from a seed (the generator is mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs `use` with the built app's address and the folder of a profile, which goes afterwards. */
export async function withFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'warrant-kill-'));
  const server = await serve();
  try {
    await use({ url: server.url, folder });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Starts the browser on the profile. Answers its `context`, and `kill`: ends every process of it at once. */
export async function startBrowser(folder) {
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions(),
    serviceWorkers: 'block',
  });
  await skipTour(context);
  const kill = async () => {
    const session = await context.browser().newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const { id } = processInfo.find(({ type }) => type === 'browser');
    const gone = once(context, 'close');
    try {
      process.kill(-id, 'SIGKILL'); // its group: the children with it
    } catch {
      for (const { id: each } of processInfo) process.kill(each, 'SIGKILL');
    }
    await gone;
  };
  return { context, kill };
}

/** Opens the paper in a page and waits until one can write. */
export async function openWriting(page, url) {
  await page.goto(`${url}#/gul-2008`);
  await until(
    page,
    'one can write',
    () => document.querySelector('desk-screen')?.store?.desk.saving,
    undefined,
    60_000,
  );
}

/** The names of what was written to the desk that is open. */
export const written = (page) =>
  page.evaluate(() =>
    document
      .querySelector('desk-screen')
      .store.desk.layers.flatMap((layer) => [...layer.records.values()])
      .filter((record) => record.kind === 'extra')
      .map((record) => record.what),
  );

/**
 * Writes `count` records to the open desk, named `NAME-0`, `NAME-1` …, a few at a time: records that nothing shows, so that
 * storing is what takes the time. `saved` (exposed to the page) hears the name and how many count as saved.
 */
export const write = (page, options) =>
  page.evaluate(
    async ({ name, count, pause, longest }) => {
      const { store } = document.querySelector('desk-screen');
      const soon = (most) => new Promise((done) => setTimeout(done, Math.random() * most));
      const record = (number) => ({
        kind: 'extra',
        id: crypto.randomUUID(),
        creator: 'reader',
        created: new Date().toISOString(),
        modified: new Date().toISOString(),
        format: 'aif',
        what: `${name}-${number}`,
        content: 'x'.repeat(Math.random() * longest),
      });
      for (let number = 0; number < count;) {
        const few = Math.min(count, number + 1 + Math.floor(Math.random() * 4));
        for (; number < few; number += 1) {
          const one = record(number);
          if (!store.run(() => ({ label: 'Write', put: [one] })))
            throw new Error('Nothing can be written now.');
          if (Math.random() < 0.3) await soon(pause);
        }
        while (store.desk.saving !== 'saved') await soon(0);
        void globalThis.saved(name, few);
      }
    },
    { pause: 4, longest: 2000, ...options },
  );

/** Spoils the database on the disk: its files of the last writes are filled with rubbish behind their beginning. */
export async function corrupt(folder) {
  const databases = join(folder, 'Default/IndexedDB');
  let spoiled = 0;
  for (const name of await readdir(databases)) {
    if (!name.endsWith('.leveldb')) continue;
    for (const file of await readdir(join(databases, name))) {
      if (!/\.(log|ldb)$/.test(file)) continue;
      const handle = await open(join(databases, name, file), 'r+');
      const { size } = await handle.stat();
      if (size > 2000) {
        await handle.write(Buffer.alloc(800, 'rubbish!'), 0, 800, 600);
        spoiled += 1;
      }
      await handle.close();
    }
  }
  return spoiled;
}
