/** Preferences in grounded labelling: against ASPIC+ by its definition, with the arguments built one by one. */
import { expect } from '@open-wc/testing';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import { attackerIn, grounded, hasOwnGround, type Label } from '../../src/model/grounded.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { attack, claim, preference, step } from '../support/desk.ts';

const signs: Readonly<Record<Label, string>> = { accepted: '+', rejected: '-', undecided: '?' };

const told = (records: readonly NotebookRecord[]): string => {
  const graph = buildArgument(records);
  const labels = grounded(graph);
  return [...graph.claims.keys()].map((id) => `${id}${signs[labels.get(id) ?? 'undecided']}`).join(' ');
};

const claims = (...names: readonly string[]): NotebookRecord[] => names.map((name) => claim(name));
const mutual = (from: string, to: string): NotebookRecord =>
  attack(`${from}-${to}`, from, to, { mutual: true });

describe('preferences in grounded labelling', () => {
  it('make a mutual attack one-sided', () => {
    expect(told([...claims('a', 'b'), mutual('a', 'b')])).to.equal('a? b?');
    expect(told([...claims('a', 'b'), mutual('a', 'b'), preference('p', 'b', 'a')])).to.equal('a- b+');
  });

  it('let no attack of what is less preferred succeed', () => {
    const records = [...claims('a', 'b'), attack('x', 'a', 'b'), preference('p', 'b', 'a')];
    expect(told(records)).to.equal('a+ b+');
    expect(told([...records.slice(0, -1), preference('p', 'a', 'b')])).to.equal('a+ b-');
  });

  it('stop no undercut', () => {
    const records = [
      ...claims('a', 'c', 'u'),
      step('s', ['a'], 'c'),
      attack('x', 'u', 's', { attack: 'undercut' }),
      preference('p', 'c', 'u'),
      preference('q', 's', 'u'),
    ];
    expect(told(records)).to.equal('a+ c- u+');
  });

  it('hold on through others, and cancel out in a circle', () => {
    const records = [...claims('a', 'b', 'c'), mutual('a', 'c')];
    const through = [preference('p', 'a', 'b'), preference('q', 'b', 'c')];
    expect(told([...records, ...through])).to.equal('a+ b+ c-');
    expect(told([...records, ...through, preference('r', 'c', 'a')])).to.equal('a? b+ c?');
  });

  it('of the last steps decide whether a professor who snores may read on (Modgil & Prakken 2014)', () => {
    const library = [
      ...claims('snores', 'misbehaves', 'professor', 'denied', 'admitted'),
      step('r1', ['snores'], 'misbehaves'),
      step('r2', ['misbehaves'], 'denied'),
      step('r3', ['professor'], 'admitted'),
      mutual('denied', 'admitted'),
    ];
    expect(told(library)).to.equal('snores+ misbehaves+ professor+ denied? admitted?');
    // r1 is the weakest of all; by the last link it does not matter, as r3 yields to r2.
    const order = [preference('p', 'r2', 'r3'), preference('q', 'r3', 'r1')];
    expect(told([...library, ...order])).to.equal('snores+ misbehaves+ professor+ denied+ admitted-');
  });

  it('count for the way by which a claim is carried, not for its other ways', () => {
    const records = [
      ...claims('m', 'n', 'o', 'a', 'b'),
      step('weak', ['m'], 'a'),
      step('strong', ['n'], 'a'),
      step('t', ['o'], 'b'),
      attack('x', 'a', 'b'),
      preference('p', 't', 'weak'),
    ];
    expect(told(records)).to.equal('m+ n+ o+ a+ b-');
    expect(told([...records, preference('q', 't', 'strong')])).to.equal('m+ n+ o+ a+ b+');
  });
});

/** An argument as ASPIC+ has it: a finite tree of steps. `last` are the ids by which it is compared. */
interface Tree {
  readonly claim: string;
  readonly step: string | null;
  readonly last: readonly string[];
  /** Itself and all parts of it. */
  readonly parts: readonly Tree[];
}

/** All arguments for the claims of a graph without circles of support. */
function treesOf(graph: Argument): Tree[] {
  const known = new Map<string, Tree[]>();
  const forClaim = (id: string): Tree[] => {
    const found = known.get(id) ?? [];
    if (known.has(id)) return found;
    const record = graph.claims.get(id);
    const add = (stepId: string | null, below: readonly Tree[]): void => {
      const parts: Tree[] = below.flatMap((one) => one.parts);
      const tree: Tree = { claim: id, step: stepId, last: stepId === null ? [id] : [id, stepId], parts };
      parts.push(tree);
      found.push(tree);
    };
    if (record && hasOwnGround(graph, record)) add(null, []);
    for (const one of graph.supportsFor(id)) {
      const choices = one.premises.map((premise) => forClaim(premise.claim));
      const combined = choices.reduce<Tree[][]>(
        (sets, options) => sets.flatMap((set) => options.map((option) => [...set, option])),
        [[]],
      );
      for (const below of combined) add(one.id, below);
    }
    known.set(id, found);
    return found;
  };
  return [...graph.claims.keys()].flatMap(forClaim);
}

/** The grounded extension by its definition: what the extension so far defends, from nothing on. */
function labelsByDefinition(graph: Argument): ReadonlyMap<string, Label> {
  const prefers = (one: string, other: string): boolean => {
    const reached = new Set([one]);
    for (const id of reached)
      for (const { over, under } of graph.preferences.values()) if (over === id) reached.add(under);
    return one !== other && reached.has(other);
  };
  const isLess = (attacker: Tree, target: Tree): boolean => {
    const above = target.last.some((one) => attacker.last.some((other) => prefers(one, other)));
    return above && !attacker.last.some((one) => target.last.some((other) => prefers(one, other)));
  };
  const trees = treesOf(graph);
  const defeats = (one: Tree, other: Tree): boolean =>
    other.parts.some((part) => {
      const attacks = (id: string): boolean =>
        graph.attacksOn(id).some((conflict) => attackerIn(conflict, id) === one.claim);
      return (attacks(part.claim) && !isLess(one, part)) || (part.step !== null && attacks(part.step));
    });
  const defeatersOf = new Map(trees.map((tree) => [tree, trees.filter((one) => defeats(one, tree))]));
  let extension = new Set<Tree>();
  for (let size = -1; size < extension.size;) {
    size = extension.size;
    const isOut = (tree: Tree): boolean => (defeatersOf.get(tree) ?? []).some((one) => extension.has(one));
    extension = new Set(trees.filter((tree) => (defeatersOf.get(tree) ?? []).every(isOut)));
  }
  const isOut = (tree: Tree): boolean => (defeatersOf.get(tree) ?? []).some((one) => extension.has(one));
  const labelOf = (id: string): Label => {
    const own = trees.filter((tree) => tree.claim === id);
    if (own.some((tree) => extension.has(tree))) return 'accepted';
    return own.every(isOut) ? 'rejected' : 'undecided';
  };
  return new Map([...graph.claims.keys()].map((id) => [id, labelOf(id)]));
}

describe('laws of preferences', () => {
  /** Six claims, steps that lead upwards only, attacks of every kind, and preferences among claims and steps. */
  function grown(dice: Dice): Argument {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const steps = Array.from({ length: 4 }, (_, at) => {
      const to = 1 + dice.below(names.length - 1);
      const below = names.slice(0, to);
      return step(`s${at}`, [...new Set([dice.pick(below), dice.pick(below)])], names[to] ?? 'f');
    });
    const ids = [...names, ...steps.map((one) => one.id)];
    const attacks = Array.from({ length: 4 }, (_, at) =>
      attack(`x${at}`, dice.pick(names), dice.next() < 0.2 ? dice.pick(ids) : dice.pick(names), {
        mutual: dice.next() < 0.5,
      }),
    );
    const preferences = Array.from({ length: 4 }, (_, at) =>
      preference(`p${at}`, dice.pick(ids), dice.pick(ids)),
    );
    const noted = names.map((id) => claim(id, dice.next() < 0.3 ? { notes: ['fn1'] } : {}));
    return buildArgument([...noted, ...steps, ...attacks, ...preferences]);
  }

  it('labels claims as the grounded extension of ASPIC+ does', () => {
    const seen = new Map<Label, number>();
    let differs = 0;
    forSeeds(400, (seed) => {
      const graph = grown(new Dice(seed));
      const plain = grounded({ ...graph, preferences: new Map() });
      const found = grounded(graph);
      for (const [id, label] of labelsByDefinition(graph)) {
        expect(found.get(id), id).to.equal(label);
        seen.set(label, (seen.get(label) ?? 0) + 1);
        if (plain.get(id) !== label) differs += 1;
      }
    });
    // The cases are worth something: each label occurs, and preferences matter.
    for (const label of ['accepted', 'rejected', 'undecided'] as const)
      expect(seen.get(label)).to.be.above(50);
    expect(differs).to.be.above(50);
  });
});
