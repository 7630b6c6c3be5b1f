// Unit tests: every test/**/*.test.ts in a real Chromium, its TypeScript turned by the compiler (and tsconfig) of the build.
// Tests are grouped by folder: `npm run unit -- --group reader`. A test that fails is never run again in the hope of luck.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromeLauncher, defaultReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { build, transformWithOxc } from 'vite';
import { browser } from './test/support/browser.mjs';

const typescript = {
  name: 'typescript',
  resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
  async transform({ path, body }) {
    if (!path.endsWith('.ts')) return;
    const { code, map } = await transformWithOxc(String(body), join(import.meta.dirname, path));
    return `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
  },
};

/** elkjs comes as CommonJS only, which a browser cannot import; the build wraps it by itself. */
const commonjs = {
  name: 'commonjs',
  transform({ path, body }) {
    if (!/\/elkjs\/lib\/(elk-api|main|elk\.bundled)\.js$/.test(path)) return;
    return `const module = { exports: {} }; const exports = module.exports;\n${body}\nexport default module.exports.default ?? module.exports;`;
  },
};

const bundles = new Map();

/** A file of a library as a browser can import it: bundled by the build's own bundler, once. */
async function bundled(specifier) {
  const lib = {
    entry: join(import.meta.dirname, 'node_modules', specifier),
    formats: ['es'],
    fileName: 'bundle',
  };
  const options = { configFile: false, logLevel: 'error', build: { write: false, minify: false, lib } };
  const [{ output }] = await build(options);
  return output[0].code;
}

/** CommonJS of our libraries' libraries. */
const old = ['cssesc', 'font-family-papandreou', 'specificity', 'svgpath'];

/** A file of Argdown's own, as the product imports it; its libraries are CommonJS in part. */
const argdown = (source) => /@argdown\/core(?:\/.*)?$/.exec(source)?.[0];

/** citation.js is CommonJS in part and imports JSON as the build does, not as a browser would have it. */
const bundling = {
  name: 'bundling',
  resolveImport: ({ source }) =>
    argdown(source)
      ? `/bundled/${encodeURIComponent(argdown(source))}.js`
      : source.startsWith('@citation-js/') || source.startsWith('rehype-citation/') || old.includes(source)
        ? `/bundled/${encodeURIComponent(source)}.js`
        : undefined,
  async serve({ path }) {
    const specifier = /^\/bundled\/(.+)\.js$/.exec(path)?.[1];
    if (specifier === undefined) return;
    const name = decodeURIComponent(specifier);
    if (!bundles.has(name)) bundles.set(name, bundled(name));
    return { body: await bundles.get(name), type: 'js' };
  },
};

/** Prints the one line that test/support/test.mjs counts by. A file that does not load counts as one failed test. */
const counts = {
  onTestRunFinished({ sessions }) {
    const tests = (suite) => [...suite.tests, ...suite.suites.flatMap(tests)];
    const all = sessions.flatMap((session) => (session.testResults ? tests(session.testResults) : []));
    const failed = all.filter((test) => !test.passed && !test.skipped).length;
    const broken = sessions.filter((session) => !session.passed && session.errors.length > 0).length;
    console.log(`unit tests: ${all.filter((test) => test.passed).length} passed, ${failed + broken} failed`);
  },
};

const folders = readdirSync('test', { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
  .map((entry) => entry.parentPath ?? entry.path);

const { executablePath, args, env } = browser();

export default {
  groups: [...new Set(folders)].map((folder) => ({
    name: folder.split(/[\\/]/).slice(1).join('/') || 'test',
    files: `${folder.replaceAll('\\', '/')}/*.test.ts`,
  })),
  nodeResolve: true,
  browsers: [chromeLauncher({ launchOptions: { executablePath, args, env, headless: true } })],
  plugins: [typescript, bundling, commonjs, a11ySnapshotPlugin()],
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY ?? false }), counts],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 40_000, retries: 0 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  coverage: false,
  coverageConfig: { include: ['src/**/*.ts'], report: true, reporters: ['text-summary'] },
};
