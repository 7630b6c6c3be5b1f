/** What is drawn of an argument: nothing missing, nothing twice, and folding hides only what it should. */
import { expect } from '@open-wc/testing';
import { buildArgument } from '../../src/model/argument.ts';
import { drawElements } from '../../src/map/elements.ts';
import { shownAs } from '../../src/map/fold.ts';
import { tagMetrics } from '../../src/map/group-tag.ts';
import { drawing } from './drawings.ts';
import { grownArgument } from './grown.ts';
import { attack, claim, group, sampleArgument, step } from './sample.ts';

const cards = (elements: ReturnType<typeof drawElements>) =>
  elements.nodes.filter((node) => node.kind === 'card');

describe('elements of the map', () => {
  it('draws every claim as one card, with its notes', () => {
    const argument = sampleArgument();
    const elements = drawElements(argument, drawing(argument));
    expect(cards(elements).map((card) => card.id)).to.deep.equal([...argument.claims.keys()]);
    const caspian = cards(elements).find((card) => card.id === 'i3');
    expect(caspian?.notes).to.equal('n. 70–73, 75, 78');
    expect(caspian?.noteCount).to.equal(6);
  });

  it('keeps every word of a wording in its lines', () => {
    const argument = grownArgument(120, 7);
    for (const card of cards(drawElements(argument, drawing(argument)))) {
      expect(card.lines.join(' ')).to.equal(card.wording);
    }
  });

  it('draws a step with one premise as a plain arrow, linked premises through a joint', () => {
    const argument = sampleArgument();
    const { nodes, links } = drawElements(argument, drawing(argument));
    expect(links.find((link) => link.record === 's2')).to.include({ kind: 'support', from: 'i1', to: 'c1' });
    expect(nodes.some((node) => node.id === 'joint:s2')).to.equal(false);
    const linked = links.filter((link) => link.record === 's1');
    expect(linked.map(({ kind, from, to }) => [kind, from, to])).to.deep.equal([
      ['premise', 'd1', 'joint:s1'],
      ['premise', 'd2', 'joint:s1'],
      ['premise', 'd3', 'joint:s1'],
      ['support', 'joint:s1', 'c1'],
    ]);
  });

  it('lets an undercut strike the joint of a step, even of one with a single premise', () => {
    const argument = buildArgument([
      claim('a', 'conclusion', 'A'),
      claim('b', 'premise', 'B'),
      claim('c', 'premise', 'C'),
      step('s', ['b'], 'a'),
      attack('x', 'c', 's', 'undercut'),
    ]);
    const { links } = drawElements(argument, drawing(argument));
    expect(links.find((link) => link.record === 'x')).to.include({
      from: 'c',
      to: 'joint:s',
      isUndercut: true,
    });
    expect(links.filter((link) => link.record === 's').map((link) => link.kind)).to.deep.equal([
      'premise',
      'support',
    ]);
  });

  it('shows a folded group as one node with the number of its claims, and lifts its links', () => {
    const argument = sampleArgument();
    const elements = drawElements(argument, drawing(argument, { folded: new Set(['g3']) }));
    const inside = [...argument.claims.values()].filter((one) => one.group?.startsWith('g3'));
    const node = elements.nodes.find((one) => one.id === 'g3');
    expect(node).to.include({ kind: 'folded', count: inside.length });
    for (const one of inside) expect(elements.nodes.some((drawn) => drawn.id === one.id)).to.equal(false);
    expect(elements.groups.map((one) => one.id)).to.have.members(['g2', 'g4', 'g5']);
    // s1 links three claims of g3: outside it is one arrow.
    expect(elements.links.filter((link) => link.from === 'g3')).to.deep.include({
      id: 'step:s1',
      kind: 'support',
      record: 's1',
      from: 'g3',
      to: 'c1',
      isMutual: false,
      isUndercut: false,
      isImplicit: false,
      remark: '',
      count: 1,
    });
  });

  it('draws no link inside a folded group and leaves none without an end', () => {
    const argument = grownArgument(80, 3);
    for (const id of argument.groups.keys()) {
      const folded = new Set([id]);
      const { nodes, links } = drawElements(argument, drawing(argument, { folded }));
      const ids = new Set(nodes.map((node) => node.id));
      for (const link of links) {
        expect(ids.has(link.from), `${link.id} starts at ${link.from}`).to.equal(true);
        expect(ids.has(link.to), `${link.id} ends at ${link.to}`).to.equal(true);
        expect(link.from).not.to.equal(link.to);
      }
      for (const claimId of argument.claims.keys())
        expect(ids.has(shownAs(argument, folded, claimId))).to.equal(true);
    }
  });

  it('shows groups by colour: no boxes, a titled band on each card of a group', () => {
    const argument = sampleArgument();
    const boxed = drawElements(argument, drawing(argument));
    const coloured = drawElements(argument, drawing(argument, { groupsAs: 'colour' }));
    expect(coloured.groups).to.deep.equal([]);
    const tints = new Map<string, number>();
    for (const card of cards(coloured)) {
      const home = argument.claims.get(card.id)?.group ?? null;
      expect(card.tag?.group ?? null, card.id).to.equal(home);
      expect(card.group).to.equal(null);
      const before = cards(boxed).find((one) => one.id === card.id);
      expect(before?.tag).to.equal(null);
      expect(card.height - (before?.height ?? 0)).to.equal(tagMetrics.height);
      if (card.tag) tints.set(card.tag.group, card.tag.tint);
      expect(card.tag?.title.replace('…', '').length, 'the band says a title').to.be.greaterThan(0);
    }
    expect(new Set(tints.values()).size, 'each group has a tint of its own').to.equal(tints.size);
    expect(tints.size).to.be.greaterThan(3);
  });

  it('survives groups that contain each other', () => {
    const argument = buildArgument([
      group('one', 'I', 'One', 'two'),
      group('two', 'II', 'Two', 'one'),
      claim('a', 'premise', 'A', [], 'one'),
    ]);
    expect(drawElements(argument, drawing(argument)).nodes.map((node) => node.id)).to.deep.equal(['a']);
  });

  it('names a claim without a wording', () => {
    const argument = buildArgument([claim('a', 'premise', '   ')]);
    const { nodes } = drawElements(argument, drawing(argument));
    expect(nodes[0]).to.deep.include({ lines: ['Untitled claim'] });
  });
});
