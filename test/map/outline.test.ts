/** The outline as a value: every claim once, and each in its place. */
import { expect } from '@open-wc/testing';
import type { Argument } from '../../src/model/argument.ts';
import { buildArgument } from '../../src/model/argument.ts';
import { buildOutline, placeItems, wayTo, type OutlineItem } from '../../src/map/outline.ts';
import { grownArgument } from './grown.ts';
import { attack, claim, sampleArgument, step } from './sample.ts';

const all = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...all(item.children)]);
const outline = (argument: Argument): OutlineItem[] => all(buildOutline(argument));

describe('outline', () => {
  it('says every claim of any argument exactly once', () => {
    for (const argument of [
      sampleArgument(),
      grownArgument(90, 1),
      grownArgument(90, 2),
      grownArgument(300, 3),
    ]) {
      const claims = outline(argument).filter((item) => item.kind === 'claim');
      expect(claims.map((item) => item.id).sort()).to.deep.equal([...argument.claims.keys()].sort());
      expect(new Set(outline(argument).map((item) => item.key)).size).to.equal(outline(argument).length);
    }
  });

  it('puts under a claim what supports it and what speaks against it', () => {
    const items = outline(sampleArgument());
    const armenia = items.find((item) => item.id === 'i2' && item.kind === 'claim');
    expect(armenia?.children.map(({ kind, id, bearing }) => [kind, id, bearing])).to.deep.equal([
      ['step', 's12', 'supports'],
      ['claim', 'p13', 'against'],
    ]);
    expect(armenia?.children[0]?.children.map(({ id, bearing }) => [id, bearing])).to.deep.equal([
      ['p9', 'linked'],
      ['p10', 'linked'],
      ['p14', 'undercuts'],
    ]);
  });

  it('says a claim that serves twice once, and points to it from the other place', () => {
    const argument = buildArgument([
      claim('a', 'conclusion', 'A'),
      claim('b', 'premise', 'B'),
      claim('c', 'premise', 'C'),
      claim('d', 'premise', 'D'),
      step('s1', ['b'], 'a'),
      step('s2', ['c'], 'a'),
      step('s3', ['d'], 'b'),
      step('s4', ['d'], 'c'),
    ]);
    expect(outline(argument).map(({ kind, id }) => `${kind} ${id}`)).to.deep.equal([
      'claim a',
      'claim b',
      'claim d',
      'claim c',
      'again d',
    ]);
  });

  it('gathers what leads nowhere in a last branch, circles too', () => {
    const argument = buildArgument([
      claim('a', 'conclusion', 'A'),
      claim('x', 'premise', 'X'),
      claim('y', 'premise', 'Y'),
      { ...claim('n', 'background', 'N'), aside: true },
      step('s1', ['x'], 'y'),
      step('s2', ['y'], 'x'),
    ]);
    const top = buildOutline(argument);
    expect(top.map((item) => item.kind)).to.deep.equal(['claim', 'branch']);
    expect(
      all(top.slice(1))
        .filter((item) => item.kind === 'claim')
        .map((item) => item.id),
    ).to.have.members(['n', 'x', 'y']);
  });

  it('does not say the upper of two claims that attack each other again below', () => {
    const argument = buildArgument([
      claim('a', 'conclusion', 'A'),
      claim('b', 'premise', 'B'),
      attack('x', 'a', 'b', 'rebut', true),
    ]);
    expect(outline(argument).map(({ kind, id }) => `${kind} ${id}`)).to.deep.equal(['claim a', 'claim b']);
  });

  it('shows only what is open, with level and number', () => {
    const items = buildOutline(sampleArgument());
    const shut = new Set([items[0]?.key]);
    const placed = placeItems(items, (key) => !shut.has(key));
    expect(
      placed.map(({ item, level, position, setSize }) => [item.id, level, position, setSize]),
    ).to.deep.equal([['c1', 1, 1, 1]]);
    expect(wayTo(items, 'p14')).to.have.length(4);
  });
});
