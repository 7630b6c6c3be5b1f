/** Cutting overlapping passages into flat segments, judged by a model that looks at every character. */
import { expect } from '@open-wc/testing';
import type { Passage } from '../../src/desk/passages.ts';
import { cut, type Span } from '../../src/reader/segments.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { annotation, claim } from '../support/desk.ts';

const size = 40;

const span = (dice: Dice): Span => {
  const start = dice.below(size - 1);
  return { start, end: start + 1 + dice.below(size - start - 1) };
};

const passage = (dice: Dice, at: number): Passage => {
  const id = `p${at}`;
  return dice.next() < 0.5
    ? { kind: 'claim', id, ...span(dice), record: claim(id) }
    : { kind: 'annotation', id, ...span(dice), record: annotation(id) };
};

/** What each character lies under, one line a character. */
const model = (passages: readonly Passage[]): string[] =>
  Array.from({ length: size }, (_, at) => {
    const over = (one: Span): boolean => one.start <= at && one.end > at;
    const ids = passages.filter(over).map((one) => one.id);
    return ids.sort().join();
  });

const generated = (seed: number): Passage[] => {
  const dice = new Dice(seed);
  return Array.from({ length: dice.below(9) }, (_, at) => passage(dice, at));
};

describe('cutting passages into segments', () => {
  it('covers each character with just the passages that it lies under', () => {
    forSeeds(600, (seed) => {
      const passages = generated(seed);
      const shown = Array.from({ length: size }, () => '');
      for (const one of cut(passages)) {
        const ids = one.passages.map((each) => each.id).sort();
        for (let at = one.start; at < one.end; at += 1) {
          expect(shown[at], `${at} is covered once`).to.equal('');
          shown[at] = ids.join();
        }
      }
      expect(shown).to.deep.equal(model(passages));
    });
  });

  it('goes from left to right, never empty, the shortest passage last', () => {
    forSeeds(300, (seed) => {
      const passages = generated(seed);
      const segments = cut(passages);
      segments.forEach((one, at) => {
        expect(one.end).to.be.above(one.start);
        if (at > 0) expect(one.start).to.be.at.least(segments[at - 1]!.end);
        const lengths = one.passages.map((each) => each.end - each.start);
        expect(lengths).to.deep.equal([...lengths].sort((a, b) => b - a));
      });
    });
  });
});

describe('cutting, as a function,', () => {
  it('leaves its input alone, in whatever order it comes', () => {
    forSeeds(100, (seed) => {
      const passages = generated(seed);
      const before = [...passages];
      const edges = (list: readonly Passage[]) => cut(list).map(({ start, end }) => [start, end]);
      expect(edges(passages.toReversed())).to.deep.equal(edges(passages));
      expect(passages).to.deep.equal(before);
    });
  });

  it('of nothing gives nothing', () => {
    expect(cut([])).to.deep.equal([]);
  });
});
