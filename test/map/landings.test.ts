/** What a drop on the map comes to: every way is done as it says, as one step of undo, or says why not. */
import { expect } from '@open-wc/testing';
import { argument, type Desk } from '../../src/desk/desk.ts';
import type { Dragged } from '../../src/desk/dragged.ts';
import { landingsOf, type Landing } from '../../src/map/landings.ts';
import type { Spot } from '../../src/map/spot.ts';
import { annotation, claim, deskOn, step, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const sample = paper(p('<a>One <b>two<c> three<d> four.<e>'));
const group = {
  kind: 'group',
  id: 'g',
  title: 'The setting',
  section: null,
  parent: null,
  foreign: null,
  creator: 'tester',
  created: '2026-01-02T03:04:05Z',
  modified: '2026-01-02T03:04:05Z',
} as const;

const open = () =>
  deskOn(sample.paper, {
    own: [
      group,
      claim('k', { group: 'g' }),
      claim('l'),
      step('s', ['l'], 'k'),
      annotation('m', { targets: targets(sample.paper, sample.range('a', 'b')) }),
      annotation('note', { body: 'On the whole.' }),
    ],
    edition: [claim('theirs'), claim('those'), step('t', ['theirs'], 'those')],
  }).store;

const on = (kind: 'claim' | 'inference' | 'conflict', id: string): Spot => ({
  kind: 'record',
  record: { kind, id },
  node: id,
  group: null,
});
const ground: Spot = { kind: 'empty' };
const inGroup: Spot = { kind: 'group', group: 'g', isFolded: false, isTitle: false };
const passage: Dragged = { kind: 'passage', range: sample.range('b', 'd') };
const words: Dragged = { kind: 'words', words: 'Said elsewhere' };
const mark: Dragged = { kind: 'annotation', id: 'm' };

const ways = (desk: Desk, dragged: Dragged, spot: Spot, at: { x: number; y: number } | null = null) =>
  landingsOf({ desk, dragged, spot, id: 'made', at });
const way = (all: readonly Landing[], name: string): Landing => {
  const found = all.find((one) => one.words === name);
  if (!found) throw new Error(`There is no way “${name}”, but ${all.map((one) => one.words).join(', ')}.`);
  return found;
};

describe('what is dropped on the map', () => {
  it('is a new claim on the ground and in a group: of a passage, a mark, a note on the paper, words', () => {
    for (const dragged of [passage, words, mark, { kind: 'annotation', id: 'note' } as const]) {
      for (const [spot, where] of [
        [ground, null],
        [inGroup, 'g'],
      ] as const) {
        const store = open();
        const before = argument(store.desk).claims.size;
        const [only, ...others] = ways(store.desk, dragged, spot);
        expect(others).to.have.length(0);
        expect(only?.why).to.equal(null);
        expect(store.run(only?.command ?? (() => null))).to.equal(true);
        expect(argument(store.desk).claims.get('made')?.group).to.equal(where);
        store.undo();
        expect(argument(store.desk).claims.size).to.equal(before);
      }
    }
  });

  it('stays where it was dropped only where that is wanted', () => {
    const store = open();
    store.run(ways(store.desk, passage, ground, { x: 40, y: 80 })[0]?.command ?? (() => null));
    const pins = () =>
      [...(store.desk.layers.at(-1)?.records.values() ?? [])].filter(({ kind }) => kind === 'pin');
    expect(pins()).to.have.length(1);
    expect(pins()[0]).to.include({ claim: 'made', x: 40, y: 80 });
    store.undo();
    expect(pins()).to.have.length(0);
    store.run(ways(store.desk, passage, ground)[0]?.command ?? (() => null));
    expect(pins()).to.have.length(0);
  });

  it('bears on a claim, anybody’s, as the way says, and is undone at once', () => {
    for (const to of ['k', 'theirs']) {
      for (const dragged of [passage, words, mark]) {
        const store = open();
        store.run(way(ways(store.desk, dragged, on('claim', to)), 'Supports it').command);
        expect(
          argument(store.desk)
            .stepsFrom('made')
            .map((one) => one.conclusion),
        ).to.deep.equal([to]);
        store.undo();
        expect(argument(store.desk).claims.has('made')).to.equal(false);
        store.run(way(ways(store.desk, dragged, on('claim', to)), 'Attacks it').command);
        expect(
          argument(store.desk)
            .attacksOn(to)
            .map((one) => one.from),
        ).to.deep.equal(['made']);
      }
    }
  });

  it('words a claim of one’s own with its passage, and says why it cannot word another’s', () => {
    const store = open();
    store.run(way(ways(store.desk, passage, on('claim', 'k')), 'Another wording of it').command);
    const made = argument(store.desk).claims.get('k');
    expect(made?.wordings.map((one) => one.text)).to.deep.equal(['two three']);
    expect(made?.targets.map(({ start, end, wording }) => ({ start, end, wording }))).to.deep.equal([
      { ...sample.range('b', 'd'), wording: made?.wordings[0]?.id },
    ]);
    expect(way(ways(store.desk, passage, on('claim', 'theirs')), 'Another wording of it').why).to.match(
      /which you can read but not change/u,
    );
  });

  it('undercuts a step, or is a premise of one’s own', () => {
    const store = open();
    store.run(way(ways(store.desk, passage, on('inference', 's')), 'A premise of the step').command);
    const premises = argument(store.desk)
      .inferences.get('s')
      ?.premises.map((one) => one.claim);
    expect(premises).to.deep.equal(['l', 'made']);
    store.undo();
    expect(argument(store.desk).inferences.get('s')?.premises).to.have.length(1);
    store.run(way(ways(store.desk, passage, on('inference', 't')), 'Undercuts the step').command);
    expect(argument(store.desk).attacksOn('t')[0]).to.include({ from: 'made', attack: 'undercut' });
    const theirs = way(ways(store.desk, words, on('inference', 't')), 'A premise of the step');
    expect(theirs.why).to.match(/which you can read but not change/u);
  });

  it('is a claim that is there: related, merged, or moved between groups, never copied', () => {
    const l: Dragged = { kind: 'claim', id: 'l' };
    const store = open();
    expect(way(ways(store.desk, l, on('claim', 'k')), 'Supports it').why).to.match(/already/u);
    store.run(way(ways(store.desk, l, on('claim', 'k')), 'Merge it into that claim').command);
    expect([...argument(store.desk).claims.keys()])
      .to.include('k')
      .and.not.include('l');
    store.undo();
    store.run(way(ways(store.desk, l, inGroup), 'Into “The setting”').command);
    expect(argument(store.desk).claims.get('l')?.group).to.equal('g');
    expect(ways(store.desk, l, inGroup)).to.have.length(0);
    expect(ways(store.desk, l, on('claim', 'l'))).to.have.length(0);
  });

  it('leaves every way that cannot be done without effect', () => {
    const store = open();
    for (const dragged of [passage, words, mark, { kind: 'claim', id: 'theirs' } as const])
      for (const spot of [
        on('claim', 'k'),
        on('claim', 'those'),
        on('inference', 's'),
        on('inference', 't'),
        inGroup,
      ])
        for (const one of ways(store.desk, dragged, spot))
          expect(one.command(store.desk) === null, one.words).to.equal(one.why !== null);
  });
});
