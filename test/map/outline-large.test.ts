/** An outline of three thousand claims: what stands is what is near, every line is reached, none loses the focus. */
import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { buildArgument } from '../../src/model/argument.ts';
import '../../src/map/argument-outline.ts';
import type { ArgumentOutline } from '../../src/map/argument-outline.ts';
import { piecesOf } from '../../src/map/outline-window.ts';
import { buildOutline, indexOutline, placeItems } from '../../src/map/outline.ts';
import { settled, until } from '../support/settle.ts';
import { ownStoreOf } from './desk-of.ts';
import { grownRecords } from './grown.ts';
import { loadStyles } from './opened.ts';
import { claim, step } from './sample.ts';

const claims = 3000;

async function large(): Promise<ArgumentOutline> {
  await loadStyles();
  const outline = document.createElement('argument-outline');
  outline.store = ownStoreOf(grownRecords(claims, 1));
  outline.style.height = '600px';
  document.body.append(outline);
  await settled(outline);
  return outline;
}

const stand = (outline: Element): number => outline.querySelectorAll('.map-row').length;
const active = (): HTMLElement => document.activeElement as HTMLElement;

// Other tests may have left a field open in this tab: it would take the keys.
before(() => sessionStorage.clear());

describe('an outline of three thousand claims', function () {
  // Three thousand claims are made and weighed anew for each test, beside whatever else the machine does.
  this.timeout(90_000);
  let outline: ArgumentOutline;

  afterEach(() => outline?.remove());

  it('opens with its deeper branches shut, and says how much is folded', async () => {
    outline = await large();
    const shut = [...outline.querySelectorAll('[aria-expanded=false]')];
    expect(shut.length).to.be.greaterThan(0);
    expect(shut[0]?.closest('.map-row')?.textContent).to.match(/\d+ folded/u);
    expect(
      Math.max(...[...outline.querySelectorAll('[aria-level]')].map((one) => Number(one.ariaLevel))),
    ).to.be.at.most(3);
  });

  it('has only the lines near what is seen, all open; End and Home, type-ahead and scrolling reach the others', async () => {
    outline = await large();
    outline.view.shut = new Set();
    outline.requestUpdate();
    await settled(outline);
    const { length } = outline.view.keys;
    expect(length).to.be.greaterThan(claims);
    expect(stand(outline)).to.be.lessThan(120);
    outline.querySelector<HTMLElement>('[role=treeitem]')?.focus();
    await sendKeys({ press: 'End' });
    await until(() => active().closest<HTMLElement>('.map-row')?.dataset['index'] === String(length - 1));
    const box = active().getBoundingClientRect();
    const frame = outline.getBoundingClientRect();
    expect(box.top).to.be.at.least(frame.top);
    expect(box.bottom).to.be.at.most(frame.bottom + 1);
    expect(stand(outline)).to.be.lessThan(120);
    await sendKeys({ press: 'ArrowUp' });
    await until(() => active().closest<HTMLElement>('.map-row')?.dataset['index'] === String(length - 2));
    // The line with the focus stands wherever one scrolls.
    const last = active();
    outline.scrollTop = 0;
    await nextFrame();
    await nextFrame();
    await settled(outline);
    expect(outline.querySelector('[data-index="0"]')).not.to.equal(null);
    expect(document.activeElement === last).to.equal(true);
    await sendKeys({ press: 'Home' });
    await until(() => active().closest<HTMLElement>('.map-row')?.dataset['index'] === '0');
  });

  it('opens the way to a claim that is revealed, however deep, and brings it into view', async () => {
    outline = await large();
    const id = `c${claims - 1}`;
    outline.store?.reveal({ kind: 'claim', id }, 'text');
    const line = await until(() => outline.querySelector(`[data-claim="${id}"]`));
    await settled(outline);
    const frame = outline.getBoundingClientRect();
    expect(line.getBoundingClientRect().top).to.be.within(frame.top, frame.bottom);
    expect(stand(outline), 'up to two hundred lines all stand').to.be.at.most(200);
  });
});

describe('outlines without end', () => {
  it('a chain of twenty thousand steps, and a circle of as many, have each claim once', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `c${at}`);
    const chain = ids.slice(1).map((id, at) => step(`s${at}`, [id], ids[at] ?? ''));
    const records = ids.map((id, at) => claim(id, at === 0 ? 'conclusion' : 'premise', id));
    const round = step('round', [ids[0] ?? ''], ids.at(-1) ?? '');
    for (const all of [chain, [...chain, round]]) {
      const items = buildOutline(buildArgument([...records, ...all]));
      const placed = placeItems(items, () => true);
      const said = placed.filter(({ item }) => item.kind === 'claim').map(({ item }) => item.id);
      expect(said.length).to.equal(ids.length);
      expect(new Set(said).size).to.equal(ids.length);
      expect(indexOutline(items).lines.get('s12000')).to.be.a('string');
    }
  });
});

describe('pieces of a long outline', () => {
  it('cover every line once, in order, and those that are wanted stand', () => {
    for (const [count, from, to, also] of [
      [10, 2, 5, []],
      [10, 2, 5, [0, 9]],
      [10, 2, 5, [1, 5, 3]],
      [10, 0, 10, [4]],
      [10, 8, 14, [-1, 2]],
      [0, 0, 0, []],
    ] as const) {
      const pieces = piecesOf(count, from, to, also);
      const lines = pieces.flatMap((piece) =>
        Array.from({ length: piece.to - piece.from }, (_, at) => piece.from + at),
      );
      expect(lines).to.deep.equal(Array.from({ length: count }, (_, at) => at));
      const standing = pieces
        .filter(({ isGap }) => !isGap)
        .flatMap((piece) => Array.from({ length: piece.to - piece.from }, (_, at) => piece.from + at));
      for (const one of also) if (one >= 0 && one < count) expect(standing).to.include(one);
      for (let at = from; at < Math.min(to, count); at += 1) expect(standing).to.include(at);
    }
  });
});
