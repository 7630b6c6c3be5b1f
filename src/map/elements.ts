/** What is drawn: cards, joints, links and groups of an argument, measured but not yet placed. */
import type { Argument } from '../model/argument.ts';
import type { ClaimRole } from '../model/records.ts';
import { cardLabel, setCard, signSize, type MapFonts } from './card.ts';
import { groupChain, groupSizes, shownAs } from './fold.ts';
import { drawLinks, type Joint, type Link } from './links.ts';
import { textWidth, wrapText } from './measure.ts';
import { shortNotes } from './note-list.ts';

/** A claim as a card. */
export interface Card {
  readonly kind: 'card';
  /** The claim's id. */
  readonly id: string;
  readonly role: ClaimRole;
  readonly wording: string;
  readonly lines: readonly string[];
  /** `n. 53, 54`, or empty. */
  readonly notes: string;
  readonly noteCount: number;
  /** True where it lies in the reader's own notebook. */
  readonly isOwn: boolean;
  readonly group: string | null;
  readonly width: number;
  readonly height: number;
}

/** A folded group as one node. */
export interface FoldedGroup {
  readonly kind: 'folded';
  readonly id: string;
  readonly lines: readonly string[];
  readonly count: number;
  readonly group: string | null;
  readonly width: number;
  readonly height: number;
}

/** An open group: a wash behind its claims. */
export interface GroupBox {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  /** 1 for an outermost group. */
  readonly depth: number;
  readonly titleWidth: number;
}

export type DrawnNode = Card | FoldedGroup | Joint;

/** Everything on the map, in the order of the records. */
export interface Elements {
  readonly nodes: readonly DrawnNode[];
  readonly links: readonly Link[];
  readonly groups: readonly GroupBox[];
}

/** How the argument is to be drawn. */
export interface Drawing {
  readonly folded: ReadonlySet<string>;
  /** False: groups are not drawn as boxes. */
  readonly hasBoxes: boolean;
  readonly fonts: MapFonts;
  /** The printed label of a note (`53` for `fn53`). */
  noteLabel(note: string): string;
  isOwn(claim: string): boolean;
}

const headerGap = 16;

/** The header of a card: role on the left, notes on the right. */
function cardHeader(drawing: Drawing, role: ClaimRole, notes: readonly string[], isOwn: boolean) {
  const width = textWidth(drawing.fonts.label);
  // Role labels are spaced capitals: about 0.8 px more a letter than the ruler says.
  const label = cardLabel(role, isOwn);
  const left = signSize.room + width(label) + label.length * 0.8;
  const short = shortNotes(notes.map(drawing.noteLabel), (text) => left + headerGap + width(text) <= 200);
  return { notes: short, width: left + (short ? headerGap + width(short) : 0) };
}

function drawCard(argument: Argument, drawing: Drawing, id: string): Card | null {
  const claim = argument.claims.get(id);
  if (!claim) return null;
  const isOwn = drawing.isOwn(id);
  const header = cardHeader(drawing, claim.role, claim.notes, isOwn);
  const group = drawing.hasBoxes ? (groupChain(argument, claim.group)[0] ?? null) : null;
  const { role, wording } = claim;
  return {
    kind: 'card',
    id,
    role,
    wording,
    notes: header.notes,
    noteCount: claim.notes.length,
    isOwn,
    group,
    ...setCard(claim, header.width, drawing.fonts),
  };
}

const groupTitle = (argument: Argument, id: string): string => {
  const group = argument.groups.get(id);
  const title = group?.title.trim() || 'Untitled group';
  return group?.section && !title.startsWith(group.section) ? `${group.section}  ${title}` : title;
};

function drawFolded(argument: Argument, drawing: Drawing, id: string, count: number): FoldedGroup {
  const lines = wrapText(groupTitle(argument, id), 196, textWidth(drawing.fonts.title));
  return {
    kind: 'folded',
    id,
    lines,
    count,
    group: drawing.hasBoxes ? (groupChain(argument, id)[1] ?? null) : null,
    width: 236,
    height: 28 + lines.length * 19 + 18,
  };
}

/** Draws an argument. Every claim is a card, or stands in exactly one folded group. */
export function drawElements(argument: Argument, drawing: Drawing): Elements {
  const sizes = groupSizes(argument);
  const nodes = new Map<string, DrawnNode>();
  for (const claim of argument.claims.keys()) {
    const shown = shownAs(argument, drawing.folded, claim);
    if (nodes.has(shown)) continue;
    const node =
      shown === claim
        ? drawCard(argument, drawing, claim)
        : drawFolded(argument, drawing, shown, sizes.get(shown) ?? 0);
    if (node) nodes.set(shown, node);
  }
  const { joints, links } = drawLinks(argument, drawing);
  for (const joint of joints) nodes.set(joint.id, joint);
  const measure = textWidth(drawing.fonts.title);
  const groups = drawing.hasBoxes
    ? [...sizes.keys()]
        .filter((id) => groupChain(argument, id).every((one) => !drawing.folded.has(one)))
        .map((id): GroupBox => {
          const title = groupTitle(argument, id);
          const chain = groupChain(argument, id);
          return { id, title, parent: chain[1] ?? null, depth: chain.length, titleWidth: measure(title) };
        })
    : [];
  return { nodes: [...nodes.values()], links, groups };
}
