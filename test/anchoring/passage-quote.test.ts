/** Links to passages: what a link says of a passage finds that passage again, and nothing else. */
import { expect } from '@open-wc/testing';
import { findQuote, quotePassage, textFragment, wholeWords } from '../../src/anchoring/passage-quote.ts';
import { forSeeds, Dice } from '../notebook/generate.ts';
import { p, paper, realPaper } from '../support/paper.ts';

const none = { end: '', prefix: '', suffix: '' };

describe('the words of a link', () => {
  it('find the very passage again, in a paper of few words that come again and again', () => {
    forSeeds(300, (seed) => {
      const dice = new Dice(seed);
      const words = ['a', 'bee', '𝔸', 'so', '“x”', 'é'];
      const line = (): string => Array.from({ length: 1 + dice.below(40) }, () => dice.pick(words)).join(' ');
      const { text } = paper(p(line()), p(line()), p(line())).paper;
      const start = dice.below(text.length - 1);
      const end = start + 1 + dice.below(text.length - start - 1);
      const block = text.blocks.find((one) => one.start <= start && start <= one.end);
      const found = findQuote(text, quotePassage(text, { start, end }), block ?? null);
      expect(found && text.slice(found.start, found.end), `seed ${seed}`).to.equal(text.slice(start, end));
    });
  });

  it('find every sentence and every long stretch of the real paper at its own place', async () => {
    const { text } = await realPaper();
    for (const length of [12, 80, 400, 3_000]) {
      for (let start = 0; start + length < text.length; start += 701) {
        const range = { start, end: start + length };
        const found = findQuote(text, quotePassage(text, range), null);
        expect(found && { start: found.start, end: found.end }, `${start}+${length}`).to.deep.equal(range);
      }
    }
  });

  it('are short whatever the passage is', async () => {
    const { text } = await realPaper();
    const { start, end } = quotePassage(text, { start: 100, end: 20_000 });
    expect(start.length + end.length).to.be.below(500);
  });

  const { text } = paper(p('One two. Same words.'), p('Same words. Three.')).paper;
  const at = text.text.indexOf('Same words', 12);

  it('are taken near the address first, else where they stand alone', () => {
    const quote = { start: 'Same words', ...none };
    expect(findQuote(text, quote, text.blocks[1] ?? null)).to.deep.equal({
      start: at,
      end: at + 10,
      how: 'near',
    });
    expect(findQuote(text, quote, null)).to.equal(null);
    expect(findQuote(text, { start: 'Three', ...none }, text.blocks[0] ?? null)?.how).to.equal('elsewhere');
  });

  it('that stand nowhere, or are none, find nothing', () => {
    for (const start of ['', 'Four', 'same words', '(', '\\', '.*'])
      expect(findQuote(text, { start, ...none }, null), start).to.equal(null);
    expect(findQuote(text, { ...none, start: 'One', end: 'Four' }, null)).to.equal(null);
  });
});

describe('a text fragment', () => {
  const { text } = paper(p('It well-nigh ended, & so on.'), p('Then more came.')).paper;
  it('encodes what means something in it', () => {
    const quote = { ...none, start: 'well-nigh ended, & so' };
    expect(textFragment('https://example.org/p', quote)).to.equal(
      'https://example.org/p#:~:text=well%2Dnigh%20ended%2C%20%26%20so',
    );
    expect(textFragment('https://example.org/p#s2', quote)).to.match(
      /^https:\/\/example\.org\/p#s2:~:text=well/u,
    );
  });

  it('names beginning and end over several blocks, and what stands around', () => {
    const quote = { start: 'so on.\nThen more', end: '', prefix: 'ended, & ', suffix: ' came.' };
    expect(textFragment('https://example.org/p', quote)).to.equal(
      'https://example.org/p#:~:text=ended%2C%20%26-,so%20on.,Then%20more,-came.',
    );
  });

  it('takes whole words', () => {
    const half = { start: text.text.indexOf('ded,'), end: text.text.indexOf('ded,') + 2 };
    const whole = wholeWords(text, half);
    expect(text.slice(whole.start, whole.end)).to.equal('ended');
  });
});
