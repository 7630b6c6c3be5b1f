/** Places: no card on another, every link from box to box, evidence below (or left of) what it supports. */
import { expect } from '@open-wc/testing';
import type { Argument } from '../../src/model/argument.ts';
import { LayoutEngine } from '../../src/map/elk.ts';
import { drawElements, type Elements } from '../../src/map/elements.ts';
import { toElk, type Box, type MapLayout, type Point } from '../../src/map/layout.ts';
import { Fault } from '../../src/model/fault.ts';
import { drawing, place } from './drawings.ts';
import { grownArgument, grownRecords } from './grown.ts';
import { sampleArgument } from './sample.ts';

const touches = (one: Box, other: Box): boolean =>
  Math.abs(one.x - other.x) * 2 < one.width + other.width &&
  Math.abs(one.y - other.y) * 2 < one.height + other.height;

const isOnRim = (point: Point, box: Box): boolean => {
  const [dx, dy] = [Math.abs(point.x - box.x) - box.width / 2, Math.abs(point.y - box.y) - box.height / 2];
  return Math.max(dx, dy) <= 1 && Math.min(Math.abs(dx), Math.abs(dy)) <= 1;
};

function checkPlaces(elements: Elements, layout: MapLayout): void {
  const boxes = elements.nodes.map((node) => [node.id, layout.nodes.get(node.id)] as const);
  boxes.forEach(([id, box], at) => {
    expect(box, `${id} has a place`).not.to.equal(undefined);
    if (!box) return;
    expect(box.x - box.width / 2).to.be.at.least(0);
    expect(box.x + box.width / 2).to.be.at.most(layout.width);
    expect(box.y + box.height / 2).to.be.at.most(layout.height);
    for (const [other, place] of boxes.slice(at + 1)) {
      expect(place && touches(box, place), `${id} and ${other} overlap`).to.equal(false);
    }
  });
  for (const link of elements.links) {
    const route = layout.links.get(link.id) ?? [];
    const [start, end] = [route[0], route.at(-1)];
    const [from, to] = [layout.nodes.get(link.from), layout.nodes.get(link.to)];
    expect(start && from && isOnRim(start, from), `${link.id} starts at its box`).to.equal(true);
    expect(end && to && isOnRim(end, to), `${link.id} ends at its box`).to.equal(true);
  }
}

function checkRoutes(elements: Elements, layout: MapLayout): void {
  for (const link of elements.links) {
    const route = layout.links.get(link.id) ?? [];
    for (const node of elements.nodes) {
      const box = layout.nodes.get(node.id);
      if (!box || node.id === link.from || node.id === link.to) continue;
      const inner = { ...box, width: box.width - 2, height: box.height - 2 };
      route.slice(1).forEach((point, at) => {
        const before = route[at] as Point;
        const piece = {
          x: (point.x + before.x) / 2,
          y: (point.y + before.y) / 2,
          width: Math.abs(point.x - before.x),
          height: Math.abs(point.y - before.y),
        };
        expect(touches(piece, inner), `${link.id} runs through ${node.id}`).to.equal(false);
      });
    }
  }
}

function checkFlow(argument: Argument, layout: MapLayout, axis: 'x' | 'y'): void {
  for (const inference of argument.inferences.values()) {
    const conclusion = layout.nodes.get(inference.conclusion);
    for (const premise of inference.premises) {
      const box = layout.nodes.get(premise.claim);
      const ahead = (box?.[axis] ?? NaN) - (conclusion?.[axis] ?? NaN);
      expect(
        axis === 'y' ? ahead : -ahead,
        `${premise.claim} before ${inference.conclusion}`,
      ).to.be.greaterThan(0);
    }
  }
}

const graphOf = (argument: Argument) => toElk(drawElements(argument, drawing(argument)), 'up');

describe('layout of the map', () => {
  it('places the sample, conclusion on top', async () => {
    const argument = sampleArgument();
    const { elements, layout } = await place(argument);
    checkPlaces(elements, layout);
    checkRoutes(elements, layout);
    checkFlow(argument, layout, 'y');
  });

  it('places the sample from left to right', async () => {
    const argument = sampleArgument();
    const { elements, layout } = await place(argument, 'right');
    checkPlaces(elements, layout);
    checkRoutes(elements, layout);
    checkFlow(argument, layout, 'x');
  });

  for (const seed of [1, 2, 3]) {
    it(`places a grown argument, folded and open (${seed})`, async () => {
      const argument = grownArgument(60, seed);
      for (const folded of [new Set<string>(), new Set(['g1', 'g2'])]) {
        const { elements, layout } = await place(argument, 'up', { folded });
        checkPlaces(elements, layout);
        checkRoutes(elements, layout);
      }
    });
  }

  it('keeps the claims of a group inside its box, and others out', async () => {
    const argument = sampleArgument();
    const { layout } = await place(argument);
    const issues = layout.groups.get('g4');
    if (!issues) throw new Error('The group has no box.');
    for (const one of argument.claims.values()) {
      const box = layout.nodes.get(one.id);
      expect(box && touches(box, issues), one.id).to.equal(one.group === 'g4');
    }
  });

  it('lets the newest wish win and cancels at once', async () => {
    const engine = new LayoutEngine();
    const large = graphOf(grownArgument(300, 5));
    const small = graphOf(sampleArgument());
    const first = engine.layOut(large);
    const second = engine.layOut(small);
    expect(await first).to.equal(null);
    expect((await second)?.children).to.have.length.greaterThan(3);
    const third = engine.layOut(large);
    const start = performance.now();
    engine.cancel();
    expect(await third).to.equal(null);
    expect(performance.now() - start).to.be.lessThan(100);
    engine.dispose();
  });

  it('answers a failure of the engine with a fault', async () => {
    const engine = new LayoutEngine();
    const broken = {
      id: 'map',
      children: [],
      edges: [{ id: 'e', sources: ['nowhere'], targets: ['nowhere'] }],
    };
    const fault: unknown = await engine.layOut(broken).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(Fault);
    expect((fault as Fault).code).to.equal('map/layout');
    engine.dispose();
  });

  it('grows the same argument from the same seed', () => {
    expect(grownRecords(40, 9)).to.deep.equal(grownRecords(40, 9));
    expect(grownRecords(40, 9)).not.to.deep.equal(grownRecords(40, 8));
  });
});
