/** What falls without an authority: cases worked by hand, and laws that hold for any argument. */
import { expect } from '@open-wc/testing';
import type { Backing } from '../../src/model/authorities.ts';
import { goesWith, without, type Outcome } from '../../src/model/without.ts';
import { wayDown } from '../../src/model/way-down.ts';
import { attack, claim, step } from '../support/desk.ts';
import { backingOf, everyGone, grownBacking, isProved } from './backings.ts';

const gone = (...ids: string[]): ReadonlySet<string> => new Set(ids);
const noted = (id: string, ...notes: string[]) => claim(id, { notes });
const way = (outcome: Outcome, id: string): string =>
  wayDown(outcome, id)
    .map(({ claim: at, by }) => `${by.kind === 'note' ? by.note : by.inference}>${at}`)
    .join(' ');

describe('without an authority, worked by hand', () => {
  it('a claim whose only note goes falls, and what leans on it alone falls after it', () => {
    const outcome = without(
      backingOf([noted('p', 'n1'), claim('q'), claim('r'), step('s1', ['p'], 'q'), step('s2', ['q'], 'r')], {
        a: ['n1'],
      }),
      gone('a'),
    );
    expect(outcome.steps).to.deep.equal([['p'], ['q'], ['r']]);
    expect(way(outcome, 'r')).to.equal('n1>p s1>q s2>r');
    expect(outcome.weakened.size).to.equal(0);
  });

  it('a claim that keeps a note, or another step, is only weakened', () => {
    const outcome = without(
      backingOf(
        [
          noted('p', 'n1', 'n2'),
          noted('q', 'n1'),
          noted('t', 'n2'),
          claim('r'),
          step('s1', ['q'], 'r'),
          step('s2', ['t'], 'r'),
        ],
        { a: ['n1'], b: ['n2'] },
      ),
      gone('a'),
    );
    expect(outcome.steps).to.deep.equal([['q']]);
    expect([...outcome.weakened.values()].map(({ claim: id, left }) => [id, left])).to.deep.equal([
      ['p', 1],
      ['r', 1],
    ]);
    expect(outcome.weakened.get('r')?.losses).to.deep.equal([
      { kind: 'inference', inference: 's1', premise: 'q' },
    ]);
  });

  it('linked premises: one that falls breaks the step', () => {
    const outcome = without(
      backingOf([noted('p', 'n1'), noted('q', 'n2'), claim('r'), step('s', ['p', 'q'], 'r')], {
        a: ['n1'],
        b: ['n2'],
      }),
      gone('a'),
    );
    expect(outcome.steps).to.deep.equal([['p'], ['r']]);
  });

  it('a claim with its own note and a step needs to lose both', () => {
    const backing = backingOf([noted('p', 'n1'), noted('r', 'n2'), step('s', ['p'], 'r')], {
      a: ['n1'],
      b: ['n2'],
    });
    expect(without(backing, gone('a')).steps).to.deep.equal([['p']]);
    expect(without(backing, gone('b')).steps).to.deep.equal([]);
    const both = without(backing, gone('a', 'b'));
    expect(both.steps).to.deep.equal([['p'], ['r']]);
    expect(both.falls.get('r')?.losses.map(({ kind }) => kind)).to.deep.equal(['note', 'inference']);
  });

  it('a note that names two goes only with both', () => {
    const backing = backingOf([noted('p', 'n1')], { a: ['n1'], b: ['n1'] });
    expect(without(backing, gone('a')).steps).to.deep.equal([]);
    expect(without(backing, gone('a')).weakened.size).to.equal(0);
    expect(without(backing, gone('a', 'b')).steps).to.deep.equal([['p']]);
  });

  it('what the author says without note or reason stands as it stood', () => {
    const backing = backingOf([claim('p'), claim('r'), step('s', ['p'], 'r')], { a: [] });
    expect(without(backing, gone('a', '')).steps).to.deep.equal([]);
  });

  it('the notes that name nobody can be taken away too, and single notes', () => {
    const backing = backingOf([noted('p', 'n1'), noted('q', 'n2')], { a: ['n2'] });
    expect(without(backing, gone('')).steps).to.deep.equal([['p']]);
    expect(without(backing, gone('n2')).steps).to.deep.equal([['q']]);
  });

  it('claims that hold up only each other fall together, last, and what leans on them after', () => {
    const outcome = without(
      backingOf(
        [
          noted('p', 'n1'),
          claim('q'),
          claim('r'),
          claim('late'),
          step('s1', ['p'], 'q'),
          step('s2', ['q'], 'p'),
          step('s3', ['q'], 'r'),
          noted('x', 'n1'),
          step('s4', ['x'], 'late'),
        ],
        { a: ['n1'] },
      ),
      gone('a'),
    );
    expect(outcome.steps).to.deep.equal([['x'], ['late'], ['p', 'q'], ['r']]);
    expect(outcome.falls.get('q')?.isCircular).to.equal(true);
    expect(outcome.falls.get('r')?.isCircular).to.equal(false);
    expect(way(outcome, 'r')).to.equal('n1>p s1>q s3>r');
  });

  it('a circle that nothing ever carried loses nothing', () => {
    const backing = backingOf([claim('p'), claim('q'), step('s1', ['p'], 'q'), step('s2', ['q'], 'p')], {});
    expect(without(backing, gone('')).steps).to.deep.equal([]);
  });

  it('an attacker that falls attacks no longer; what it attacked is named, not judged', () => {
    const outcome = without(
      backingOf(
        [
          noted('p', 'n1'),
          noted('q', 'n2'),
          noted('r', 'n2'),
          step('s', ['q'], 'r'),
          attack('x1', 'p', 'q'),
          attack('x2', 'r', 'p', { mutual: true }),
          attack('x3', 'p', 's', { attack: 'undercut' }),
          attack('x4', 'q', 'p'),
        ],
        { a: ['n1'] },
      ),
      gone('a'),
    );
    expect(outcome.released).to.deep.equal([
      { conflict: 'x1', attacker: 'p', attacked: 'q' },
      { conflict: 'x2', attacker: 'p', attacked: 'r' },
      { conflict: 'x3', attacker: 'p', attacked: 's' },
    ]);
  });

  it('goes through an argument of any depth', () => {
    const depth = 5000;
    const records = [noted('c0', 'n1')];
    const steps = [];
    for (let at = 1; at < depth; at += 1) {
      records.push(claim(`c${at}`));
      steps.push(step(`s${at}`, [`c${at - 1}`], `c${at}`));
    }
    const outcome = without(backingOf([...records, ...steps], { a: ['n1'] }), gone('a'));
    expect(outcome.steps).to.have.length(depth);
    expect(wayDown(outcome, `c${depth - 1}`)).to.have.length(depth);
    // The same as a circle: the last step leads back to the first claim.
    const ring = [...records, ...steps, step('s0', [`c${depth - 1}`], 'c0')];
    expect(without(backingOf(ring, { a: ['n1'] }), gone('a')).steps.map((one) => one.length)).to.deep.equal([
      depth,
    ]);
  });
});

/** Runs `law` on many arguments, with circles and without. */
function forMany(law: (backing: Backing, isKnotted: boolean) => void): void {
  for (let seed = 1; seed <= 300; seed += 1) {
    const isKnotted = seed % 2 === 0;
    law(grownBacking(seed, 3 + (seed % 7), isKnotted), isKnotted);
  }
}

describe('without an authority, for any argument', () => {
  it('what falls is just what could be proved before and cannot be proved after', () => {
    let fell = 0;
    forMany((backing) => {
      for (const ids of everyGone) {
        const isGone = goesWith(backing, ids);
        const { falls } = without(backing, ids);
        for (const id of backing.argument.claims.keys()) {
          const before = isProved(backing.argument, id, () => false);
          const after = isProved(backing.argument, id, isGone);
          expect(falls.has(id), `${id} without ${[...ids].join()}`).to.equal(before && !after);
        }
        fell += falls.size;
      }
    });
    expect(fell).to.be.above(500);
  });

  it('the more goes, the more falls; and what goes first makes no difference', () => {
    forMany((backing) => {
      const [a, b, both] = [gone('a'), gone('b'), gone('a', 'b')].map((ids) => without(backing, ids).falls);
      const [swapped] = [gone('b', 'a')].map((ids) => without(backing, ids));
      for (const id of [...a!.keys(), ...b!.keys()]) expect(both!.has(id)).to.equal(true);
      expect(swapped?.steps).to.deep.equal(without(backing, gone('a', 'b')).steps);
      expect(without(backing, gone()).steps).to.deep.equal([]);
    });
  });

  it('every claim falls as early as it can, and says what it lost', () => {
    let circular = 0;
    let deepest = 0;
    forMany((backing) => {
      for (const ids of everyGone) {
        const { falls, steps } = without(backing, ids);
        deepest = Math.max(deepest, steps.length);
        expect(steps.flat().sort()).to.deep.equal([...falls.keys()].sort());
        expect(steps.every((one) => one.length > 0)).to.equal(true);
        for (const { claim: id, step: at, isCircular, losses } of falls.values()) {
          const before = losses.map((loss) => (loss.kind === 'note' ? -1 : falls.get(loss.premise)!.step));
          const notes = backing.argument.claims.get(id)!.notes;
          expect(losses.filter((loss) => loss.kind === 'note')).to.have.length(notes.length);
          if (isCircular) {
            circular += 1;
            expect(Math.max(...before)).to.equal(at);
          } else expect(at).to.equal(Math.max(...before) + 1);
        }
      }
    });
    expect(circular).to.be.above(20);
    expect(deepest).to.be.above(3);
  });

  it('a weakened claim has lost something and is still carried by as much as it says', () => {
    let count = 0;
    forMany((backing) => {
      for (const ids of everyGone) {
        const isGone = goesWith(backing, ids);
        const { falls, weakened } = without(backing, ids);
        for (const { claim: id, losses, left } of weakened.values()) {
          count += 1;
          const notes = backing.argument.claims.get(id)!.notes.filter((note) => !isGone(note));
          const steps = backing.argument
            .supportsFor(id)
            .filter((one) =>
              one.premises.every(
                (premise) =>
                  !falls.has(premise.claim) && isProved(backing.argument, premise.claim, () => false),
              ),
            );
          expect(losses).to.not.be.empty;
          expect(left).to.equal(notes.length + steps.length);
          expect(left).to.be.above(0);
        }
      }
    });
    expect(count).to.be.above(300);
  });

  it('the way down begins with a note that went, and each link is a loss of its claim', () => {
    let longest = 0;
    forMany((backing, isKnotted) => {
      const ids = gone('a', 'b', 'c', '');
      const isGone = goesWith(backing, ids);
      const outcome = without(backing, ids);
      for (const fall of outcome.falls.values()) {
        const links = wayDown(outcome, fall.claim);
        longest = Math.max(longest, links.length);
        expect(links.at(-1)?.claim).to.equal(fall.claim);
        expect(new Set(links.map((link) => link.claim)).size).to.equal(links.length);
        links.forEach(({ claim: at, by }, index) => {
          expect(outcome.falls.get(at)?.losses).to.include(by);
          if (index === 0) expect(by.kind === 'note' && isGone(by.note)).to.equal(true);
          else expect(by.kind === 'inference' && by.premise).to.equal(links[index - 1]?.claim);
        });
        if (!isKnotted) expect(links).to.have.length(fall.step + 1);
      }
    });
    expect(longest).to.be.above(2);
    expect(() => wayDown(without(grownBacking(1, 4, false), gone()), 'c0')).to.throw(RangeError);
  });
});
