/** Neighbours within so many steps, the part of an argument that they are, and the way back through what one looked at. */
import { expect } from '@open-wc/testing';
import { buildArgument } from '../../src/model/argument.ts';
import { neighbours, nearSteps, nextSteps, type Near } from '../../src/map/neighbours.ts';
import { partOf } from '../../src/map/part.ts';
import { Trail, type Looked } from '../../src/map/trail.ts';
import { grownArgument, seeded } from './grown.ts';
import { attack, claim, sampleArgument, step } from './sample.ts';

const near = (centre: string, steps: Near['steps'], along: Near['along'] = 'both'): Near => ({
  centre,
  steps,
  along,
});

const within = (one: Near): readonly string[] => [...neighbours(sampleArgument(), one)];

describe('neighbours', () => {
  it('are what one step joins: premises below, the conclusion above, partners, attackers', () => {
    expect(within(near('i2', 1))).to.have.members(['i2', 'c1', 'p9', 'p10', 'p13', 'p14']);
    expect(within(near('p9', 1))).to.have.members(['p9', 'p10', 'i2', 'p14']);
  });

  it('go along supports or attacks alone', () => {
    expect(within(near('i2', 1, 'supports'))).to.have.members(['i2', 'c1', 'p9', 'p10']);
    expect(within(near('i2', 1, 'attacks'))).to.have.members(['i2', 'p13', 'p14']);
  });

  it('of one who undercuts a step are all that it joins', () => {
    expect(within(near('p14', 1))).to.have.members(['p14', 'i2', 'p9', 'p10']);
  });

  it('are nobody where the claim is gone', () => {
    expect(within(near('nobody', 'all'))).to.deep.equal([]);
  });

  it('come with their partners even at the rim: a linked step is never drawn in part', () => {
    const graph = buildArgument([
      ...['a', 'b', 'c', 'd'].map((id) => claim(id, 'premise', id)),
      step('s1', ['a', 'b'], 'c'),
      attack('x1', 'd', 'a', 'rebut'),
      attack('x2', 'd', 'c', 'rebut'),
    ]);
    expect([...neighbours(graph, near('d', 1))]).to.have.members(['d', 'a', 'c', 'b']);
  });

  it('grow with the steps, hold the centre, and end at what is joined to it at all', () => {
    for (const seed of [1, 2, 3]) {
      const graph = grownArgument(150, seed);
      const random = seeded(seed);
      for (let trial = 0; trial < 10; trial += 1) {
        const centre = `c${Math.floor(random() * 150)}`;
        for (const along of ['both', 'supports', 'attacks'] as const) {
          const rings = nearSteps.map((steps) => neighbours(graph, near(centre, steps, along)));
          rings.forEach((ring, at) => {
            expect(ring.has(centre)).to.equal(true);
            for (const id of rings[at - 1] ?? []) expect(ring.has(id), `${id} at ${at}`).to.equal(true);
            for (const id of ring) expect(graph.claims.has(id)).to.equal(true);
          });
        }
      }
    }
  });

  it('step from one to five and to all, and no further', () => {
    expect(nextSteps(1, -1)).to.equal(null);
    expect(nextSteps(1, 1)).to.equal(2);
    expect(nextSteps(5, 1)).to.equal('all');
    expect(nextSteps('all', 1)).to.equal(null);
    expect(nextSteps('all', -1)).to.equal(5);
  });
});

describe('a part of an argument', () => {
  it('has whole steps and conflicts only, and is the argument itself where all is wanted', () => {
    const graph = grownArgument(120, 4);
    expect(partOf(graph, null)).to.equal(graph);
    for (const steps of [1, 2, 3] as const) {
      const claims = neighbours(graph, near('c7', steps));
      const part = partOf(graph, claims);
      expect([...part.claims.keys()]).to.have.members([...claims]);
      for (const one of part.inferences.values()) expect(one).to.equal(graph.inferences.get(one.id));
      const whole = [...graph.inferences.values()].filter(({ conclusion, premises }) =>
        [conclusion, ...premises.map((one) => one.claim)].every((id) => claims.has(id)),
      );
      expect([...part.inferences.keys()]).to.have.members(whole.map(({ id }) => id));
      expect(partOf(graph, claims), 'asked again').to.equal(part);
    }
  });
});

describe('the trail', () => {
  const at = (focus: string, around: Near | null = null): Looked => ({ focus, near: around });
  const all = (): boolean => true;

  it('goes back and forward, and forgets what lay ahead when one goes elsewhere', () => {
    const trail = new Trail();
    for (const id of ['a', 'b', 'c']) trail.visit(at(id));
    expect(trail.has(1, all)).to.equal(false);
    expect(trail.go(-1, all)?.focus).to.equal('b');
    expect(trail.go(-1, all)?.focus).to.equal('a');
    expect(trail.go(-1, all)).to.equal(null);
    expect(trail.go(1, all)?.focus).to.equal('b');
    trail.visit(at('d'));
    expect(trail.go(1, all)).to.equal(null);
    expect(trail.go(-1, all)?.focus).to.equal('b');
  });

  it('takes a walk for one place: where it ended', () => {
    const trail = new Trail();
    trail.visit(at('a'));
    for (const id of ['b', 'c', 'd']) trail.visit(at(id), true);
    trail.visit(at('e'));
    expect(trail.go(-1, all)?.focus).to.equal('d');
    expect(trail.go(-1, all)?.focus).to.equal('a');
  });

  it('keeps neighbourhoods apart, and the same place only once', () => {
    const trail = new Trail();
    trail.visit(at('a'));
    trail.visit(at('a'));
    trail.visit(at('a', near('a', 1)));
    trail.visit(at('a', near('a', 1)));
    trail.visit(at('a', near('a', 2)));
    expect(trail.go(-1, all)?.near?.steps).to.equal(1);
    expect(trail.go(-1, all)?.near).to.equal(null);
    expect(trail.has(-1, all)).to.equal(false);
  });

  it('passes over what is gone, and remembers no more than two hundred places', () => {
    const trail = new Trail();
    for (let count = 0; count < 500; count += 1) trail.visit(at(`c${count}`));
    let places = 1;
    while (trail.go(-1, ({ focus }) => focus !== 'c450')) places += 1;
    expect(places).to.equal(199);
  });
});
