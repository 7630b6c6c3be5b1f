/** The argument as a graph: what is drawn, what is left out, the chain up to the conclusion, neighbourhoods. */
import { expect } from '@open-wc/testing';
import { buildArgument, chainUp, neighbourhood, type Argument } from '../../src/model/argument.ts';
import type { Inference } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { grownRecords } from '../map/grown.ts';
import { forSeeds } from '../notebook/generate.ts';
import { annotation, attack, claim, step } from '../support/desk.ts';

const ids = (records: readonly { readonly id: string }[]): string[] => records.map((record) => record.id);
const claims = (...names: string[]) => names.map((name) => claim(name));

describe('building the argument', () => {
  it('indexes steps by premise and conclusion, attacks by both ends', () => {
    const graph = buildArgument([
      ...claims('a', 'b', 'c'),
      step('s', ['a', 'b'], 'c'),
      attack('x', 'a', 'c'),
    ]);
    expect(ids(graph.supportsFor('c'))).to.deep.equal(['s']);
    expect([ids(graph.stepsFrom('a')), ids(graph.stepsFrom('b'))]).to.deep.equal([['s'], ['s']]);
    expect([ids(graph.attacksOn('c')), ids(graph.attacksBy('a'))]).to.deep.equal([['x'], ['x']]);
    expect([...graph.supportsFor('a'), ...graph.attacksOn('a'), ...graph.attacksBy('c')]).to.deep.equal([]);
  });

  it('drops a premise that is gone and keeps the step', () => {
    const whole = step('s', ['a', 'gone'], 'c');
    const graph = buildArgument([...claims('a', 'c'), whole]);
    expect(graph.inferences.get('s')).to.deep.equal({ ...whole, premises: [{ claim: 'a', role: null }] });
    expect(whole.premises).to.have.length(2);
    expect(ids(graph.stepsFrom('gone'))).to.deep.equal([]);
  });

  it('leaves out a step without premise or conclusion, and an attack without an end', () => {
    const graph = buildArgument([
      ...claims('a', 'c'),
      step('s1', ['gone'], 'c'),
      step('s2', ['a'], 'gone'),
      step('s3', [], 'c'),
      attack('x1', 'gone', 'c'),
      attack('x2', 'a', 'gone'),
    ]);
    expect([graph.inferences.size, graph.conflicts.size]).to.deep.equal([0, 0]);
    expect([...graph.supportsFor('c'), ...graph.attacksOn('c'), ...graph.attacksBy('a')]).to.deep.equal([]);
  });
});

describe('conflicts in the argument', () => {
  it('knows an undercut by its step, and lets it go with the step', () => {
    const undercut = attack('x', 'u', 's', { attack: 'undercut' });
    const graph = buildArgument([...claims('a', 'c', 'u'), undercut, step('s', ['a'], 'c')]);
    expect(ids(graph.attacksOn('s'))).to.deep.equal(['x']);
    expect(ids(graph.attacksOn('c'))).to.deep.equal([]);
    const without = buildArgument([...claims('a', 'u'), undercut, step('s', ['a'], 'c')]);
    expect(without.conflicts.has('x')).to.equal(false);
  });

  it('counts a mutual attack for both sides', () => {
    const graph = buildArgument([...claims('a', 'b'), attack('x', 'a', 'b', { mutual: true })]);
    for (const one of ['a', 'b']) {
      expect([ids(graph.attacksOn(one)), ids(graph.attacksBy(one))], one).to.deep.equal([['x'], ['x']]);
    }
  });

  it('takes the later of two records with one id, and no annotations', () => {
    const graph = buildArgument([claim('a'), claim('a', { wording: 'Later.' }), annotation('n')]);
    expect([...graph.claims.values()].map((one) => one.wording)).to.deep.equal(['Later.']);
  });
});

describe('building the argument, whatever is missing', () => {
  /** Everything in the graph points to something in the graph, and every index agrees with the records. */
  function expectSound(graph: Argument): void {
    for (const inference of graph.inferences.values()) {
      expect(graph.claims.has(inference.conclusion)).to.equal(true);
      expect(graph.supportsFor(inference.conclusion)).to.include(inference);
      for (const { claim: premise } of inference.premises) {
        expect(graph.claims.has(premise)).to.equal(true);
        expect(graph.stepsFrom(premise)).to.include(inference);
      }
    }
    for (const conflict of graph.conflicts.values()) {
      expect(graph.claims.has(conflict.from)).to.equal(true);
      expect(graph.claims.has(conflict.to) || graph.inferences.has(conflict.to)).to.equal(true);
      expect(graph.attacksOn(conflict.to)).to.include(conflict);
    }
  }

  it('leaves nothing dangling, and nothing out that stands', () => {
    let dropped = 0;
    forSeeds(60, (seed) => {
      const whole = grownRecords(40, seed);
      const rest = whole.filter((record, at) => record.kind !== 'claim' || (at * 7 + seed) % 5 !== 0);
      const graph = buildArgument(rest);
      expectSound(graph);
      const stands = (one: NotebookRecord): one is Inference =>
        one.kind === 'inference' &&
        graph.claims.has(one.conclusion) &&
        one.premises.some((premise) => graph.claims.has(premise.claim));
      expect([...graph.inferences.keys()]).to.deep.equal(ids(rest.filter(stands)));
      dropped += whole.length - rest.length;
    });
    expect(dropped).to.be.above(100);
  });
});

describe('the chain up', () => {
  it('is the shortest way to the conclusion, the claim itself first', () => {
    const graph = buildArgument([
      ...claims('a', 'b', 'c', 'd'),
      claim('top', { role: 'conclusion' }),
      step('s1', ['a'], 'b'),
      step('s2', ['b'], 'c'),
      step('s3', ['c'], 'top'),
      step('s4', ['a'], 'd'),
      step('s5', ['d'], 'top'),
    ]);
    expect(chainUp(graph, 'a')).to.deep.equal(['a', 'd', 'top']);
    expect(chainUp(graph, 'top')).to.deep.equal(['top']);
  });

  it('stops at the conclusion even where it leads on', () => {
    const graph = buildArgument([
      claim('a'),
      claim('top', { role: 'conclusion' }),
      claim('beyond'),
      step('s1', ['a'], 'top'),
      step('s2', ['top'], 'beyond'),
    ]);
    expect(chainUp(graph, 'a')).to.deep.equal(['a', 'top']);
  });
});

describe('the chain up, in any argument,', () => {
  it('goes as far as it gets where there is no conclusion, and once round a circle', () => {
    const graph = buildArgument([
      ...claims('a', 'b', 'c', 'alone'),
      step('s1', ['a'], 'b'),
      step('s2', ['b'], 'c'),
      step('s3', ['c'], 'a'),
    ]);
    expect(chainUp(graph, 'a')).to.deep.equal(['a', 'b', 'c']);
    expect(chainUp(graph, 'alone')).to.deep.equal(['alone']);
  });

  it('is a chain of steps without a claim twice, in any argument', () => {
    forSeeds(60, (seed) => {
      const graph = buildArgument(grownRecords(40, seed));
      for (const id of graph.claims.keys()) {
        const chain = chainUp(graph, id);
        expect(chain[0]).to.equal(id);
        expect(new Set(chain).size).to.equal(chain.length);
        chain.slice(1).forEach((to, at) => {
          expect(graph.stepsFrom(chain[at]!).some((one) => one.conclusion === to)).to.equal(true);
        });
      }
    });
  });
});

/** Claims that share a step or an attack with a claim: what "one link" means, from the records alone. */
function linked(graph: Argument, id: string): Set<string> {
  const near = new Set<string>([id]);
  const all = [
    ...[...graph.inferences.values()].map((one) => [
      one.conclusion,
      ...one.premises.map((each) => each.claim),
    ]),
    ...[...graph.conflicts.values()].map((one) => [one.from, one.to]),
  ];
  for (const link of all)
    if (link.includes(id)) link.filter((one) => graph.claims.has(one)).forEach((one) => near.add(one));
  return near;
}

describe('the neighbourhood', () => {
  it('goes along steps and attacks, round circles, and no further than it is told', () => {
    const graph = buildArgument([
      ...claims('a', 'b', 'c', 'd', 'far'),
      step('s1', ['a'], 'b'),
      step('s2', ['b'], 'c'),
      step('s3', ['c'], 'a'),
      attack('x1', 'd', 'c'),
      attack('x2', 'far', 'd'),
    ]);
    expect([...neighbourhood(graph, 'a', 0)]).to.deep.equal(['a']);
    expect([...neighbourhood(graph, 'a', 1)].sort()).to.deep.equal(['a', 'b', 'c']);
    expect([...neighbourhood(graph, 'a', 2)].sort()).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(neighbourhood(graph, 'a', 99).size).to.equal(5);
  });

  it('is what one gets by taking the links one by one', () => {
    forSeeds(40, (seed) => {
      const graph = buildArgument(grownRecords(30, seed));
      for (const id of graph.claims.keys()) {
        const one = linked(graph, id);
        const two = new Set([...one].flatMap((each) => [...linked(graph, each)]));
        expect([...neighbourhood(graph, id, 1)].sort()).to.deep.equal([...one].sort());
        expect([...neighbourhood(graph, id, 2)].sort()).to.deep.equal([...two].sort());
      }
    });
  });
});
