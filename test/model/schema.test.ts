/** The whitelist of a paper's text: what it names comes in, what it does not name is refused. */
import { expect } from '@open-wc/testing';
import { DOMSerializer } from 'prosemirror-model';
import { paperSchema } from '../../src/model/schema.ts';
import { realPaper } from '../support/paper.ts';

interface Json {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: Json[];
  marks?: { type: string }[];
}

const text = (words: string, ...marks: string[]): Json => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: Json[]): Json => ({ type: 'paragraph', content });
const doc = (...content: Json[]): Json => ({ type: 'doc', content });
const heading: Json = { type: 'heading', content: [text('Title')] };
const marker = { id: 'marker-1', note: 'fn1', label: '1', href: '#/x?note=1' };

const enter = (json: Json) => {
  const node = paperSchema.nodeFromJSON(json);
  node.check();
  return node;
};

describe('the schema lets in', () => {
  it('all that a paper has', () => {
    const node = enter(
      doc(
        paragraph(text('A '), text('b', 'em', 'strong'), { type: 'marker', attrs: marker }),
        { type: 'blockquote', content: [paragraph(text('Q', 'small_caps'))] },
        { type: 'list', content: [{ type: 'list_item', content: [paragraph(text('(i)', 'label'))] }] },
        {
          type: 'section',
          content: [heading, paragraph({ type: 'page_start', attrs: { label: '4', evidence: 'known' } })],
        },
      ),
    );
    expect(node.textContent).to.equal('A bQ(i)Title');
  });

  it('the real paper, and gives it back from JSON unchanged', async () => {
    const { doc: real } = await realPaper();
    const again = enter(JSON.parse(JSON.stringify(real)) as Json);
    expect(again.eq(real)).to.equal(true);
  });
});

const refused: Readonly<Record<string, Json>> = {
  'an unknown block': doc({ type: 'script', content: [text('alert(1)')] }),
  'an unknown inline node': doc(paragraph({ type: 'image', attrs: { src: 'x' } })),
  'an unknown mark': doc(paragraph(text('x', 'link'))),
  'an empty document': doc(),
  'text outside a block': doc(text('x')),
  'a paragraph in a paragraph': doc(paragraph(paragraph(text('x')))),
  'a heading outside a section': doc(heading),
  'a section without a heading': doc({ type: 'section', content: [paragraph(text('x'))] }),
  'a heading in the middle of a section': doc({ type: 'section', content: [heading, heading] }),
  'a section in a quotation': doc({ type: 'blockquote', content: [{ type: 'section', content: [heading] }] }),
  'an item outside a list': doc({ type: 'list_item', content: [paragraph(text('x'))] }),
  'a list without items': doc({ type: 'list' }),
  'an empty text': doc(paragraph(text(''))),
  'a marker without a label': doc(paragraph({ type: 'marker', attrs: { ...marker, label: undefined } })),
  'a marker whose link is no text': doc(paragraph({ type: 'marker', attrs: { ...marker, href: ['x'] } })),
  'a marker with content': doc(paragraph({ type: 'marker', attrs: marker, content: [text('1')] })),
  'a level that is no number': doc({ type: 'section', attrs: { level: '1' }, content: [heading] }),
  'an address that is no text': doc({ type: 'paragraph', attrs: { address: 3 }, content: [text('x')] }),
  'a page start without its evidence': doc(paragraph({ type: 'page_start', attrs: { label: '4' } })),
};

describe('the schema refuses', () => {
  for (const [what, json] of Object.entries(refused)) {
    it(what, () => {
      expect(() => enter(json)).to.throw(RangeError);
    });
  }

  it('attributes it does not name: they are gone', () => {
    const attrs = { ...marker, onclick: 'alert(1)', style: 'color: red' };
    const node = enter(doc(paragraph({ type: 'marker', attrs })));
    expect(node.firstChild?.firstChild?.attrs).to.deep.equal(marker);
  });
});

describe('the text as DOM', () => {
  it('takes attributes as text, whatever they say', () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const node = enter(doc({ type: 'paragraph', attrs: { id: evil, address: evil }, content: [text(evil)] }));
    const fragment = DOMSerializer.fromSchema(paperSchema).serializeFragment(node.content);
    const [only] = fragment.children;
    expect(fragment.querySelectorAll('*')).to.have.length(1);
    expect([only?.id, only?.getAttribute('data-address'), only?.textContent]).to.deep.equal([
      evil,
      evil,
      evil,
    ]);
  });

  it('gives headings from h2, markers as note references and page starts as page breaks', async () => {
    const { doc: real } = await realPaper();
    const fragment = DOMSerializer.fromSchema(paperSchema).serializeFragment(real.content);
    const count = (selector: string) => fragment.querySelectorAll(selector).length;
    expect([count('h1'), count('h2'), count('h3'), count('h4')]).to.deep.equal([0, 5, 6, 2]);
    expect([count('a[role=doc-noteref]'), count('[role=doc-pagebreak][aria-label]')]).to.deep.equal([79, 15]);
    expect([count('blockquote'), count('ul[role=list] > li')]).to.deep.equal([6, 3]);
  });
});
