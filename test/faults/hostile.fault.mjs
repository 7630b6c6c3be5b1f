// Nothing let in with a paper: thousands of hostile words in files of every format, kept, opened and mended. The page's policy
// stands and must never be what stopped one; LONG=1 does it all once more without it, so that what gets through is seen to run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLong, rest, sentSoFar } from './hostile-steps.mjs';
import { sendNames, sendPapers } from './sent-papers.mjs';
import { clean, watched } from './watched.mjs';

const ways = {
  'papers of every format': sendPapers,
  'names of files': sendNames,
};

for (const [name, send] of Object.entries(ways))
  for (const isPolicyOn of isLong ? [true, false] : [true])
    test(`${name}, ${isPolicyOn ? 'with' : 'without'} the page’s policy`, async () => {
      await watched((app) => send(app, isPolicyOn ? 0 : 1), { isPolicyOn });
    });

/** Resolves when something like it was told; the test's own time limit ends a wait in vain. */
async function heard(told, what) {
  while (!told.some((one) => what.test(one))) await new Promise((done) => setTimeout(done, 20));
}

test('the trap tells what a page does that lets things in', async () => {
  const inputs = [
    '<img src=x onerror=alert(1)>',
    '<iframe srcdoc="x"></iframe>',
    '<img src="http://evil.example/x">',
  ];
  await watched(
    async ({ page, url, told }) => {
      await page.goto(url);
      await page.evaluate((all) => {
        const policy = globalThis.trustedTypes.createPolicy('dompurify', { createHTML: (text) => text });
        for (const one of all) {
          const root = document.createElement('div');
          document.body.append(root);
          root.innerHTML = policy.createHTML(one);
        }
      }, inputs);
      await rest(page);
      await assert.rejects(() => clean(page, 'a page that lets things in'), /what could do harm/u);
      for (const what of [/^ran alert/u, /a frame was attached/u, /^request: http:\/\/evil/u])
        await heard(told, what);
      told.length = 0;
    },
    { isPolicyOn: false },
  );
});

if (isLong)
  test('five thousand inputs were sent with papers', () =>
    assert.ok(sentSoFar() >= 5_000, `${sentSoFar()} inputs`));
