/**
 * The page that `map.mjs` measures: the paper's map, or with `?size=200` a grown one of so many claims. `drawByPane()` puts it on the
 * screen (with `?open` no group is folded) and tells of tasks over 50 ms; `picture()` says what Cytoscape was given; `drawPlain()` has
 * Cytoscape alone draw a picture that was put in `given`, in the same places and the same view.
 */
import cytoscape, { type ElementDefinition, type StylesheetJson } from 'cytoscape';
import { argument } from '../../src/desk/desk.ts';
import '../../src/map/argument-map.ts';
import { canvasJson } from '../../src/map/canvas-json.ts';
import type { Placed } from '../../src/map/drawer.ts';
import { foldedAtFirst } from '../../src/map/fold.ts';
import { lightPalette } from '../../src/map/palette.ts';
import { storeOf } from '../map/desk-of.ts';
import { benchRecords, benchStage, painted } from './bench-graphs.ts';
import { watchWorkers } from './watched-worker.ts';

const asked = new URLSearchParams(location.search);
const size = asked.get('size');
const store = storeOf(await benchRecords(size === null ? null : Number(size)));
const graph = argument(store.desk);
const folded: ReadonlySet<string> = asked.has('open') ? new Set() : foldedAtFirst(graph);
const stage = await benchStage();
const toEngine = watchWorkers();
const longTasks: PerformanceEntry[] = [];
new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });

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

/** Tasks of the main thread over 50 ms (wall): before the engine works, while it does, and after. */
interface Tasks {
  readonly before: readonly number[];
  readonly during: readonly number[];
  readonly after: readonly number[];
}

function tasksSince(start: number): Tasks {
  const layout = toEngine.findLast(({ command }) => command === 'layout');
  const [sent, answered] = [layout?.sent ?? Infinity, layout?.answered ?? Infinity];
  const tasks = longTasks.filter(({ startTime }) => startTime >= start);
  const lasting = (isIn: (begin: number, end: number) => boolean): number[] =>
    tasks
      .filter(({ startTime, duration }) => isIn(startTime, startTime + duration))
      .map((one) => one.duration);
  return {
    before: lasting((begin) => begin < sent),
    during: lasting((begin, end) => begin >= sent && end <= answered),
    after: lasting((begin, end) => begin >= sent && end > answered),
  };
}

async function drawByPane(): Promise<Tasks> {
  const start = performance.now();
  const pane = document.createElement('argument-map');
  const drawn = new Promise((resolve) => pane.addEventListener('map-drawn', resolve, { once: true }));
  pane.folded = folded;
  pane.store = store;
  stage.append(pane);
  await drawn;
  await painted();
  return tasksSince(start);
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
