/** What can be read at any zoom: titles and shortened wordings that never cover one another. Laws, on generated maps. */
import { expect } from '@open-wc/testing';
import type { Elements } from '../../src/map/elements.ts';
import { boxedGroups, foldedAtFirst } from '../../src/map/fold.ts';
import { distanceAt } from '../../src/map/distance.ts';
import type { MapLayout } from '../../src/map/layout.ts';
import { titlesAt, type Title } from '../../src/map/map-titles.ts';
import { textWidth } from '../../src/map/measure.ts';
import { lightPalette } from '../../src/map/palette.ts';
import { shortWords, wordsArea } from '../../src/map/short-words.ts';
import { areOver, Taken, type Area } from '../../src/map/taken.ts';
import { place } from './drawings.ts';
import { grownArgument, seeded } from './grown.ts';
import { sampleArgument } from './sample.ts';

interface Drawn {
  readonly elements: Elements;
  readonly layout: MapLayout;
}

const zooms = [0.04, 0.06, 0.09, 0.13, 0.18, 0.219, 0.22, 0.27, 0.33, 0.4, 0.5, 0.535, 0.536, 0.7, 1, 1.6, 3];
const none: ReadonlySet<string> = new Set();
const titles = ({ elements, layout }: Drawn, zoom: number, important = none): readonly Title[] =>
  titlesAt(elements, layout, zoom, lightPalette.fontText, important);

/** The words on the cards, as they are written from some way off. */
const wordAreas = ({ elements, layout }: Drawn, zoom: number): Area[] => {
  const there = titles({ elements, layout }, zoom);
  return elements.nodes.flatMap((node) => {
    const box = layout.nodes.get(node.id);
    if (!box || node.kind === 'joint') return [];
    const words = shortWords(node, box, zoom, lightPalette.fontText, there);
    return words ? [wordsArea(words, box)] : [];
  });
};

const inside = (area: Area, box: { x: number; y: number; width: number; height: number }): boolean =>
  area.left >= box.x - box.width / 2 - 0.01 &&
  area.right <= box.x + box.width / 2 + 0.01 &&
  area.top >= box.y - box.height / 2 - 0.01 &&
  area.bottom <= box.y + box.height / 2 + 0.01;

function noneOver(areas: readonly Area[], what: string): void {
  const taken = new Taken(600, 0);
  for (const area of areas) expect(taken.take(area), `${what}: ${JSON.stringify(area)}`).to.equal(true);
}

const maps: readonly (readonly [string, () => Promise<Drawn>])[] = [
  ['the sample', () => place(sampleArgument())],
  ['the sample, turned', () => place(sampleArgument(), 'right')],
  ['40 claims', () => place(grownArgument(40, 11))],
  [
    '120 claims as they open',
    () => {
      const graph = grownArgument(120, 12);
      return place(graph, 'up', { folded: foldedAtFirst(graph), boxes: boxedGroups(graph) });
    },
  ],
];

describe('the words on a map at any zoom', () => {
  for (const [name, make] of maps) {
    it(`never cover one another, and can be read (${name})`, async function () {
      this.timeout(60_000);
      const drawn = await make();
      for (const zoom of zooms) {
        const there = titles(drawn, zoom);
        const at = `${name} at ${zoom}`;
        noneOver(
          distanceAt(zoom) === 'mid'
            ? [...there.map((one) => one.area), ...wordAreas(drawn, zoom)]
            : there.map((one) => one.area),
          at,
        );
        for (const { font, lines, area } of there) {
          const size = Number(/(\d+(?:\.\d+)?)px/u.exec(font)?.[1]);
          expect(size, at).to.be.at.least(11);
          const width = Math.max(...lines.map(textWidth(font))) / zoom;
          expect(area.right - area.left, at).to.be.closeTo(width, 0.01);
        }
      }
    });
  }

  it('stay on their cards, and at the edge of their groups', async () => {
    const drawn = await place(grownArgument(40, 13));
    for (const zoom of [0.25, 0.35, 0.5]) {
      for (const node of drawn.elements.nodes) {
        const box = drawn.layout.nodes.get(node.id);
        if (!box || node.kind === 'joint') continue;
        const words = shortWords(node, box, zoom, lightPalette.fontText, titles(drawn, zoom));
        if (words) expect(inside(wordsArea(words, box), box), node.id).to.equal(true);
      }
      for (const { id, area } of titles(drawn, zoom)) {
        const box = drawn.layout.groups.get(id);
        expect(box && inside(area, box), `${id} at ${zoom}`).to.equal(true);
      }
    }
  });

  it('leave the place to the more important: a conclusion before a group, an outer group before an inner one', async () => {
    const drawn = await place(sampleArgument());
    const far = titles(drawn, 0.1);
    expect(far[0]?.id).to.equal('c1');
    const ids = far.map(({ id }) => id);
    const depth = new Map(drawn.elements.groups.map((group) => [group.id, group.depth]));
    const depths = ids.flatMap((id) => depth.get(id) ?? []);
    expect(depths).to.deep.equal([...depths].sort((one, other) => one - other));
    expect(titles(drawn, 0.1, new Set(['p12']))[0]?.id, 'what is found comes first').to.equal('p12');
  });

  it('name every outer group from far off, unless something more important stands there', async () => {
    const drawn = await place(sampleArgument());
    const far = titles(drawn, 0.2);
    for (const { id, parent } of drawn.elements.groups) {
      const box = drawn.layout.groups.get(id);
      if (parent !== null || !box || far.some((title) => title.id === id)) continue;
      const area = {
        left: box.x - box.width / 2,
        right: box.x + box.width / 2,
        top: box.y - box.height / 2,
        bottom: box.y + box.height / 2,
      };
      const before = far.filter((title) => title.depth === 0 && areOver(title.area, area));
      expect(
        before.map((title) => title.id),
        id,
      ).to.include.oneOf(['c1', 'c2']);
    }
  });

  it('begin at the right where they are written from right to left', async () => {
    const drawn = await place(sampleArgument());
    const elements: Elements = {
      ...drawn.elements,
      groups: drawn.elements.groups.map((group) => ({ ...group, title: 'الصراع على بحر قزوين' })),
    };
    for (const { id, isBackward, x, area } of titles({ ...drawn, elements }, 0.5)) {
      expect(isBackward).to.equal(true);
      expect(x).to.equal(area.right);
      const box = drawn.layout.groups.get(id);
      expect(box && box.x + box.width / 2 - area.right).to.be.within(0, 20);
    }
  });
});

describe('places that are taken', () => {
  it('are found out as comparing each with each would', () => {
    for (const seed of [1, 2, 3, 4]) {
      const random = seeded(seed);
      const taken = new Taken(40, 0);
      const there: Area[] = [];
      for (let trial = 0; trial < 300; trial += 1) {
        const [left, top] = [random() * 1000 - 500, random() * 1000 - 500];
        const area = { left, top, right: left + random() * 120, bottom: top + random() * 60 };
        const isFree = !there.some((one) => areOver(one, area));
        expect(taken.take(area)).to.equal(isFree);
        if (isFree) there.push(area);
      }
    }
  });
});
