/** The index of passages, judged by a look at every one of them. */
import { expect } from '@open-wc/testing';
import { PassageIndex } from '../../src/desk/passage-index.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans of a text of `size` signs in the order of their starts, a few of them long. */
function spans(dice: Dice, count: number, size: number): Span[] {
  const all = Array.from({ length: count }, (): Span => {
    const start = dice.below(size);
    return { start, end: start + 1 + dice.below(dice.next() < 0.05 ? size : 12) };
  });
  return all.sort((one, other) => one.start - other.start);
}

describe('the index of passages', () => {
  it('answers what a look at every passage answers, in the same order', () => {
    forSeeds(200, (seed) => {
      const dice = new Dice(seed);
      const all = spans(dice, dice.below(400), 500);
      const index = new PassageIndex(all);
      for (let turn = 0; turn < 20; turn += 1) {
        const start = dice.below(520);
        const end = start + 1 + dice.below(40);
        const wanted = all.filter((one) => one.start < end && one.end > start);
        expect(index.over(start, end)).to.deep.equal(wanted);
      }
    });
  });

  it('leaves out what only touches', () => {
    const [before, here, after] = [
      { start: 0, end: 5 },
      { start: 4, end: 6 },
      { start: 6, end: 9 },
    ];
    expect(new PassageIndex([before, here, after]).over(5, 6)).to.deep.equal([here]);
  });

  it('refuses a list in another order', () => {
    expect(() =>
      new PassageIndex([
        { start: 3, end: 4 },
        { start: 1, end: 2 },
      ]).over(0, 9),
    ).to.throw(RangeError);
  });
});
