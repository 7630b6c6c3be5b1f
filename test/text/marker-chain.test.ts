import { expect } from '@open-wc/testing';
import { isMarkerChain, markerChain, usualRules, type MarkerCandidate } from '../../src/text/marker-chain.ts';
import { Dice } from '../notebook/generate.ts';

const candidate = (
  at: number,
  value: number,
  score = 2,
  more: Partial<MarkerCandidate> = {},
): MarkerCandidate => ({
  at,
  end: at + String(value).length,
  value,
  score,
  isGlued: score > 1,
  ...more,
});

const turns = (candidates: readonly MarkerCandidate[]): number[] =>
  markerChain(candidates).links.map((link) => link.candidate.value);

/** What a chain is worth by the rules, reckoned anew; minus infinity for what is no chain. */
function worthOf(chain: readonly MarkerCandidate[]): number {
  const { bar, gap, widest, lateStart } = usualRules;
  return chain.reduce((sum, { at, value, last = value, score, restart }, index) => {
    const own = (score - bar) * (last - value + 1);
    const before = chain[index - 1];
    if (!before) return own - Math.min(gap * (value - 1), lateStart);
    if (before.end > at) return -Infinity;
    const left = value - (before.last ?? before.value) - 1;
    const on = left >= 0 && left <= widest ? gap * left : Infinity;
    const anew = restart === undefined || value > 1 + widest ? Infinity : restart + gap * (value - 1);
    return sum + own - Math.min(on, anew);
  }, 0);
}

function bestOfAll(candidates: readonly MarkerCandidate[]): number {
  let best = 0;
  for (let choice = 1; choice < 1 << candidates.length; choice += 1)
    best = Math.max(best, worthOf(candidates.filter((_, at) => (choice >> at) & 1)));
  return best;
}

describe('the chain of markers', () => {
  it('is worth as much as the best of all chains, tried one by one', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const dice = new Dice(seed);
      let at = 0;
      const candidates = Array.from({ length: 1 + dice.below(11) }, () => {
        at += dice.below(3);
        const value = 1 + dice.below(6);
        const more: Partial<MarkerCandidate> = {
          ...(dice.below(4) === 0 ? { restart: dice.next() * 4 } : {}),
          ...(dice.below(5) === 0 ? { last: value + 1 } : {}),
        };
        return candidate(at, value, dice.next() * 5 - 2, { ...more, end: at + 1 + dice.below(3) });
      });
      const { links } = markerChain(candidates);
      expect(worthOf(links.map((link) => link.candidate)), `seed ${seed}`).to.be.closeTo(
        bestOfAll(candidates),
        1e-9,
      );
    }
  });

  it('passes by what is out of turn, and leaves a hole where a turn is not there', () => {
    const all = [
      candidate(0, 1),
      candidate(10, 7, 1),
      candidate(20, 2),
      candidate(30, 4),
      candidate(40, 1992),
      candidate(50, 5),
    ];
    expect(turns(all)).to.deep.equal([1, 2, 4, 5]);
    expect(markerChain(all).links[2]?.missing).to.deep.equal([3]);
  });

  it('begins again only where it may', () => {
    const two = (restart?: number): MarkerCandidate[] => [
      ...[1, 2, 3].map((value) => candidate(value * 10, value)),
      candidate(100, 1, 2, restart === undefined ? {} : { restart }),
      ...[2, 3, 4].map((value) => candidate(100 + value * 10, value)),
    ];
    expect(turns(two())).to.deep.equal([1, 2, 3, 4]);
    expect(turns(two(2.5))).to.deep.equal([1, 2, 3, 1, 2, 3, 4]);
    const firsts = markerChain(two(2.5)).links.map(({ isFirst }) => isFirst);
    expect(firsts).to.deep.equal([true, false, false, true, false, false, false]);
  });

  it('takes two that touch as two', () => {
    const all = [
      candidate(0, 10),
      candidate(20, 11, 2, { last: 12, end: 24 }),
      candidate(22, 12, -1),
      candidate(40, 13),
    ];
    const { links } = markerChain([candidate(-10, 9), ...all]);
    expect(links.map((link) => [link.candidate.value, link.candidate.last])).to.deep.equal([
      [9, undefined],
      [10, undefined],
      [11, 12],
      [13, undefined],
    ]);
    expect(links.flatMap(({ missing }) => missing)).to.deep.equal([1, 2, 3, 4, 5, 6]);
  });

  it('is less sure of what has a rival, and names it', () => {
    const { links } = markerChain([
      candidate(0, 1),
      candidate(10, 2),
      candidate(20, 2, 1.8),
      candidate(30, 3),
    ]);
    expect(links.map((link) => link.candidate.at)).to.deep.equal([0, 10, 30]);
    expect(links[1]?.others.map(({ at }) => at)).to.deep.equal([20]);
    expect(links[1]?.certainty).to.be.within(0.5, 0.65);
    expect(links[2]?.certainty).to.be.above(0.95);
  });

  it('believes good chains, not poor or holed or very short ones', () => {
    const series = (count: number, score: number, step = 1): MarkerCandidate[] =>
      Array.from({ length: count }, (_, at) => candidate(at * 10, at * step + 1, score));
    expect(isMarkerChain(markerChain(series(30, 2)))).to.equal(true);
    expect(isMarkerChain(markerChain(series(30, 1.2)))).to.equal(false);
    expect(isMarkerChain(markerChain(series(30, 1.2)), true)).to.equal(true);
    expect(isMarkerChain(markerChain(series(3, 1.8)))).to.equal(false);
    expect(isMarkerChain(markerChain(series(3, 2.5)))).to.equal(true);
    expect(isMarkerChain(markerChain(series(20, 3, 2)))).to.equal(false);
    expect(isMarkerChain(markerChain([]))).to.equal(false);
  });

  it('takes a million numbers in well under a minute', () => {
    const dice = new Dice(3);
    const many = Array.from({ length: 1_000_000 }, (_, at) =>
      candidate(at * 4, 1 + dice.below(400), dice.next() * 3),
    );
    const start = performance.now();
    expect(markerChain(many).links.length).to.be.above(300);
    expect(performance.now() - start).to.be.below(20_000);
  });
});
