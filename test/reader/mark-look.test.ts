/** How marks on the same words are told apart: wash, stripes, counts and signs, in texts with generated overlaps. */
import { expect } from '@open-wc/testing';
import type { Passage } from '../../src/desk/passages.ts';
import type { Annotation } from '../../src/model/records.ts';
import { markLook } from '../../src/reader/mark-look.ts';
import { cut } from '../../src/reader/segments.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { annotation, claim } from '../support/desk.ts';

const mark = (id: string, start: number, end: number, more: Partial<Annotation> = {}): Passage => ({
  kind: 'annotation',
  id,
  start,
  end,
  record: annotation(id, more),
});

/** The looks of the segments of some passages, in their order. */
function looks(...passages: readonly Passage[]): Record<string, string>[] {
  const segments = cut(passages);
  return segments.map((_, at) => markLook(segments, at));
}

describe('the look of marks', () => {
  it('is the wash of the innermost, and a stripe for each further one, the innermost first', () => {
    const [, , inner] = looks(
      mark('a', 0, 30, { colour: 'red' }),
      mark('b', 5, 25, { colour: 'blue' }),
      mark('c', 10, 20, { colour: 'green' }),
    );
    expect(inner).to.deep.equal({
      'data-colour': 'green',
      'data-style': 'highlight',
      'data-depth': '3',
      'data-rows': '2',
      'data-row-1': 'blue',
      'data-row-2': 'red',
    });
  });

  it('of an underline is a stripe, over the wash of a highlight around it', () => {
    const [, inner] = looks(
      mark('a', 0, 30, { colour: 'red' }),
      mark('b', 5, 25, { colour: 'blue', style: 'underline' }),
    );
    expect(inner).to.include({ 'data-colour': 'red', 'data-style': 'highlight', 'data-row-1': 'blue' });
    const [alone] = looks(mark('b', 5, 25, { colour: 'blue', style: 'underline' }));
    expect(alone).to.deep.equal({
      'data-colour': 'blue',
      'data-style': 'underline',
      'data-rows': '1',
      'data-row-1': 'blue',
    });
  });

  it('joins marks of one colour on the same words and tells how many there are, where they begin', () => {
    const twins = [mark('a', 0, 10), mark('b', 0, 10), mark('c', 0, 10, { colour: 'blue' })];
    const [first, second] = looks(...twins, mark('d', 4, 6));
    expect(first).to.include({ 'data-count': '3', 'data-rows': '1' });
    expect(second).not.to.have.property('data-count');
  });

  it('has a sign where a question or a bookmark begins, and there alone', () => {
    const [first, second] = looks(
      mark('q', 0, 10, { motivation: 'questioning' }),
      mark('b', 5, 10, { motivation: 'bookmarking' }),
    );
    expect([first?.['data-sign'], second?.['data-sign']]).to.deep.equal(['question', 'bookmark']);
    const [, rest] = looks(mark('q', 0, 10, { motivation: 'questioning' }), mark('h', 5, 10));
    expect(rest).not.to.have.property('data-sign');
  });

  it('of a colour that is none of ours is that of the first', () => {
    expect(looks(mark('a', 0, 5, { colour: 'red; --x: url(y)' }))[0]?.['data-colour']).to.equal('yellow');
  });

  it('says how deep they lie in any overlap, with at most three stripes, and a number where those do not tell', () => {
    forSeeds(300, (seed) => {
      const dice = new Dice(seed);
      const passages = Array.from({ length: dice.below(12) }, (_, at): Passage => {
        const start = dice.below(30);
        const span = { start, end: start + 1 + dice.below(20) };
        if (dice.next() < 0.2) return { kind: 'claim', id: `c${at}`, ...span, record: claim(`c${at}`) };
        return mark(`m${at}`, span.start, span.end, { colour: dice.pick(['red', 'blue', 'green', 'gray']) });
      });
      const segments = cut(passages);
      const depths = segments.map((one) => one.passages.filter(({ kind }) => kind === 'annotation').length);
      segments.forEach((segment, at) => {
        const look = markLook(segments, at);
        const depth = depths[at] ?? 0;
        if (depth === 0) return void expect(look).to.deep.equal({});
        expect(Number(look['data-depth'] ?? 1)).to.equal(depth);
        const kinds = new Set(
          segment.passages.flatMap(({ start, end, record }) =>
            record.kind === 'annotation' ? [`${start} ${end} ${record.colour}`] : [],
          ),
        ).size;
        expect(Number(look['data-rows'] ?? 0)).to.equal(Math.min(3, kinds - 1));
        const isTop = kinds > 4 && depth === Math.max(...depths) && depths.indexOf(depth) === at;
        if (isTop) expect(look['data-count']).to.equal(String(depth));
      });
    });
  });
});
