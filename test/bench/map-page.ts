/**
 * The page that `map.mjs` measures. `drawByPane()` puts the map on the screen (with `?open` no group is folded) and `picture()` says
 * what Cytoscape was given; `drawPlain()` has Cytoscape alone draw a picture that was put in `given`, in the same places and the same view.
 */
import cytoscape, { type ElementDefinition, type StylesheetJson } from 'cytoscape';
import { argument } from '../../src/desk/desk.ts';
import '../../src/map/argument-map.ts';
import { canvasJson } from '../../src/map/canvas-json.ts';
import { mapFonts } from '../../src/map/card.ts';
import type { Placed } from '../../src/map/drawer.ts';
import { foldedAtFirst } from '../../src/map/fold.ts';
import { lightPalette } from '../../src/map/palette.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import { storeOf } from '../map/desk-of.ts';

const asked = new URLSearchParams(location.search);
const address: string = new URL('../../corpus/gul-2008/reading.json', import.meta.url).href;
const answer = await fetch(address);
const store = storeOf(((await answer.json()) as NotebookFile).records);
const graph = argument(store.desk);
const folded: ReadonlySet<string> = asked.has('open') ? new Set() : foldedAtFirst(graph);
const fonts = mapFonts(lightPalette.fontText, lightPalette.fontUi);
const stage = document.querySelector<HTMLElement>('#stage');
if (!stage) throw new Error('The page has no stage.');
stage.className = 'bench-stage';
const faces: readonly string[] = Object.values(fonts);
await Promise.all(faces.map((font) => document.fonts.load(font)));

/**
 * Resolves when what was drawn is on the screen and at rest. Cytoscape draws again as its textures get finer, for some
 * frames: an end soon after the first would count those redraws on one side and not on the other.
 */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
}

interface Picture {
  readonly elements: ElementDefinition[];
  readonly zoom: number;
  readonly pan: { readonly x: number; readonly y: number };
}

/** What the pane draws, as Cytoscape takes it, with the words as labels. */
function pictureOf(placed: Placed): Picture {
  const { nodes, groups } = placed.elements;
  const words = new Map<string, string>(groups.map(({ id, title }) => [id, title]));
  for (const node of nodes) {
    if (node.kind === 'card') words.set(node.id, node.wording);
    if (node.kind === 'folded') words.set(node.id, [...node.title, ...node.head].join(' '));
  }
  const elements = canvasJson(placed.elements, placed.layout);
  for (const { data } of elements) data['label'] = words.get(data.id ?? '') ?? '';
  const { zoom, x, y } = document.querySelector('map-canvas')?.view() ?? { zoom: 1, x: 0, y: 0 };
  return { elements, zoom, pan: { x: -x * zoom, y: -y * zoom } };
}

async function drawByPane(): Promise<void> {
  const pane = document.createElement('argument-map');
  const drawn = new Promise((resolve) => pane.addEventListener('map-drawn', resolve, { once: true }));
  pane.folded = folded;
  pane.store = store;
  stage?.append(pane);
  await drawn;
  await painted();
}

function picture(): Picture {
  const placed = document.querySelector('map-canvas')?.placed;
  if (!placed) throw new Error('Nothing is drawn.');
  return pictureOf(placed);
}

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
  {
    selector: 'edge.bent',
    style: {
      'curve-style': 'segments',
      'segment-weights': 'data(weights)',
      'segment-distances': 'data(distances)',
    },
  },
];

async function drawPlain(): Promise<void> {
  const given = (globalThis as { given?: Picture }).given;
  cytoscape({ container: stage, style: plainStyle, layout: { name: 'preset', fit: false }, ...given });
  await painted();
}

Object.assign(globalThis, { drawByPane, drawPlain, picture });
