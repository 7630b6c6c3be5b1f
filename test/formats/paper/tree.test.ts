/** The tree that readers walk: its order, and that neither depth nor unclosed tags make it more than the file is. */
import { expect } from '@open-wc/testing';
import { parseHtml } from '../../../src/formats/paper/dom.ts';
import { Tag, attach } from '../../../src/formats/paper/tree.ts';
import { Fault } from '../../../src/model/fault.ts';

const faultOf = (read: () => unknown): string | null => {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
};

describe('the tree of a document', () => {
  it('is walked in the order of the document', () => {
    const root = parseHtml('<body><div id=a><p id=b><i id=c>x</i></p><p id=d>y</p></div><p id=e>z');
    const ids = [...root.all()].map((tag) => tag.attribute('id')).filter(Boolean);
    expect(ids).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    expect([...root.all('p')].map((tag) => tag.attribute('id'))).to.deep.equal(['b', 'd', 'e']);
    expect(root.first('i')?.words).to.equal('x');
  });

  it('is walked whole where it is deeper than calls can nest', () => {
    const root = new Tag('root');
    let last = root;
    for (let depth = 0; depth < 50_000; depth += 1) {
      const tag = new Tag('div');
      attach(last, tag);
      last = tag;
    }
    expect([...root.all()]).to.have.length(50_000);
  });

  it('grows no more elements than it has tags, once it is large', () => {
    const page = (times: number): string => `<body>${'<b><p>x'.repeat(times)}`;
    expect([...parseHtml(page(100)).all('p')]).to.have.length(100);
    expect(faultOf(() => parseHtml(page(100_000)))).to.equal('import/too-large');
  });
});
