/** Walking the text: every stop is met once, in order, there and back; two at one place are not passed over. */
import { expect } from '@open-wc/testing';
import type { Desk } from '../../src/desk/desk.ts';
import { nextStop, stops, type Stop, type StopKind } from '../../src/reader/walk.ts';
import { claim, deskOn, targets } from '../support/desk.ts';
import { note, p, page, paper, realPaper, section, type Sample } from '../support/paper.ts';

const kinds: readonly StopKind[] = ['marker', 'heading', 'page', 'paragraph', 'sentence'];

/** Walks from one end of the text to the other, as the keys do. */
function walk(desk: Desk, kind: StopKind, way: 1 | -1): readonly Stop[] {
  const met: Stop[] = [];
  let from = way === 1 ? -1 : desk.paper.text.length + 1;
  let last: Stop | null = null;
  for (;;) {
    const stop: Stop | null = nextStop(stops(desk, kind, Math.max(0, from)), from, way, last);
    if (!stop) return met;
    met.push(stop);
    if (met.length > 10_000) throw new RangeError('It goes round in a circle.');
    last = stop;
    from = stop.offset;
  }
}

const offsets = (met: readonly Stop[]): number[] => met.map(({ offset }) => offset);

const small = (): Sample =>
  paper(
    section(
      'I.',
      'One',
      p(page('1'), 'A first line.', note('1'), note('2'), ' A second. A third.', note('3')),
    ),
    section('II.', 'Two', p('<a>Another<b> one.'), p('', note('4'))),
  );

describe('walking the text', () => {
  it('meets every stop of the real paper once, in order, and the same on the way back', async () => {
    const { desk } = deskOn(await realPaper()).store;
    const counts = { marker: 79, heading: 13, page: 15 };
    for (const kind of kinds) {
      const there = offsets(walk(desk, kind, 1));
      expect(there, kind).to.deep.equal([...there].sort((one, other) => one - other));
      expect(offsets(walk(desk, kind, -1)).reverse(), kind).to.deep.equal(there);
      if (kind in counts) expect(there.length, kind).to.equal(counts[kind as keyof typeof counts]);
    }
  });

  it('passes over neither of two note numbers at one place', () => {
    const { desk } = deskOn(small().paper).store;
    const labels = walk(desk, 'marker', 1).map(({ element }) => element);
    expect(labels).to.deep.equal(['marker-1', 'marker-2', 'marker-3', 'marker-4']);
    expect(walk(desk, 'marker', -1).map(({ element }) => element)).to.deep.equal([...labels].reverse());
  });

  it('goes on from wherever one is', () => {
    const sample = small();
    const { desk } = deskOn(sample.paper).store;
    const { start } = sample.range('a', 'b');
    const all = stops(desk, 'heading', start);
    expect(nextStop(all, start, -1)?.number).to.equal(2);
    expect(nextStop(all, start, 1)).to.equal(null);
  });

  it('stops once at a claim with two passages, at the first', () => {
    const sample = small();
    const { start, end } = sample.range('a', 'b');
    const twice = claim('twice', {
      targets: targets(sample.paper, { start: start + 8, end: end + 4 }, { start, end }),
    });
    const { desk } = deskOn(sample.paper, { edition: [twice] }).store;
    expect(walk(desk, 'claim', 1).map(({ offset, focus }) => [offset, focus?.id])).to.deep.equal([
      [start, 'twice'],
    ]);
  });
});
