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
const model = (passages: readonly Passage[], lit: readonly Span[]): string[] =>
  Array.from({ length: size }, (_, at) => {
    const over = (one: Span): boolean => one.start <= at && one.end > at;
    const ids = passages.filter(over).map((one) => one.id);
    return `${ids.sort().join()}${lit.some(over) ? ' lit' : ''}`;
  });

const generated = (seed: number): { passages: Passage[]; lit: Span[] } => {
  const dice = new Dice(seed);
  return {
    passages: Array.from({ length: dice.below(9) }, (_, at) => passage(dice, at)),
    lit: Array.from({ length: dice.below(4) }, () => span(dice)),
  };
};

describe('cutting passages into segments', () => {
  it('covers each character with just the passages and the light that it lies under', () => {
    forSeeds(600, (seed) => {
      const { passages, lit } = generated(seed);
      const shown = Array.from({ length: size }, () => '');
      for (const one of cut(passages, lit)) {
        const ids = one.passages.map((each) => each.id).sort();
        for (let at = one.start; at < one.end; at += 1) {
          expect(shown[at], `${at} is covered once`).to.equal('');
          shown[at] = `${ids.join()}${one.lit ? ' lit' : ''}`;
        }
      }
      expect(shown).to.deep.equal(model(passages, lit));
    });
  });

  it('goes from left to right, never empty, the shortest passage last', () => {
    forSeeds(300, (seed) => {
      const { passages, lit } = generated(seed);
      const segments = cut(passages, lit);
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
      const { passages, lit } = generated(seed);
      const before = [...passages];
      const edges = (list: readonly Passage[]) =>
        cut(list, lit).map(({ start, end, lit: isLit }) => [start, end, isLit]);
      expect(edges(passages.toReversed())).to.deep.equal(edges(passages));
      expect(passages).to.deep.equal(before);
    });
  });

  it('of nothing gives nothing', () => {
    expect(cut([], [])).to.deep.equal([]);
  });
});
