// Opens the built app in the tests' browser, one fresh profile a time, and fails the test for anything the page complains of.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import axeCore from 'axe-core';
import { chromium } from 'playwright-core';
import { launchOptions } from './launch.mjs';
import { serve } from './serve.mjs';

let started = null;

/** One server and one browser for all the tests of a file; they end with it. */
function start() {
  started ??= Promise.all([serve(), chromium.launch(launchOptions())]);
  return started;
}

after(async () => {
  if (!started) return;
  const [server, browser] = await started;
  await browser.close();
  await server.close();
});

/**
 * Runs `use` with the app open at `options.path` (default '', the library) in a fresh profile; null opens nothing.
 * `use` gets `page`, `context`, `url` (of the library, ends with a slash) and `newPage`: a page with another look (below),
 * in a profile of its own. Console errors, uncaught errors, failed requests and breaches of the page's policy in any of these
 * pages fail the test, unless `options.expect` (a RegExp) matches them.
 * The look: width, height, colorScheme ('dark'), reducedMotion ('reduce'), forcedColors ('active'), deviceScaleFactor, hasTouch,
 * permissions, and whatever else playwright's newContext knows. Service workers are blocked unless `serviceWorkers` is 'allow':
 * each fresh profile would fetch all of the app once more.
 */
export async function withApp(use, { path = '', expect, ...look } = {}) {
  const [server, browser] = await start();
  const { url } = server;
  const contexts = [];
  const complaints = [];
  const newPage = async (look = {}) => {
    const { width = 1280, height = 800, ...rest } = look;
    const context = await browser.newContext({
      viewport: { width, height },
      serviceWorkers: 'block',
      ...rest,
    });
    contexts.push(context);
    watch(context, complaints);
    return context.newPage();
  };
  try {
    const page = await newPage(look);
    if (path !== null) await page.goto(url + path);
    await use({ page, context: page.context(), url, newPage });
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
  const unexpected = complaints.filter((complaint) => !expect?.test(complaint));
  assert.deepEqual(unexpected, [], 'The page complained.');
}

/** Notes whatever goes wrong in any page of the context. The console has the breaches of the page's policy as errors too. */
function watch(context, complaints) {
  context.on('console', (message) => {
    if (message.type() === 'error' && !examined.has(message.page())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error().stack ?? error.error())));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: ${response.status()}`);
  });
}

/** Pages that axe is at work in: what it tries there is its own, not the app's. */
const examined = new Set();

/**
 * Fails if axe finds anything in the page (or within `options.include`, a CSS selector).
 * The debugger puts axe there, which the page's policy cannot and need not allow.
 */
export async function axe(page, { include, disable = [] } = {}) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axeCore.source });
    await session.detach();
  }
  examined.add(page);
  const violations = await page.evaluate(
    async ([scope, rules]) => {
      const disabled = Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
      const result = await globalThis.axe.run(scope ?? document, {
        resultTypes: ['violations'],
        rules: disabled,
      });
      return result.violations.map(
        ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((n) => n.html).join('\n  ')}`,
      );
    },
    [include, disable],
  );
  examined.delete(page);
  assert.deepEqual(violations, [], 'axe found something.');
}
