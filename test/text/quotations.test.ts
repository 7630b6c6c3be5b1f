// Quotations: what stands between quotation marks, and what only looks like it.
import { expect } from '@open-wc/testing';
import { quotationsIn, quotedIn } from '../../src/text/quotations.ts';
import { p, paper, quotation, realPaper, section } from '../support/paper.ts';

const quoted = (paragraph: string): string[] => {
  const characters = [...paragraph];
  return quotedIn(paragraph).map(({ start, end }) => characters.slice(start, end).join(''));
};

describe('quotations in a paragraph', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['double marks', 'He said “no more” and left.', ['“no more”']],
    ['single marks', 'A ‘big power’ of old.', ['‘big power’']],
    ['straight marks', 'He said "no more" and \'left\'.', ['"no more"', "'left'"]],
    ['an apostrophe within', 'The ‘state’s right’ to it.', ['‘state’s right’']],
    ['apostrophes alone', 'Russia’s and the states’ readiness; it’s so.', []],
    [
      'a possessive plural within',
      'the ‘…readiness of the states to take’ part',
      ['‘…readiness of the states to take’'],
    ],
    ['a plural’s apostrophe before the end', '‘the states’ own right’ is new', ['‘the states’ own right’']],
    ['a quotation within another', '“he said ‘no’ to it” again', ['“he said ‘no’ to it”']],
    ['marks of other countries', 'Er sagte „nein“ und «non» und ‹so›.', ['„nein“', '«non»', '‹so›']],
    ['a mark that is never closed', 'He said “no more and left.', []],
    ['two that open, one that closes', 'A “lost start, then “a whole one” here.', ['“a whole one”']],
    ['a year without its century', 'the ’90s and the ‘80s were odd', []],
    ['inches', 'a 5" pipe and a 6" one', []],
    ['signs beyond the basic plane', '🦊 says “𝒳 yes” loudly', ['“𝒳 yes”']],
    ['dashes around', 'a prosperous – ‘normal’ – country', ['‘normal’']],
    ['a mark behind a closed one', '“one”“two”', ['“one”', '“two”']],
    ['nothing', '', []],
  ];
  for (const [what, paragraph, expected] of cases)
    it(`reads ${what}`, () => {
      expect(quoted(paragraph)).to.deep.equal(expected);
    });
});

describe('quotations of a paper', () => {
  it('are block quotations as a whole and what stands between marks, in order', () => {
    const { paper: one } = paper(
      section(
        'I.',
        'On “things”',
        p('He says “yes”.'),
        quotation(p('All of this.'), p('And this.')),
        p('Own words.'),
      ),
    );
    const words = quotationsIn(one.text).map(({ start, end }) => one.text.slice(start, end));
    expect(words).to.deep.equal(['“things”', '“yes”', 'All of this.', 'And this.']);
  });

  it('go on over paragraphs that begin with the mark again', () => {
    const { paper: one } = paper(
      p('He said: “First of all.'),
      p('“And then.” So he said.'),
      p('“Lost'),
      p('Others.'),
    );
    const words = quotationsIn(one.text).map(({ start, end }) => one.text.slice(start, end));
    expect(words).to.deep.equal(['“First of all.', '“And then.”']);
  });

  it('of the real paper are rising, apart, and begin and end with marks that belong together', async () => {
    const { text } = await realPaper();
    const all = quotationsIn(text);
    let end = 0;
    for (const one of all) {
      expect(one.start).to.be.at.least(end);
      end = one.end;
    }
    const marked = all.map((one) => text.slice(one.start, one.end)).filter((words) => /^[“‘]/u.test(words));
    for (const words of marked) expect(words.at(-1)).to.equal(words.startsWith('“') ? '”' : '’', words);
    const openers = [...text.text].filter((sign) => sign === '“').length;
    const blocks = text.blocks.filter((block) => block.kind === 'quotation').length;
    expect(marked.length).to.be.within(openers - 4, openers + 8);
    expect(all.length).to.be.at.least(blocks);
  });
});
