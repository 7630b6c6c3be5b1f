/**
 * The page that `frames.mjs` measures: `?size=3000` claims, placed on a grid without the layout engine, drawn by our canvas or (`&plain`)
 * by Cytoscape alone with the same boxes and lines. `move('pan' | 'near' | 'mid' | 'far')` moves the view for sixty frames; the answer
 * is the longest of them, in ms.
 */
import cytoscape, { type Core, type StylesheetJson } from 'cytoscape';
import { canvasJson } from '../../src/map/canvas-json.ts';
import { MapCanvas } from '../../src/map/canvas.ts';
import { mapFonts } from '../../src/map/card.ts';
import { drawElements, type Elements } from '../../src/map/elements.ts';
import { boxedGroups } from '../../src/map/fold.ts';
import type { Box, MapLayout, Point } from '../../src/map/layout.ts';
import { lightPalette } from '../../src/map/palette.ts';
import { grownArgument } from '../map/grown.ts';

const asked = new URLSearchParams(location.search);
const graph = grownArgument(Number(asked.get('size') ?? 1000), 5);
const stage = document.querySelector<HTMLElement>('#stage');
if (!stage) throw new Error('The page has no stage.');
stage.className = 'bench-stage';
const fonts = mapFonts(lightPalette.fontText, lightPalette.fontUi);
const faces: readonly string[] = Object.values(fonts);
await Promise.all(faces.map((font) => document.fonts.load(font)));

/** Cards in rows, group by group, each in a box of its own: the figures are of drawing, not of the layout. */
function onGrid({ nodes, links, groups }: Elements): MapLayout {
  const perRow = Math.ceil(Math.sqrt(groups.length + 1));
  const [wide, high, side] = [1500, 900, 5];
  const count = new Map<string | null, number>();
  const order = new Map(groups.map((group, at) => [group.id, at]));
  const places = new Map<string, Box>();
  for (const { id, group, width, height } of nodes) {
    const block = (group === null ? undefined : order.get(group)) ?? groups.length;
    const at = count.get(group) ?? 0;
    count.set(group, at + 1);
    const x = (block % perRow) * wide + 160 + (at % side) * 280;
    const y = Math.floor(block / perRow) * high + 140 + Math.floor(at / side) * 190;
    places.set(id, { x, y, width, height });
  }
  const boxes = groups.map(({ id }, at): [string, Box] => {
    const corner = { x: (at % perRow) * wide, y: Math.floor(at / perRow) * high };
    const [width, height] = [wide - 60, high - 60];
    return [id, { x: corner.x + width / 2, y: corner.y + height / 2, width, height }];
  });
  const point = (id: string): Point => places.get(id) ?? { x: 0, y: 0 };
  const routes = links.map(({ id, from, to }): [string, Point[]] => [id, [point(from), point(to)]]);
  const rows = Math.ceil((groups.length + 1) / perRow);
  return {
    nodes: places,
    links: new Map(routes),
    groups: new Map(boxes),
    left: 0,
    top: 0,
    width: perRow * wide,
    height: rows * high,
  };
}

const elements = drawElements(graph, {
  folded: new Set(),
  boxes: boxedGroups(graph),
  groupsAs: 'boxes',
  fonts,
  noteLabel: (note) => note.replace('fn', ''),
  isOwn: () => false,
});
const layout = onGrid(elements);

const plainStyle: StylesheetJson = [
  {
    selector: 'node',
    style: {
      shape: 'round-rectangle',
      width: 'data(w)',
      height: 'data(h)',
      label: 'data(label)',
      'text-wrap': 'wrap',
      'text-max-width': '204px',
      'text-valign': 'center',
      'font-family': lightPalette.fontText,
      'font-size': 14,
      'background-color': lightPalette.card,
      'border-width': 1.5,
    },
  },
  { selector: 'node.group', style: { 'text-valign': 'top', 'z-index': -1 } },
  { selector: 'edge', style: { width: 1.5, 'curve-style': 'straight', 'target-arrow-shape': 'triangle' } },
];

function plain(): Core {
  const words = new Map<string, string>(elements.groups.map(({ id, title }) => [id, title]));
  for (const node of elements.nodes) if (node.kind === 'card') words.set(node.id, node.wording);
  const json = canvasJson(elements, layout);
  for (const { data } of json) data['label'] = words.get(data.id ?? '') ?? '';
  return cytoscape({
    container: stage,
    elements: json,
    style: plainStyle,
    layout: { name: 'preset', fit: false },
  });
}

function ours(): Core {
  const canvas = new MapCanvas(stage as HTMLElement, lightPalette, {
    hovered: () => undefined,
    tapped: () => undefined,
    toggled: () => undefined,
    painted: () => undefined,
  });
  canvas.show({ elements, layout }, { hold: null, open: { id: null, direction: 'up', place: null } });
  const { _cyreg: drawn } = stage as HTMLElement & { _cyreg?: { cy: Core } };
  if (!drawn) throw new Error('Nothing is drawn.');
  return drawn.cy;
}

const cy = asked.has('plain') ? plain() : ours();
const zooms = { near: 0.8, mid: 0.35, far: 0.08 } as const;
const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Goes where a measurement begins, and rests there. */
async function prepare(at: keyof typeof zooms): Promise<void> {
  cy.viewport({ zoom: zooms[at], pan: { x: -300, y: -200 } });
  for (let count = 0; count < 40; count += 1) await frame();
}

/** Sixty frames in which the view moves, or goes nearer and back; the longest in ms. */
async function move(how: 'pan' | 'zoom'): Promise<number> {
  let longest = 0;
  let before = await frame();
  for (let count = 0; count < 60; count += 1) {
    if (how === 'pan') cy.panBy({ x: count < 30 ? -9 : 9, y: count < 30 ? -5 : 5 });
    else cy.zoom({ level: cy.zoom() * (count < 30 ? 1.01 : 1 / 1.01), renderedPosition: { x: 400, y: 300 } });
    const now = await frame();
    longest = Math.max(longest, now - before);
    before = now;
  }
  return longest;
}

Object.assign(globalThis, { prepare, move });
