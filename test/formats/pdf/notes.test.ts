import { expect } from '@open-wc/testing';
import { structureOf } from '../../../src/formats/pdf/structure.ts';
import { wordsOf, type Draft } from '../../../src/model/draft.ts';
import { handFile, handText, type HandLine } from './pages-by-hand.ts';

/** A number raised behind the end of a line. */
const raised = (text: string, { x, y, text: words, size = 10 }: HandLine): HandLine => ({
  text,
  x: x + [...words].length * size * 0.5,
  y: y - size * 0.35,
  size: size * 0.7,
});

/** A page of text in which so many numbers are raised, one in each third line. */
function marked(labels: readonly string[], count = 30): readonly HandLine[] {
  const text = handText(60, count);
  return [...text, ...labels.map((label, at) => raised(label, text[at * 3] as HandLine))];
}

const linked = (draft: Draft): readonly (readonly [string, string])[] =>
  draft.blocks.flatMap(({ content }) =>
    content.flatMap((one) => {
      if (one.kind !== 'marker') return [];
      const note = draft.notes.find(({ id }) => id === one.note);
      return [[one.label, wordsOf(note?.content.flat() ?? [])] as const];
    }),
  );

describe('the notes of a PDF', () => {
  it('parts notes that are set one behind the other in a paragraph', () => {
    const first: HandLine = { text: 'See Beale.', x: 64, y: 640, size: 8 };
    const second: HandLine = { text: 'Ibid., p. 12.', x: 112, y: 640, size: 8 };
    const read = structureOf(
      handFile([
        [
          ...marked(['1', '2', '3']),
          { text: '1', x: 60, y: 637, size: 5.6 },
          first,
          { text: '2', x: 108, y: 637, size: 5.6 },
          second,
          { text: '3', x: 170, y: 637, size: 5.6 },
          { text: 'Scoresby, in volume', x: 174, y: 640, size: 8 },
          { text: '2 (London, 1820).', x: 60, y: 649, size: 8 },
        ],
      ]),
    );
    expect(linked(read)).to.eql([
      ['1', 'See Beale.'],
      ['2', 'Ibid., p. 12.'],
      ['3', 'Scoresby, in volume 2 (London, 1820).'],
    ]);
  });

  it('knows notes in the size of the text without a rule by their series, which the text above answers', () => {
    const notes = ['1. See Beale.', '2. Ibid., p. 12.', '3. Letters, 79.'].map((text, at) => ({
      text,
      x: 60,
      y: 436 + 12 * at,
    }));
    const read = structureOf(handFile([[...marked(['1', '2', '3']), ...notes]]));
    expect(linked(read).map(([label, words]) => `${label} ${words}`)).to.eql([
      '1 See Beale.',
      '2 Ibid., p. 12.',
      '3 Letters, 79.',
    ]);
  });

  it('takes a text with numbered headings for no list of notes, though it has raised numbers', () => {
    const page = (at: number): readonly HandLine[] => {
      const text = handText(100, 24, { start: at * 7 });
      const own = [1, 2, 3].map((sign) => String(at * 3 + sign));
      return [
        { text: `${at + 1}. Of Ships`, x: 60, y: 60 },
        ...text,
        ...own.map((label, index) => raised(label, text[index * 3] as HandLine)),
        ...own.flatMap((label, index) => [
          { text: label, x: 60, y: 600 + 10 * index - 3, size: 5.6 },
          { text: `See Beale, p. ${label}.`, x: 66, y: 600 + 10 * index, size: 8 },
        ]),
      ];
    };
    const read = structureOf(handFile([page(0), page(1), page(2)]));
    expect(linked(read).map(([label, words]) => `${label}: ${words}`)).to.eql(
      Array.from({ length: 9 }, (_, at) => `${at + 1}: See Beale, p. ${at + 1}.`),
    );
  });

  it('reads a list of notes in two columns, whose numbers hang out by their width', () => {
    const list = (x: number, from: number): readonly HandLine[] =>
      Array.from({ length: 6 }, (_, at) => from + at).flatMap((label, at) => {
        const hanging = label < 10 ? x + 5 : x;
        return [
          { text: `${label}. See Beale, Natural History`, x: hanging, y: 400 + 24 * at, size: 9 },
          { text: `of the Whale, vol. ${label}, page 87.`, x: x + 15, y: 412 + 24 * at, size: 9 },
        ];
      });
    const labels = Array.from({ length: 12 }, (_, at) => String(at + 1));
    const read = structureOf(
      handFile([marked(labels, 50), [...handText(60, 20, { start: 9 }), ...list(60, 1), ...list(330, 7)]]),
    );
    expect(linked(read)).to.eql(
      labels.map((label) => [label, `See Beale, Natural History of the Whale, vol. ${label}, page 87.`]),
    );
  });
});
