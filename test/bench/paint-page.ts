/**
 * The page that `paint.mjs` measures. `prepare(name, xml, count, where)` lays out a paper for one contestant, with `count` marks
 * ready and none shown; `paint()` shows them, `add(at)` and `remove(at)` one more of them on the screen, `scroll(frames)` walks on.
 * Each answers when all is on the screen and at rest; `late()` gives the frames over 50 ms since it was last asked, in ms.
 */
import { readJats } from '../../src/formats/jats.ts';
import type { Paper } from '../../src/model/paper.ts';
import { Dice } from '../notebook/generate.ts';
import { contestants, type Contestant, type Mark } from './paint-contestants.ts';

const stage = document.querySelector<HTMLElement>('#stage');
const grid = stage?.firstElementChild;
if (!stage || !grid) throw new Error('The page has no stage.');

const colours = ['yellow', 'green', 'red', 'blue', 'purple', 'magenta', 'orange', 'gray'];
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Long enough for what a contestant puts off (Recogito draws 10 ms and a frame later). */
async function rest(): Promise<void> {
  await new Promise((done) => setTimeout(done, 40));
  for (let count = 0; count < 3; count += 1) await frame();
}

/** Marks of 20 to 120 characters, the first on the screen, the others anywhere: at ten thousand in 0.4 MB they overlap. */
function someMarks({ text }: Paper, count: number): Mark[] {
  const dice = new Dice(count);
  return Array.from({ length: count }, (_, at) => {
    const length = 20 + dice.below(101);
    const start = at === 0 ? 0 : dice.below(text.length - length);
    return { id: `mark-${at}`, start, end: start + length, colour: dice.pick(colours) };
  });
}

/** Marks of one line near the beginning of the text, which is on the screen. */
const oneMore = (at: number): Mark => {
  const start = 150 + at * 90;
  return { id: `more-${at}`, start, end: start + 60, colour: colours[at % colours.length] ?? 'yellow' };
};

const late: number[] = [];
new PerformanceObserver((list) => late.push(...list.getEntries().map(({ duration }) => duration))).observe({
  type: 'long-animation-frame',
});

let contestant: Contestant | null = null;
let marks: readonly Mark[] = [];

Object.assign(globalThis, {
  /** Answers the length of the text. */
  prepare: async (name: string, xml: string, count: number, where: 'layer' | 'own'): Promise<number> => {
    const paper = readJats(xml, 'long');
    if (paper.text.length !== paper.text.text.length) throw new Error('The bench counts in UTF-16 units.');
    marks = someMarks(paper, count);
    contestant = contestants[name] ?? null;
    await contestant?.mount(grid, paper, marks, where);
    await document.fonts.ready;
    await rest();
    await new Promise((done) => setTimeout(done, 300));
    return paper.text.length;
  },
  paint: async (): Promise<void> => {
    await new Promise((done) => setTimeout(done)); // a task of the page's own, whose frame is counted
    contestant?.paint(marks);
    await rest();
  },
  /** How many marks there are to see, at least. */
  seen: (): number => contestant?.seen() ?? 0,
  add: async (at: number): Promise<void> => {
    contestant?.add(oneMore(at));
    await rest();
  },
  remove: async (at: number): Promise<void> => {
    contestant?.remove(oneMore(at));
    await rest();
  },
  idle: rest,
  scroll: async (frames: number): Promise<void> => {
    for (let at = 0; at < frames; at += 1) {
      stage.scrollTop += 60;
      await frame();
    }
  },
  late: (): number[] => late.splice(0),
});
