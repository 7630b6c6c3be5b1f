/** The one writer of the map as SVG: words as text, a link from each claim to its passage, the map's records inside. */
import { drawCaptions, type Caption } from './captions.ts';
import type { NotebookFile } from '../model/notebook-file.ts';
import type { Elements } from './elements.ts';
import type { Box, MapLayout } from './layout.ts';
import { drawLegend } from './legend.ts';
import { textWidth, wrapText } from './measure.ts';
import type { Palette } from './palette.ts';
import { linkSvg } from './svg-links.ts';
import { notebookMetadata } from './svg-notebook.ts';
import { groupTitle, groupWash, nodeSvg, type ClaimWords } from './svg-nodes.ts';
import { orElse } from './untitled.ts';
import { attributes, escapeXml, lineStart, round, textLine, type LineSet } from './svg-text.ts';

/** What a picture is made of. */
export interface Picture extends ClaimWords {
  readonly elements: Elements;
  readonly layout: MapLayout;
  readonly palette: Palette;
  readonly isTransparent: boolean;
  /** The part to show, in map px (`x`, `y`: its centre); null for the whole map. */
  readonly area: Box | null;
  readonly title: string | null;
  readonly citation: string | null;
  readonly hasLegend: boolean;
  readonly date: string | null;
  /** Notes to be told beneath the map; empty for none. */
  readonly captions: readonly Caption[];
  /** `@font-face` rules with the fonts as data; empty leaves the fonts to the reader's machine. */
  readonly fontFaces: string;
  /** What is drawn, as records: an exported picture can be opened again. */
  readonly notebook: NotebookFile;
}

/** A picture as SVG, with its size in px. */
export interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** True where nothing is painted behind it. */
  readonly isTransparent: boolean;
  /** A point (px) that a card covers: where a raster of it must not be blank. */
  readonly proof: { readonly x: number; readonly y: number };
}

const padding = 32;
/** Narrower, and title and legend would stand in columns. */
const minWidth = 560;

const overlaps = (box: Box, area: Box): boolean =>
  Math.abs(box.x - area.x) * 2 < box.width + area.width &&
  Math.abs(box.y - area.y) * 2 < box.height + area.height;

interface Placement {
  readonly svg: string;
  readonly height: number;
}

const nothingPlaced: Placement = { svg: '', height: 0 };

/** Wrapped lines from `y` on; answers the height they take. */
function block(text: string | null, y: number, width: number, leading: number, set: LineSet): Placement {
  if (!text?.trim()) return nothingPlaced;
  const measure = textWidth(`${set.weight ?? 400} ${set.size}px ${set.family}`);
  const lines = wrapText(text, width, measure);
  const { x, isBackward } = lineStart(text, 0, width);
  const svg = lines.map((line, index) =>
    textLine(line, x, y + set.size + index * leading, { ...set, isBackward }),
  );
  return { svg: svg.join(''), height: lines.length * leading };
}

function mapSvg(picture: Picture, area: Box): string {
  const { elements, layout, palette } = picture;
  const parts: string[] = [];
  // Outer washes lie beneath the inner ones.
  const groups = elements.groups
    .toSorted((one, other) => one.depth - other.depth)
    .flatMap((group) => {
      const box = layout.groups.get(group.id);
      return box && overlaps(box, area) ? [{ group, box }] : [];
    });
  for (const { group, box } of groups) parts.push(groupWash(palette, group.depth, box));
  for (const link of elements.links)
    parts.push(linkSvg(palette, link, layout.links.get(link.id) ?? [], picture.aboutLink(link.record)));
  for (const { group, box } of groups) parts.push(groupTitle(palette, group, box));
  for (const node of elements.nodes) {
    const box = layout.nodes.get(node.id);
    if (box && overlaps(box, area)) parts.push(nodeSvg(palette, node, box, picture));
  }
  return parts.join('\n');
}

const describe = ({ notebook: { records } }: Picture): string => {
  const count = (kind: string): number => records.filter((record) => record.kind === kind).length;
  return `An argument map of ${count('claim')} claims, ${count('inference')} inferences and ${count('conflict')} conflicts. Evidence stands below or left of what it supports.`;
};

/** A point inside the first card that shows; the middle of the area where none does. */
function proofPoint({ elements, layout }: Picture, area: Box): { x: number; y: number } {
  const inside = ({ x, y }: Box): boolean =>
    Math.abs(x - area.x) < area.width / 2 - 2 && Math.abs(y - area.y) < area.height / 2 - 2;
  const boxes = elements.nodes
    .filter((node) => node.kind !== 'joint')
    .map((node) => layout.nodes.get(node.id));
  return boxes.find((box) => box !== undefined && inside(box)) ?? area;
}

/** Title and citation, set for a column of `width` px. */
function headBlock({ palette, title, citation }: Picture, width: number): Placement {
  const serif: LineSet = { size: 24, weight: 600, family: palette.fontText, fill: palette.ink };
  const small: LineSet = { size: 14, family: palette.fontText, fill: palette.inkSoft };
  const first = block(title, 0, width, 32, serif);
  const second = block(citation, first.height, width, 20, small);
  const height = first.height + second.height;
  return height > 0 ? { svg: first.svg + second.svg, height: height + 20 } : nothingPlaced;
}

/** Placements one below the other, each with room above it. */
function stacked(parts: readonly (readonly [Placement, number])[]): Placement {
  let height = 0;
  const svg = parts.map(([part, room]) => {
    if (part.height === 0) return '';
    height += room;
    const placed = `<g transform="translate(0 ${round(height)})">${part.svg}</g>`;
    height += part.height;
    return placed;
  });
  return { svg: svg.join(''), height };
}

/** Legend, notes and date, set for a column of `width` px. */
function footBlock({ elements, palette, hasLegend, captions, date }: Picture, width: number): Placement {
  const legend = hasLegend ? drawLegend(elements, palette, width) : nothingPlaced;
  const set: LineSet = { size: 12, family: palette.fontUi, fill: palette.inkSoft };
  return stacked([
    [legend, 24],
    [drawCaptions(captions, palette, width), 28],
    [block(date, 0, width, 18, set), 20],
  ]);
}

const wholeOf = ({ left, top, width, height }: MapLayout): Box => ({
  x: left + width / 2,
  y: top + height / 2,
  width,
  height,
});

/** Words beside a large map are set larger, or they would be lost beside it. */
const marginScale = (width: number): number => Math.min(4, Math.max(1, width / 1600));

const at = (x: number, y: number, scale: number, svg: string): string =>
  svg && `<g transform="translate(${round(x)} ${round(y)}) scale(${round(scale)})">${svg}</g>`;

function opening(picture: Picture, width: number, height: number): string {
  const root = attributes({
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'graphics-document',
    'aria-labelledby': 'map-title map-desc',
  });
  const ground = attributes({ width, height, fill: picture.palette.paper });
  return [
    `<svg${root}>`,
    `<title id="map-title">${escapeXml(orElse(picture.title, 'Argument map'))}</title>`,
    `<desc id="map-desc">${escapeXml(describe(picture))}</desc>`,
    notebookMetadata(picture.notebook),
    picture.fontFaces ? `<style>${escapeXml(picture.fontFaces)}</style>` : '',
    picture.isTransparent ? '' : `<rect${ground}/>`,
  ].join('\n');
}

/** Writes a picture: title and citation above, the map, legend and date below. */
export function writeSvg(picture: Picture): SvgPicture {
  const area = picture.area ?? wholeOf(picture.layout);
  const inner = Math.ceil(Math.max(area.width, minWidth));
  const scale = marginScale(inner);
  const pad = Math.ceil(padding * scale);
  const width = inner + pad * 2;
  const head = headBlock(picture, inner / scale);
  const foot = footBlock(picture, inner / scale);
  const top = pad + head.height * scale;
  const footTop = top + area.height;
  const height = Math.ceil(footTop + foot.height * scale + pad);
  const left = (width - area.width) / 2;
  const [areaLeft, areaTop] = [area.x - area.width / 2, area.y - area.height / 2];
  const frame = attributes({
    x: left,
    y: top,
    width: area.width,
    height: area.height,
    viewBox: [areaLeft, areaTop, area.width, area.height].map(round).join(' '),
    overflow: 'hidden',
  });
  const svg = [
    opening(picture, width, height),
    at(pad, pad, scale, head.svg),
    `<svg${frame}>${mapSvg(picture, area)}</svg>`,
    at(pad, footTop, scale, foot.svg),
    '</svg>',
  ];
  const proof = proofPoint(picture, area);
  return {
    svg: svg.filter(Boolean).join('\n'),
    width,
    height,
    isTransparent: picture.isTransparent,
    proof: { x: left + proof.x - areaLeft, y: top + proof.y - areaTop },
  };
}
