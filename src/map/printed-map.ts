/** The map for a sheet of paper: the drawing that can be read best when it is scaled to fit, as SVG on white. */
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { aboutClaim } from './about-claim.ts';
import { cardMetrics, mapFonts } from './card.ts';
import { MapDrawer, type Placed } from './drawer.ts';
import { drawElements, type Drawing } from './elements.ts';
import { boxedGroups, foldedAtFirst } from './fold.ts';
import type { Direction } from './layout.ts';
import { nodeLabels } from './node-labels.ts';
import { noteLabels } from './note-labels.ts';
import { lightPalette, type Palette } from './palette.ts';
import { writeSvg } from './svg.ts';

/** A map as it fits on one page. */
export interface PrintedMap {
  readonly svg: string;
  /** Its size in CSS px before it is scaled. */
  readonly width: number;
  readonly height: number;
  /** True where it is read best on a page turned sideways. */
  readonly isWide: boolean;
  /** True where groups are folded, since the whole could not be read on one page. */
  readonly isFolded: boolean;
  /** Size of the wordings on the page, in points. */
  readonly points: number;
}

const mm = 96 / 25.4;

// What A4 and Letter both leave inside the margins of the sheet, less the heading and the caption.
const upright = { width: 188 * mm, height: 228 * mm };
const sideways = { width: 257 * mm, height: 160 * mm };

/** Smaller than this (in points) and the wordings cannot be read in print. */
const readable = 5;

/** No map is laid out so densely that its cards fill more than this share of it. */
const densest = 0.5;

/** Whether cards of this many px² can be read on one page; what surely cannot is not laid out at all. */
const mayFit = (area: number): boolean => {
  const scale = readable / (cardMetrics.text * 0.75);
  return area / densest <= (upright.width * upright.height) / scale ** 2;
};

/** Ink on white; the hues of the roles turn into dark greys where there is no colour. */
const paperPalette: Palette = {
  ...lightPalette,
  paper: '#ffffff',
  card: '#ffffff',
  ink: '#000000',
  inkSoft: '#333333',
};

const fit = (
  page: { readonly width: number; readonly height: number },
  width: number,
  height: number,
): number => Math.min(1, page.width / width, page.height / height);

function write(desk: Desk, placed: Placed, isFolded: boolean): PrintedMap {
  const { id, front } = desk.paper;
  const { svg, width, height } = writeSvg({
    ...placed,
    palette: paperPalette,
    isTransparent: true,
    area: null,
    title: null,
    citation: null,
    hasLegend: true,
    date: null,
    captions: [],
    fontFaces: '',
    // A sheet of paper is not opened again.
    notebook: {
      type: 'warrant-notebook',
      version: 1,
      id,
      name: '',
      creator: '',
      paper: { id, title: front.title, hash: '' },
      records: [],
    },
    hrefOf: (claim) => `#printed-claim-${encodeURIComponent(claim)}`,
    aboutOf: (claim) => aboutClaim(desk, claim),
    // Paper has no tooltips.
    aboutLink: () => '',
    labelOf: (node) => nodeLabels(desk).get(node) ?? null,
  });
  const [flat, tall] = [fit(sideways, width, height), fit(upright, width, height)];
  const points = cardMetrics.text * Math.max(flat, tall) * 0.75;
  return { svg, width, height, isWide: flat > tall, isFolded, points };
}

/**
 * The desk's map: whole where its words can be read on one page, else with its groups folded. `keyOf` names a claim
 * as the printed text does. Null where there are no claims; rejects with `Fault('map/layout')`.
 */
export async function printedMap(desk: Desk, keyOf: (claim: string) => string): Promise<PrintedMap | null> {
  const graph = argument(desk);
  if (graph.claims.size === 0) return null;
  const labels = noteLabels(desk.paper);
  const drawing: Drawing = {
    folded: new Set(),
    boxes: boxedGroups(graph),
    fonts: mapFonts(paperPalette.fontText, paperPalette.fontUi),
    noteLabel: (note) => labels.get(note) ?? note,
    isOwn: (claim) => canEdit(desk, claim),
    keyOf,
  };
  const drawer = new MapDrawer();
  const best = async (folded: ReadonlySet<string>): Promise<PrintedMap | null> => {
    const found: PrintedMap[] = [];
    for (const direction of ['up', 'right'] satisfies Direction[]) {
      const placed = await drawer.place(graph, { ...drawing, folded }, direction);
      if (placed) found.push(write(desk, placed, folded.size > 0));
    }
    return found.toSorted((one, other) => other.points - one.points)[0] ?? null;
  };
  try {
    const folded = foldedAtFirst(graph);
    if (folded.size === 0) return await best(folded);
    const { nodes } = drawElements(graph, drawing);
    const area = nodes.reduce((sum, { width, height }) => sum + width * height, 0);
    const whole = mayFit(area) ? await best(new Set()) : null;
    return whole && whole.points >= readable ? whole : await best(folded);
  } finally {
    drawer.dispose();
  }
}
