/** Finding the very words of a passage again: in the same text, in a changed one, and never on the wrong ones. */
import { expect } from '@open-wc/testing';
import { anchor, type Placement } from '../../src/anchoring/anchor.ts';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import type { PaperText } from '../../src/model/paper-text.ts';
import type { Target } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { p, paper, realPaper } from '../support/paper.ts';

let real: PaperText;
before(async () => {
  real = (await realPaper()).text;
});

/** A paper text that says just this, a block a line. */
const textOf = (text: string): PaperText => paper(...text.split('\n').map((line) => p(line))).paper.text;

/** A range of the real text, `least` to `most` code points long. */
function someRange(dice: Dice, least: number, most: number): { start: number; end: number } {
  const length = least + dice.below(most - least + 1);
  const start = dice.below(real.length - length);
  return { start, end: start + length };
}

/** The real text with `[from, to)` replaced. */
const replaced = (from: number, to: number, by: string): string =>
  real.slice(0, from) + by + real.slice(to, real.length);

/** How often `part` occurs in `text`, overlaps included. */
function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

const whole = (target: Target): string => target.prefix + target.exact + target.suffix;

/** How many characters of context agree at best where the words occur; null where they do not. */
function mostAgreeing(text: string, { exact, prefix, suffix }: Target): number | null {
  let most: number | null = null;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    let before = 0;
    let after = 0;
    while (before < prefix.length && text[at - 1 - before] === prefix.at(-1 - before)) before += 1;
    while (after < suffix.length && text[at + exact.length + after] === suffix[after]) after += 1;
    most = Math.max(most ?? 0, before + after);
  }
  return most;
}

/** Fails where the passage that was found does not say what the target says. */
function expectWords(text: PaperText, target: Target, found: Placement | null): void {
  if (found) expect(text.slice(found.start, found.end)).to.equal(target.exact);
}

describe('anchoring in the same text', () => {
  it('gives back any range of the real paper', () => {
    forSeeds(1000, (seed) => {
      const { start, end } = someRange(new Dice(seed), 1, 400);
      expect(anchor(real, describeRange(real, start, end))).to.deep.equal({ start, end, how: 'placed' });
    });
  });

  it('gives back either of two twins whose context is the same', () => {
    const text = textOf(`${'a'.repeat(40)}twin${'b'.repeat(40)}${'a'.repeat(40)}twin${'b'.repeat(40)}`);
    for (const start of [40, 124]) {
      expect(anchor(text, describeRange(text, start, start + 4))).to.deep.equal({
        start,
        end: start + 4,
        how: 'placed',
      });
    }
  });
});

/** One change that leaves range and context alone: the text, and how far the range has moved. */
function change(dice: Dice, range: { start: number; end: number }): { text: string; by: number } {
  const isBefore = dice.next() < 0.6 && range.start > 120;
  const room = isBefore ? range.start - 40 : real.length - range.end - 40;
  const from = (isBefore ? 0 : range.end + 40) + dice.below(Math.max(1, room - 60));
  const removed = dice.next() < 0.5 ? 0 : 1 + dice.below(Math.min(60, Math.max(1, room - 61)));
  const added = removed > 0 ? '' : dice.pick([' zq', ' 😀 zq zq', ' 𝔸 new words that stand nowhere else']);
  return { text: replaced(from, from + removed, added), by: isBefore ? [...added].length - removed : 0 };
}

describe('anchoring in a text that was changed elsewhere', () => {
  it('finds the passage where it went', () => {
    let found = 0;
    forSeeds(150, (seed) => {
      const dice = new Dice(seed);
      const { start, end } = someRange(dice, 1, 300);
      const target = describeRange(real, start, end);
      const { text, by } = change(dice, { start, end });
      if (occurrences(text, whole(target)) !== 1) return;
      const how = by === 0 ? 'placed' : 'moved';
      expect(anchor(textOf(text), target), target.exact).to.deep.equal({
        start: start + by,
        end: end + by,
        how,
      });
      found += 1;
    });
    expect(found).to.be.above(140);
  });
});

describe('anchoring in a text that was changed nearby', () => {
  it('finds it as long as one side of its context is whole', () => {
    let found = 0;
    forSeeds(100, (seed) => {
      const dice = new Dice(seed);
      const { start, end } = someRange(dice, 12, 200);
      const target = describeRange(real, start, end);
      const isBefore = dice.next() < 0.5;
      const text = isBefore
        ? replaced(Math.max(0, start - 32), start, 'zq zq ')
        : replaced(end, end + 32, ' zq zq');
      const part = isBefore ? target.exact + target.suffix : target.prefix + target.exact;
      if (occurrences(text, part) !== 1) return;
      const from = isBefore ? Math.max(0, start - 32) + 6 : start;
      const range = { start: from, end: from + end - start };
      expect(anchor(textOf(text), target), target.exact).to.deep.include(range);
      found += 1;
    });
    expect(found).to.be.above(90);
  });

  it('counts code points, not units, where it finds it', () => {
    const target = describeRange(textOf('One two three.'), 4, 7);
    expect(anchor(textOf('😀😀 One two three.'), target)).to.deep.equal({ start: 7, end: 10, how: 'moved' });
  });
});

describe('anchoring never guesses:', () => {
  it('of twins that moved with equal context, none is taken', () => {
    const before = textOf(`${'a'.repeat(300)}twin${'b'.repeat(300)}${'a'.repeat(300)}twin${'b'.repeat(300)}`);
    const after = textOf(`${'new '.repeat(70)}${before.text}${' new'.repeat(70)}`);
    expect(anchor(after, describeRange(before, 300, 304))).to.equal(null);
    expect(anchor(after, describeRange(before, 904, 908))).to.equal(null);
  });

  it('of twins with other context, the one whose context agrees is taken', () => {
    const before = textOf('The cat sat here. Then the cat ran away from the dog.');
    const at = before.text.lastIndexOf('the cat');
    const target = describeRange(before, at, at + 7);
    expect(anchor(textOf(`A new start. ${before.text}`), target)).to.deep.equal({
      start: at + 13,
      end: at + 20,
      how: 'moved',
    });
  });

  it('words that are gone are not found', () => {
    const target = describeRange(textOf('One two three.'), 4, 7);
    expect(anchor(textOf('One three.'), target)).to.equal(null);
    expect(anchor(textOf('One Two three.'), target)).to.equal(null);
  });
});

describe('anchoring never takes a twin:', () => {
  it('a twin that happens to stand at the stored position is not the passage', () => {
    const before = textOf('The cat sat on the warm mat. The cat ran away from the dog.');
    const target = describeRange(before, 0, 7);
    const after = textOf(before.text.slice('The cat sat on the warm mat. '.length));
    expect(after.slice(target.start, target.end)).to.equal(target.exact);
    expect(anchor(after, target)).to.equal(null);
  });

  it('where the stored position holds a twin, the passage is found where it went', () => {
    const before = textOf(
      'Nobody knows why. It may be the warmth, or the view. A cat sleeps on the windowsill.',
    );
    const at = before.text.indexOf('A cat');
    const filler = 'Zq zq zq zq zq zq zq zq zq zq zq zq zq. ';
    const after = textOf(before.slice(0, at - 40) + `${filler}A cat zq. ` + before.slice(at - 40, 999));
    const target = describeRange(before, at, at + 5);
    expect(after.slice(at, at + 5)).to.equal('A cat');
    expect(anchor(after, target)).to.deep.equal({ start: at + 50, end: at + 55, how: 'moved' });
  });

  it('a passage of the real paper that went with its surroundings is not found on a twin', () => {
    let twins = 0;
    forSeeds(400, (seed) => {
      const { start, end } = someRange(new Dice(seed), 3, 24);
      const target = describeRange(real, start, end);
      const text = replaced(Math.max(0, start - 32), end + 32, '');
      const best = mostAgreeing(text, target);
      if (best === null || best > 6) return;
      twins += 1;
      expect(anchor(textOf(text), target), target.exact).to.equal(null);
    });
    expect(twins).to.be.above(20);
  });
});

describe('anchoring, whatever it is asked:', () => {
  it('an empty quotation stands nowhere', () => {
    const target = { ...describeRange(real, 5, 9), exact: '', start: 5, end: 5 };
    expect(anchor(real, target)).to.equal(null);
  });

  it('whatever is found says what the target says', () => {
    forSeeds(60, (seed) => {
      const dice = new Dice(seed);
      const range = someRange(dice, 1, 40);
      const cut = someRange(dice, 1, 5000);
      const target = describeRange(real, range.start, range.end);
      const text = textOf(replaced(cut.start, cut.end, dice.pick(['', 'the ', 'Russia'])));
      expectWords(text, target, anchor(text, target));
    });
  });

  it('hostile positions are no positions', () => {
    const target = describeRange(real, 100, 140);
    for (const [start, end] of [
      [-100, -60],
      [9e15, 9e15 + 40],
      [140, 100],
      [0, 9e15],
    ] as const) {
      expect(anchor(real, { ...target, start, end })).to.deep.equal({ start: 100, end: 140, how: 'moved' });
    }
  });
});
