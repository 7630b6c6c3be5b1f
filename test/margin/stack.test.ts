/** Where margin cards stand: laws on generated columns. */
import { expect } from '@open-wc/testing';
import { stack, type Box } from '../../src/margin/stack.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

interface Column {
  readonly boxes: readonly Box[];
  readonly gap: number;
  readonly fixed: number;
}

/** A column as the margin has it: wishes go down the text, some alike, some above the window. */
function column(seed: number): Column {
  const dice = new Dice(seed);
  const wishes = Array.from({ length: 1 + dice.below(9) }, () => dice.below(600) - 60).sort((a, b) => a - b);
  const boxes = wishes.map((wish) => ({ wish, height: dice.below(120) }));
  return { boxes, gap: dice.below(12), fixed: dice.below(boxes.length + 1) - 1 };
}

const room = (boxes: readonly Box[], gap: number): number =>
  boxes.reduce((sum, box) => sum + box.height + gap, 0);

describe('a stack of cards', () => {
  it('has none over another, in their order, none above the top', () => {
    forSeeds(500, (seed) => {
      const { boxes, gap, fixed } = column(seed);
      const tops = stack(boxes, gap, fixed);
      expect(tops).to.have.length(boxes.length);
      tops.forEach((top, at) => {
        expect(top).to.be.at.least(at > 0 ? tops[at - 1]! + boxes[at - 1]!.height + gap : 0);
      });
    });
  });

  it('puts every card at its wish, or right below the one before', () => {
    forSeeds(500, (seed) => {
      const { boxes, gap } = column(seed);
      const tops = stack(boxes, gap);
      tops.forEach((top, at) => {
        const floor = at > 0 ? tops[at - 1]! + boxes[at - 1]!.height + gap : 0;
        expect(top).to.equal(Math.max(boxes[at]!.wish, floor));
      });
    });
  });

  it('has the chosen card at its wish, as far as those above have room', () => {
    forSeeds(500, (seed) => {
      const { boxes, gap, fixed } = column(seed);
      if (fixed < 0) return;
      const needed = room(boxes.slice(0, fixed), gap);
      expect(stack(boxes, gap, fixed)[fixed]).to.equal(Math.max(boxes[fixed]!.wish, needed));
    });
  });
});

describe('choosing a card', () => {
  it('moves those above the chosen card up and never down, unless the window ends', () => {
    forSeeds(500, (seed) => {
      const { boxes, gap, fixed } = column(seed);
      const free = stack(boxes, gap);
      const tops = stack(boxes, gap, fixed);
      const fits = fixed >= 0 && boxes[fixed]!.wish >= room(boxes.slice(0, fixed), gap);
      if (fits) for (let at = 0; at < fixed; at += 1) expect(tops[at]).to.be.at.most(free[at]!);
    });
  });

  it('changes nothing where the chosen card has its wish anyway', () => {
    let same = 0;
    forSeeds(500, (seed) => {
      const { boxes, gap, fixed } = column(seed);
      const free = stack(boxes, gap);
      if (fixed < 0 || free[fixed] !== boxes[fixed]!.wish) return;
      same += 1;
      expect(stack(boxes, gap, fixed)).to.deep.equal(free);
    });
    expect(same).to.be.above(50);
  });

  it('of nothing is nothing', () => {
    expect([stack([], 8), stack([], 8, 0)]).to.deep.equal([[], []]);
  });
});
