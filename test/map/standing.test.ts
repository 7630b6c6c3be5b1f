/** Without a source, canvas and outline say the same: what falls, what is weaker, and in which step. */
import { expect } from '@open-wc/testing';
import type cytoscape from 'cytoscape';
import type { Store } from '../../src/desk/store.ts';
import { standings } from '../../src/desk/standing.ts';
import { brokenBy } from '../../src/map/light.ts';
import { standingNodes } from '../../src/map/standing-nodes.ts';
import { aboutClaim } from '../../src/map/about-claim.ts';
import { argument } from '../../src/desk/desk.ts';
import { open } from './opened.ts';
import { attack, claim, group, step } from './sample.ts';
import { source, support } from '../support/desk.ts';
import { button, only, plain, settled } from '../support/settle.ts';
import { emptyPaper } from './desk-of.ts';

const paper = emptyPaper();
const named = (note: string, who: string) => support(paper, note, { start: 0, end: 1 }, { sources: [who] });

const records = [
  source('noam', 'Noam'),
  source('anna', 'Anna'),
  named('1', 'noam'),
  named('2', 'anna'),
  group('g', 'I', 'Title'),
  claim('top', 'conclusion', 'The top.', [], 'g'),
  claim('mid', 'premise', 'The middle.', [], 'g'),
  claim('low', 'premise', 'The lowest.', [1], 'g'),
  claim('kept', 'premise', 'What is kept.', [1, 2]),
  claim('free', 'premise', 'What is free.', [2]),
  step('s1', ['low', 'free'], 'mid'),
  step('s2', ['mid'], 'top'),
  step('s3', ['kept'], 'top'),
  attack('x', 'low', 'free', 'rebut'),
];

/** The claims by how the canvas draws them. */
function onCanvas(stage: Element): Record<string, string> {
  const { cy } = (stage as unknown as { _cyreg: { cy: cytoscape.Core } })._cyreg;
  const found: Record<string, string> = {};
  cy.nodes('.card').forEach((node) => {
    if (node.hasClass('fallen')) found[node.id()] = 'falls';
    else if (node.hasClass('weakened')) found[node.id()] = 'weakened';
  });
  return found;
}

/** The claims by how the outline says them. */
function inOutline(pane: Element): Record<string, string> {
  const rows = [...pane.querySelectorAll<HTMLElement>('.map-row[data-standing]')];
  return Object.fromEntries(
    rows.map((row) => [
      row.querySelector<HTMLElement>('[data-claim]')?.dataset['claim'],
      row.dataset['standing'],
    ]),
  ) as Record<string, string>;
}

const lit = (pane: Element): (string | undefined)[] =>
  [...pane.querySelectorAll<HTMLElement>('.map-row[data-lit] [data-claim]')].map(
    (one) => one.dataset['claim'],
  );

async function opened() {
  const all = await open(records);
  const set = async (patch: Parameters<Store['setSession']>[0]): Promise<void> => {
    all.store.setSession(patch);
    await settled(all.pane);
  };
  return { ...all, set, stage: only(all.pane, '.map-stage') };
}

describe('the map without a source', () => {
  it('canvas and outline say the same at every step, and in words', async () => {
    const { pane, stage, set, store } = await opened();
    const wanted = [
      { step: 0, falls: ['low'], weakened: ['kept', 'mid'] },
      { step: 1, falls: ['low', 'mid'], weakened: ['kept', 'top'] },
      { step: null, falls: ['low', 'mid'], weakened: ['kept', 'top'] },
    ];
    for (const { step: at, falls, weakened } of wanted) {
      await set({ without: new Set(['noam']), withoutStep: at });
      const drawn = onCanvas(stage);
      expect(inOutline(pane)).to.deep.equal(drawn);
      expect(
        Object.keys(drawn)
          .filter((id) => drawn[id] === 'falls')
          .sort(),
      ).to.deep.equal(falls);
      expect(
        Object.keys(drawn)
          .filter((id) => drawn[id] === 'weakened')
          .sort(),
      ).to.deep.equal(weakened);
      expect(lit(pane)).to.deep.equal([...standings(store.desk)!.now]);
    }
    expect(plain(pane.querySelector('.map-row[data-standing=falls] .map-about'))).to.contain(
      'falls without Noam',
    );
    expect(aboutClaim(store.desk, 'low')).to.contain('it falls without Noam');
    await set({ without: new Set(), withoutStep: null });
    expect(onCanvas(stage)).to.deep.equal({});
    expect(inOutline(pane)).to.deep.equal({});
  });

  it('says over the map what it shows, and puts back', async () => {
    const { pane, set, store } = await opened();
    expect(pane.querySelector('.map-without')).to.equal(null);
    await set({ without: new Set(['noam', 'anna']) });
    expect(plain(only(pane, '.map-without span'))).to.equal(
      'The argument without Noam and Anna. 5 fallen, 0 weaker.',
    );
    await expect(pane).to.be.accessible();
    button(pane, 'Put back').click();
    await settled(pane);
    expect(store.desk.session.without.size).to.equal(0);
    expect(pane.querySelector('.map-without')).to.equal(null);
  });

  it('breaks what leads from a fallen claim: its steps, their joint, its attacks', async () => {
    const { canvas } = await opened();
    expect([...brokenBy(canvas.placed!.elements, new Set(['low']))].sort()).to.deep.equal([
      'conflict:x',
      'joint:s1',
      'premise:s1:low',
      'step:s1',
    ]);
    expect(brokenBy(canvas.placed!.elements, new Set()).size).to.equal(0);
  });

  it('a folded group falls with all its claims, and is weaker with some', async () => {
    const { store, set } = await opened();
    const folded = new Set(['g']);
    await set({ without: new Set(['noam']) });
    expect([...standingNodes(store.desk, folded).fallen]).to.deep.equal([]);
    expect([...standingNodes(store.desk, folded).weakened].sort()).to.deep.equal(['g', 'kept']);
    expect(aboutClaim(store.desk, 'g')).to.contain('2 of them fall without Noam');
    await set({ without: new Set(['noam', 'anna']) });
    expect([...standingNodes(store.desk, folded).fallen].sort()).to.deep.equal(['free', 'g', 'kept']);
    expect(argument(store.desk).claims.size).to.equal(5);
  });

  it('lights on both what a hovered authority carries', async () => {
    const { pane, stage, store } = await opened();
    store.hover({ kind: 'source', id: 'noam' });
    await settled(pane);
    const { cy } = (stage as unknown as { _cyreg: { cy: cytoscape.Core } })._cyreg;
    expect(
      cy
        .nodes('.lit')
        .map((node) => node.id())
        .sort(),
    ).to.deep.equal(['kept', 'low']);
    expect(lit(pane).sort()).to.deep.equal(['kept', 'low']);
    store.hover(null);
    await settled(pane);
    expect(lit(pane)).to.deep.equal([]);
    expect(cy.nodes('.lit').length).to.equal(0);
  });
});
