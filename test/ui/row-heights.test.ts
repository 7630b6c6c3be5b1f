/** The heights of a long list: tops, totals and the row at a height always agree, however many are measured. */
import { expect } from '@open-wc/testing';
import { RowHeights } from '../../src/ui/row-heights.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

describe('the heights of rows', () => {
  it('agree with their plain sums, whatever is measured in whatever order', () => {
    forSeeds(60, (seed) => {
      const dice = new Dice(seed);
      const plain = Array.from({ length: 1 + dice.below(40) }, () => 1 + dice.below(90));
      const rows = new RowHeights(plain.length, (index) => plain[index] ?? 0);
      for (let turn = 0; turn < 20; turn += 1) {
        const index = dice.below(plain.length);
        const height = 1 + dice.below(90);
        expect(rows.measure(index, height)).to.equal(plain[index] !== height);
        plain[index] = height;
        const upTo = dice.below(plain.length + 1);
        expect(rows.top(upTo)).to.equal(plain.slice(0, upTo).reduce((sum, one) => sum + one, 0));
        const y = dice.below(rows.total);
        const at = rows.at(y);
        expect(rows.top(at)).to.be.at.most(y);
        expect(rows.top(at + 1)).to.be.greaterThan(y);
      }
      expect(rows.at(-5)).to.equal(0);
      expect(rows.at(rows.total + 5)).to.equal(plain.length - 1);
    });
  });

  it('are none for no rows', () => {
    const rows = new RowHeights(0, () => 10);
    expect([rows.total, rows.at(3), rows.measure(0, 4)]).to.deep.equal([0, 0, false]);
  });
});
