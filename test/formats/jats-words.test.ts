/** The words of an article, read without a page, are those that the reader of the page has: block by block and note by note. */
import { expect } from '@open-wc/testing';
import { fetchPaper, listPapers } from '../../src/app/corpus.ts';
import { jatsWords } from '../../src/formats/jats-words.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import { readJats } from '../../src/formats/jats.ts';
import { manuscript } from '../imports/manuscript.ts';
import { sources, type Source } from '../imports/sources.ts';

const article = (body: string, notes = ''): string =>
  `<?xml version="1.0"?><!-- <p>no</p> --><article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group><article-title>No</article-title></title-group></article-meta></front><body>${body}</body><back><fn-group>${notes}</fn-group></back></article>`;

function alike(xml: string): void {
  const paper = readJats(xml, 'x');
  const words = jatsWords(xml);
  expect(words.blocks.map(({ text }) => text).join('\n')).to.equal(paper.text.text);
  expect(words.notes.filter(({ text }) => text)).to.deep.equal(
    paper.notes.flatMap(({ id, label, text }) => (text === null ? [] : [{ id, label, text }])),
  );
}

describe('the words of an article without a page', () => {
  it('are those of every paper that ships', async () => {
    for (const { id } of await listPapers()) alike(await fetchPaper(id));
  });

  const cases: Readonly<Record<string, string>> = {
    'headings with labels': '<sec><label>I.</label><title>One &amp; two</title><p>Text.</p></sec>',
    'markers and page starts, which count nothing':
      '<p>One<xref ref-type="fn" rid="fn1">1</xref> two<target target-type="page" id="p3"/> three.</p>',
    'other references, which do': '<p>See <xref ref-type="sec" rid="s">section 2</xref>.</p>',
    'emphasis, links, CDATA and signs by number':
      '<p>A <italic>b<bold>c</bold></italic> <ext-link xlink:href="https://e.org/?a=1&gt;">d</ext-link> <![CDATA[<e>]]> &#233;&#x1F600;</p>',
    'lists with labels':
      '<list><list-item><label>(i)</label><p>One.</p></list-item><list-item><p>Two.</p></list-item></list>',
    'lists in lists':
      '<list><list-item><p>One.</p><list><list-item><label>a</label><p>Two.</p></list-item></list></list-item></list>',
    'quotations of several paragraphs': '<disp-quote><p>One.</p><p>Two.</p></disp-quote>',
    'a figure with its caption':
      '<fig id="f"><label>Fig. 1</label><caption><title>A title.</title><p>A caption.</p></caption><graphic xlink:href="a.png"/></fig>',
    'a table':
      '<table-wrap><caption><p>Of things</p></caption><table><tbody><tr><th>A</th><td>B</td></tr></tbody></table></table-wrap>',
    'odd white space': '<p>\n  One\t two\n\n three  </p>',
    'attributes with a bracket in them': '<p content-type="a>b">One.</p>',
  };
  for (const [what, body] of Object.entries(cases))
    it(`has ${what}`, () =>
      alike(article(body, '<fn id="fn1"><label>1</label><p>A <italic>note</italic>.</p><p>Two.</p></fn>')));

  it('are those of manuscripts made at random, written as JATS', async () => {
    const [source] = (await sources()) as [Source];
    for (let seed = 1; seed <= 12; seed += 1) {
      const shape = {
        seed,
        nested: 3,
        repeated: 3,
        adjacent: 2,
        missing: 0.2,
        quotations: 2,
        lists: 2,
        scripts: true,
      };
      alike(writeJats(manuscript(source, shape)));
    }
  });

  it('names the heading above each block', () => {
    const xml = article('<p>Before.</p><sec><title>One</title><p>Below.</p></sec>');
    expect(jatsWords(xml).blocks.map(({ heading }) => heading)).to.deep.equal(['', 'One', 'One']);
  });

  it('comes to an end with whatever it is given', () => {
    for (const xml of [
      '',
      '<',
      '<p',
      '</p></p>',
      '<a "',
      'words',
      '<!--',
      '&#99999999;',
      '<p>'.repeat(50_000),
    ])
      expect(jatsWords(xml).blocks, xml.slice(0, 20)).to.deep.equal([]);
    const began = performance.now();
    jatsWords(`<article><body><p>${'<a b="'.repeat(20_000)}`);
    jatsWords(`<article><body><p>${'&'.repeat(200_000)}`);
    expect(performance.now() - began).to.be.below(3_000);
  });
});
