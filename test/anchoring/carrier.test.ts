/** Carrying positions over from one version of a text into another. */
import { expect } from '@open-wc/testing';
import { carrier } from '../../src/anchoring/carrier.ts';
import { plainText } from '../../src/model/plain-text.ts';
import type { PaperText } from '../../src/model/paper-text.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { realPaper } from '../support/paper.ts';

let real: PaperText;
before(async () => {
  real = (await realPaper()).text;
});

/** Where the passage `quote` of `before` went in `after`, and what is said there. */
function carried(before: string, after: string, quote: string): { said: string; isWhole: boolean } | null {
  const at = before.indexOf(quote);
  const start = [...before.slice(0, at)].length;
  const found = carrier(before, after).carry(start, start + [...quote].length);
  return found && { said: plainText(after).slice(found.start, found.end), isWhole: found.isWhole };
}

const text =
  'The first paragraph says what everyone knows about oil, and 𝔸 little more than that.\n' +
  'The second one is about the ministers who met in Baku, and about their wives.\n' +
  'The last one sums up: nobody gained much, and the sea went on being a sea.';
const [first = '', second = '', last = ''] = text.split('\n');

describe('a carrier', () => {
  it('of a text into itself carries everything to where it is', () => {
    forSeeds(200, (seed) => {
      const dice = new Dice(seed);
      const start = dice.below(real.length - 300);
      const range = { start, end: start + 1 + dice.below(299) };
      const words = real.slice(range.start, range.end);
      if (words.trim() !== words || !/[\p{L}\p{N}]/u.test(words)) return;
      expect(same.carry(range.start, range.end), words).to.deep.equal({ ...range, isWhole: true });
    });
  });
  let same: ReturnType<typeof carrier>;
  before(() => (same = carrier(real.text, real.text)));

  it('follows a paragraph that moved, in code points', () => {
    const after = `😀 New.\n${last}\n${second}\n${first}`;
    for (const quote of ['who met in Baku', '𝔸 little more', 'the sea went on', 'knows about oil, and 𝔸']) {
      expect(carried(text, after, quote), quote).to.deep.equal({ said: quote, isWhole: true });
    }
  });

  it('says where a part was changed, taken out or put in', () => {
    const changed = text
      .replace('ministers', 'presidents')
      .replace('gained much, and', 'gained much at all, and');
    expect(carried(text, changed, 'the ministers who met')).to.deep.equal({
      said: 'the presidents who met',
      isWhole: false,
    });
    expect(carried(text, changed, 'ministers who met')).to.deep.equal({
      said: 'presidents who met',
      isWhole: false,
    });
    expect(carried(text, changed, 'about the ministers')).to.deep.equal({
      said: 'about the presidents',
      isWhole: false,
    });
    expect(carried(text, changed, 'nobody gained much, and the sea')?.isWhole).to.equal(false);
    expect(carried(text, changed, 'who met in Baku')?.isWhole).to.equal(true);
  });

  it('does not mind white space', () => {
    const after = text.replace('about the ministers', 'about the\nministers');
    expect(carried(text, after, 'about the ministers')).to.deep.equal({
      said: 'about the\nministers',
      isWhole: true,
    });
  });

  it('carries nothing of what is gone, or nearly gone', () => {
    expect(carried(text, `${first}\n${last}`, 'who met in Baku')).to.equal(null);
    expect(carried(text, text.replace('who met in Baku', 'Baku'), 'who met in Baku')).to.equal(null);
    expect(carried(text, '', 'who met in Baku')).to.equal(null);
    expect(carried('', '', '')).to.equal(null);
  });

  it('takes signs alone where the words around them stayed', () => {
    expect(carried(text, `New. ${text}`, ':')).to.deep.equal({ said: ':', isWhole: true });
  });

  it('knows no place for what is no range', () => {
    const whole = carrier(text, text);
    for (const [start, end] of [
      [3, 3],
      [4, 2],
      [-1, 2],
      [0, 9e9],
      [NaN, 2],
      [0, NaN],
    ] as const) {
      expect(whole.carry(start, end), `${start} to ${end}`).to.equal(null);
    }
  });

  it('carries whatever was not touched, through many edits', () => {
    let kept = 0;
    forSeeds(8, (seed) => {
      const dice = new Dice(seed);
      const paragraphs = real.text.split('\n');
      const words = paragraphs.map((paragraph) => paragraph.split(' '));
      const touched = words.map((all) => all.map(() => dice.next() < 0.02));
      const order = dice.shuffle(paragraphs.map((_, at) => at)).slice(3);
      const edited = order.map((at) =>
        (words[at] ?? []).map((word, index) => (touched[at]?.[index] ? `zq${index}` : word)).join(' '),
      );
      const after = plainText(edited.join('\n'));
      const difference = carrier(real.text, after.text);
      let offset = 0;
      for (const [at, paragraph] of paragraphs.entries()) {
        const start = offset;
        offset += [...paragraph].length + 1;
        const isTouched = touched[at]?.some(Boolean);
        if (!order.includes(at) || isTouched || paragraph.length < 80) continue;
        const found = difference.carry(start, start + [...paragraph].length);
        expect(found && after.slice(found.start, found.end), paragraph).to.equal(paragraph);
        expect(found?.isWhole).to.equal(true);
        kept += 1;
      }
    });
    expect(kept).to.be.above(40);
  });

  it('of two texts that have nothing to do with each other carries nothing', () => {
    const other = [...real.text.matchAll(/\S+/gu)]
      .map(([word]) => word)
      .reverse()
      .join(' ');
    const unlike = carrier(real.text, other);
    for (let start = 0; start + 200 < real.length; start += 997)
      expect(unlike.carry(start, start + 200)).to.equal(null);
  });

  it('takes its time from what differs: of repeated words too', () => {
    const dull = 'the same word again and again. '.repeat(20_000);
    const found = carrier(dull, `${dull}And more.`).carry(100, 200);
    expect(found?.start).to.equal(100);
  }).timeout(10_000);
});
