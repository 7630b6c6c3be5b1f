/** The reasons of labels: true of the argument, finite, and in sentences that one can follow. */
import { expect } from '@open-wc/testing';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import { grounded, hasOwnGround } from '../../src/model/grounded.ts';
import { reasonPieces, reasonText } from '../../src/model/reason-words.ts';
import { leansOn, Reasons, type Weighed } from '../../src/model/reasons.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, preference, step } from '../support/desk.ts';

function weigh(graph: Argument, aside: readonly string[] = []): Weighed {
  const setAside = new Set(aside);
  const labels = grounded(graph, { gone: setAside });
  return { argument: graph, labels, setAside, fallen: new Set(), held: new Set(), isGone: () => false };
}

const names = { noteLabel: (note: string) => note.slice(2), without: 'Russell' };

/** The sentence for a claim; a claim in it stands by its id in quotation marks. */
function told(records: readonly NotebookRecord[], id: string, aside: readonly string[] = []): string {
  const reason = new Reasons(weigh(buildArgument(records), aside)).of(id);
  if (!reason) throw new RangeError(`No claim ${id}.`);
  return reasonText(reasonPieces(reason, names), (one) => one);
}

const claims = (ids: string): NotebookRecord[] => [...ids].map((id) => claim(id));

describe('the reasons of labels, in words', () => {
  const cases: readonly (readonly [string, readonly NotebookRecord[], string])[] = [
    [
      'the paper’s own word',
      claims('a'),
      'Accepted: nobody argues for it, and it stands on the paper’s own word, and nothing attacks it.',
    ],
    ['one note', [claim('a', { notes: ['fn53'] })], 'Accepted: note 53 carries it, and nothing attacks it.'],
    [
      'three notes, and an attack that fails',
      [
        claim('a', { notes: ['fn1', 'fn2', 'fn3'] }),
        ...claims('bc'),
        attack('x', 'b', 'a'),
        attack('y', 'c', 'b'),
      ],
      'Accepted: notes 1, 2 and 3 carry it, and the attack by “b” fails, since that is rejected.',
    ],
    [
      'a step, and attacks of which preference stops one',
      [
        ...claims('abcdef'),
        step('s', ['b', 'c'], 'a'),
        attack('x', 'd', 'a'),
        attack('y', 'e', 'a'),
        attack('z', 'f', 'e'),
        preference('p', 'a', 'd'),
      ],
      'Accepted: “b” and “c” carry it together, and the attack by “e” fails, since that is rejected and it is preferred to “d”, which would attack it.',
    ],
    [
      'an attack that succeeds',
      [...claims('ab'), attack('x', 'b', 'a')],
      'Rejected: “b” attacks it and is accepted.',
    ],
    [
      'two steps that break, one by its premise, one by an undercut',
      [
        ...claims('abcdu'),
        step('s', ['b'], 'a'),
        step('t', ['c'], 'a'),
        attack('x', 'd', 'b'),
        attack('y', 'u', 't', { attack: 'undercut' }),
      ],
      'Rejected: all 2 steps to it break: “b” is rejected and the step is undercut by “u”, which is accepted.',
    ],
    [
      'two that attack each other',
      [...claims('ab'), attack('x', 'a', 'b', { mutual: true })],
      'Undecided: it and “b” attack each other, and nothing else decides.',
    ],
    [
      'two that attack each other by two attacks',
      [...claims('ab'), attack('x', 'a', 'b'), attack('y', 'b', 'a')],
      'Undecided: it and “b” attack each other, and nothing else decides.',
    ],
    [
      'a circle of attacks',
      [...claims('abc'), attack('x', 'a', 'b'), attack('y', 'b', 'c'), attack('z', 'c', 'a')],
      'Undecided: “c” attacks it and is undecided; with “c” and “b” it stands in a circle that nothing outside decides.',
    ],
    [
      'a circle of support',
      [...claims('ab'), step('s', ['b'], 'a'), step('t', ['a'], 'b')],
      'Undecided: of what would carry it, “b” is undecided; with “b” it stands in a circle that nothing outside decides.',
    ],
    [
      'a claim against itself',
      [...claims('a'), attack('x', 'a', 'a')],
      'Undecided: it attacks itself, and nothing else decides.',
    ],
  ];
  for (const [name, records, sentence] of cases)
    it(`tells of ${name}`, () => expect(told(records, 'a')).to.equal(sentence));

  it('tells of a claim that is set aside, and of one that leaned on it', () => {
    const records = [...claims('ab'), step('s', ['b'], 'a')];
    expect(told(records, 'b', ['b'])).to.equal('Rejected: you have set it aside.');
    expect(told(records, 'a', ['b'])).to.equal('Rejected: the one step to it breaks: “b” is rejected.');
  });

  it('follows the chain nearest first, each claim once, and to the limit', () => {
    const records = [
      ...claims('abcd'),
      step('s', ['b', 'c'], 'a'),
      step('t', ['d'], 'b'),
      step('u', ['d'], 'c'),
    ];
    const reasons = new Reasons(weigh(buildArgument(records)));
    expect(reasons.chain('a').map((one) => one.claim)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(reasons.chain('a', 2).map((one) => one.claim)).to.deep.equal(['a', 'b']);
    expect(reasons.of('nobody')).to.equal(null);
  });
});

describe('laws of reasons', () => {
  function grown(dice: Dice): Argument {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pick = (): string => dice.pick(ids);
    const steps = ['s', 't', 'u'].map((id) => step(id, [...new Set([pick(), pick()])], pick()));
    const attacks = Array.from({ length: 5 }, (_, at) =>
      attack(`x${at}`, pick(), dice.next() < 0.3 ? dice.pick(['s', 't', 'u']) : pick(), {
        mutual: dice.next() < 0.2,
      }),
    );
    const noted = ids.map((id) => claim(id, dice.next() < 0.3 ? { notes: ['fn1'] } : {}));
    return buildArgument([...noted, ...steps, ...attacks]);
  }

  it('say what is so: what carries an accepted claim holds, what attacks it fails, and so on', () => {
    let told = 0;
    forSeeds(150, (seed) => {
      const graph = grown(new Dice(seed));
      const reasons = new Reasons(weigh(graph));
      for (const record of graph.claims.values()) {
        const reason = reasons.of(record.id);
        if (!reason) throw new RangeError('Every claim has a reason.');
        const attacks = reason.because.filter((one) => one.kind === 'attack');
        const carriers = reason.because.filter((one) => one.kind !== 'attack');
        told += 1;
        if (reason.label === 'accepted') {
          const attackers = new Set(
            graph.attacksOn(record.id).map((one) => (one.to === record.id ? one.from : one.to)),
          );
          expect(new Set(attacks.map((one) => one.by))).to.deep.equal(attackers);
          expect(attacks.every((one) => one.label === 'rejected')).to.equal(true);
          expect(carriers).to.have.length(1);
          const [first] = carriers;
          if (first?.kind === 'step') expect(first.label).to.equal('accepted');
          else expect(hasOwnGround(graph, record)).to.equal(true);
        } else if (reason.label === 'rejected') {
          const isAttacked = attacks.length > 0 && attacks.every((one) => one.label === 'accepted');
          const isBare =
            carriers.length > 0 && carriers.every((one) => one.kind === 'step' && one.label === 'rejected');
          expect(isAttacked || isBare, record.id).to.equal(true);
        } else {
          // What is undecided leans on something undecided, and on nothing that would decide it.
          const on = leansOn(reason).map((id) => reasons.labelOf(id));
          expect(on).to.not.be.empty;
          expect(new Set(on)).to.deep.equal(new Set(['undecided']));
        }
        expect(reasonPieces(reason, names).length).to.be.above(0);
      }
    });
    expect(told).to.equal(900);
  });

  it('end: a chain has each claim once and no more than the argument has', () => {
    forSeeds(60, (seed) => {
      const graph = grown(new Dice(seed));
      const reasons = new Reasons(weigh(graph));
      for (const id of graph.claims.keys()) {
        const chain = reasons.chain(id).map((one) => one.claim);
        expect(new Set(chain).size).to.equal(chain.length);
        expect(chain[0]).to.equal(id);
        const circle = reasons.of(id)?.circle ?? [];
        for (const [at, one] of circle.entries()) {
          const next = circle[(at + 1) % circle.length] ?? one;
          expect(leansOn(reasons.of(one)!)).to.include(next);
        }
      }
    });
  });
});
