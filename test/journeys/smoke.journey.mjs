// The ground every other journey stands on: the built app starts, in each look, without a complaint; and complaints are heard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, withApp } from '../support/app.mjs';
import { eventually } from '../support/journey.mjs';

test('the library opens without a complaint, and axe finds nothing', async () => {
  await withApp(async ({ page }) => {
    await page.waitForFunction(() => document.body.innerText.trim().length > 0);
    await eventually(async () => assert.match(await page.title(), /Warrant/));
    await axe(page);
  });
});

test('it opens in the dark, narrow, with less motion and forced colours', async () => {
  await withApp(
    async ({ page, newPage, url }) => {
      await eventually(async () =>
        assert.ok(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)),
      );
      const narrow = await newPage({
        width: 360,
        height: 640,
        reducedMotion: 'reduce',
        forcedColors: 'active',
      });
      await narrow.goto(url);
      await eventually(async () =>
        assert.ok(await narrow.evaluate(() => matchMedia('(forced-colors: active)').matches)),
      );
      await eventually(async () => assert.equal(await narrow.evaluate(() => innerWidth), 360));
    },
    { colorScheme: 'dark' },
  );
});

const complaints = {
  'an error in the console': () => console.error('the page complains'),
  'an uncaught error': () =>
    void setTimeout(() => {
      throw new Error('the page complains');
    }),
  'a missing file': () => fetch('missing.json'),
  'an inline style': () => document.body.setAttribute('style', 'color: red'),
  'markup from a string': () => {
    try {
      document.body.innerHTML = '<b>bold</b>';
    } catch {
      /* The policy says it too. */
    }
  },
  'a request to elsewhere': () => fetch('https://example.com/').catch(() => undefined),
};

for (const [name, act] of Object.entries(complaints)) {
  test(`a journey fails for ${name}`, async () => {
    const journey = withApp(async ({ page }) => {
      await page.evaluate(act).catch(() => undefined);
      await page.waitForTimeout(200);
    });
    await assert.rejects(journey, /complained/);
  });
}
