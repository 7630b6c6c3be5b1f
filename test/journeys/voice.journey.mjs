// Reading aloud: heard through a stage that says only what the test lets it say; and what a browser without voices is told.
/* global Event, EventTarget, innerHeight, speechSynthesis */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../support/app.mjs';
import {
  deskReady,
  eventually,
  hear,
  markedWords,
  marksIn,
  saved,
  until,
  withDesk,
  wordsAt,
} from '../support/journey.mjs';

const wide = { width: 1440, height: 900 };

/** Puts a stage in the place of the browser's speech, in every page of the context from now on. */
const setStage = (context, hasVoices = true) =>
  context.addInitScript((voiced) => {
    const voice = (name, lang) => ({
      name,
      lang,
      voiceURI: name,
      localService: name !== 'Far',
      default: name === 'Near',
    });
    const stage = Object.assign(new EventTarget(), {
      said: [],
      current: null,
      voices: voiced ? [voice('Far', 'en-US'), voice('Near', 'en-GB'), voice('Anna', 'de-DE')] : [],
      getVoices: () => stage.voices,
      speak(utterance) {
        stage.said.push({ words: utterance.text, voice: utterance.voice?.name, rate: utterance.rate });
        stage.current = utterance;
      },
      cancel: () => (stage.current = null),
      end() {
        const { current } = stage;
        stage.current = null;
        current.dispatchEvent(new Event('end'));
      },
      fail: (error) => stage.current.dispatchEvent(Object.assign(new Event('error'), { error })),
    });
    Object.defineProperty(stage, 'speaking', { get: () => stage.current !== null });
    Object.defineProperty(globalThis, 'speechSynthesis', { value: stage, configurable: true });
    globalThis.SpeechSynthesisUtterance = class extends EventTarget {
      constructor(text) {
        super();
        this.text = text;
      }
    };
  }, hasVoices);

const withStage = (use, { hasVoices, ...look } = {}) =>
  withDesk(
    async (app) => {
      await setStage(app.context, hasVoices);
      await app.page.reload();
      await deskReady(app.page);
      await until(app.page, 'the text was alive', () =>
        document.querySelector('.ProseMirror mark[data-claim]'),
      );
      await use(app);
    },
    { ...wide, ...look },
  );

const bar = (page) => page.getByRole('region', { name: 'Read aloud' });
const said = (page) => page.evaluate(() => speechSynthesis.said.map((one) => one.words));
const end = (page) => page.evaluate(() => speechSynthesis.end());
/** The words that are lit, without note numbers. */
const lit = (page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('voice') ?? [];
    if (!range) return null;
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const copy = live.cloneContents();
    copy.querySelectorAll('.marker').forEach((marker) => marker.remove());
    return copy.textContent;
  });
const isInView = (page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('voice');
    const top = range.startContainer.parentElement.getBoundingClientRect().top;
    const frame = document.querySelector('.reading').getBoundingClientRect();
    return top >= frame.top - 400 && top < frame.bottom;
  });

/** Puts the caret into words of the text by a click. */
async function clickAt(page, words) {
  const { start } = await wordsAt(page, words);
  await page.mouse.click(start.x + 2, start.y);
}

const first =
  'The sudden collapse of the Soviet Union has, on several levels, brought about many novel complexities to world politics.';

test('R reads from the caret, sentence by sentence, without note numbers; each is lit and stays in view', async () => {
  await withStage(async ({ page }) => {
    await clickAt(page, 'The sudden collapse');
    await page.keyboard.press('r');
    await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
    await eventually(async () => assert.deepEqual(await said(page), [first]));
    await eventually(async () => assert.equal(await lit(page), first));
    await hear(page, '79 note numbers are not read');
    for (let count = 0; count < 25; count += 1) await end(page);
    const words = (await said(page)).join(' ');
    assert.match(
      words,
      /various obstacles and dilemmas for them\. Among these many challenges/u,
      'No number, no word lost.',
    );
    await eventually(async () =>
      assert.ok((await lit(page)).includes((await said(page)).at(-1)), 'The light is where the voice is.'),
    );
    await until(page, 'the sentence was in view', () => {
      const [range] = CSS.highlights.get('voice');
      const { top } = range.startContainer.parentElement.getBoundingClientRect();
      const frame = document.querySelector('.reading').getBoundingClientRect();
      return top < frame.bottom && top > frame.top - 400;
    });
  });
});

test('by keyboard: pause and go on, back and forth, highlight the sentence, undo it, end', async () => {
  await withStage(async ({ page }) => {
    await clickAt(page, 'The sudden collapse');
    await page.keyboard.press('r');
    await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
    await page.keyboard.press('.');
    const second = await lit(page);
    assert.notEqual(second, first);
    await page.keyboard.press(',');
    await eventually(async () => assert.equal(await lit(page), first));
    await page.keyboard.press('r');
    await bar(page).getByRole('button', { name: 'Read', exact: true }).waitFor();
    await eventually(async () => assert.equal(await page.evaluate(() => speechSynthesis.speaking), false));
    await page.keyboard.press('h');
    await hear(page, 'Highlighted the sentence');
    const [mark] = await marksIn(page);
    await eventually(async () => assert.equal(await markedWords(page, 'annotation', mark), first));
    await eventually(async () => assert.equal(await lit(page), first, 'The light outlives the redraw.'));
    await page.keyboard.press('Control+z');
    await until(page, 'the mark was gone', () => !document.querySelector('mark[data-annotation]'));
    await page.keyboard.press('r');
    await eventually(async () => assert.equal((await said(page)).at(-1), first));
    await bar(page).getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    await bar(page).waitFor({ state: 'detached' });
    await eventually(async () => assert.equal(await lit(page), null));
    await eventually(async () => assert.equal(await page.evaluate(() => speechSynthesis.speaking), false));
    await eventually(async () =>
      assert.ok(
        await page.evaluate(() => document.activeElement.matches('.ProseMirror')),
        'The focus is in the text again.',
      ),
    );
    await saved(page);
  });
});

test('it does not scroll against the reader, and comes back when it is asked to', async () => {
  await withStage(async ({ page }) => {
    await clickAt(page, 'The sudden collapse');
    await page.keyboard.press('r');
    await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
    await page.mouse.move(500, 500);
    await page.mouse.wheel(0, 4000);
    const back = bar(page).getByRole('button', { name: 'To the sentence' });
    await back.waitFor();
    const top = () => page.evaluate(() => document.querySelector('.reading').scrollTop);
    await until(page, 'scrolling came to rest', async () => {
      const reading = document.querySelector('.reading');
      const before = reading.scrollTop;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return reading.scrollTop === before;
    });
    const there = await top();
    await end(page);
    await end(page);
    await eventually(async () => assert.equal(await top(), there));
    await back.click();
    await back.waitFor({ state: 'detached' });
    await until(
      page,
      'the text had gone back',
      (away) => document.querySelector('.reading').scrollTop < away,
      there,
    );
    await eventually(async () => assert.ok(await isInView(page)));
  });
});

test('voice, speed and note numbers are chosen for this device; the voices speak the paper’s language', async () => {
  await withStage(async ({ page }) => {
    await clickAt(page, 'The sudden collapse');
    await page.keyboard.press('r');
    await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
    const voice = bar(page).getByRole('combobox', { name: 'Voice' });
    await eventually(async () =>
      assert.deepEqual(await voice.locator('option').allInnerTexts(), [
        'Near (en-GB)',
        'Far (en-US): needs the network',
      ]),
    );
    await voice.selectOption('Far');
    await bar(page).getByRole('combobox', { name: 'Speed' }).selectOption('1.5');
    await bar(page).getByRole('checkbox', { name: 'Say the 79 note numbers' }).check();
    const last = await page.evaluate(() => speechSynthesis.said.at(-1));
    assert.deepEqual(last, { words: first, voice: 'Far', rate: 1.5 });
    await page.reload();
    await deskReady(page);
    await clickAt(page, 'Thus, the collapse of Pax');
    await page.keyboard.press('r');
    await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
    const again = await page.evaluate(() => speechSynthesis.said.at(-1));
    assert.equal(`${again.voice} ${again.rate}`, 'Far 1.5');
    assert.match(again.words, /dilemmas for them\. \(note 1\)$/u);
  });
});

test('voices that come late are waited for; what goes wrong is told in plain words', async () => {
  await withStage(
    async ({ page }) => {
      await clickAt(page, 'The sudden collapse');
      await page.keyboard.press('r');
      await bar(page).getByText('Looking for voices').waitFor();
      await page.evaluate(() => {
        speechSynthesis.voices = [
          { name: 'Late', lang: 'en-GB', voiceURI: 'late', localService: true, default: true },
        ];
        speechSynthesis.dispatchEvent(new Event('voiceschanged'));
      });
      await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
      await eventually(async () => assert.deepEqual(await said(page), [first]));
      await page.evaluate(() => speechSynthesis.fail('network'));
      await bar(page).getByText('needs the network, and it did not answer').waitFor();
      await bar(page).getByRole('button', { name: 'Read', exact: true }).click();
      await eventually(async () => assert.equal((await said(page)).length, 2));
    },
    { hasVoices: false },
  );
});

test('a browser without voices explains itself; all is named, and fits a phone', async () => {
  for (const look of [wide, { width: 360, height: 740 }, { ...wide, colorScheme: 'dark' }]) {
    await withDesk(async ({ page }) => {
      await page.locator('.paper-text').focus();
      await page.keyboard.press('r');
      await bar(page).getByText('This browser has no voices').waitFor();
      await axe(page, { include: 'voice-bar' });
      await bar(page).getByRole('button', { name: 'Close' }).click();
    }, look);
    await withStage(async ({ page }) => {
      await page.locator('.paper-text').focus();
      await page.keyboard.press('r');
      await bar(page).getByRole('button', { name: 'Pause' }).waitFor();
      await axe(page, { include: 'voice-bar' });
      const found = await page.evaluate(() => {
        const box = document.querySelector('.voice').getBoundingClientRect();
        const targets = [...document.querySelectorAll('.voice :is(button, select, summary)')]
          .filter((one) => one.checkVisibility())
          .map((one) => one.getBoundingClientRect());
        return {
          inside: box.left >= 0 && box.right <= innerWidth && Math.round(box.bottom) <= innerHeight,
          toast: document.querySelector('.toast-frame').getBoundingClientRect().bottom <= box.top,
          out: targets.filter((one) => one.right > innerWidth || one.left < 0).length,
          small: targets.filter((one) => one.width < 24 || one.height < 24).length,
          over: document.querySelector('.reading').getBoundingClientRect().bottom > box.top + 0.5,
          wide: document.documentElement.scrollWidth > innerWidth,
        };
      });
      assert.deepEqual(found, { inside: true, toast: true, out: 0, small: 0, over: false, wide: false });
    }, look);
  }
});
