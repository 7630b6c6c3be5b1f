// Files made to end a reader: a million notes, deep nesting, one sign a hundred thousand times, archives and streams that swell.
// Each is read or refused within its time and memory, and nothing is asked of anybody. LONG=1 reads all of them;
// SEED=n picks others for the short form.
import assert from 'node:assert/strict';
import { env } from 'node:process';
import { test } from 'node:test';
import { bombs } from './bomb-files.mjs';
import { repeats } from './repeat-files.mjs';
import { withWorkers } from './workers.mjs';

const isLong = env.LONG === '1';
const turn = Number(env.SEED ?? 0);

/** What an input may cost at most: ms of the processor, and MB. What takes longer than `silence` is ended. */
const slowest = 8_000;
/** What is large and honest in its kind may be read for as long as the app lets a worker read. */
const patience = 120_000;
const largest = 500;
const silence = 30_000;

/** The worst that was told of each, in words; those within their limits are left out. */
async function readAll(files, limit) {
  const bad = [];
  await withWorkers(async ({ read, fresh, told }) => {
    for (const { way = 'import', name, bytes, isLarge } of files) {
      await fresh();
      const { outcome, time, growth } = await read(way, bytes(), name, silence);
      if (env.TELL) console.log(`  ${name}: ${outcome}, ${time.toFixed(0)} ms, ${growth.toFixed(0)} MB`);
      if (/^(?:hang|died|error)/u.test(outcome) || time > (isLarge ? patience : limit) || growth > largest)
        bad.push(`${name}: ${outcome}, ${time.toFixed(0)} ms, ${growth.toFixed(0)} MB`);
    }
    assert.deepEqual(told, [], 'Something was asked of others.');
  });
  return bad;
}

test('files that swell or nest are read or refused in time', async () => {
  assert.deepEqual(await readAll(isLong ? bombs : bombs.filter(({ isLarge }) => !isLarge), slowest), []);
});

test(`one sign very many times is read as fast as many, turn ${turn}`, async () => {
  const every = isLong ? 1 : 24;
  const some = repeats.filter((_, at) => at % every === turn % every);
  assert.deepEqual(await readAll(some, 4_000), []);
});
