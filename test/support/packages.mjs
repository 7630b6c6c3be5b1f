// Proves what is said of the packages: pinned, each with its sum, none that must run a script to be installed, and licences that
// let the app be given on. `npm run check` runs it; packages.proof.mjs proves that it catches what it should.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Licences that ask for no more than to be named. A package may offer a choice; one of these among it will do. */
const permissive = new Set(
  'MIT ISC BSD-2-Clause BSD-3-Clause Apache-2.0 0BSD Zlib Python-2.0 PSF-2.0 BlueOak-1.0.0 CC0-1.0 OFL-1.1'.split(
    ' ',
  ),
);

/** Packages of the app with another licence, and how it is met. */
export const explained = {
  elkjs: 'EPL-2.0: its own unmodified file, run in a worker of its own.',
  citeproc: 'CPAL-1.0: its own unmodified file, fetched when first asked for.',
};

/** Packages that have a script for their installing, and why `npm ci --ignore-scripts` does without it. */
export const scripts = {
  'core-js': 'Prints a request for donations; an optional part of jspdf that is never loaded.',
  fsevents: 'Built for macOS, where it comes built already; the watchers of tools do without it.',
};

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function isPermissive(licence = '') {
  const words = licence.replace(/[()]/gu, '');
  const fits = (part) => part.split(' AND ').every((one) => permissive.has(one.trim()));
  return words.split(' OR ').some(fits);
}

/**
 * What is wrong with the packages, a sentence each.
 * @param lock package-lock.json, parsed
 * @param manifest package.json, parsed
 * @param readme the text that lists what the app depends on
 */
export function examinePackages(lock, manifest, readme) {
  const problems = [];
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    if (!/^(?:npm:[@\w./-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))
      problems.push(`${name} is not pinned: ${version}.`);
  for (const name of Object.keys(manifest.dependencies ?? {}))
    if (!isNamed(readme, name)) problems.push(`src/README.md does not say what ${name} is for.`);
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '') continue;
    const name = nameOf(path);
    if (!/^sha512-/u.test(entry.integrity ?? '')) problems.push(`${name} has no sum in the lockfile.`);
    if (entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/'))
      problems.push(`${name} is from elsewhere: ${entry.resolved}.`);
    if (entry.hasInstallScript && !(name in scripts))
      problems.push(`${name} runs a script when it is installed.`);
    const isShipped = !entry.dev && !entry.devOptional;
    if (isShipped && !isPermissive(entry.license) && !(name in explained))
      problems.push(`${name} has the licence ${entry.license ?? 'nobody knows which'}.`);
  }
  return problems;
}

/** In the table by its whole name, or by the end of it behind a name that begins alike: `-state` of `prosemirror-model, -state`. */
function isNamed(readme, name) {
  const table = readme.slice(readme.indexOf('## Dependencies'));
  const ends = [...name.matchAll(/[-/]/gu)].map(({ index }) => index);
  return (
    table.includes(name) ||
    ends.some((at) => table.includes(name.slice(0, at + 1)) && table.includes(`, -${name.slice(at + 1)}`))
  );
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const problems = examinePackages(
    JSON.parse(read('package-lock.json')),
    JSON.parse(read('package.json')),
    read('src/README.md'),
  );
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
}
