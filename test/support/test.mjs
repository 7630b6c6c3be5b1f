// Runs the parts of `npm test`, lets their output through, and closes with one plain line that counts unit tests and journeys.
// `node test/support/test.mjs [check] [unit] [build] [journeys] [faults]` runs only those; with --long faults are many (`npm run soak`).
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const filesIn = (folder, end) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(end))
        .map((name) => `${folder}/${name}`)
    : [];
const isLong = process.argv.includes('--long');
const longest = isLong ? 3 * 3600_000 : 300_000;
const nodeTest = [
  'node',
  '--test',
  '--test-reporter=spec',
  `--test-timeout=${longest}`,
  '--test-concurrency=2',
];

// npm has put the packages' programs on the path already; a call by hand has not.
const env = {
  ...process.env,
  ...(isLong ? { LONG: '1' } : {}),
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
};

/** Each part's commands, under the name by which a failure is told. */
const parts = {
  check: {
    types: ['tsc'],
    lint: ['eslint', '-c', 'test/support/eslint.config.mjs', '--max-warnings', '0', '.'],
    templates: ['lit-analyzer', '--strict', '--quiet', 'src/**/*.ts'],
    format: ['npm', 'run', '--silent', 'format:check'],
    architecture: ['node', 'test/support/architecture.mjs'],
    packages: ['node', 'test/support/packages.mjs'],
    'proof of the checks': [...nodeTest, ...filesIn('test/support', '.proof.mjs')],
  },
  unit: { 'unit tests': ['wtr'] },
  build: { build: ['npm', 'run', '--silent', 'build'] },
  journeys: { journeys: [...nodeTest, ...filesIn('test/journeys', '.journey.mjs')] },
  faults: { faults: [...nodeTest, ...filesIn('test/faults', '.fault.mjs')] },
};

const wanted = process.argv.slice(2).filter((word) => word !== '--long');
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length)
  throw new Error(
    `There is no part called ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}.`,
  );

let passed = 0;
let failed = 0;
const broken = [];
for (const part of wanted.length ? wanted : Object.keys(parts)) {
  if ((part === 'journeys' || part === 'faults') && broken.includes('build')) {
    console.log(`\n> ${part}: not run, because there is no build to run them against`);
    continue;
  }
  for (const [title, command] of Object.entries(parts[part])) await run(title, command);
}
if (broken.length) console.log(`\nFailed: ${broken.join('; ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** Runs one command; one that ends badly without naming a failed test counts as one failure. */
async function run(title, command) {
  console.log(`\n> ${title}`);
  const start = performance.now();
  const { code, output } = await stream(command);
  const counts = count(output);
  passed += counts.passed;
  failed += counts.failed;
  const isCounted = command[0] === 'wtr' || command.includes('--test');
  const empty = isCounted && counts.passed + counts.failed === 0;
  if (empty) console.log('No test was counted, which is never right.');
  if ((code !== 0 || empty) && counts.failed === 0) failed += 1;
  if (code !== 0 || empty || counts.failed) broken.push(title);
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Every command's words are our own, so a shell (needed for npm's .cmd files on Windows) has nothing to misread. */
function stream([program, ...args]) {
  return new Promise((done) => {
    const windows = process.platform === 'win32';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], shell: windows, env });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', ({ message }) => console.error(message));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** What web-test-runner.config.mjs or node:test's spec reporter says about the numbers, terminal codes aside. */
function count(output) {
  // eslint-disable-next-line no-control-regex
  const text = output.replace(/\u001b\[[\d;]*[A-Za-z]/g, '');
  const number = (pattern) => Number(text.match(pattern)?.[1] ?? 0);
  return {
    passed: number(/^unit tests: (\d+) passed/m) + number(/^ℹ pass (\d+)/m),
    failed:
      number(/^unit tests: .* (\d+) failed/m) + number(/^ℹ fail (\d+)/m) + number(/^ℹ cancelled (\d+)/m),
  };
}
