/** The rows of the strip: where they stand, how many people they tell of. */
import { expect } from '@open-wc/testing';
import { heatRows, nearestStop, rowHeight } from '../../src/reader/heat-rows.ts';

/** A text of 1000 code points that fills the upper half of what is scrolled. */
const ladder = { key: '', offsets: [0, 500, 1000], heights: [0, 0.25, 0.5] };

describe('the strip', () => {
  it('has rows where people marked, and nowhere else', () => {
    const rows = heatRows([{ start: 500, end: 510, count: 3 }], ladder, 600);
    expect(rows).to.deep.equal([{ y: 150, count: 3 }]);
    expect(heatRows([], ladder, 600)).to.deep.equal([]);
  });

  it('tells of the most people in a row', () => {
    const stretches = [
      { start: 500, end: 502, count: 1 },
      { start: 502, end: 504, count: 7 },
      { start: 504, end: 505, count: 2 },
    ];
    expect(heatRows(stretches, ladder, 600)).to.deep.equal([{ y: 150, count: 7 }]);
  });

  it('has as many rows as a stretch is long', () => {
    const rows = heatRows([{ start: 0, end: 1000, count: 1 }], ladder, 600);
    expect(rows).to.have.length(300 / rowHeight);
    expect(rows.at(-1)?.y).to.equal(300 - rowHeight);
  });

  it('finds the passage under the pointer, and none where there is none', () => {
    const stops = [
      { start: 0, end: 10, count: 1 },
      { start: 500, end: 510, count: 1 },
    ];
    expect([0, 70, 80, 599].map((y) => nearestStop(stops, y, ladder, 600))).to.deep.equal([0, 0, 1, 1]);
    expect(nearestStop([], 10, ladder, 600)).to.equal(-1);
  });
});
