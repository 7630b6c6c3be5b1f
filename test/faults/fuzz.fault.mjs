// Every reader holds against files that are broken on purpose: bounded in time and memory, with a fault for an answer and nothing
// asked of anybody. LONG=1 reads ten thousand of another seed each time; it is printed, and SEED=n repeats a run.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { dice, mutant, samples } from './mutants.mjs';
import { withWorkers } from './workers.mjs';

const isLong = env.LONG === '1';
const seed = Number(env.SEED ?? (isLong ? Date.now() % 1_000_000 : 7));
const inputs = isLong ? 10_000 : 200;

/** The short form ends when so many ms are over, however many inputs it has read. */
const box = isLong ? Infinity : 20_000;

/** No input may keep the processor for longer, in ms, nor cost more, in MB; past `silence` without a sign of life it is ended. */
const slowest = 2_000;
const silence = 20_000;
const largest = 500;

/** So many inputs a worker reads before the next one is started. */
const round = 400;

/** Where what failed is left to be looked at. */
const folder = fileURLToPath(new URL('../../node_modules/.cache/fuzz/', import.meta.url));

const isBad = ({ outcome, growth, time }) =>
  /^(?:hang|error|died)/u.test(outcome) || growth > largest || time > slowest;

/** New workers, all of their readers fetched: that is no part of what is measured. */
async function warm({ read, fresh }, all) {
  await fresh();
  for (const { way, bytes, name } of all) {
    const { outcome } = await read(way, bytes, name, 20_000);
    assert.equal(outcome, 'read', `${name}, as it was before anything was changed in it`);
  }
}

/** The worst of what happens when the input is read by itself, thrice: another program may have been at work the first time. */
async function readAgain(workers, all, { way, bytes, name }) {
  const answers = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await warm(workers, all);
    answers.push(await workers.read(way, bytes, name, silence));
  }
  return answers.find((answer) => !isBad(answer)) ?? answers[0];
}

test(`mutants of every format, seed ${seed}`, async () => {
  const all = samples();
  const bad = [];
  const outcomes = new Map();
  let slow = { time: 0, name: '' };
  let grown = 0;
  let sent = 0;
  await withWorkers(async (workers) => {
    await warm(workers, all);
    const start = performance.now();
    for (; sent < inputs && performance.now() - start < box; sent += 1) {
      if (sent > 0 && sent % round === 0) await warm(workers, all);
      const random = dice(seed * 100_003 + sent);
      const sample = all[sent % all.length];
      const input = { ...sample, bytes: mutant(sample, random) };
      let answer = await workers.read(input.way, input.bytes, input.name, silence);
      if (isBad(answer)) answer = await readAgain(workers, all, input);
      outcomes.set(answer.outcome, (outcomes.get(answer.outcome) ?? 0) + 1);
      if (answer.time > slow.time) slow = { time: answer.time, name: `${sent} ${input.name}` };
      grown = Math.max(grown, answer.growth);
      if (!isBad(answer)) continue;
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}${seed}-${sent}-${input.name}`, input.bytes);
      bad.push(
        `${sent} ${input.name}: ${answer.outcome}, ${answer.time.toFixed(0)} ms, ${answer.growth.toFixed(0)} MB`,
      );
    }
    assert.deepEqual(workers.told, [], 'Something was asked of others.');
  });
  console.log(
    `  ${sent} inputs, slowest ${slow.time.toFixed(0)} ms (${slow.name}), ${grown.toFixed(0)} MB at most: ${[...outcomes].map(([what, number]) => `${what} ${number}`).join(', ')}`,
  );
  assert.deepEqual(bad, [], `Seed ${seed}; the files are in ${folder}.`);
  assert.ok(sent >= (isLong ? inputs : 20), `Only ${sent} inputs were read.`);
  assert.ok(outcomes.get('read') > sent / 10, 'Hardly any mutant was read at all.');
});
