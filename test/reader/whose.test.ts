/** Whose a mark in the text is: its layer's sign where it stands alone and ends; nothing for the reader's own and for several. */
import { expect } from '@open-wc/testing';
import { homesOf, openedLayer, ownLayerOf } from '../../src/desk/layers.ts';
import type { Passage } from '../../src/desk/passages.ts';
import { markLook } from '../../src/reader/mark-look.ts';
import { cut } from '../../src/reader/segments.ts';
import { annotation } from '../support/desk.ts';

const passage = (id: string, start: number, end: number): Passage => ({
  kind: 'annotation',
  id,
  start,
  end,
  record: annotation(id),
});

const ada = {
  ...openedLayer({
    type: 'warrant-notebook',
    version: 1,
    id: 'ada',
    name: 'Ada',
    creator: 'Ada',
    paper: { id: 'test', title: 'A test', hash: `sha256-${'0'.repeat(64)}` },
    records: [annotation('theirs'), annotation('more')],
  }),
  sign: 'AB',
  tint: 3,
};
const own = ownLayerOf('own', 'Mine', new Map([['mine', annotation('mine')]]));
const homes = homesOf([ada, own]);

/** The signs of the segments, in their order. */
const signs = (...passages: readonly Passage[]): readonly (string | undefined)[] => {
  const segments = cut(passages);
  return segments.map((_, at) => markLook(segments, at, homes)['data-whose']);
};

describe('the sign of a layer in the text', () => {
  it('stands at the end of a mark of others that stands alone', () => {
    expect(signs(passage('theirs', 0, 10))).to.deep.equal(['AB']);
    expect(signs(passage('mine', 0, 10))).to.deep.equal([undefined]);
  });

  it('stands once, where the mark ends and nothing else lies', () => {
    expect(signs(passage('theirs', 0, 10), passage('mine', 2, 5))).to.deep.equal([
      undefined,
      undefined,
      'AB',
    ]);
    expect(signs(passage('theirs', 0, 10), passage('more', 5, 10))).to.deep.equal([undefined, undefined]);
  });

  it('is not that of a layer that is hidden or held back', () => {
    expect(homesOf([{ ...ada, visible: false }, own]).size).to.equal(0);
    expect(homesOf([{ ...ada, before: 2 }, own]).size).to.equal(0);
  });
});
