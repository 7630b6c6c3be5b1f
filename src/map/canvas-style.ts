/** The Cytoscape stylesheet of the map. Its classes are those of `canvas-json.ts`. */
import type { EdgeSingular, StylesheetJson } from 'cytoscape';
import { claimRoles } from '../model/argument-records.ts';
import { roleLooks } from './card.ts';
import type { Distance } from './distance.ts';
import { washColour, type Palette } from './palette.ts';

const shapes = { round: 'round-rectangle', cut: 'cut-rectangle', plain: 'round-rectangle' } as const;

/** How much thicker lines are drawn from far off: thinner than a pixel they would break up. */
const thickness: Readonly<Record<Distance, number>> = { near: 1, mid: 1.9, far: 3.6 };

const roleStyles = (palette: Palette, thick: number): StylesheetJson =>
  claimRoles.map((role) => {
    const look = roleLooks[role];
    return {
      selector: `node.${role}`,
      style: {
        shape: shapes[look.shape],
        'corner-radius': `${look.corner}px`,
        'border-width': look.border * thick,
        'border-color': palette.roles[role],
      },
    };
  });

const nodeStyles = (palette: Palette, thick: number): StylesheetJson => [
  {
    selector: 'node',
    style: { width: 'data(w)', height: 'data(h)', 'border-position': 'inside', 'overlay-opacity': 0 },
  },
  {
    selector: 'node.group',
    style: {
      shape: 'round-rectangle',
      'corner-radius': '8px',
      'z-compound-depth': 'bottom',
    },
  },
  ...[1, 2, 3, 4].map((depth) => ({
    selector: `node.depth-${depth}`,
    // Outer groups come first in a drawing only if they are told to.
    style: { 'background-color': washColour(palette, depth), 'z-index': depth },
  })),
  { selector: 'node.card', style: { 'background-color': palette.card } },
  ...roleStyles(palette, thick),
  {
    selector: 'node.open',
    style: {
      'background-color': palette.paper,
      'border-style': 'dashed',
      'border-dash-pattern': [5 * thick, 4 * thick],
    },
  },
  {
    selector: 'node.folded',
    style: {
      shape: 'round-rectangle',
      'corner-radius': '8px',
      'background-color': palette.card,
      'border-width': thick,
      'border-color': palette.inkSoft,
    },
  },
  { selector: 'node.joint', style: { shape: 'ellipse', 'background-color': palette.inkSoft } },
];

// Cytoscape's own types do not know `endpoints` yet.
const atEndpoints = 'endpoints' as 'intersection';

const routeStyles = (thick: number): StylesheetJson => [
  {
    selector: 'edge',
    style: {
      width: (link: EdgeSingular) => Number(link.data('width')) * thick,
      'source-endpoint': 'data(start)',
      'target-endpoint': 'data(end)',
      'curve-style': 'straight',
      'edge-distances': atEndpoints,
      'overlay-opacity': 0,
      'arrow-scale': 1.1,
    },
  },
  {
    selector: 'edge.bent',
    style: {
      'curve-style': 'round-segments',
      'segment-weights': 'data(weights)',
      'segment-distances': 'data(distances)',
      'segment-radii': [7],
      'radius-type': 'arc-radius',
    },
  },
];

const linkStyles = (palette: Palette, thick: number): StylesheetJson => [
  ...routeStyles(thick),
  { selector: 'edge', style: { 'line-color': palette.inkSoft } },
  {
    selector: 'edge.support',
    style: { 'target-arrow-shape': 'triangle', 'target-arrow-color': palette.inkSoft },
  },
  {
    selector: 'edge.remarked',
    style: {
      label: 'data(remark)',
      // Cytoscape takes no other quotes.
      'font-family': palette.fontUi.replaceAll("'", '"'),
      'font-size': 10.5,
      // Smaller it could not be read, and would only clutter.
      'min-zoomed-font-size': 7,
      color: palette.ink,
      'text-background-color': palette.paper,
      'text-background-opacity': 1,
      'text-background-padding': '2px',
    },
  },
  { selector: 'edge.implicit', style: { 'line-style': 'dotted' } },
  {
    selector: 'edge.attack',
    style: {
      'line-color': palette.attack,
      'line-style': 'dashed',
      'line-dash-pattern': [7 * thick, 4 * thick],
      'target-arrow-shape': 'tee',
      'target-arrow-color': palette.attack,
      'arrow-scale': 1.6,
    },
  },
  {
    selector: 'edge.mutual',
    style: { 'source-arrow-shape': 'tee', 'source-arrow-color': palette.attack },
  },
];

const stateStyles = (palette: Palette, thick: number): StylesheetJson => [
  // What falls: dotted and pale; ink writes a cross and strikes the words through.
  {
    selector: 'node.fallen',
    style: {
      opacity: 0.6,
      'background-color': palette.paper,
      'border-style': 'dashed',
      'border-dash-pattern': [1.5 * thick, 3 * thick],
      'border-color': palette.inkSoft,
    },
  },
  { selector: '.broken', style: { opacity: 0.35, 'line-style': 'dotted' } },
  { selector: '.dim', style: { opacity: 0.16 } },
  {
    selector: 'edge.near',
    style: { 'line-color': palette.ink, 'target-arrow-color': palette.ink, width: 2.25 * thick },
  },
  {
    selector: 'edge.attack.near',
    style: {
      'line-color': palette.attack,
      'target-arrow-color': palette.attack,
      'source-arrow-color': palette.attack,
    },
  },
  {
    selector: 'node.lit',
    style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.16, 'underlay-padding': 5 },
  },
  {
    selector: 'node.focus',
    style: { 'outline-color': palette.accent, 'outline-width': 2.5 * thick, 'outline-offset': 3 },
  },
  { selector: 'edge.focus, edge.lit', style: { width: 3 * thick } },
];

const chosenStyles = (palette: Palette, thick: number): StylesheetJson => [
  // Chosen together: a broad band around the card, apart from the focus's line.
  {
    selector: 'node.chosen',
    style: { 'underlay-color': palette.accent, 'underlay-opacity': 0.34, 'underlay-padding': 6 },
  },
  { selector: 'edge.chosen', style: { width: 3.5 * thick, 'line-color': palette.accent } },
  // What a thing that is being dragged would land on.
  {
    selector: 'node.target',
    style: {
      'outline-color': palette.accent,
      'outline-width': 3 * thick,
      'outline-style': 'dashed',
      'outline-offset': 5,
    },
  },
  {
    selector: 'edge.target',
    style: { width: 4 * thick, 'line-color': palette.accent, 'target-arrow-color': palette.accent },
  },
];

/** The whole stylesheet for a palette and a distance. */
export function canvasStyle(palette: Palette, distance: Distance): StylesheetJson {
  const thick = thickness[distance];
  return [
    ...nodeStyles(palette, thick),
    ...linkStyles(palette, thick),
    ...stateStyles(palette, thick),
    ...chosenStyles(palette, thick),
  ];
}

/**
 * Cytoscape writes a style element unless one with this id is there. The page's policy forbids that (its rule is
 * in styles/map.css), so an empty element takes the place.
 */
export function standInForStyles(): void {
  const id = '__________cytoscape_stylesheet';
  if (document.getElementById(id)) return;
  const standIn = document.createElement('template');
  standIn.id = id;
  document.head.append(standIn);
}
