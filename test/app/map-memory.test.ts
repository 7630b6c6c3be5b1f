/** What the device remembers of maps: the last ones, each as it was left; whatever is stored, only what is sound is taken. */
import { expect } from '@open-wc/testing';
import { keepMap, keptMap } from '../../src/app/map-memory.ts';
import { firstMapHabits } from '../../src/map/map-habits.ts';

const key = 'warrant-maps';
const place = { zoom: 0.5, at: 'c1', x: 10, y: -20 };
const turned = { ...firstMapHabits, direction: 'right', view: 'both' } as const;

describe('what is remembered of maps', () => {
  beforeEach(() => localStorage.removeItem(key));
  after(() => localStorage.removeItem(key));

  it('is what was left, map by map; a map never seen is set like the one seen last', () => {
    keepMap('one/own', { habits: turned, folded: ['g1'], place });
    keepMap('two/own', { folded: ['g2'] });
    expect(keptMap('one/own')).to.deep.equal({ habits: turned, folded: ['g1'], place });
    expect(keptMap('two/own')).to.deep.equal({ habits: turned, folded: ['g2'], place: null });
    keepMap('three/own', { habits: firstMapHabits });
    expect(keptMap('new/own')).to.deep.equal({ habits: firstMapHabits, folded: null, place: null });
  });

  it('are the forty maps seen last', () => {
    for (let at = 0; at < 60; at += 1) keepMap(`paper-${at}`, { folded: ['g'] });
    keepMap('paper-21', { place });
    keepMap('paper-99', {});
    expect(keptMap('paper-21')).to.deep.include({ folded: ['g'], place });
    expect(keptMap('paper-20').folded).to.equal(null);
    expect(JSON.parse(localStorage.getItem(key) ?? '')).to.have.length(40);
  });

  it('leaves out what is too much instead of half of it', () => {
    keepMap('large', { folded: Array.from({ length: 500 }, (_, at) => `g${at}`), place });
    expect(keptMap('large')).to.deep.include({ folded: null, place });
  });

  it('is nothing where what is stored is not sound, field by field', () => {
    const sound = { habits: turned, folded: ['g'], place };
    const cases: readonly (readonly [unknown, unknown])[] = [
      [
        { ...sound, place: { ...place, zoom: 1e9 } },
        { ...sound, place: null },
      ],
      [
        { ...sound, place: { ...place, x: 'a' } },
        { ...sound, place: null },
      ],
      [
        { ...sound, place: { ...place, at: 'x'.repeat(5000) } },
        { ...sound, place: null },
      ],
      [
        { ...sound, place: null },
        { ...sound, place: null },
      ],
      [
        { ...sound, folded: [1] },
        { ...sound, folded: null },
      ],
      [
        { ...sound, habits: { ...turned, steps: 99 } },
        { ...sound, habits: firstMapHabits },
      ],
      [
        { ...sound, habits: { view: 'both' } },
        { ...sound, habits: firstMapHabits },
      ],
      [null, { habits: firstMapHabits, folded: null, place: null }],
    ];
    for (const [stored, wanted] of cases) {
      localStorage.setItem(key, JSON.stringify([['p', stored]]));
      expect(keptMap('p'), JSON.stringify(stored)).to.deep.equal(wanted);
    }
    for (const stored of ['', '{', '7', '{"a":1}', '[7,null,[]]']) {
      localStorage.setItem(key, stored);
      expect(keptMap('p').place, stored).to.equal(null);
    }
  });
});
