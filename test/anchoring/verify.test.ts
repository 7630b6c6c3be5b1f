/** The cheap check of a passage at its stored position, and the joint between code points and UTF-16 units. */
import { expect } from '@open-wc/testing';
import { codePointsOf, readCodePoints } from '../../src/anchoring/code-points.ts';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { verify } from '../../src/anchoring/verify.ts';
import { plainText } from '../../src/model/plain-text.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

/** Text of all kinds of units: single ones, pairs, and halves of pairs that stand alone. */
const anyText = (dice: Dice): string =>
  Array.from({ length: dice.below(60) }, () =>
    dice.pick(['a', ' ', 'é', '𝔸', '😀', '\ud83d', '\ude00', '中']),
  ).join('');

describe('code points', () => {
  it('are counted as a string iterates', () => {
    forSeeds(300, (seed) => {
      const text = plainText(anyText(new Dice(seed)));
      const all = [...text.text];
      for (const points of [codePointsOf(text), readCodePoints(text.text)]) {
        expect(points.length).to.equal(all.length);
        for (let point = 0; point <= all.length; point += 1) {
          const unit = all.slice(0, point).join('').length;
          expect(points.toUnit(point)).to.equal(unit);
          expect(points.toPoint(unit)).to.equal(point);
          if ((all[point]?.length ?? 0) === 2) expect(points.toPoint(unit + 1)).to.equal(point);
        }
      }
    });
  });

  it('outside the text are its nearest end', () => {
    const points = codePointsOf(plainText('a😀b'));
    expect([points.toUnit(-9), points.toUnit(99), points.toPoint(-1), points.toPoint(99)]).to.deep.equal([
      0, 4, 0, 3,
    ]);
  });
});

describe('verifying a target', () => {
  const text = plainText('One 😀 two three four. One two three four.');

  it('finds every passage of a text where it was marked', () => {
    forSeeds(300, (seed) => {
      const dice = new Dice(seed);
      const start = dice.below(text.length - 1);
      const target = describeRange(text, start, start + 1 + dice.below(text.length - start - 1));
      expect(verify(text, target)).to.equal(true);
    });
  });

  it('fails where quotation, context or position is another', () => {
    const target = describeRange(text, 6, 9);
    expect(target.exact).to.equal('two');
    const others = [
      { exact: 'one' },
      { exact: '' },
      { prefix: 'x 😀 ' },
      { suffix: ' x' },
      { prefix: 'further One 😀 ' },
      { start: 7 },
      { end: 10 },
      { start: -1 },
      { start: 9, end: 6 },
      { start: NaN },
      { end: 9e15 },
    ];
    for (const other of others)
      expect(verify(text, { ...target, ...other }), JSON.stringify(other)).to.equal(false);
  });
});
