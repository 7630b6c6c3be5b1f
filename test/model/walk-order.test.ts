/** The walk through an argument: every claim once, premises first, groups together, the same each time, circles and all. */
import { expect } from '@open-wc/testing';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import {
  bareClaim,
  bareStep,
  type Claim,
  type ClaimRole,
  type Group,
  type Inference,
} from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { walkOrder } from '../../src/model/walk-order.ts';

const stamp = { creator: 'test', created: '2024-01-01T00:00:00Z', modified: '2024-01-01T00:00:00Z' };

interface ClaimWish {
  role?: ClaimRole;
  group?: string | null;
  /** Where it stands in the text; nowhere if not given. */
  at?: number;
}

const claim = (id: string, { role = 'premise', group = null, at }: ClaimWish = {}): Claim => ({
  ...stamp,
  kind: 'claim',
  id,
  role,
  wording: `Claim ${id}.`,
  targets: at === undefined ? [] : [{ exact: 'x', prefix: '', suffix: '', start: at, end: at + 1 }],
  notes: [],
  group,
  aside: false,
  ...bareClaim,
});

const step = (premises: readonly string[], conclusion: string): Inference => ({
  ...stamp,
  kind: 'inference',
  id: `${premises.join('+')}>${conclusion}`,
  premises: premises.map((one) => ({ claim: one, role: null })),
  conclusion,
  gist: '',
  implicit: false,
  ...bareStep,
});

const group = (id: string, parent: string | null = null): Group => ({
  ...stamp,
  kind: 'group',
  id,
  title: id,
  section: null,
  parent,
  foreign: null,
});

const walk = (...records: NotebookRecord[]): string => walkOrder(buildArgument(records)).join(' ');

/** A source of numbers from 0 to 1 that is the same in each run (mulberry32). */
function seeded(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** An argument of `count` claims in nested groups; `hasCircles` lets a step lead anywhere, else only onwards. */
function grown(random: () => number, count: number, hasCircles: boolean): NotebookRecord[] {
  const pick = (size: number): number => Math.floor(random() * size);
  const groups = Array.from({ length: 1 + pick(5) }, (_, at) =>
    group(`g${at}`, at > 0 && random() < 0.5 ? `g${pick(at)}` : null),
  );
  const claims = Array.from({ length: count }, (_, at) =>
    claim(`c${at}`, {
      role: at === count - 1 ? 'conclusion' : 'premise',
      group: random() < 0.7 ? `g${pick(groups.length)}` : null,
      ...(random() < 0.8 ? { at: pick(1000) } : {}),
    }),
  );
  const links = Array.from({ length: pick(count * 2) }, () => {
    const [one, other] = [pick(count), pick(count)];
    const [from, to] = hasCircles ? [one, other] : [Math.min(one, other), Math.max(one, other)];
    return from === to && !hasCircles ? null : step([`c${from}`], `c${to}`);
  });
  return [...groups, ...claims, ...links.filter((one) => one !== null)];
}

/** Steps of which a premise comes after what it carries. */
function late(argument: Argument, order: readonly string[]): readonly string[] {
  const at = new Map(order.map((id, index) => [id, index]));
  return [...argument.inferences.values()]
    .filter(({ premises, conclusion }) =>
      premises.some((one) => (at.get(one.claim) ?? 0) >= (at.get(conclusion) ?? 0)),
    )
    .map(({ id }) => id);
}

describe('the walk through an argument', () => {
  it('is empty where there is no claim', () => {
    expect(walk()).to.equal('');
  });

  it('goes by the text where nothing rests on anything, and ends with what has no place in it', () => {
    expect(walk(claim('a', { at: 9 }), claim('b'), claim('c', { at: 3 }), claim('d'))).to.equal('c a b d');
  });

  it('goes from the evidence of each issue up to the conclusion, which is last', () => {
    const order = walk(
      claim('conclusion', { role: 'conclusion', at: 0 }),
      claim('issue-1', { role: 'issue', at: 10 }),
      claim('issue-2', { role: 'issue', at: 20 }),
      claim('evidence-2', { at: 21 }),
      claim('evidence-1', { at: 30 }),
      claim('aside', { role: 'background', at: 40 }),
      step(['evidence-1'], 'issue-1'),
      step(['evidence-2'], 'issue-2'),
      step(['issue-1', 'issue-2'], 'conclusion'),
    );
    expect(order).to.equal('aside evidence-1 issue-1 evidence-2 issue-2 conclusion');
  });

  it('keeps a group together that another group would have torn apart', () => {
    const order = walk(
      group('A'),
      group('B'),
      claim('a1', { group: 'A', at: 1 }),
      claim('b1', { group: 'B', at: 2 }),
      claim('a2', { group: 'A', at: 3 }),
      step(['b1'], 'a2'),
    );
    expect(order).to.equal('b1 a1 a2');
  });

  it('lets groups go that rest on one another, since premises come first', () => {
    const order = walk(
      group('A'),
      group('B'),
      claim('a1', { group: 'A', at: 1 }),
      claim('b1', { group: 'B', at: 2 }),
      claim('a2', { group: 'A', at: 3 }),
      step(['a1'], 'b1'),
      step(['b1'], 'a2'),
    );
    expect(order).to.equal('a1 b1 a2');
  });

  it('goes by the text within a circle, after what the circle rests on and before the conclusion', () => {
    const order = walk(
      claim('a', { at: 2 }),
      claim('b', { at: 1 }),
      claim('ground', { at: 9 }),
      claim('own', { at: 20 }),
      claim('end', { role: 'conclusion', at: 0 }),
      step(['a'], 'b'),
      step(['b', 'ground'], 'a'),
      step(['own'], 'own'),
    );
    expect(order).to.equal('own ground b a end');
  });

  it('survives a group that lies in itself', () => {
    expect(
      walk(group('A', 'B'), group('B', 'A'), claim('a', { group: 'A' }), claim('b', { group: 'B' })),
    ).to.equal('a b');
  });

  it('goes down a chain of ten thousand', () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => `c${at}`);
    const steps = ids.slice(1).map((id, at) => step([id], `c${at}`));
    const order = walkOrder(buildArgument([...ids.map((id) => claim(id)), ...steps]));
    expect(order[0]).to.equal('c9999');
    expect(order.at(-1)).to.equal('c0');
    expect(order).to.have.length(10_000);
  });

  it('has every claim once, the same each time, whatever the argument', () => {
    const random = seeded(11);
    for (let round = 0; round < 300; round += 1) {
      const argument = buildArgument(grown(random, 1 + Math.floor(random() * 30), round % 2 === 0));
      const order = walkOrder(argument);
      expect([...order].sort()).to.deep.equal([...argument.claims.keys()].sort());
      expect(walkOrder(argument)).to.deep.equal(order);
    }
  });

  it('has premises before what they carry, wherever there is no circle', () => {
    const random = seeded(12);
    for (let round = 0; round < 300; round += 1) {
      const argument = buildArgument(grown(random, 2 + Math.floor(random() * 30), false));
      expect(late(argument, walkOrder(argument))).to.deep.equal([]);
    }
  });
});
