import { expect } from '@open-wc/testing';
import { structureOf } from '../../../src/formats/pdf/structure.ts';
import { isBody, wordsOf, type Draft } from '../../../src/model/draft.ts';
import { handFile, handText, type HandLine } from './pages-by-hand.ts';

const textsOf = (draft: Draft, isWanted: (kind: string) => boolean): readonly string[] =>
  draft.blocks.filter(({ kind }) => isWanted(kind)).map(({ content }) => wordsOf(content));

/** Pages with a head each, at the same height, beside the number of the page. */
const headed = (heads: readonly string[], look: Partial<HandLine> = {}) =>
  handFile(
    heads.map((text, at) => [
      { text, x: 60, y: 40, ...look },
      { text: String(at + 7), x: 500, y: 40 },
      ...handText(80, 40, { start: at * 5 }),
    ]),
  );

describe('what stands at the edges of pages', () => {
  it('takes each head in the slot of heads for furniture, though its words come once', () => {
    const heads = ['Of Ships', 'Of Whales and Men', 'The Line', 'Objections', 'A Last Word'];
    const read = structureOf(headed(heads));
    expect(textsOf(read, (kind) => kind === 'furniture')).to.include.members(heads);
    expect(textsOf(read, (kind) => kind === 'heading')).to.eql([]);
  });

  it('leaves titles of slides in the text: they are larger', () => {
    const titles = ['Of Ships', 'Of Whales and Men', 'The Line', 'Objections', 'A Last Word'];
    const read = structureOf(headed(titles, { size: 16, isBold: true }));
    const body = read.blocks.filter(isBody).map(({ content }) => wordsOf(content));
    expect(body).to.include.members(titles.slice(1));
  });

  it('keeps a table of contents beside the text: its lines are no headings', () => {
    const entries = ['I. Of Ships', 'II. The Line', 'III. Objections'];
    const headings = entries.map((text, at) => [
      { text, x: 60, y: 60, size: 14, isBold: true },
      ...handText(100, 40, { start: at * 7 }),
    ]);
    const contents = [
      { text: 'Contents', x: 60, y: 60, size: 14, isBold: true },
      ...entries.flatMap((text, at) => [
        { text, x: 60, y: 90 + 14 * at, isBold: true },
        { text: String(at + 2), x: 505, y: 90 + 14 * at, isBold: true },
      ]),
      ...handText(200, 30, { start: 3 }),
    ];
    const read = structureOf(handFile([contents, ...headings]));
    expect(textsOf(read, (kind) => kind === 'heading')).to.eql(['Of Ships', 'The Line', 'Objections']);
    expect(textsOf(read, (kind) => kind === 'furniture')).to.eql([
      'Contents',
      ...entries.map((text, at) => `${text} ${at + 2}`),
    ]);
  });
});
