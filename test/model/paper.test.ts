/** Where an offset stands in a paper, said aloud; and the hash that identifies a text. */
import { expect } from '@open-wc/testing';
import { blockAt, hashText, markersOf, pageAt, placeAt } from '../../src/model/paper.ts';
import { note, p, page, paper, realPaper, section } from '../support/paper.ts';

const sample = paper(
  p('<lead>No page yet.<leadEnd> ', page('5', 'printed'), '<five>Page five.'),
  section(
    'III.',
    '<title>Three',
    p('One.'),
    section('B.', 'Bee', p('One.'), p('<para>Two ', page('6', 'inferred'), '<six>words<last>.', note('1'))),
  ),
);

describe('the block at an offset', () => {
  it('is the one around it, its last offset included', () => {
    expect(blockAt(sample.paper, sample.at('para'))?.address).to.equal('III.B.2');
    expect(blockAt(sample.paper, sample.at('last') + 1)?.address).to.equal('III.B.2');
    expect(blockAt(sample.paper, sample.at('title'))?.address).to.equal('III');
  });

  it('is for every offset of the real paper the block that contains it', async () => {
    const paper = await realPaper();
    for (const block of paper.text.blocks) {
      for (const offset of [block.start, (block.start + block.end) >> 1, block.end]) {
        expect(blockAt(paper, offset)).to.equal(block);
      }
    }
  });

  it('is the first or the last where the offset lies outside the text', () => {
    expect(blockAt(sample.paper, -3)?.address).to.equal('1');
    expect(blockAt(sample.paper, 99_999)?.address).to.equal('III.B.2');
  });
});

describe('the markers of a note', () => {
  it('are all of its places, in order; none where it has none', () => {
    const { text } = paper(p('a', note('1'), 'b', note('2'), 'c', note('1'))).paper;
    expect(markersOf(text, 'fn1').map((point) => point.offset)).to.deep.equal([1, 3]);
    expect(markersOf(text, 'fn2').map((point) => point.offset)).to.deep.equal([2]);
    expect(markersOf(text, 'fn3')).to.deep.equal([]);
  });
});

describe('the page at an offset', () => {
  it('begins at its page start and not before', () => {
    expect(pageAt(sample.paper, sample.at('lead'))).to.equal(null);
    expect(pageAt(sample.paper, sample.at('five') - 1)).to.equal(null);
    expect(pageAt(sample.paper, sample.at('five'))).to.deep.equal({ label: '5', inferred: false });
    expect(pageAt(sample.paper, sample.at('six') - 1)).to.deep.equal({ label: '5', inferred: false });
    expect(pageAt(sample.paper, sample.at('six'))).to.deep.equal({ label: '6', inferred: true });
  });

  it('is known for every word of the real paper; only 47 and 48 are not inferred', async () => {
    const paper = await realPaper();
    const sure = new Set<string>();
    for (let offset = 0; offset < paper.text.length; offset += 50) {
      const page = pageAt(paper, offset);
      if (!page?.inferred) sure.add(page?.label ?? 'none');
    }
    expect([...sure]).to.deep.equal(['47', '48']);
  });
});

describe('the place of an offset', () => {
  it('is section, paragraph and page, an inferred page in brackets', () => {
    expect(placeAt(sample.paper, sample.at('para'))).to.equal('III.B ¶2, p. 5');
    expect(placeAt(sample.paper, sample.at('six'))).to.equal('III.B ¶2, p. [6]');
  });

  it('leaves out what there is not', () => {
    expect(placeAt(sample.paper, sample.at('title'))).to.equal('III, p. 5');
    expect(placeAt(sample.paper, sample.at('five'))).to.equal('¶1, p. 5');
    expect(placeAt(sample.paper, sample.at('lead'))).to.equal('¶1');
  });
});

describe('the hash of a text', () => {
  it('is that of the published vectors', async () => {
    expect(await hashText('abc')).to.equal(
      'sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(await hashText('')).to.equal(
      'sha256-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('is taken of the text in UTF-8', async () => {
    expect(await hashText('Gül – 😀')).to.equal(
      'sha256-9a3263e9960172fa0d791d33365055d06c7183e45397630190a556a63cc656b2',
    );
  });
});
