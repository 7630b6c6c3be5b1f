/** Cards where many want a place: what folds, and the rows that come of it; laws on generated columns. */
import { expect } from '@open-wc/testing';
import { crowding, lineHeight, noFolds, type Folds, type Wanting } from '../../src/margin/crowding.ts';
import { rowsOf, samePlaces, type Row } from '../../src/margin/margin-rows.ts';
import { placed } from '../../src/desk/passages.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const gap = 8;
const slack = 200;

function cards(count: number, apart: number, more: Partial<Wanting> = {}): Wanting[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `c${at}`,
    wish: at * apart,
    height: 60,
    isBare: false,
    isWhole: false,
    ...more,
  }));
}

describe('crowding', () => {
  it('folds nothing where cards have room, or stand only a little lower', () => {
    expect(crowding(cards(30, 70), gap, slack)).to.equal(noFolds);
    expect(crowding(cards(5, 30), gap, slack)).to.equal(noFolds);
    expect(crowding([], gap, slack)).to.equal(noFolds);
  });

  it('folds the cards of a jam and no others', () => {
    const jam = cards(20, 10);
    const far = cards(3, 100).map((card, at) => ({ ...card, id: `far${at}`, wish: 5000 + at * 100 }));
    const { folded, runs } = crowding([...jam, ...far], gap, slack);
    expect([...folded]).to.deep.equal(jam.map((card) => card.id));
    expect(runs).to.deep.equal([]);
  });

  it('leaves what must be whole', () => {
    const jam = cards(20, 10).map((card, at) => ({ ...card, isWhole: at === 3 }));
    expect(crowding(jam, gap, slack).folded.has('c3')).to.equal(false);
  });

  it('tells bare marks in a row as one where lines do not fit either', () => {
    const jam = cards(40, 2).map((card, at) => ({ ...card, isBare: at !== 10 && at !== 12 }));
    const { runs } = crowding(jam, gap, slack);
    expect(runs.map((run) => run.length)).to.deep.equal([10, 27]);
    expect(crowding(cards(20, 22, { isBare: true }), gap, slack).runs).to.deep.equal([]);
  });

  it('folds only what it knows, whole runs of neighbours of three and more', () => {
    forSeeds(300, (seed) => {
      const dice = new Dice(seed);
      let wish = 0;
      const column = Array.from({ length: dice.below(50) }, (_, at) => {
        wish += dice.pick([0, 3, 20, 400]);
        return {
          id: `c${at}`,
          wish,
          height: 24 + dice.below(90),
          isBare: dice.next() < 0.7,
          isWhole: dice.next() < 0.1,
        };
      });
      const { folded, runs } = crowding(column, gap, slack);
      for (const card of column) if (card.isWhole) expect(folded.has(card.id)).to.equal(false);
      for (const run of runs) {
        expect(run.length).to.be.at.least(3);
        const from = column.findIndex((card) => card.id === run[0]);
        expect(column.slice(from, from + run.length).map((card) => card.id)).to.deep.equal(run);
        for (const id of run) {
          expect(folded.has(id)).to.equal(true);
          expect(column.find((card) => card.id === id)?.isBare).to.equal(true);
        }
      }
      expect(new Set(runs.flat()).size).to.equal(runs.flat().length);
    });
  });

  it('is high enough for a finger', () => {
    expect(lineHeight).to.be.at.least(24);
  });
});

const item = (id: string) => ({ id, start: 1 });
const shown = (rows: readonly Row[]): string[] =>
  rows.map((row) =>
    row.kind === 'run' ? `${row.count} from ${row.id}` : `${row.isFolded ? '-' : ''}${row.item.id}`,
  );

const folds: Folds = { folded: new Set(['a', 'b', 'c', 'd', 'e']), runs: [['b', 'c', 'd']] };
const items = ['a', 'b', 'c', 'd', 'e', 'f'].map(item);
const none: ReadonlyMap<string, readonly string[]> = new Map();

describe('the rows of the margin', () => {
  it('are a card an item, folded or whole, and a line for a run', () => {
    expect(shown(rowsOf(items, none, { folds, unfolded: new Set(), open: null }))).to.deep.equal([
      '-a',
      '3 from b',
      '-e',
      'f',
    ]);
  });

  it('have the cards of a run behind its line where it is unfolded', () => {
    expect(shown(rowsOf(items, none, { folds, unfolded: new Set(['b']), open: null }))).to.deep.equal([
      '-a',
      '3 from b',
      '-b',
      '-c',
      '-d',
      '-e',
      'f',
    ]);
  });

  it('show the open card whole wherever it is', () => {
    expect(shown(rowsOf(items, none, { folds, unfolded: new Set(), open: 'c' }))).to.deep.equal([
      '-a',
      '2 from b',
      'c',
      '-e',
      'f',
    ]);
    expect(shown(rowsOf(items, none, { folds, unfolded: new Set(), open: 'a' }))[0]).to.equal('a');
  });

  it('have one card for marks on the same words: the first, or the open one', () => {
    const same = new Map(['b', 'd'].map((id) => [id, ['b', 'd']] as const));
    const rows = (open: string | null) =>
      shown(rowsOf(items, same, { folds: noFolds, unfolded: new Set(), open }));
    expect(rows(null)).to.deep.equal(['a', 'b', 'c', 'e', 'f']);
    expect(rows('d')).to.deep.equal(['a', 'c', 'd', 'e', 'f']);
    expect(rows('e')).to.deep.equal(['a', 'b', 'c', 'e', 'f']);
  });
});

describe('marks on the same words', () => {
  it('have all their passages alike, in whatever layers; claims do not count', () => {
    const sample = paper(p('<a>One<b> and <c>two<d>.'));
    const at = (...pairs: readonly (readonly [string, string])[]) =>
      targets(sample.paper, ...pairs.map(([from, to]) => sample.range(from, to)));
    const one = [['a', 'b']] as const;
    const both = [...one, ['c', 'd']] as const;
    const { desk } = deskOn(sample.paper, {
      edition: [annotation('theirs', { targets: at(...one) })],
      own: [
        annotation('mine', { targets: at(...one) }),
        annotation('wider', { targets: at(['a', 'd']) }),
        annotation('both', { targets: at(...both) }),
        annotation('reply', { targets: at(...one), replyTo: 'mine' }),
        claim('c', { targets: at(...one) }),
      ],
    }).store;
    const groups = samePlaces(placed(desk));
    expect([...groups.keys()].sort()).to.deep.equal(['mine', 'theirs']);
    expect(groups.get('mine')).to.equal(groups.get('theirs'));
  });
});
