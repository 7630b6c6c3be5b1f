// Nothing that counted as saved is lost when the whole browser is killed while one writes, not even when the browser then
// drops its database. LONG=1 kills 250 times, KILLS=n so many; SEED=n repeats a run.
/* global IDBFactory */
import assert from 'node:assert/strict';
import { env } from 'node:process';
import { test } from 'node:test';
import { corrupt, numbers, openWriting, startBrowser, withFolder, write, written } from './killed.mjs';

const kills = Number(env.KILLS ?? (env.LONG === '1' ? 250 : 15));
const seed = Number(env.SEED ?? Date.now() % 1_000_000);

/** In the page: remembers whether the app found no database and made one. */
const watchForNew = () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...values) {
    const request = open.apply(this, values);
    request.addEventListener('upgradeneeded', (event) => {
      if (event.oldVersion === 0) globalThis.databaseWasNew = true;
    });
    return request;
  };
};

test(`${kills} kills while one writes, one of them with a spoiled database, lose nothing that counted as saved`, async () => {
  const random = numbers(seed);
  const spoiledAt = 2 + Math.floor(random() * (kills - 2));
  /** What counted as saved in each round: so many, from the first. */
  const saved = [];
  let dropped = 0;
  await withFolder(async ({ url, folder }) => {
    for (let round = 0; round <= kills; round += 1) {
      if (round === spoiledAt) assert.ok((await corrupt(folder)) > 0, 'There was a database to spoil.');
      const { context, kill } = await startBrowser(folder);
      const page = context.pages()[0] ?? (await context.newPage());
      await context.addInitScript(watchForNew);
      await context.exposeFunction('saved', (name, count) => (saved[round] = count));
      await openWriting(page, url);
      const there = new Set(await written(page));
      const all = saved.flatMap((count, at) =>
        Array.from({ length: count }, (_, number) => `${at}-${number}`),
      );
      const missing = all.filter((one) => !there.has(one));
      assert.deepEqual(
        missing,
        [],
        `After kill ${round} of seed ${seed}, ${missing.length} of ${all.length} are gone.`,
      );
      const wasNew = await page.evaluate(() => globalThis.databaseWasNew === true);
      if (round > 0 && wasNew) dropped += 1;
      if (round === spoiledAt) assert.ok(wasNew, `The spoiled database of seed ${seed} was dropped.`);
      if (round === kills) await context.close();
      else {
        // What is being written when the browser dies fails with it.
        write(page, { name: `${round}`, count: 10_000 }).catch(() => undefined);
        await new Promise((done) => setTimeout(done, 50 + random() * 1000));
        await kill();
      }
    }
  });
  const count = saved.reduce((sum, one) => sum + one, 0);
  console.log(
    `  seed ${seed}: ${kills} kills, ${count} changes saved, the database dropped ${dropped} times`,
  );
  assert.ok(count > kills, 'Something was written between the kills.');
});
