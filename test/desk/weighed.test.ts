/** Labels on a desk: one account with what falls without sources, what changes, and nothing worked out twice. */
import { expect } from '@open-wc/testing';
import { argument } from '../../src/desk/desk.ts';
import { standings } from '../../src/desk/standing.ts';
import type { Store } from '../../src/desk/store.ts';
import {
  changes,
  labelOf,
  labelsOf,
  nothingAside,
  reasons,
  tally,
  toggleAside,
  toggleWeighing,
} from '../../src/desk/weighed.ts';
import { goesWith } from '../../src/model/without.ts';
import { backing } from '../../src/desk/backing.ts';
import { readNotebookFile } from '../../src/notebook/file.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, deskOn, source, step, support } from '../support/desk.ts';
import { corpusFile, note, p, paper, realPaper, section } from '../support/paper.ts';

const { paper: text } = paper(
  section(
    'I.',
    'Notes',
    p('One', note('1'), ', two', note('2'), ', three', note('3'), ', four', note('4'), '.'),
    p('Five', note('5'), ', six', note('6'), '.'),
  ),
);
const authorities = ['ann', 'bob', 'cy'];

/** A desk of six claims; each of six notes is one authority's, or nobody's. */
function grownDesk(dice: Dice): Store {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const pick = (): string => dice.pick(ids);
  const notes = ids.map((_, at) => `${at + 1}`);
  const steps = ['s', 't', 'u', 'v'].map((id) => step(id, [...new Set([pick(), pick()])], pick()));
  const attacks = Array.from({ length: 3 }, (_, at) =>
    attack(`x${at}`, pick(), dice.next() < 0.3 ? 's' : pick(), { mutual: dice.next() < 0.3 }),
  );
  const claims = ids.map((id) =>
    claim(
      id,
      dice.next() < 0.6 ? { notes: [...new Set([`fn${dice.pick(notes)}`, `fn${dice.pick(notes)}`])] } : {},
    ),
  );
  const supports = notes.map((one) =>
    support(text, one, { start: 0, end: 4 }, { sources: dice.next() < 0.8 ? [dice.pick(authorities)] : [] }),
  );
  const { store } = deskOn(text, {
    edition: [...authorities.map((id) => source(id, id)), ...supports, ...claims, ...steps, ...attacks],
  });
  return store;
}

describe('labels on a desk', () => {
  it('are off until they are asked for, and the same value until something of them changes', () => {
    const store = grownDesk(new Dice(1));
    expect(labelsOf(store.desk)).to.equal(null);
    expect(reasons(store.desk)).to.equal(null);
    store.setSession(toggleWeighing(store.desk));
    const labels = labelsOf(store.desk);
    const why = reasons(store.desk);
    store.hover({ kind: 'claim', id: 'a' });
    expect(labelsOf(store.desk)).to.equal(labels);
    expect(reasons(store.desk)).to.equal(why);
    store.setSession(toggleAside(store.desk, 'a'));
    expect(labelsOf(store.desk)).to.not.equal(labels);
    expect(labelOf(store.desk, 'a')).to.equal('rejected');
    store.setSession(nothingAside);
    expect(labelsOf(store.desk)).to.deep.equal(labels);
  });

  it('say what setting one claim aside changes, the claim itself apart', () => {
    const { store } = deskOn(text, {
      own: [claim('a'), claim('b'), claim('c'), step('s', ['a'], 'b'), attack('x', 'b', 'c')],
    });
    store.setSession(toggleWeighing(store.desk));
    expect(changes(store.desk)).to.deep.equal([]);
    store.setSession(toggleAside(store.desk, 'a'));
    expect(changes(store.desk)).to.deep.equal([
      { claim: 'b', before: 'accepted', now: 'rejected' },
      { claim: 'c', before: 'rejected', now: 'accepted' },
    ]);
    expect(tally(argument(store.desk), labelsOf(store.desk)!)).to.deep.equal({
      accepted: 1,
      undecided: 0,
      rejected: 2,
    });
  });

  it('reject what falls without its authority, and tell so', () => {
    const { store } = deskOn(text, {
      edition: [
        source('ann', 'Ann'),
        support(text, '1', { start: 0, end: 4 }, { sources: ['ann'] }),
        claim('a', { notes: ['fn1'] }),
        claim('b'),
        claim('c'),
        step('s', ['a'], 'b'),
        attack('x', 'b', 'c'),
      ],
    });
    store.setSession({ ...toggleWeighing(store.desk), without: new Set(['ann']) });
    expect(['a', 'b', 'c'].map((id) => labelOf(store.desk, id))).to.deep.equal([
      'rejected',
      'rejected',
      'accepted',
    ]);
    expect(reasons(store.desk)?.of('b')?.because).to.deep.equal([{ kind: 'falls' }]);
    // Step by step: what falls later is held, and so it still attacks.
    store.setSession({ withoutStep: 0 });
    expect(['a', 'b', 'c'].map((id) => labelOf(store.desk, id))).to.deep.equal([
      'rejected',
      'accepted',
      'rejected',
    ]);
    expect(reasons(store.desk)?.of('b')?.because[0]).to.deep.equal({ kind: 'held' });
  });

  it('are those of the edition’s reading', async () => {
    const { records } = readNotebookFile(await corpusFile('gul-2008/reading.json'));
    const { store } = deskOn(await realPaper(), { edition: records });
    store.setSession(toggleWeighing(store.desk));
    const labels = labelsOf(store.desk)!;
    expect(tally(argument(store.desk), labels)).to.deep.equal({ accepted: 74, undecided: 25, rejected: 1 });
  });
});

describe('laws of labels beside what falls without sources', () => {
  it('nothing that falls is accepted or undecided, nothing that is accepted has fallen, at every step', () => {
    let fallen = 0;
    let held = 0;
    forSeeds(120, (seed) => {
      const dice = new Dice(seed);
      const store = grownDesk(dice);
      const without = new Set(authorities.filter(() => dice.next() < 0.6));
      const aside = ['a', 'b', 'c', 'd', 'e', 'f'].filter(() => dice.next() < 0.15);
      store.setSession({ weighing: true, without, setAside: new Set(aside) });
      const steps = standings(store.desk)?.outcome.steps.length ?? 0;
      for (const withoutStep of [null, ...Array.from({ length: steps }, (_, at) => at)]) {
        store.setSession({ withoutStep });
        const all = standings(store.desk);
        for (const id of argument(store.desk).claims.keys()) {
          const label = labelOf(store.desk, id);
          if (all?.fallen.has(id)) {
            fallen += 1;
            expect(label, id).to.equal('rejected');
          }
          if (aside.includes(id)) {
            expect(label, id).to.equal('rejected');
            expect(all !== null && (all.fallen.has(id) || all.weakened.has(id)), id).to.equal(false);
          }
          const because = reasons(store.desk)?.of(id)?.because[0];
          if (because?.kind === 'held') {
            held += 1;
            expect(all?.outcome.falls.has(id) && !all.fallen.has(id), id).to.equal(true);
          }
          // A note that is gone carries nothing on the screen.
          if (because?.kind === 'notes') {
            const isGone = goesWith(backing(store.desk), without);
            expect(
              because.notes.some((one) => without.size > 0 && isGone(one)),
              id,
            ).to.equal(false);
          }
        }
      }
    });
    expect(fallen).to.be.above(50);
    expect(held).to.be.above(5);
  });

  it('everything put back is as if nothing had been taken away', () => {
    forSeeds(30, (seed) => {
      const dice = new Dice(seed);
      const store = grownDesk(dice);
      store.setSession({ weighing: true });
      const before = labelsOf(store.desk);
      store.setSession({ without: new Set(['ann']), setAside: new Set(['b']) });
      store.setSession({ without: new Set(), ...nothingAside });
      expect(labelsOf(store.desk)).to.deep.equal(before);
      expect(changes(store.desk)).to.deep.equal([]);
    });
  });
});
