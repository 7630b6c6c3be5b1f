/** Ranges that overlap, gathered and counted: laws with generated cases. */
import { expect } from '@open-wc/testing';
import { crowds, gather } from '../../src/model/gather.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

interface Case {
  readonly start: number;
  readonly end: number;
  readonly who: string;
}

const some = (dice: Dice, count = 1 + dice.below(40)): Case[] =>
  Array.from({ length: count }, () => {
    const start = dice.below(300);
    return { start, end: start + dice.below(dice.below(10) === 0 ? 120 : 12), who: `p${dice.below(6)}` };
  });

const isFilled = ({ start, end }: Case): boolean => start < end;
const overlap = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end;

describe('gathering', () => {
  it('holds every range that is not empty, and in each gathering all that overlap it and no others', () => {
    forSeeds(200, (seed) => {
      const ranges = some(new Dice(seed));
      const found = gather(ranges);
      const held = new Set(found.flatMap(({ members }) => members));
      expect(ranges.filter((range) => held.has(range))).to.deep.equal(ranges.filter(isFilled));
      for (const one of found) {
        const there = ranges.filter((range) => isFilled(range) && overlap(one, range));
        expect(one.members).to.have.members(there);
      }
    });
  });

  it('has stretches that are not empty, follow the text and do not overlap', () => {
    forSeeds(200, (seed) => {
      const found = gather(some(new Dice(seed)));
      for (const [at, one] of found.entries()) {
        expect(one.start).to.be.lessThan(one.end);
        expect(one.start).to.be.at.least(found[at - 1]?.end ?? 0);
      }
    });
  });

  it('is as few as can be: there are as many ranges of which no two overlap', () => {
    forSeeds(200, (seed) => {
      const ranges = some(new Dice(seed)).filter(isFilled);
      // The most ranges that stand apart: always take the one that ends first.
      let apart = 0;
      let end = -1;
      for (const range of [...ranges].sort((one, other) => one.end - other.end)) {
        if (range.start < end) continue;
        apart += 1;
        end = range.end;
      }
      expect(gather(ranges)).to.have.length(apart);
    });
  });

  it('gives the same whatever the order, and nothing for nothing', () => {
    forSeeds(50, (seed) => {
      const dice = new Dice(seed);
      const ranges = some(dice);
      const stretches = (all: readonly Case[]) => gather(all).map(({ start, end }) => [start, end]);
      expect(stretches(dice.shuffle(ranges))).to.deep.equal(stretches(ranges));
    });
    expect(gather([])).to.deep.equal([]);
    expect(gather([{ start: 3, end: 3 }])).to.deep.equal([]);
  });
});

describe('crowds', () => {
  it('say at every offset how many different ones are there, and are silent where nobody is', () => {
    forSeeds(200, (seed) => {
      const ranges = some(new Dice(seed));
      const found = crowds(ranges, ({ who }) => who);
      for (let at = 0; at < 430; at += 1) {
        const there = new Set(ranges.filter((one) => one.start <= at && at < one.end).map(({ who }) => who));
        const stretches = found.filter((one) => one.start <= at && at < one.end);
        expect(stretches.map(({ count }) => count)).to.deep.equal(there.size > 0 ? [there.size] : []);
      }
    });
  });

  it('break only where the count does', () => {
    forSeeds(100, (seed) => {
      const found = crowds(some(new Dice(seed)), ({ who }) => who);
      for (const [at, one] of found.entries()) {
        const next = found[at + 1];
        expect(one.start).to.be.lessThan(one.end);
        if (next?.start === one.end) expect(next.count).to.not.equal(one.count);
        else if (next) expect(next.start).to.be.greaterThan(one.end);
      }
    });
  });
});
