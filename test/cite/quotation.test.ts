/** A passage as a quotation: marks in marks, blocks, pages across a page start, markers, and the three forms. */
import { expect } from '@open-wc/testing';
import { citeItem } from '../../src/cite/cite-item.ts';
import { inMarks, locatorOf, quotationOf } from '../../src/cite/quotation.ts';
import { quoted, quoteIn } from '../../src/cite/quoted.ts';
import { plainRich } from '../../src/cite/rich-text.ts';
import { note, p, page, paper, realPaper, section } from '../support/paper.ts';

const sample = paper(
  p(
    page('5'),
    '<a>He said<b>',
    note('1'),
    ' “it was ‘so’ called.”<c> ',
    page('6', 'inferred'),
    'And *more*.<d>',
  ),
);
const { range } = sample;

describe('marks around a quotation', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain words', '“plain words”'],
    ['he said “no”', '“he said ‘no’”'],
    ['he said “it was ‘so’ called”', '“he said ‘it was “so” called’”'],
    ['Russia’s ‘near abroad’', '“Russia’s ‘near abroad’”'],
    ['“the states’ ‘own’ way”', '“‘the states’ “own” way’”'],
    ['he said "no" twice', '“he said ‘no’ twice”'],
    ['ends ”', '“ends ’”'],
    ['', '“”'],
  ];
  for (const [words, marked] of cases) {
    it(`change those inside: ${words}`, () => {
      expect(inMarks(words)).to.equal(marked);
    });
  }
});

describe('a quotation', () => {
  it('holds nothing of markers and page starts, and knows its pages', () => {
    expect(quotationOf(sample.paper, range('a', 'd'))).to.deep.equal({
      paragraphs: ['He said “it was ‘so’ called.” And *more*.'],
      isBlock: false,
    });
    expect(locatorOf(sample.paper, range('a', 'd'))).to.deep.equal({ pages: '5–[6]' });
  });

  it('has its address where the paper has no pages', () => {
    const plain = paper(section('III.', 'Three', p('One.'), p('<a>Two.<b> Three.')));
    expect(locatorOf(plain.paper, plain.range('a', 'b'))).to.deep.equal({ place: 'III ¶2 s1' });
  });

  it('stands as a block from a hundred words on, or from forty in several paragraphs', () => {
    const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
    const of = (...counts: number[]): boolean => {
      const made = paper(...counts.map((count) => p(words(count))));
      return quotationOf(made.paper, { start: 0, end: made.paper.text.length }).isBlock;
    };
    expect([of(99), of(100), of(19, 20), of(20, 20)]).to.deep.equal([false, true, false, true]);
  });
});

describe('a quotation with its citation', () => {
  const cite = plainRich('(Gül 2008, 5)');
  const inline = { paragraphs: ['Words *here*.'], isBlock: false };
  const block = { paragraphs: ['One.', 'Two “x”.'], isBlock: true };

  it('has the stop behind the bracket, and its Markdown means nothing but itself', () => {
    expect(quoted(inline, cite, 'in-text', 'p')).to.deep.equal({
      text: '“Words *here*” (Gül 2008, 5).',
      html: '<p>“Words *here*” (Gül 2008, 5).</p>',
      markdown: '“Words \\*here\\*” (Gül 2008, 5).',
    });
    const asked = { paragraphs: ['Is it so?'], isBlock: false };
    expect(quoted(asked, cite, 'in-text', 'p').text).to.equal('“Is it so?” (Gül 2008, 5)');
    const open = { paragraphs: ['and so,'], isBlock: false };
    expect(quoted(open, cite, 'in-text', 'p').text).to.equal('“and so” (Gül 2008, 5)');
  });

  it('gives a note its own paragraph, in Markdown a footnote', () => {
    expect(quoted(inline, plainRich('Gül, 5.'), 'note', 'gül 2008')).to.deep.equal({
      text: '“Words *here*.”\n\nGül, 5.',
      html: '<p>“Words *here*.”</p><p>Gül, 5.</p>',
      markdown: '“Words \\*here\\*.”[^gül-2008]\n\n[^gül-2008]: Gül, 5.',
    });
  });

  it('is a block quotation without marks where it is long', () => {
    expect(quoted(block, cite, 'in-text', 'p')).to.deep.equal({
      text: 'One.\n\nTwo “x”. (Gül 2008, 5)',
      html: '<blockquote><p>One.</p><p>Two “x”. (Gül 2008, 5)</p></blockquote>',
      markdown: '> One.\n>\n> Two “x”. (Gül 2008, 5)',
    });
    expect(quoted(block, plainRich('N.'), 'note', 'p').markdown).to.equal(
      '> One.\n>\n> Two “x”.[^p]\n\n[^p]: N.',
    );
  });

  it('of the real paper cites the journal', async () => {
    const real = await realPaper();
    const start = [...real.text.text.slice(0, real.text.text.indexOf('The sudden collapse'))].length;
    const span = { start, end: start + 19 };
    const journal = 'Alternatives: Turkish Journal of International Relations';
    expect((await quoteIn('chicago-notes', real, span)).text).to.equal(
      `“The sudden collapse”\n\nMurat Gül, “Russia and Azerbaijan: Relations after 1989,” ${journal} 7, no. 2 & 3 (Summer & Fall 2008): 47.`,
    );
    expect((await quoteIn('apa', real, span)).text).to.equal('“The sudden collapse” (Gül, 2008, p. 47)');
    expect((await quoteIn('mla', real, span)).text).to.equal('“The sudden collapse” (Gül 47)');
    expect((await quoteIn('chicago-author-date', real, span)).text).to.equal(
      '“The sudden collapse” (Gül 2008, 47)',
    );
  });
});

describe('a paper as a work', () => {
  it('has what its front matter knows, and nothing empty', async () => {
    expect(citeItem(await realPaper())).to.deep.equal({
      id: 'gul-2008',
      type: 'article-journal',
      title: 'Russia and Azerbaijan: Relations after 1989',
      author: [{ family: 'Gül', given: 'Murat' }],
      issued: { 'date-parts': [[2008]], season: 'Summer & Fall' },
      'container-title': 'Alternatives: Turkish Journal of International Relations',
      volume: '7',
      issue: '2 & 3',
      page: '47–61',
    });
  });
});
