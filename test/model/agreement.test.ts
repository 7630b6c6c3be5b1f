/** Krippendorff's alpha against the examples that its author worked out, and its limits. */
import { expect } from '@open-wc/testing';
import { alpha, type Tally } from '../../src/model/agreement.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

/** Tallies of judgements written a line a person, a character a unit; a full stop where somebody did not judge. */
function tallies(...people: readonly string[]): Tally[] {
  const values = [...new Set(people.join('').replaceAll('.', ''))];
  return [...(people[0] ?? '')].map((_, unit) =>
    values.map((value) => people.filter((one) => one[unit] === value).length),
  );
}

describe('alpha', () => {
  // The examples A, B and C of “Computing Krippendorff’s Alpha-Reliability” (2011), with the figures printed there.
  it('is what Krippendorff reckons for two people and two values', () => {
    expect(alpha(tallies('0100000010', '1110010000'))).to.be.closeTo(0.095, 0.0005);
  });

  it('is what he reckons for two people and five values', () => {
    expect(alpha(tallies('aabbdcccedda', 'babbbccceddd'))).to.be.closeTo(0.692, 0.0005);
  });

  it('is what he reckons for four people who did not judge everything', () => {
    const judged = tallies('123321412...', '1233224125.3', '.3332342251.', '12332441251.');
    expect(alpha(judged)).to.be.closeTo(0.743, 0.0005);
  });

  it('is 1 where all agree, and says nothing where there is nothing to agree on', () => {
    expect(alpha(tallies('0101', '0101', '0101'))).to.equal(1);
    expect(alpha(tallies('0000', '0000'))).to.equal(null);
    expect(alpha(tallies('01..', '..10'))).to.equal(null);
    expect(alpha([])).to.equal(null);
  });

  it('is below 0 where two people agree less often than chance', () => {
    expect(alpha(tallies('0101', '1010'))).to.be.lessThan(0);
  });

  it('does not care for the order of units, people or values, and is never above 1', () => {
    forSeeds(100, (seed) => {
      const dice = new Dice(seed);
      const units = Array.from({ length: 2 + dice.below(20) }, () => [
        dice.below(5),
        dice.below(5),
        dice.below(5),
      ]);
      const figure = alpha(units);
      const other = alpha(dice.shuffle(units).map((unit) => [...unit].reverse()));
      if (figure === null) expect(other).to.equal(null);
      else {
        expect(other).to.be.closeTo(figure, 1e-9);
        expect(figure).to.be.at.most(1);
      }
    });
  });

  it('comes near 0 where people mark at random', () => {
    const dice = new Dice(11);
    const units = Array.from({ length: 4000 }, () => {
      const marked = Array.from({ length: 10 }, () => dice.next() < 0.2).filter(Boolean).length;
      return [marked, 10 - marked];
    });
    expect(alpha(units)).to.be.closeTo(0, 0.02);
  });
});
