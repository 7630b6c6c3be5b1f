/**
 * The page that `pictures.mjs` measures: 1,000 grown claims, all open. `layOut()` answers their places, which the other calls find
 * in `given`, so that none of them has a layout in it: `writePicture()` writes the SVG, `drawCanvas()` draws the whole map on the
 * map's own canvas, `writeWords()` writes all words at full size on one canvas; `savePng(scale)` makes a PNG.
 */
import { MapCanvas } from '../../src/map/canvas.ts';
import { drawElements } from '../../src/map/elements.ts';
import { LayoutEngine } from '../../src/map/elk.ts';
import { boxedGroups } from '../../src/map/fold.ts';
import { paintInk } from '../../src/map/ink.ts';
import { fromElk, toElk, type Box, type MapLayout, type Point } from '../../src/map/layout.ts';
import { mendedLayout } from '../../src/map/mended-layout.ts';
import { lightPalette } from '../../src/map/palette.ts';
import { makePng } from '../../src/map/png.ts';
import { layoutOf } from '../../src/map/room.ts';
import { writeSvg, type SvgPicture } from '../../src/map/svg.ts';
import { buildArgument } from '../../src/model/argument.ts';
import { drawing } from '../map/drawings.ts';
import { notebook } from '../map/svg-picture.ts';
import { benchRecords, benchStage, painted } from './bench-graphs.ts';

const records = await benchRecords(1000);
const graph = buildArgument(records);
const stage = await benchStage();
const elements = drawElements(graph, drawing(graph, { boxes: boxedGroups(graph) }));

/** A layout as lists, which can be handed from page to page. */
interface Given {
  readonly nodes: readonly (readonly [string, Box])[];
  readonly groups: readonly (readonly [string, Box])[];
  readonly links: readonly (readonly [string, readonly Point[]])[];
}

async function layOut(): Promise<Given> {
  const engine = new LayoutEngine();
  const result = await engine.layOut(toElk(elements, 'up'));
  engine.dispose();
  if (!result) throw new RangeError('The layout was overtaken.');
  const { nodes, groups, links } = mendedLayout(elements, fromElk(result, elements), 'up');
  return { nodes: [...nodes], groups: [...groups], links: [...links] };
}

function givenLayout(): MapLayout {
  const { given } = globalThis as { given?: Given };
  if (!given) throw new RangeError('No layout was given.');
  return layoutOf(new Map(given.nodes), new Map(given.groups), new Map(given.links));
}

/** With title, citation, legend, links and the records inside, as it is exported; the fonts' data are left out. */
function picture(): SvgPicture {
  return writeSvg({
    elements,
    layout: givenLayout(),
    palette: lightPalette,
    isTransparent: false,
    area: null,
    title: 'Russia and Azerbaijan',
    citation: 'Murat Gül, “Russia and Azerbaijan”, 2008.',
    hasLegend: true,
    date: '1 January 2026',
    captions: [],
    fontFaces: '',
    notebook: notebook(records),
    hrefOf: (id) => `https://example.org/#/sample?claim=${encodeURIComponent(id)}`,
    aboutLink: (id) => graph.inferences.get(id)?.gist ?? graph.conflicts.get(id)?.gist ?? '',
    aboutOf: (id) => graph.claims.get(id)?.wording ?? '',
    labelOf: () => null,
  });
}

const writePicture = (): number => picture().svg.length;

async function drawCanvas(): Promise<void> {
  const canvas = new MapCanvas(stage, lightPalette, {
    hovered: () => undefined,
    tapped: () => undefined,
    toggled: () => undefined,
    painted: () => undefined,
  });
  const open = { id: null, direction: 'up', place: null } as const;
  canvas.show({ elements, layout: givenLayout() }, { hold: null, open });
  await painted();
}

const none: ReadonlySet<string> = new Set();

/** All of the map is on the canvas, small; the words are those that are written at full size. */
function writeWords(): number {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1280, 900];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new RangeError('The browser draws on no canvas.');
  const layout = givenLayout();
  const scale = Math.min(canvas.width / layout.width, canvas.height / layout.height);
  context.setTransform(scale, 0, 0, scale, -layout.left * scale, -layout.top * scale);
  paintInk(
    context,
    {
      elements,
      layout,
      palette: lightPalette,
      important: none,
      dimmed: none,
      fallen: none,
      weakened: none,
      labels: new Map(),
    },
    { x: layout.left, y: layout.top, width: layout.width, height: layout.height, zoom: 1 },
  );
  // What was asked of a canvas may be done late: reading waits for it.
  return context.getImageData(0, 0, 1, 1).data.length;
}

interface SavedPng {
  /** Size of the map in px. */
  readonly map: readonly [number, number];
  readonly scale: number;
  /** As the file's header says. */
  readonly pixels: readonly [number, number];
  /** True where the file ends as a PNG does. */
  readonly isWhole: boolean;
  readonly bytes: number;
  /** Wall time in ms. */
  readonly time: number;
}

async function savePng(scale: number): Promise<SavedPng> {
  const drawn = picture();
  const start = performance.now();
  const png = await makePng(drawn, { scale, notebook: notebook(records) });
  const time = performance.now() - start;
  const head = new DataView(await png.blob.slice(0, 24).arrayBuffer());
  const end = await png.blob.slice(-8, -4).text();
  return {
    map: [drawn.width, drawn.height],
    scale: png.scale,
    pixels: [head.getUint32(16), head.getUint32(20)],
    isWhole: end === 'IEND',
    bytes: png.blob.size,
    time,
  };
}

Object.assign(globalThis, { layOut, writePicture, drawCanvas, writeWords, savePng });
