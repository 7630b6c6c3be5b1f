/** Describing a passage: its words, as much around them as makes them unique, and where they stand. */
import { expect } from '@open-wc/testing';
import { describe as describeRange, trimRange } from '../../src/anchoring/describe.ts';
import { plainText, type PlainText } from '../../src/model/plain-text.ts';
import type { PaperText } from '../../src/model/paper-text.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { p, paper, realPaper } from '../support/paper.ts';

let real: PaperText;
before(async () => {
  real = (await realPaper()).text;
});

/** A paper text that says just this, a block a line. */
const textOf = (text: string): PaperText => paper(...text.split('\n').map((line) => p(line))).paper.text;

/** A range of a text, `least` to `most` code points long. */
function someRange(dice: Dice, text: PlainText, least: number, most: number): { start: number; end: number } {
  const length = least + dice.below(most - least + 1);
  const start = dice.below(text.length - length);
  return { start, end: start + length };
}

/** How often `part` occurs in `text`, overlaps included; counts to two. */
const isOnce = (text: string, part: string): boolean => text.indexOf(part) === text.lastIndexOf(part);

describe('describing a range', () => {
  it('gives its words, what stands around them, and where they stand', () => {
    forSeeds(300, (seed) => {
      const { start, end } = someRange(new Dice(seed), real, 1, 400);
      const { exact, prefix, suffix, ...range } = describeRange(real, start, end);
      const points = [...real.text];
      expect(range).to.deep.equal({ start, end });
      expect(exact).to.equal(points.slice(start, end).join(''));
      expect(points.slice(0, start).join('').endsWith(prefix), 'prefix').to.equal(true);
      expect(points.slice(end).join('').startsWith(suffix), 'suffix').to.equal(true);
    });
  });

  it('takes as much around as makes the passage unique, 256 units on each side at most', () => {
    let wide = 0;
    forSeeds(200, (seed) => {
      const dice = new Dice(seed);
      const words = Array.from({ length: 400 }, () => dice.pick(['so', 'it', 'is', 'not', 'a', 'bee', '😀']));
      const text = plainText([...words, ...words, 'end'].join(' '));
      const { start, end } = someRange(dice, text, 1, 30);
      const { exact, prefix, suffix } = describeRange(text, start, end);
      expect(Math.max(prefix.length, suffix.length)).to.be.at.most(256);
      if (prefix.length + suffix.length < 400 && start > 300 && end + 300 < text.length)
        expect(isOnce(text.text, prefix + exact + suffix), exact).to.equal(true);
      if (prefix.length > 200) wide += 1;
    });
    expect(wide).to.be.above(20);
  });

  it('of a passage that is unique by itself takes few words, and more of one that is short', () => {
    const at = real.text.indexOf('collapse of the Soviet Union');
    const start = [...real.text.slice(0, at)].length;
    const sentence = describeRange(real, start, start + 90);
    expect(sentence.prefix.length + sentence.suffix.length).to.be.below(65);
    const word = describeRange(real, start, start + 8);
    expect(word.suffix.length).to.be.above(43);
  });

  it('ends its context between words, and never within what is seen as one character', () => {
    const family = '👨\u200d👩\u200d👧';
    forSeeds(200, (seed) => {
      const dice = new Dice(seed);
      const signs = Array.from({ length: 300 }, () => dice.pick([family, '👍🏽', 'e\u0301', '𝔸', 'नि']));
      const text = plainText(signs.join(''));
      const range = dice.below(260);
      const start = [...signs.slice(0, range).join('')].length;
      const end = [...signs.slice(0, range + 3).join('')].length;
      const { prefix, suffix } = describeRange(text, start, end);
      const seen = (part: string): number =>
        [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(part)].length;
      const all = text.text;
      const from = text.slice(0, start).length;
      const to = from + text.slice(start, end).length;
      const [head, tail] = [all.slice(0, from - prefix.length), all.slice(to + suffix.length)];
      expect(seen(head) + seen(prefix) + 3 + seen(suffix) + seen(tail)).to.equal(300);
    });
    forSeeds(200, (seed) => {
      const { start, end } = someRange(new Dice(seed), real, 40, 80);
      const { prefix, suffix } = describeRange(real, start, end);
      const from = real.slice(0, start).length - prefix.length;
      const to = real.slice(0, end).length + suffix.length;
      for (const cut of [from, to])
        if (cut > 0 && cut < real.text.length)
          expect(real.text.slice(cut - 1, cut + 1)).not.to.match(/^\p{L}\p{L}$/u);
    });
  });

  it('has no context beyond the ends of the text', () => {
    const text = textOf('Words.');
    expect(describeRange(text, 0, 6)).to.deep.equal({
      exact: 'Words.',
      prefix: '',
      suffix: '',
      start: 0,
      end: 6,
    });
  });

  it('refuses a range that is empty, turned round or outside', () => {
    const text = textOf('Words.');
    for (const [start, end] of [
      [2, 2],
      [3, 2],
      [-1, 2],
      [0, 7],
      [NaN, 2],
      [0, NaN],
    ] as const) {
      expect(() => describeRange(text, start, end), `${start} to ${end}`).to.throw(RangeError);
    }
  });
});

describe('trimming a range', () => {
  it('takes white space from both ends and nothing else', () => {
    const text = textOf('a  b\n c ');
    expect(trimRange(text, 0, 8)).to.deep.equal({ start: 0, end: 7 });
    expect(trimRange(text, 1, 6)).to.deep.equal({ start: 3, end: 4 });
    expect(trimRange(text, 1, 3)).to.equal(null);
    expect(trimRange(text, 2, 2)).to.equal(null);
    expect(trimRange(text, 5, 1)).to.equal(null);
    expect(trimRange(text, -9, 99)).to.deep.equal({ start: 0, end: 7 });
  });

  it('leaves of any range of the real paper what trim() leaves of its words', () => {
    forSeeds(500, (seed) => {
      const { start, end } = someRange(new Dice(seed), real, 1, 12);
      const trimmed = trimRange(real, start, end);
      expect(trimmed ? real.slice(trimmed.start, trimmed.end) : '').to.equal(real.slice(start, end).trim());
      if (trimmed) expect([trimmed.start >= start, trimmed.end <= end]).to.deep.equal([true, true]);
    });
  });
});
