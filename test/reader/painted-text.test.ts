/** Painting of very many passages: what is near the screen is painted as if all were, and the rest of the text is bare. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../src/model/paper.ts';
import type { Annotation } from '../../src/model/records.ts';
import { mountFrozen } from '../../src/reader/frozen-view.ts';
import { blocksNear } from '../../src/reader/near-blocks.ts';
import { Painter } from '../../src/reader/painter.ts';
import { painting } from '../../src/reader/painting.ts';
import { Dice } from '../notebook/generate.ts';
import { annotation, deskOn, targets, type Contents } from '../support/desk.ts';
import { p, paper, realPaper } from '../support/paper.ts';
import { until } from '../support/settle.ts';
import { openPane, type OpenPane } from './pane.ts';

/** More marks than are painted all at once. */
function manyMarks(paper: Paper, dice: Dice, count = 900): Annotation[] {
  return Array.from({ length: count }, (_, at) => {
    const start = dice.below(paper.text.length - 200);
    const range = { start, end: start + 1 + dice.below(190) };
    return annotation(`m${at}`, {
      colour: dice.pick(['yellow', 'blue', 'red']),
      targets: targets(paper, range),
    });
  });
}

const blockElements = (root: Element): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('h2, h3, h4, p'),
];

/** Every block as it looks when the whole text is painted, lights aside. */
function wholly({ store }: OpenPane): string[] {
  const painter = new Painter(store.desk);
  painter.paint(store.desk.paper.text.blocks);
  const mount = document.createElement('div');
  const view = mountFrozen(mount, store.desk.paper.doc, {
    label: 'Whole',
    plugins: [painting(painter.set)],
    onKey: () => false,
    onSelect: () => undefined,
    onDrag: () => false,
  });
  const all = blockElements(view.dom).map((block) => block.innerHTML);
  view.destroy();
  return all;
}

const bare = (html: string): string =>
  html.replaceAll(/ class="(?:lit|support-lit|lit support-lit)"| class=""/gu, '');

const isPainted = (block: Element): boolean => block.querySelector('mark') !== null;

/** The blocks in the frame, by their index. */
function shownBlocks({ view, store }: OpenPane): { from: number; to: number } {
  const shown = blocksNear(view, store.desk.paper.text.blocks, { above: 0, below: 0 });
  if (!shown) throw new Error('The text is not on the screen.');
  return shown;
}

/** Whether every block in the frame looks as it does where all is painted. */
function isRight(open: OpenPane, whole: readonly string[]): boolean {
  const { from, to } = shownBlocks(open);
  const now = blockElements(open.view.dom).map((block) => bare(block.innerHTML));
  return now.slice(from, to).every((html, at) => html === whole[from + at]);
}

/** A pane read from its beginning, wherever the last one was left. */
function openAtTop(paper: Paper, contents: Contents): Promise<OpenPane> {
  scrollTo({ top: 0, behavior: 'instant' });
  return openPane(paper, contents);
}

describe('painting block by block', () => {
  it('of texts of any length leaves what is painted, in whatever portions it comes', () => {
    for (let count = 1; count <= 12; count += 1) {
      const short = paper(...Array.from({ length: count }, (_, at) => p(`Words of paragraph ${at}.`))).paper;
      const { blocks } = short.text;
      const marks = blocks.map(({ start }, at) =>
        annotation(`m${at}`, { targets: targets(short, { start, end: start + 5 }) }),
      );
      const painter = new Painter(deskOn(short, { own: marks }).store.desk);
      for (let from = 0; from < count; from += 2) painter.paint(blocks.slice(from, from + 2));
      expect(painter.painted, `${count} blocks`).to.have.length(count);
      painter.paint(blocks.slice(0, 2));
      expect(painter.set.find(), `${count} blocks, two of them again`).to.have.length(count);
    }
  });
});

describe('painting of very many marks', () => {
  it('shows on the screen, wherever one scrolls, what painting all shows; far away nothing', async () => {
    const paper = await realPaper();
    const open = await openAtTop(paper, { own: manyMarks(paper, new Dice(3)) });
    const whole = wholly(open);
    expect(isRight(open, whole)).to.equal(true);
    const all = blockElements(open.view.dom);
    expect(all.filter(isPainted).length, 'not all are painted').to.be.below(all.length * 0.7);
    const dice = new Dice(4);
    for (let turn = 0; turn < 8; turn += 1) {
      all[dice.below(all.length)]!.scrollIntoView({ behavior: 'instant' });
      await until(() => isRight(open, whole));
    }
    all[0]!.scrollIntoView({ behavior: 'instant' });
    await until(() => !isPainted(all.at(-1)!) && !isPainted(all.at(-2)!) && isRight(open, whole));
  });

  it('follows what comes, goes and changes, near and far', async () => {
    const paper = await realPaper();
    const dice = new Dice(8);
    const own = manyMarks(paper, dice, 500);
    const open = await openAtTop(paper, { own });
    const all = blockElements(open.view.dom);
    for (let turn = 0; turn < 12; turn += 1) {
      const one = own[dice.below(own.length)]!;
      open.store.run(() =>
        dice.next() < 0.5
          ? { label: 'x', remove: [one.id] }
          : { label: 'x', put: [{ ...one, colour: 'green' }] },
      );
      if (turn % 3 === 0) all[dice.below(all.length)]!.scrollIntoView({ behavior: 'instant' });
      const whole = wholly(open);
      await until(() => isRight(open, whole));
    }
  });

  it('turns to painting all as they become few, and back', async () => {
    const paper = await realPaper();
    const edition = manyMarks(paper, new Dice(5));
    const own = [annotation('far', { targets: targets(paper, { start: 30_000, end: 30_020 }) })];
    const open = await openAtTop(paper, { edition, own });
    const far = (): boolean => open.view.dom.querySelector('[data-annotation~=far]') !== null;
    expect(far()).to.equal(false);
    open.store.setLayerVisible('edition', false);
    await until(far);
    await until(() => open.view.dom.querySelectorAll('mark').length === 1);
    open.store.setLayerVisible('edition', true);
    await until(() => !far() && isRight(open, wholly(open)));
  });

  it('paints at once where one goes, and lights it', async () => {
    const paper = await realPaper();
    const own = manyMarks(paper, new Dice(6));
    const last = own.reduce((one, other) => (other.targets[0]!.start > one.targets[0]!.start ? other : one));
    const open = await openAtTop(paper, { own });
    const mark = (): Element | null => open.view.dom.querySelector(`[data-annotation~=${last.id}]`);
    expect(mark() === null).to.equal(true);
    open.store.reveal({ kind: 'annotation', id: last.id }, 'margin');
    expect(mark()?.classList.contains('lit')).to.equal(true);
  });

  it('keeps the focus of a note number in a block that is drawn anew', async () => {
    const paper = await realPaper();
    const open = await openAtTop(paper, { own: manyMarks(paper, new Dice(7)) });
    const marker = [...open.view.dom.querySelectorAll<HTMLElement>('.marker')].at(-1)!;
    expect(isPainted(marker.closest('p')!)).to.equal(false);
    marker.focus();
    await until(() => isPainted(open.view.dom.querySelector(`#${marker.id}`)!.closest('p')!));
    expect(document.activeElement?.id).to.equal(marker.id);
  });
});
