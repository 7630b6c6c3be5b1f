/** The joint between text offsets and positions: laws on the real paper and on generated ones, code points of every size. */
import { expect } from '@open-wc/testing';
import { lastAtMost, readText, type PaperText } from '../../src/model/paper-text.ts';
import type { Paper } from '../../src/model/paper.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import {
  em,
  list,
  note,
  p,
  page,
  paper,
  quotation,
  realPaper,
  section,
  type Piece,
} from '../support/paper.ts';

/** One code point of the text as the document has it: where it begins and ends; null for the joint of two blocks. */
interface Character {
  readonly sign: string;
  readonly from: number;
  readonly to: number;
}

/** The text spelled out from the document, one entry a code point: what all offsets are judged by. */
function spell(doc: Paper['doc']): (Character | null)[] {
  const characters: (Character | null)[] = [];
  let blocks = 0;
  doc.descendants((node, pos) => {
    if (node.isTextblock && blocks++ > 0) characters.push(null);
    if (!node.isText) return true;
    let from = pos;
    for (const sign of node.text ?? '') {
      characters.push({ sign, from, to: from + sign.length });
      from += sign.length;
    }
    return false;
  });
  return characters;
}

/** Fails with the offset at which text and document part. */
function expectSpelling(doc: Paper['doc'], text: PaperText): void {
  const characters = spell(doc);
  expect(text.text).to.equal(characters.map((one) => one?.sign ?? '\n').join(''));
  characters.forEach((one, offset) => {
    const said = [text.toOffset(text.toPos(offset, 'after')), offset];
    if (one) {
      said.push(text.toPos(offset, 'after'), one.from, text.toPos(offset + 1, 'before'), one.to);
      said.push(text.toOffset(one.from), offset, text.toOffset(one.to), offset + 1);
    }
    for (let at = 0; at < said.length; at += 2) {
      if (said[at] !== said[at + 1]) expect(said.join(' '), `offset ${offset}`).to.equal('pairs of equals');
    }
  });
}

/** Fails with the position in a block whose offset lies outside the block. */
function expectInside(text: PaperText): void {
  for (const block of text.blocks) {
    for (let pos = block.from; pos <= block.to; pos += 1) {
      expect(text.toOffset(pos), `position ${pos} of ${block.address}`).to.be.within(block.start, block.end);
    }
  }
}

const scraps = ['a', ' word', 'é', 'e\u0301', '😀', '👩‍🔬', '𝔸', ' “x”', '\u00a0', 'ﬁ', '🇦🇿', 'ا'];

const pieces = (dice: Dice): Piece[] =>
  Array.from({ length: dice.below(7) }, () => {
    const kind = dice.next();
    if (kind < 0.2) return note(String(dice.below(90)));
    if (kind < 0.3) return page(String(dice.below(90)));
    const text = Array.from({ length: 1 + dice.below(4) }, () => dice.pick(scraps)).join('');
    return kind < 0.5 ? em(text) : text;
  });

const generated = (dice: Dice): Paper =>
  paper(
    p(...pieces(dice)),
    section(
      'I.',
      `T${dice.pick(scraps)}`,
      p(...pieces(dice)),
      quotation(p(...pieces(dice)), p(...pieces(dice))),
    ),
    section(
      'II.',
      'U',
      section('A.', 'V', p(...pieces(dice)), list(['(i)', ...pieces(dice)], ['(ii)', ...pieces(dice)])),
    ),
    section('III.', 'W', p(...pieces(dice))),
  ).paper;

describe('offsets and positions of the real paper', () => {
  it('agree at every offset, on both sides of every seam', async () => {
    const { doc, text } = await realPaper();
    expect(text.length).to.be.above(35_000);
    expectSpelling(doc, text);
  });

  it('keep every position of a block inside the block', async () => {
    expectInside((await realPaper()).text);
  });

  it('name blocks whose slices are their own text, joined by one line break each', async () => {
    const { doc, text } = await realPaper();
    const own: string[] = [];
    doc.descendants((node) => {
      if (node.isTextblock) own.push(node.textContent);
    });
    expect(text.blocks.map((block) => text.slice(block.start, block.end))).to.deep.equal(own);
    expect(text.text).to.equal(own.join('\n'));
  });

  it('stand where the document has its markers and page starts', async () => {
    const { doc, text } = await realPaper();
    for (const point of [...text.markers, ...text.pages]) {
      expect(doc.nodeAt(point.pos)).to.equal(point.node);
      expect(text.toOffset(point.pos)).to.equal(point.offset);
    }
    expect([text.markers.length, text.pages.length]).to.deep.equal([79, 15]);
  });
});

describe('offsets and positions of generated papers', () => {
  it('agree at every offset', () => {
    forSeeds(150, (seed) => {
      const { doc, text } = generated(new Dice(seed));
      expectSpelling(doc, text);
    });
  });

  it('keep every position of a block inside the block', () => {
    forSeeds(150, (seed) => expectInside(generated(new Dice(seed)).text));
  });

  it('never leave the document for offsets that are outside the text', () => {
    forSeeds(20, (seed) => {
      const { doc, text } = generated(new Dice(seed));
      for (const offset of [-5, -1, text.length + 1, text.length + 99]) {
        for (const side of ['before', 'after'] as const) {
          expect(text.toPos(offset, side)).to.be.within(0, doc.content.size);
        }
      }
    });
  });
});

describe('code points', () => {
  it('count one for each sign, whatever its size', () => {
    const { paper: sample, at, range } = paper(p('a<one>😀<two>e\u0301<three>', note('1'), '<four>𝔸<five>.'));
    expect(['one', 'two', 'three', 'four', 'five'].map(at)).to.deep.equal([1, 2, 4, 4, 5]);
    const { start, end } = range('one', 'five');
    expect(sample.text.slice(start, end)).to.equal('😀e\u0301𝔸');
    expect(sample.text.toPos(2, 'after') - sample.text.toPos(1, 'after')).to.equal('😀'.length);
  });

  it('are what a slice counts, anywhere in any text', () => {
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      const { text } = generated(dice);
      const signs = [...text.text];
      expect(text.length).to.equal(signs.length);
      for (let turn = 0; turn < 40; turn += 1) {
        const start = dice.below(signs.length + 1);
        const end = start + dice.below(signs.length + 3 - start);
        expect(text.slice(start, end), `${start}–${end}`).to.equal(signs.slice(start, end).join(''));
      }
    });
  });

  it('do not split a pair: a position inside one is the offset of its sign or the next', () => {
    const { text } = paper(p('a😀b')).paper;
    expect(text.toOffset(text.toPos(1, 'after') + 1)).to.be.within(1, 2);
  });
});

describe('a seam', () => {
  it('at a marker: a start stands behind it, an end before it', () => {
    const { paper: sample, at } = paper(p('First.<seam>', note('1'), ' Second.'));
    const marker = sample.text.markers[0]!;
    expect(marker.offset).to.equal(at('seam'));
    expect(sample.text.toPos(at('seam'), 'before')).to.equal(marker.pos);
    expect(sample.text.toPos(at('seam'), 'after')).to.equal(marker.pos + 1);
  });

  it('between blocks: an end stays in the block it ends, a start is in its own', () => {
    const { paper: sample, at } = paper(p('One.<end>'), p('<start>Two.'));
    const [one, two] = sample.text.blocks;
    expect(at('start') - at('end')).to.equal(1);
    expect(sample.text.toPos(at('end'), 'before')).to.equal(one!.to);
    expect(sample.text.toPos(at('start'), 'after')).to.equal(two!.from);
  });

  it('at a page that starts with a block: text begins behind the page start', () => {
    const { paper: sample, at } = paper(p('One.'), p(page('2'), '<start>Two.'));
    expect(sample.text.pages[0]!.offset).to.equal(at('start'));
    expect(sample.text.toPos(at('start'), 'after')).to.equal(sample.text.pages[0]!.pos + 1);
    expect(sample.text.toOffset(sample.text.pages[0]!.pos)).to.equal(at('start'));
  });
});

describe('blocks', () => {
  it('tell their kind, section and address', () => {
    const { paper: sample } = paper(
      p('Before.'),
      section('I.', 'One', p('a'), quotation(p('b')), list(['(i)', 'c']), section('A.', 'Two', p('d'))),
    );
    const seen = sample.text.blocks.map(({ kind, section: around, address }) => [kind, around, address]);
    expect(seen).to.deep.equal([
      ['paragraph', '', '1'],
      ['heading', 'I', 'I'],
      ['paragraph', 'I', 'I.1'],
      ['quotation', 'I', 'I.2'],
      ['item', 'I', 'I.3'],
      ['heading', 'I.A', 'I.A'],
      ['paragraph', 'I.A', 'I.A.1'],
    ]);
  });

  it('are read the same each time', async () => {
    const { doc, text } = await realPaper();
    expect(readText(doc).blocks).to.deep.equal(text.blocks);
  });
});

describe('lastAtMost', () => {
  it('finds what a search from the end finds', () => {
    forSeeds(200, (seed) => {
      const dice = new Dice(seed);
      const items = Array.from({ length: dice.below(12) }, () => dice.below(10)).sort((a, b) => a - b);
      for (let value = -1; value <= 10; value += 1) {
        expect(lastAtMost(items, value, (item) => item)).to.equal(
          items.findLastIndex((item) => item <= value),
        );
      }
    });
  });
});
