/** Grounded labelling: the textbook's frameworks, support by steps, and that it is the least of all complete labellings. */
import { expect } from '@open-wc/testing';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import { grounded, type Label } from '../../src/model/grounded.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, step } from '../support/desk.ts';

const signs: Readonly<Record<Label, string>> = { accepted: '+', rejected: '-', undecided: '?' };

/** `a+ b- c?`: the labels in the order of the ids. */
const told = (records: readonly NotebookRecord[], gone: readonly string[] = []): string =>
  [...grounded(buildArgument(records), new Set(gone))]
    .map(([id, label]) => `${id}${signs[label]}`)
    .sort()
    .join(' ');

const claims = (names: string): NotebookRecord[] => [...names].map((name) => claim(name));

/** A framework of attacks: `ab` means that a attacks b. */
const framework = (names: string, attacks: string): NotebookRecord[] => [
  ...claims(names),
  ...(attacks === '' ? [] : attacks.split(' ')).map((pair, at) =>
    attack(`x${at}`, pair.charAt(0), pair.charAt(1)),
  ),
];

describe('grounded labelling of attacks', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['nothing attacked', 'ab', '', 'a+ b+'],
    ['an attack', 'ab', 'ab', 'a+ b-'],
    ['reinstatement', 'abc', 'ab bc', 'a+ b- c+'],
    ['a chain of four', 'abcd', 'ab bc cd', 'a+ b- c+ d-'],
    ['the Nixon diamond', 'ab', 'ab ba', 'a? b?'],
    ['a circle of three', 'abc', 'ab bc ca', 'a? b? c?'],
    ['a claim against itself', 'a', 'aa', 'a?'],
    ['what a claim against itself attacks', 'ab', 'aa ab', 'a? b?'],
    ['floating acceptance, which the cautious do not grant', 'abcd', 'ab ba ac bc cd', 'a? b? c? d?'],
    ['a circle of two that somebody breaks', 'abc', 'ab ba ca', 'a- b+ c+'],
    ['two attackers, of whom one stands', 'abcd', 'da ac bc', 'a- b+ c- d+'],
  ];
  for (const [name, names, attacks, expected] of cases) {
    it(`labels ${name}`, () => expect(told(framework(names, attacks))).to.equal(expected));
  }

  it('counts a mutual attack as one from each side', () => {
    expect(told([...claims('ab'), attack('x', 'a', 'b', { mutual: true })])).to.equal('a? b?');
  });
});

describe('grounded labelling with steps', () => {
  it('needs all premises of a step, and one step of several', () => {
    const records = [...claims('abcdu'), step('s', ['a', 'b'], 'd'), attack('x', 'u', 'a')];
    expect(told(records)).to.equal('a- b+ c+ d- s- u+');
    expect(told([...records, step('t', ['c'], 'd')])).to.equal('a- b+ c+ d+ s- t+ u+');
  });

  it('lets an undercut break the step and not the claims', () => {
    const records = [...claims('acu'), step('s', ['a'], 'c'), attack('x', 'u', 's', { attack: 'undercut' })];
    expect(told(records)).to.equal('a+ c- s- u+');
    const noted = [claim('a'), claim('u'), claim('c', { notes: ['fn1'] }), ...records.slice(3)];
    expect(told(noted)).to.equal('a+ c+ s- u+');
  });

  it('leaves a circle of support undecided, and accepts it where something else carries it', () => {
    const circle = [step('s', ['a'], 'b'), step('t', ['b'], 'a')];
    expect(told([...claims('ab'), ...circle])).to.equal('a? b? s? t?');
    expect(told([claim('a', { notes: ['fn1'] }), claim('b'), ...circle])).to.equal('a+ b+ s+ t+');
  });

  it('rejects what is set aside, and sees what follows', () => {
    const records = [...claims('abc'), step('s', ['a'], 'c'), attack('x', 'b', 'c')];
    expect(told(records)).to.equal('a+ b+ c- s+');
    expect(told(records, ['b'])).to.equal('a+ b- c+ s+');
    expect(told(records, ['b', 'a'])).to.equal('a- b- c- s-');
  });
});

/** Whether a labelling is complete, by the definition and not by how it is found. */
function isComplete(graph: Argument, label: (id: string) => Label): boolean {
  const attackers = (id: string): Label[] =>
    graph.attacksOn(id).map(({ from, to }) => label(to === id ? from : to));
  const expectedOf = (needs: readonly (readonly Label[])[], hurts: readonly Label[]): Label => {
    const isCarried = needs.some((need) => need.every((one) => one === 'accepted'));
    const isBroken = needs.every((need) => need.includes('rejected'));
    if (isBroken || hurts.includes('accepted')) return 'rejected';
    return isCarried && hurts.every((one) => one === 'rejected') ? 'accepted' : 'undecided';
  };
  const ofClaim = ({ id, notes }: { readonly id: string; readonly notes: readonly string[] }): Label => {
    const steps = graph.supportsFor(id).map((one) => [label(one.id)]);
    return expectedOf(notes.length > 0 || steps.length === 0 ? [[]] : steps, attackers(id));
  };
  return (
    [...graph.claims.values()].every((one) => label(one.id) === ofClaim(one)) &&
    [...graph.inferences.values()].every(
      (one) =>
        label(one.id) ===
        expectedOf([one.premises.map((premise) => label(premise.claim))], attackers(one.id)),
    )
  );
}

describe('laws of grounded labelling', () => {
  /** An argument of four claims, two steps and four attacks, circles and undercuts among them. */
  function grown(dice: Dice): Argument {
    const names = ['a', 'b', 'c', 'd'];
    const pick = (): string => dice.pick(names);
    const steps = ['s', 't'].map((id) => step(id, [...new Set([pick(), pick()])], pick()));
    const attacks = Array.from({ length: 4 }, (_, at) =>
      attack(`x${at}`, pick(), dice.next() < 0.3 ? dice.pick(['s', 't']) : pick(), {
        mutual: dice.next() < 0.2,
      }),
    );
    const noted = names.map((id) => claim(id, dice.next() < 0.3 ? { notes: ['fn1'] } : {}));
    return buildArgument([...noted, ...steps, ...attacks]);
  }

  it('is complete, and everything that it decides every complete labelling decides alike', () => {
    let decided = 0;
    forSeeds(60, (seed) => {
      const graph = grown(new Dice(seed));
      const found = grounded(graph);
      expect(isComplete(graph, (id) => found.get(id) ?? 'undecided')).to.equal(true);
      const ids = [...found.keys()];
      const labels: readonly Label[] = ['accepted', 'rejected', 'undecided'];
      for (let code = 0; code < 3 ** ids.length; code += 1) {
        const other = (id: string): Label =>
          labels[Math.floor(code / 3 ** ids.indexOf(id)) % 3] ?? 'undecided';
        if (!isComplete(graph, other)) continue;
        for (const id of ids) {
          if (found.get(id) === 'undecided') continue;
          decided += 1;
          expect(other(id), id).to.equal(found.get(id));
        }
      }
    });
    expect(decided).to.be.above(100);
  });

  it('does not depend on the order of the records', () => {
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      const graph = grown(dice);
      const records = [...graph.claims.values(), ...graph.inferences.values(), ...graph.conflicts.values()];
      const again = grounded(buildArgument(dice.shuffle(records)));
      for (const [id, label] of grounded(graph)) expect(again.get(id), id).to.equal(label);
    });
  });
});
