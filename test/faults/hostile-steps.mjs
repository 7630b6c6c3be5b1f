// Steps that every way in shares: which vectors are sent, the page at rest, the desk, its commands, and what a hand would touch.
/* global Event */
import { env } from 'node:process';
import { deskReady } from '../support/journey.mjs';
import { vectors } from './vectors.mjs';

/** Whether every vector goes through every way (LONG=1), not through the cheap ways alone. */
export const isLong = env.LONG === '1';

/** The short form sends one in so many of what the long form would send in the same way. */
const thin = 8;

/** Every `of`th vector, far fewer in the short form. */
export const some = (of, from = 0) => vectors.filter((_, at) => at % (isLong ? of : of * thin) === from % of);

let sent = 0;

/** How many inputs were sent until now. */
export const sentSoFar = () => sent;

/** Counts inputs that went in by a way, and tells it. */
export const count = (way, number) => {
  sent += number;
  console.log(`  ${way}: ${number}`);
};

/** A file for a chooser; what is no text is written as JSON. */
export const asFile = (name, value) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
});

/** Lets the page come to rest: whatever was started by what it shows now has been started. */
export const rest = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );

/** Runs the command that `words` find first. */
export async function command(page, words) {
  await page.keyboard.press('Control+K');
  const field = page.getByRole('combobox', { name: 'Command' });
  await field.waitFor();
  await field.fill(words);
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Opens the app at a place and waits for the desk. */
export const openAt = async (page, url, hash) => {
  await page.goto(`${url}${hash}`);
  await deskReady(page);
};

/** Touches all that a reader could touch without leaving: hovers and focus reach every link and mark of the page. */
export const touch = (page) =>
  page.evaluate(() => {
    for (const element of document.querySelectorAll(
      '.paper-text a, .paper-text mark, margin-column a, markdown-text *',
    )) {
      for (const name of ['mouseover', 'mouseenter', 'focusin', 'pointerover'])
        element.dispatchEvent(new Event(name, { bubbles: true }));
    }
  });
