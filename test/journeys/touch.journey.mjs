// Touch: everything one can press is large enough for a finger, on a small screen, in every pane and panel.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until, withDesk } from '../support/journey.mjs';

/**
 * Targets smaller than 24 px that another target is too near to (WCAG 2.5.8): around the middle of each a circle of
 * 24 px must not touch another target or its circle. Links within a line of text are free.
 */
const tooSmall = (page) =>
  page.evaluate(() => {
    const selector =
      'button, summary, select, textarea, input, [role=tab], [role=treeitem], [role=slider], a[href]:not(p a, li a, .paper-text a, .skip-links a)';
    const shown = [...document.querySelectorAll(selector)].filter((one) => {
      const box = one.getBoundingClientRect();
      return one.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
    });
    const targets = shown.map((one) => {
      const label = one.matches('input[type=checkbox], input[type=radio]') ? one.closest('label') : null;
      const box = (label ?? one).getBoundingClientRect();
      return {
        name: `${one.tagName.toLowerCase()}.${one.className} “${(one.ariaLabel ?? one.textContent).trim().slice(0, 30)}”`,
        box,
        x: box.left + box.width / 2,
        y: box.top + box.height / 2,
        isSmall: box.width < 23.5 || box.height < 23.5,
      };
    });
    const reach = (from, { box, x, y, isSmall }) => {
      if (isSmall) return Math.hypot(from.x - x, from.y - y) - 12;
      const dx = Math.max(box.left - from.x, 0, from.x - box.right);
      const dy = Math.max(box.top - from.y, 0, from.y - box.bottom);
      return Math.hypot(dx, dy);
    };
    return targets
      .filter((one) => one.isSmall && targets.some((other) => other !== one && reach(one, other) < 12))
      .map(({ name, box }) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
  });

test('every target is 24 px or has as much room, at 360 px under a finger', async () => {
  await withDesk(
    async ({ page, url }) => {
      const bar = page.locator('.desk-bar');
      const found = {};
      const look = async (name) => {
        const small = await tooSmall(page);
        if (small.length > 0) found[name] = [...new Set(small)];
      };
      await look('text');
      for (const pane of ['Contents', 'Margin', 'Map']) {
        await bar.getByRole('button', { name: pane, exact: true }).tap();
        if (pane === 'Map')
          await until(
            page,
            'the map was drawn',
            () => document.querySelector('.map-stage')?._cyreg?.cy.nodes().length > 0,
          );
        await look(pane);
      }
      await bar.getByRole('button', { name: 'Text', exact: true }).tap();
      await page.getByRole('button', { name: 'Reading', exact: true }).tap();
      await page.getByRole('dialog', { name: 'Reading' }).waitFor();
      await look('settings');
      await page.getByRole('button', { name: 'Present the argument' }).tap();
      await page.locator('.present-strip').waitFor();
      await look('presentation');
      await page.goto(`${url}#/`);
      await page.locator('.library h1').waitFor();
      await look('library');
      assert.deepEqual(found, {});
    },
    { width: 360, height: 740, hasTouch: true, isMobile: true },
  );
});
