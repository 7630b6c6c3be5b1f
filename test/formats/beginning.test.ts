/** The beginning of a long paper: a prefix of the whole, with all its notes, whatever stands in the file around it. */
import { expect } from '@open-wc/testing';
import { readBeginning, readJats } from '../../src/formats/jats.ts';
import { xmlBeginning } from '../../src/formats/xml-beginning.ts';

const words = 'Words that fill a paragraph with a length of its own. '.repeat(20);
const odd = '<!-- </p> > --><?pi </p> ?><![CDATA[ </p> & ]]>';

/** A paper of so many paragraphs in nested sections; `back` follows its body. */
const long = (count: number, back = '<back><fn-group><fn id="fn1"><label>1</label></fn></fn-group></back>') =>
  `<article><front><article-meta><title-group><article-title>Long</article-title></title-group></article-meta></front>
  <body><sec><label>I.</label><title>One</title><sec><label>A.</label><title>Two</title>${Array.from(
    { length: count },
    (_, at) =>
      `<p content-type="a > b">${at} ${words}${at === 3 ? odd : ''}<xref ref-type="fn" rid="fn1">1</xref></p>`,
  ).join('')}</sec></sec></body>${back}</article>`;

describe('the beginning of a long paper', () => {
  it('is a prefix of its text, in the same sections, with all its notes', () => {
    const xml = long(200);
    const whole = readJats(xml, 'long');
    const beginning = readBeginning(xml, 'long');
    expect(beginning?.isBeginning).to.equal(true);
    expect(beginning!.text.length).to.be.within(50_000, whole.text.length / 2);
    expect(whole.text.text.startsWith(beginning!.text.text)).to.equal(true);
    expect(beginning!.text.blocks.at(-1)!.address).to.match(/^I\.A\.\d+$/u);
    expect(beginning!.notes).to.deep.equal(whole.notes);
    expect(beginning!.front).to.deep.equal(whole.front);
  });

  it('is none of a paper that is read at once', () => {
    expect(readBeginning(long(20), 'short')).to.equal(null);
  });

  it('is none where the file is not well-formed or has no paragraphs', () => {
    expect(readBeginning(long(200).replace('<body>', '<body></sec>'), 'broken')).to.equal(null);
    expect(readBeginning(`<article><body>${words.repeat(200)}</body></article>`, 'bare')).to.equal(null);
  });

  it('does without a back', () => {
    const beginning = readBeginning(long(200, ''), 'bare');
    expect([beginning?.notes.length, beginning?.isBeginning]).to.deep.equal([0, true]);
  });
});

describe('where a text is cut', () => {
  it('is the first end of the unit behind the least length, with what is open closed', () => {
    const xml = `<a><b x="</p>"><p>one</p><p>two</p><p>three</p></b><c>${'tail '.repeat(20)}</c></a>`;
    expect(xmlBeginning(xml, 30, 'p', 'c')).to.equal(
      `<a><b x="</p>"><p>one</p><p>two</p></b><c>${'tail '.repeat(20)}</c></a>`,
    );
    expect(xmlBeginning(xml, 30, 'p', 'none')).to.equal('<a><b x="</p>"><p>one</p><p>two</p></b></a>');
  });
});
