/** Reading JATS from small files: what is refused, white space around markers, labels, and words that must not get lost. */
import { expect } from '@open-wc/testing';
import { readJats } from '../../src/formats/jats.ts';
import { Fault, type FaultCode } from '../../src/model/fault.ts';
import type { Paper } from '../../src/model/paper.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

const article = (body: string, back = ''): string =>
  `<article><front><article-meta/></front><body>${body}</body><back><fn-group>${back}</fn-group></back></article>`;

const read = (body: string, back = ''): Paper => readJats(article(body, back), 'test');

const textOf = (body: string): string => read(body).text.text;

/** The code of the fault that reading ends with; fails where it ends otherwise. */
function faultOf(xml: string): FaultCode {
  try {
    readJats(xml, 'test');
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  throw new Error('It was read without a fault.');
}

const bomb = `<!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${article('<p>&b;</p>')}`;
const outside = `<!DOCTYPE article [<!entity x SYSTEM "file:///etc/passwd">]>${article('<p>&x;</p>')}`;

const refused: Readonly<Record<string, () => string>> = {
  nothing: () => '',
  'text that is no XML': () => 'A paper.',
  'a tag that is not closed': () => article('<p>One.'),
  'tags that cross': () => article('<p><italic>One.</p></italic>'),
  'a second root': () => `${article('<p>One.</p>')}<article/>`,
  'an entity that nobody declared': () => article('<p>&nbsp;</p>'),
  'another kind of document': () => '<book><body><p>One.</p></body></book>',
  HTML: () => '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One.</p></body></html>',
  'an article without a body': () => '<article><front/></article>',
  'a body without a block': () => article(''),
  'entities that grow': () => bomb,
  'entities from outside': () => outside,
  'three hundred levels': () => article(`<p>${'<italic>'.repeat(300)}x${'</italic>'.repeat(300)}</p>`),
  'half a million elements': () => article(`<p>${'<break/>'.repeat(500_000)}</p>`),
  'more than twenty megabytes': () => article(`<p>${'x'.repeat(20_000_001)}</p>`),
};

describe('what is not a paper is refused:', () => {
  for (const [what, xml] of Object.entries(refused)) {
    it(what, () => {
      expect(faultOf(xml())).to.equal('paper/malformed');
    });
  }

  it('and the fault names the paper', () => {
    expect(() => readJats('', 'my-paper')).to.throw(Fault, 'my-paper');
  });
});

describe('what is within the limits is read:', () => {
  it('two hundred levels', () => {
    expect(textOf(`<p>${'<italic>'.repeat(200)}x${'</italic>'.repeat(200)}</p>`)).to.equal('x');
  });

  it('entities that XML itself knows', () => {
    expect(textOf('<p>a &lt; b &amp; c &#x1F600;<![CDATA[ <d>]]></p>')).to.equal('a < b & c 😀 <d>');
  });
});

const x = (label: string): string => `<xref ref-type="fn" rid="fn${label}">${label}</xref>`;
const start = '<target target-type="page" id="p9"/>';

const spacings: readonly (readonly [string, string])[] = [
  ['<p>  a \n\t b  </p>', 'a b'],
  ['<p>a <italic> b </italic> c</p>', 'a b c'],
  ['<p>a<italic> </italic>b</p>', 'a b'],
  [`<p>a ${x('1')} b</p>`, 'a b'],
  [`<p>a ${x('1')}b</p>`, 'a b'],
  [`<p>a${x('1')} b</p>`, 'a b'],
  [`<p>a ${x('1')} ${x('2')} b</p>`, 'a b'],
  [`<p>a ${x('1')}</p>`, 'a'],
  [`<p> ${x('1')} a</p>`, 'a'],
  [`<p>a <italic> ${x('1')}</italic>b</p>`, 'a b'],
  [`<p>a ${start}b</p>`, 'a b'],
  [`<p>a${start} b</p>`, 'a b'],
  [`<p>a ${start} b</p>`, 'a b'],
  [`<p>a ${start}${x('1')}b</p>`, 'a b'],
  [`<p>${start} a</p>`, 'a'],
  ['<p>a</p>\n  <p>b</p>', 'a\nb'],
];

describe('white space', () => {
  for (const [body, text] of spacings) {
    it(`of ${body.replace(/\s/gu, '·')} is “${text}”`, () => {
      expect(textOf(body)).to.equal(text);
    });
  }

  it('before a marker goes behind it: the marker belongs to the word', () => {
    const { text } = read(`<p>one ${x('1')} two ${start}${x('2')}three</p>`);
    expect(text.markers.map((marker) => text.slice(0, marker.offset))).to.deep.equal(['one', 'one two']);
  });

  it('is for any mixture what one gets by leaving the markers out', () => {
    const scraps = [
      'a',
      ' ',
      'b ',
      ' c',
      '\n',
      '<italic> d</italic>',
      '<bold>e </bold>',
      '<sc> </sc>',
      x('1'),
      start,
    ];
    forSeeds(400, (seed) => {
      const dice = new Dice(seed);
      const inner = Array.from({ length: dice.below(12) }, () => dice.pick(scraps)).join('');
      const words = inner.replaceAll(x('1'), '').replace(/<[^>]*>/gu, '');
      expect(textOf(`<p>${inner}</p>`), inner).to.equal(words.replace(/\s+/gu, ' ').trim());
    });
  });
});

describe('labels', () => {
  it('of headings and items are part of the text', () => {
    const body = `<sec><label>I.</label><title>One</title><list><list-item><label>(i)</label><p>a</p><p>b</p></list-item></list></sec>`;
    expect(textOf(body)).to.equal('I. One\n(i) a\nb');
  });

  it('give addresses without their stops and brackets', () => {
    const inner = '<sec><label>B)</label><title>Two</title><p>b</p></sec>';
    const { sections, text } = read(`<sec><label>(III)</label><title>One</title><p>a</p>${inner}</sec>`);
    expect(sections.map(({ address, label, title }) => [address, label, title])).to.deep.equal([
      ['III', '(III)', 'One'],
      ['III.B', 'B)', 'Two'],
    ]);
    expect(text.blocks.map((block) => block.address)).to.deep.equal(['III', 'III.1', 'III.B', 'III.B.1']);
  });

  it('that are missing are counted, and no address is given twice', () => {
    const sec = (label: string, title: string): string =>
      `<sec>${label && `<label>${label}</label>`}<title>${title}</title><p>x</p></sec>`;
    const body = sec('', 'Introduction') + sec('1.', 'Method') + sec('2.', 'Results') + sec('', 'Conclusion');
    const { sections, text } = read(body);
    const addresses = sections.map((section) => section.address);
    expect(new Set(addresses).size, addresses.join()).to.equal(4);
    expect(addresses.slice(1, 3)).to.deep.equal(['1', '2']);
    const ids = text.blocks.map((block) => block.id);
    expect(new Set(ids).size, ids.join()).to.equal(ids.length);
    expect(sections.map((section) => text.slice(section.start, section.start + 12))).to.deep.equal([
      'Introduction',
      '1. Method\nx\n',
      '2. Results\nx',
      'Conclusion\nx',
    ]);
  });
});

describe('markers', () => {
  it('take their printed label, else the note’s, else its name; each with an id of its own', () => {
    const empty = '<xref ref-type="fn" rid="fn7"/>';
    const body = `<p>a${x('7')}b${empty}c<xref ref-type="fn" rid="fn-x"/></p>`;
    const { text } = read(body, '<fn id="fn7"><label>*</label><p>Seen.</p></fn>');
    expect(
      text.markers.map(({ node }) => [node.attrs['id'], node.attrs['label']] as unknown[]),
    ).to.deep.equal([
      ['marker-7', '7'],
      ['marker-7-2', '*'],
      ['marker-x', 'x'],
    ]);
  });

  it('lead to hashes that say paper and note safely', () => {
    const { text } = readJatsWithId('a b/c?');
    expect(text.markers[0]?.node.attrs['href']).to.equal('#/a%20b%2Fc%3F?note=1');
  });
});

const readJatsWithId = (id: string): Paper => readJats(article(`<p>a${x('1')}</p>`), id);

describe('notes', () => {
  it('keep all their words, and say where there are none', () => {
    const back =
      '<fn id="fn1"><label>1</label><p>See <italic>A</italic>.</p><p>And B.</p></fn><fn id="fn2"><label>2</label></fn>';
    const { notes } = read('<p>a</p>', back);
    expect(notes.map(({ id, status }) => [id, status])).to.deep.equal([
      ['fn1', 'present'],
      ['fn2', 'missing-in-source'],
    ]);
    expect(notes[0]?.text).to.contain('See A.').and.contain('And B.');
    expect(notes[1]?.text).to.equal(null);
  });
});

describe('unknown elements keep their text:', () => {
  it('within a block', () => {
    expect(textOf('<p>a <named-content>b <styled-content>c</styled-content></named-content> d</p>')).to.equal(
      'a b c d',
    );
    expect(
      textOf('<p>see <xref ref-type="bibr" rid="b1">Smith</xref> and <ext-link>this</ext-link></p>'),
    ).to.equal('see Smith and this');
  });

  it('as marks, where the schema knows them', () => {
    const { doc } = read('<p>a <italic>b<bold>c</bold></italic></p>');
    const marks = doc.firstChild!.content.content.map((node) =>
      node.marks.map((mark) => mark.type.name).join(),
    );
    expect(marks).to.deep.equal(['', 'em', 'em,strong']);
  });

  const blocks: Readonly<Record<string, string>> = {
    'around blocks': '<boxed-text><p>kept</p></boxed-text>',
    'that hold lines': '<verse-group><verse-line>kept</verse-line></verse-group>',
    'in a quotation': '<disp-quote><p>words</p><attrib>kept</attrib></disp-quote>',
    'in an item':
      '<list><list-item><p>words</p><list><list-item><p>kept</p></list-item></list></list-item></list>',
  };
  for (const [what, body] of Object.entries(blocks)) {
    it(what, () => {
      expect(textOf(`<p>before</p>${body}<p>after</p>`)).to.match(/^before\n[^]*kept[^]*\nafter$/u);
    });
  }
});

describe('what cannot run', () => {
  it('does not: comments, instructions and foreign elements leave nothing but words', () => {
    const { doc } = read('<p>a<!-- b --><?c d?><script xmlns="http://www.w3.org/1999/xhtml">e</script></p>');
    const types: string[] = [];
    doc.descendants((node) => {
      types.push(node.type.name);
    });
    expect(types).to.deep.equal(['paragraph', 'text']);
    expect(doc.textContent).to.equal('ae');
  });
});
