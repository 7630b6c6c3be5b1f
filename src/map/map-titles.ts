/** What can be read of the map at a zoom: titles of groups, and from far off some claims, at a size that never gets small. Pure. */
import type { ClaimRole } from '../model/argument-records.ts';
import { titleFont } from './card.ts';
import type { Elements, GroupBox } from './elements.ts';
import { distanceAt } from './distance.ts';
import type { Box, MapLayout } from './layout.ts';
import { clipText, isRightToLeft, textWidth, wrapText } from './measure.ts';
import { Taken, type Area } from './taken.ts';

/** Words at a place. */
export interface Title {
  /** Id of the group or claim that it names. */
  readonly id: string;
  readonly lines: readonly string[];
  /** The font as it is on the screen, and the height of a line there, in px. */
  readonly font: string;
  readonly line: number;
  /** Where the first line starts, or its middle, or its end where it runs from right to left; map px. */
  readonly x: number;
  readonly top: number;
  readonly isCentred: boolean;
  readonly isBackward: boolean;
  /** How deep the group lies, counted from 1; 0 for a claim. */
  readonly depth: number;
  /** What it covers, in map px. */
  readonly area: Area;
}

/** Sizes on the screen, in px: of a title at the edge of its group at least, and from far off (the first that finds room). */
const sizes = { edge: 11, paper: 13, far: [13, 11] } as const;
const leading = 1.2;

/** What is to be named from far off, the more important first. */
interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly box: Box;
  readonly depth: number;
  readonly rank: number;
  readonly most: number;
}

/** How roles come in turn with groups (whose rank is 2 and their depth); those that are not here are not named. */
const roleRanks: Partial<Record<ClaimRole, number>> = { conclusion: 1, determinant: 8, issue: 9 };

function candidates(
  { nodes, groups }: Elements,
  layout: MapLayout,
  important: ReadonlySet<string>,
): Candidate[] {
  const found: Candidate[] = groups.flatMap(({ id, title, depth }) => {
    const box = layout.groups.get(id);
    return box ? [{ id, text: title, box, depth, rank: 2 + Math.min(depth, 4), most: 3 }] : [];
  });
  for (const node of nodes) {
    const box = layout.nodes.get(node.id);
    if (!box || node.kind === 'joint') continue;
    const isCard = node.kind === 'card';
    const rank = important.has(node.id) ? 0 : isCard ? roleRanks[node.role] : 7;
    if (rank === undefined) continue;
    const text = isCard ? node.wording : node.title.join(' ');
    found.push({ id: node.id, text, box, depth: 0, rank, most: isCard ? 2 : 3 });
  }
  const room = ({ width, height }: Box): number => width * height;
  return found.sort((one, other) => one.rank - other.rank || room(other.box) - room(one.box));
}

const areaOf = (left: number, top: number, width: number, height: number): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Lines in so many px of the screen. Widths come in steps, so that few are ever measured. */
function linesFor(text: string, font: string, width: number, most: number): readonly string[] {
  const measure = textWidth(font);
  const room = Math.ceil(width / 24) * 24;
  const lines = wrapText(text, room, measure);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).join(' ');
  return [...lines.slice(0, most - 1), clipText(rest, room, measure)];
}

/** From far off: over the middle of what it names, else at its upper or lower edge, else smaller, else not at all. */
function farTitle(one: Candidate, zoom: number, fontText: string, taken: Taken): Title | null {
  const { id, text, box, depth, most } = one;
  for (const size of sizes.far) {
    const font = depth > 0 ? titleFont(size, fontText) : `400 ${size}px ${fontText}`;
    const lines = linesFor(text, font, Math.min(220, Math.max(depth > 0 ? 96 : 150, box.width * zoom)), most);
    const width = Math.max(...lines.map(textWidth(font))) / zoom;
    const line = size * leading;
    const height = (lines.length * line) / zoom;
    const tops = [box.y - height / 2, box.y - box.height / 2, box.y + box.height / 2 - height];
    for (const top of tops) {
      const area = areaOf(box.x - width / 2, top, width, height);
      if (!taken.take(area)) continue;
      return {
        id,
        lines,
        font,
        line,
        x: box.x,
        top,
        isCentred: true,
        isBackward: isRightToLeft(text),
        depth,
        area,
      };
    }
  }
  return null;
}

/** At the upper edge of its group, in one line; a group around it that says something there comes first. */
function edgeTitle(group: GroupBox, box: Box, zoom: number, fontText: string, taken: Taken): Title | null {
  const isNear = distanceAt(zoom) === 'near';
  const size = Math.max(sizes.edge, sizes.paper * zoom);
  const font = titleFont(size, fontText);
  const measure = textWidth(font);
  const side = isNear ? 14 : 8;
  const whole = `− ${group.title}`;
  const text = clipText(whole, (box.width - side * 2) * zoom, measure);
  if (text !== whole && [...text].length < 6) return null;
  const [width, line] = [measure(text) / zoom, size * leading];
  const isBackward = isRightToLeft(group.title);
  const left = isBackward ? box.x + box.width / 2 - side - width : box.x - box.width / 2 + side;
  let top = box.y - box.height / 2 + (isNear ? 7 : 3);
  for (let trial = 0; trial < 4; trial += 1) {
    const area = areaOf(left, top, width, line / zoom);
    if (area.bottom > box.y + box.height / 2) return null;
    const { depth, id } = group;
    if (taken.take(area))
      return {
        id,
        lines: [text],
        font,
        line,
        x: isBackward ? area.right : left,
        top,
        isCentred: false,
        isBackward,
        depth,
        area,
      };
    top = taken.below(area);
  }
  return null;
}

/**
 * The titles of a map at a zoom; none covers another, and where two want one place the more important one has it. What is
 * `important` (found, focused) comes before all else. The same for every part of the map that shows: nothing comes or goes
 * while one pans.
 */
export function titlesAt(
  elements: Elements,
  layout: MapLayout,
  zoom: number,
  fontText: string,
  important: ReadonlySet<string>,
): readonly Title[] {
  const taken = new Taken(160 / zoom, 7 / zoom);
  if (distanceAt(zoom) === 'far') {
    const wanted = candidates(elements, layout, important);
    return wanted.flatMap((one) => farTitle(one, zoom, fontText, taken) ?? []);
  }
  const groups = [...elements.groups].sort((one, other) => one.depth - other.depth);
  return groups.flatMap((group) => {
    const box = layout.groups.get(group.id);
    return (box && edgeTitle(group, box, zoom, fontText, taken)) ?? [];
  });
}
