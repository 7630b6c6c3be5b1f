/** What lies where on the map: cards before lines, lines within reach at every zoom, the innermost group, else nothing. */
import { expect } from '@open-wc/testing';
import type { Placed } from '../../src/map/drawer.ts';
import { distanceToRoute, nodesWithin, spotAt } from '../../src/map/spot.ts';
import { place } from './drawings.ts';
import { sampleArgument } from './sample.ts';

let placed: Placed;

before(async () => {
  placed = await place(sampleArgument());
});

const boxOf = (id: string) => {
  const box = placed.layout.nodes.get(id) ?? placed.layout.groups.get(id);
  if (!box) throw new Error(`${id} is not drawn.`);
  return box;
};

describe('what lies at a point of the map', () => {
  it('is the card, all over it and nowhere beside it', () => {
    for (const node of placed.elements.nodes.filter(({ kind }) => kind === 'card')) {
      const { x, y, width, height } = boxOf(node.id);
      for (const [dx, dy] of [
        [0, 0],
        [width / 2 - 1, height / 2 - 1],
        [1 - width / 2, 1 - height / 2],
      ] as const) {
        const spot = spotAt(placed, { x: x + dx, y: y + dy }, 1);
        expect(spot).to.deep.include({ kind: 'record', node: node.id });
      }
      const beside = spotAt(placed, { x: x + width / 2 + 1, y }, 1);
      expect(beside).not.to.deep.include({ node: node.id });
    }
  });

  it('is the step or the attack beside whose line it lies, as near on the screen at every zoom', () => {
    const link = placed.elements.links.find(({ kind }) => kind === 'attack');
    const route = placed.layout.links.get(link?.id ?? '') ?? [];
    const [start, next] = [route[0], route[1]];
    if (!link || !start || !next) throw new Error('The sample has no attack that is drawn.');
    const [middle, length] = [
      { x: (start.x + next.x) / 2, y: (start.y + next.y) / 2 },
      Math.hypot(next.x - start.x, next.y - start.y),
    ];
    const aside = { x: -(next.y - start.y) / length, y: (next.x - start.x) / length };
    for (const zoom of [0.5, 1, 2]) {
      const at = (px: number) =>
        spotAt(
          { ...placed, elements: { ...placed.elements, nodes: [], links: [link], groups: [] } },
          { x: middle.x + (aside.x * px) / zoom, y: middle.y + (aside.y * px) / zoom },
          zoom,
        );
      expect(at(7)).to.deep.include({ record: { kind: 'conflict', id: link.record } });
      expect(at(11)).to.deep.equal({ kind: 'empty' });
    }
  });

  it('is the inference where its premises meet', () => {
    for (const node of placed.elements.nodes) {
      if (node.kind !== 'joint') continue;
      const { x, y } = boxOf(node.id);
      expect(spotAt(placed, { x: x + 3, y: y + 3 }, 1)).to.deep.include({
        kind: 'record',
        record: { kind: 'inference', id: node.inference },
      });
    }
  });

  it('is the innermost group, its title apart, and nothing outside all', () => {
    const { x, y, width, height } = boxOf('g3a');
    const corner = { x: x - width / 2 + 3, y: y - height / 2 + 3 };
    expect(spotAt(placed, corner, 1)).to.deep.equal({
      kind: 'group',
      group: 'g3a',
      isFolded: false,
      isTitle: true,
    });
    expect(spotAt(placed, { x: -500, y: -500 }, 1)).to.deep.equal({ kind: 'empty' });
  });
});

describe('what a band touches', () => {
  it('is every card that it meets, whichever way it was drawn', () => {
    const ids = placed.elements.nodes.filter(({ kind }) => kind !== 'joint').map(({ id }) => id);
    const { width, height } = placed.layout;
    const all = [
      { x: 0, y: 0 },
      { x: width, y: height },
    ] as const;
    expect(nodesWithin(placed, all[0], all[1])).to.have.members(ids);
    expect(nodesWithin(placed, all[1], all[0])).to.have.members(ids);
    const { x, y } = boxOf('i1');
    expect(nodesWithin(placed, { x: x - 1, y: y - 1 }, { x: x + 1, y: y + 1 })).to.deep.equal(['i1']);
  });
});

describe('the distance to a route', () => {
  it('is that to its nearest stretch, and infinite where there is no route', () => {
    const route = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ];
    expect(distanceToRoute({ x: 5, y: 3 }, route)).to.equal(3);
    expect(distanceToRoute({ x: 14, y: 13 }, route)).to.equal(5);
    expect(distanceToRoute({ x: 0, y: 0 }, [])).to.equal(Infinity);
  });
});
