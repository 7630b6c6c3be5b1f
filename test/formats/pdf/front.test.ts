import { expect } from '@open-wc/testing';
import { structureOf } from '../../../src/formats/pdf/structure.ts';
import { wordsOf } from '../../../src/model/draft.ts';
import { handFile, handText, type HandLine } from './pages-by-hand.ts';

const read = (...head: readonly HandLine[]) =>
  structureOf(handFile([[...head, ...handText(200, 30)], handText(60, 40)]));

const title: HandLine = { text: 'The Whiteness of the Page', x: 150, y: 80, size: 17 };

describe('the front of a PDF', () => {
  it('parts authors that stand in columns, though nothing else parts them', () => {
    const { front, blocks } = read(
      title,
      { text: 'Anna Lindqvist', x: 120, y: 120, size: 12 },
      { text: 'José Ortega', x: 320, y: 120, size: 12 },
    );
    expect(front.title).to.equal('The Whiteness of the Page');
    expect(front.authors).to.eql(['Anna Lindqvist', 'José Ortega']);
    expect(blocks.filter(({ kind }) => kind === 'heading')).to.eql([]);
  });

  it('takes the line of authors for no heading, though the text follows at once', () => {
    const { front } = read(title, { text: 'Anna Lindqvist and José Ortega', x: 150, y: 120, size: 12 });
    expect(front.authors).to.eql(['Anna Lindqvist', 'José Ortega']);
  });

  it('takes a place of work for no author', () => {
    const { front } = read(
      title,
      { text: 'Anna Lindqvist', x: 150, y: 120, size: 12 },
      { text: 'Harvard University', x: 150, y: 140, size: 10 },
    );
    expect(front.authors).to.eql(['Anna Lindqvist']);
  });

  it('keeps the first heading of the text under a title without authors', () => {
    const heading: HandLine = { text: 'General Remarks', x: 60, y: 150, size: 12, isBold: true };
    const draft = structureOf(
      handFile([
        [title, heading, ...handText(200, 30)],
        [{ ...heading, text: 'Further Remarks', y: 60 }, ...handText(90, 40)],
      ]),
    );
    expect(draft.front.authors).to.equal(undefined);
    expect(
      draft.blocks.filter(({ kind }) => kind === 'heading').map(({ content }) => wordsOf(content)),
    ).to.eql(['General Remarks', 'Further Remarks']);
  });
});
