/** The legend of an exported map: what its shapes and lines mean, only those that occur. */
import { claimRoles } from '../model/argument-records.ts';
import { cardMetrics, roleLooks } from './card.ts';
import type { Elements } from './elements.ts';
import type { Point } from './layout.ts';
import type { Link } from './links.ts';
import { textWidth } from './measure.ts';
import { tintColour, type Palette } from './palette.ts';
import { linkSvg } from './svg-links.ts';
import { cardBody } from './svg-nodes.ts';
import { attributes, textLine } from './svg-text.ts';

/** A legend with its size; the origin is its top left corner. */
export interface Legend {
  readonly svg: string;
  readonly height: number;
}

interface Entry {
  readonly label: string;
  /** Draws a sign into a box of `sign` px. */
  readonly sign: string;
}

const sign = { width: 44, height: 26 };
const gap = { text: 10, entry: 26, row: 14 };
const textSize = 12.5;

const shrink = (body: string): string => `<g transform="scale(0.5)">${body}</g>`;

const line = (palette: Palette, link: Partial<Link> & Pick<Link, 'kind'>, route?: readonly Point[]): string =>
  linkSvg(
    palette,
    { isMutual: false, isImplicit: false, count: 1, ...link },
    route ?? [
      { x: 2, y: 13 },
      { x: 42, y: 13 },
    ],
  );

function claimEntries(elements: Elements, palette: Palette): Entry[] {
  const cards = elements.nodes.filter((node) => node.kind === 'card');
  const size = { width: sign.width * 2, height: sign.height * 2 };
  const body = (role: (typeof claimRoles)[number], noteCount: number): string =>
    shrink(cardBody(palette, { role, noteCount, ...size }, cardMetrics.padX));
  const entries = claimRoles
    .filter((role) => cards.some((card) => card.role === role))
    .map((role): Entry => ({ label: roleLooks[role].label, sign: body(role, 1) }));
  if (cards.some((card) => card.noteCount > 0)) {
    entries.push({ label: 'One tick a note that carries it', sign: body('premise', 4) });
  }
  if (cards.some((card) => card.noteCount === 0)) {
    entries.push({ label: 'Open: no note carries it', sign: body('premise', 0) });
  }
  return entries;
}

/** The groups whose colours the cards bear, by their titles. */
function groupEntries(elements: Elements, palette: Palette): Entry[] {
  const tags = elements.nodes.flatMap((node) => (node.kind === 'card' && node.tag ? [node.tag] : []));
  return [...new Map(tags.map((tag) => [tag.group, tag])).values()].map(({ title, tint }) => ({
    label: title,
    sign: `<rect${attributes({ y: 5, width: sign.width, height: 16, rx: 2, fill: tintColour(palette, tint) })}/>`,
  }));
}

function linkEntries(elements: Elements, palette: Palette): Entry[] {
  const has = (test: (link: Link) => boolean): boolean => elements.links.some(test);
  const dot = `<circle${attributes({ cx: 22, cy: 13, r: 4, fill: palette.inkSoft })}/>`;
  const meeting = [4, 22].map((y) =>
    line(palette, { kind: 'premise' }, [
      { x: 2, y },
      { x: 12, y },
      { x: 22, y: 13 },
    ]),
  );
  const onward = line(palette, { kind: 'support' }, [
    { x: 22, y: 13 },
    { x: 42, y: 13 },
  ]);
  const struck = line(palette, { kind: 'attack' }, [
    { x: 22, y: 26 },
    { x: 22, y: 17 },
  ]);
  const entries: (Entry | false)[] = [
    has((one) => one.kind === 'support') && { label: 'Supports', sign: line(palette, { kind: 'support' }) },
    has((one) => one.kind === 'premise') && {
      label: 'Support only together',
      sign: meeting.join('') + dot + onward,
    },
    has((one) => one.isImplicit) && {
      label: 'Unsaid in the text',
      sign: line(palette, { kind: 'support', isImplicit: true }),
    },
    has((one) => one.kind === 'attack' && !one.isUndercut) && {
      label: 'Speaks against',
      sign: line(palette, { kind: 'attack' }),
    },
    has((one) => one.isUndercut) && {
      label: 'Speaks against the step',
      sign: line(palette, { kind: 'support' }) + dot + struck,
    },
  ];
  return entries.filter((entry) => entry !== false);
}

/** Sets the legend in rows of at most `width` px. */
export function drawLegend(elements: Elements, palette: Palette, width: number): Legend {
  const measure = textWidth(`400 ${textSize}px ${palette.fontUi}`);
  const set = { size: textSize, family: palette.fontUi, fill: palette.inkSoft };
  let [x, y] = [0, 0];
  const entries = [claimEntries, linkEntries, groupEntries].flatMap((entriesOf) =>
    entriesOf(elements, palette),
  );
  const parts = entries.map((entry) => {
    const length = sign.width + gap.text + measure(entry.label);
    if (x > 0 && x + length > width) {
      x = 0;
      y += sign.height + gap.row;
    }
    const part = `<g transform="translate(${x} ${y})">${entry.sign}${textLine(entry.label, sign.width + gap.text, 17.5, set)}</g>`;
    x += Math.ceil(length + gap.entry);
    return part;
  });
  return { svg: parts.join(''), height: parts.length > 0 ? y + sign.height : 0 };
}
