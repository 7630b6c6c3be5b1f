// A browser in which whatever a hostile input brings about is told: a script that runs, a dialog, a request, a window, a breach of the policy.
/* global addEventListener */
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { launchOptions } from '../support/launch.mjs';
import { patience, skipTour } from '../support/journey.mjs';
import { serve } from '../support/serve.mjs';

/** What the vectors call, and what the page's policy says, told through `tell`. */
function trap() {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    globalThis[name] = () => globalThis.tell(`ran ${name}`);
  addEventListener(
    'securitypolicyviolation',
    ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber, columnNumber }) =>
      globalThis.tell(
        `policy: ${violatedDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}:${columnNumber}`,
      ),
  );
}

/**
 * Runs `use` with `page`, `context`, `url` and `newPage()` (another tab) of one watched profile; whatever a hostile input
 * brings about, and whatever the page complains of, fails it. Without `isPolicyOn` the browser does not apply the page's
 * policy, so that what only the policy would stop is seen to run.
 */
export async function watched(use, { isPolicyOn = true, expect, width = 1440, height = 900 } = {}) {
  const [server, browser] = await Promise.all([serve(), chromium.launch(launchOptions())]);
  const told = [];
  try {
    const context = await browser.newContext({ bypassCSP: !isPolicyOn, viewport: { width, height } });
    context.setDefaultTimeout(patience);
    await context.exposeFunction('tell', (what) => told.push(what));
    await context.addInitScript(trap);
    await skipTour(context);
    watch(context, server.url, told);
    const newPage = async () => {
      ours.add(context);
      const page = await context.newPage();
      ours.delete(context);
      return page;
    };
    const page = await newPage();
    await use({ page, context, url: server.url, newPage, told });
    await context.close();
  } finally {
    await browser.close();
    await server.close();
  }
  assert.deepEqual([...new Set(told.filter((what) => !expect?.test(what)))].slice(0, 20), []);
}

/** Contexts that are opening a page of our own at the moment: any other new page is one that an input has opened. */
const ours = new Set();

function watch(context, url, told) {
  const isOwn = (address) => address.startsWith(url) || /^(?:blob:|data:|about:blank)/u.test(address);
  context.on('request', (request) => {
    if (!isOwn(request.url())) told.push(`request: ${request.url().slice(0, 200)}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) told.push(`${response.status()}: ${response.url().slice(0, 200)}`);
  });
  context.on('weberror', (error) =>
    told.push(`error: ${String(error.error().stack ?? error.error()).slice(0, 600)}`),
  );
  context.on('console', (message) => {
    if (message.type() === 'error') told.push(`console: ${message.text().slice(0, 300)}`);
  });
  context.on('page', (page) => {
    if (!ours.has(context)) told.push('a window was opened');
    page.on('dialog', (dialog) => {
      told.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('frameattached', () => told.push('a frame was attached'));
    page.on('framenavigated', (frame) => {
      if (!isOwn(frame.url())) told.push(`navigation: ${frame.url().slice(0, 200)}`);
    });
    page.on('download', (download) => told.push(`download: ${download.suggestedFilename()}`));
    page.on('crash', () => told.push('the page crashed'));
  });
}

/**
 * What stands in the page that could run, load or lead somewhere at a touch, though it has not yet: elements and attributes
 * that no text of ours has, addresses of other kinds than http, https, mailto and our own, links out that keep a hold on us.
 */
export async function suspects(page) {
  return page.evaluate(() => {
    const found = new Set();
    const forbidden =
      'iframe frame frameset object embed applet base portal style link meta math foreignObject animate animateTransform animateMotion set use template marquee video audio track source';
    const inner = new Set(forbidden.toLowerCase().split(' '));
    const schemes = new Set(['http:', 'https:', 'mailto:']);
    const say = (element, why) => found.add(`${why}: ${element.outerHTML.slice(0, 200)}`);
    const examineLink = (element, value) => {
      let address;
      try {
        address = new URL(value, location.href);
      } catch {
        return say(element, 'an address that is none');
      }
      const isOwn = address.origin === location.origin;
      if (isOwn && address.protocol !== 'blob:' && address.pathname !== location.pathname)
        if (!/^\/(?:assets\/|licences\.txt)/u.test(address.pathname))
          say(element, 'a link within that leads out of the page');
      if (isOwn) return;
      if (!schemes.has(address.protocol)) return say(element, 'an address');
      const rel = element.getAttribute('rel') ?? '';
      if (!/\bnoopener\b/u.test(rel) || !/\bnoreferrer\b/u.test(rel))
        say(element, 'a link that keeps a hold');
    };
    for (const element of document.body.querySelectorAll('*')) {
      const name = element.localName.toLowerCase();
      if (inner.has(name) || (name === 'script' && !element.src.startsWith(location.origin)))
        say(element, 'element');
      for (const { name: attribute, value } of element.attributes) {
        const key = attribute.toLowerCase();
        if (
          /^on|^(?:srcdoc|formaction|ping|background|action|manifest|code|codebase|archive|longdesc|dynsrc|lowsrc|http-equiv|srcset|poster|data)$/u.test(
            key,
          )
        )
          say(element, 'attribute');
        else if (key === 'style' && /url\(|expression|@import|behavior/iu.test(value)) say(element, 'style');
        else if (key === 'href' || key === 'xlink:href') examineLink(element, value);
        else if (
          key === 'src' &&
          !/^(?:blob:|data:image\/(?:png|jpeg|gif|webp);)/u.test(value) &&
          name !== 'script'
        )
          if (new URL(value, location.href).origin !== location.origin) say(element, 'source');
      }
    }
    for (const key in {}) found.add(`a key that every object has: ${key}`);
    for (const key of ['createElement', 'querySelector', 'getElementById', 'addEventListener'])
      if (typeof document[key] !== 'function') found.add(`document.${key} is clobbered`);
    return [...found];
  });
}

/** Fails where anything suspicious stands in the page; `where` says on which screen. */
export async function clean(page, where) {
  const found = await suspects(page);
  assert.deepEqual(found.slice(0, 10), [], `On ${where} there stands what could do harm.`);
}
