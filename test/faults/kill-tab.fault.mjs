// Two tabs write to one notebook at the same time, and one of them is killed again and again: all is there, and both agree.
// LONG=1 writes 2,000 records in each tab, one killed every hundred; SEED=n repeats a run.
import assert from 'node:assert/strict';
import { env } from 'node:process';
import { test } from 'node:test';
import { until } from '../support/journey.mjs';
import { numbers, openWriting, startBrowser, withFolder, write, written } from './killed.mjs';

const hundreds = env.LONG === '1' ? 20 : 2;
const seed = Number(env.SEED ?? Date.now() % 1_000_000);

/** Ends the process that a tab runs in, as a crash does. */
async function kill(page) {
  const session = await page.context().newCDPSession(page);
  const gone = new Promise((done) => page.once('crash', done));
  session.send('Page.crash').catch(() => undefined);
  await gone;
  await page.close();
}

/** Waits until a tab has so many records. */
const has = (page, count) =>
  until(
    page,
    `a tab has ${count} records`,
    (wanted) =>
      document
        .querySelector('desk-screen')
        .store.desk.layers.flatMap((layer) => [...layer.records.values()])
        .filter((record) => record.kind === 'extra').length === wanted,
    count,
    60_000,
  );

test(`two tabs write ${hundreds}00 records each, one is killed every hundred: all is there, and both agree`, async () => {
  const random = numbers(seed);
  await withFolder(async ({ url, folder }) => {
    const { context } = await startBrowser(folder);
    /** How many of each hundred of each tab counted as saved. */
    const saved = new Map();
    await context.exposeFunction('saved', (name, count) => saved.set(name, count));
    const tabs = [context.pages()[0] ?? (await context.newPage()), await context.newPage()];
    for (const tab of tabs) await openWriting(tab, url);
    let lost = 0;
    for (let hundred = 0; hundred < hundreds; hundred += 1) {
      const victim = random() < 0.5 ? 0 : 1;
      const name = (tab) => `tab${tab}-${hundred}`;
      const writing = tabs.map((tab, at) => write(tab, { name: name(at), count: 100, longest: 500 }));
      writing[victim].catch(() => undefined);
      await new Promise((done) => setTimeout(done, 100 + random() * 1200));
      await kill(tabs[victim]);
      await writing[1 - victim];
      tabs[victim] = await context.newPage();
      await openWriting(tabs[victim], url);
      const there = new Set(await written(tabs[victim]));
      for (let number = 0; number < (saved.get(name(victim)) ?? 0); number += 1)
        assert.ok(
          there.has(`${name(victim)}-${number}`),
          `${name(victim)}-${number} of seed ${seed} is gone.`,
        );
      const own = [...there].filter((one) => one.startsWith(`${name(victim)}-`)).length;
      lost += 100 - own;
      await write(tabs[victim], { name: `again${victim}-${hundred}`, count: 100 - own, longest: 500 });
    }
    for (const tab of tabs) await has(tab, hundreds * 200);
    const [one, other] = await Promise.all(tabs.map(async (tab) => (await written(tab)).sort()));
    assert.deepEqual(one, other);
    assert.equal(new Set(one).size, hundreds * 200);
    await tabs[0].reload();
    await openWriting(tabs[0], url);
    assert.deepEqual((await written(tabs[0])).sort(), one);
    await context.close();
    console.log(
      `  seed ${seed}: ${hundreds} tabs killed, ${lost} records not saved yet by then were written again`,
    );
  });
});
