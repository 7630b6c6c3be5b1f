/** What is drawn: cards, joints, links and groups of an argument, measured but not yet placed. */
import type { Argument } from '../model/argument.ts';
import type { Claim, ClaimRole } from '../model/argument-records.ts';
import { cardLabel, setCard, signSize, type MapFonts } from './card.ts';
import { foldedMetrics, foldedSize } from './folded-card.ts';
import { boxAround, groupChain, groupSizes, headOf, shownAs } from './fold.ts';
import { tagMetrics, type GroupTag } from './group-tag.ts';
import { drawLinks, type Joint, type Link } from './links.ts';
import { clipText, textWidth, wrapText } from './measure.ts';
import { orElse } from './untitled.ts';
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
  /** What a printed page calls it (`P14`); empty elsewhere. */
  readonly key: string;
  readonly group: string | null;
  /** Says which group it belongs to where groups are no boxes; null elsewhere. */
  readonly tag: GroupTag | null;
  readonly width: number;
  readonly height: number;
}

/** A folded group as one node, like a pile of cards: its title, the claim that speaks for it, how many there are. */
export interface FoldedGroup {
  readonly kind: 'folded';
  readonly id: string;
  readonly title: readonly string[];
  readonly head: readonly string[];
  readonly headRole: ClaimRole;
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

/** How open groups are shown: as boxes around their claims, or as a coloured band with their title on each card. */
export type GroupsAs = 'boxes' | 'colour';

/** How the argument is to be drawn. */
export interface Drawing {
  readonly folded: ReadonlySet<string>;
  /** The groups that are drawn as boxes while they are open. */
  readonly boxes: ReadonlySet<string>;
  /** `colour`: none is a box, whatever `boxes` says; `boxes` where it is left out. */
  readonly groupsAs?: GroupsAs;
  /** True where only a part of the argument is drawn: it stands elsewhere than in the whole. */
  readonly isPart?: boolean;
  /** Claims that stand outside the box of their group, for want of room or because they are pinned there. */
  readonly strays?: ReadonlySet<string>;
  readonly fonts: MapFonts;
  /** The printed label of a note (`53` for `fn53`). */
  readonly noteLabel: (note: string) => string;
  readonly isOwn: (claim: string) => boolean;
  /** A band that a card bears for another reason than its group; null for none. */
  readonly bandOf?: (claim: string) => GroupTag | null;
  /** What stands at a line, by the id of its inference or conflict; empty for nothing. */
  readonly remarkOf?: (record: string) => string;
  /** What a printed page calls a claim; claims have no such names on the screen. */
  readonly keyOf?: (claim: string) => string;
}

const headerGap = 16;

/** The header of a card: role on the left, notes on the right. */
function cardHeader(drawing: Drawing, { role, notes }: Claim, isOwn: boolean, key: string) {
  const width = textWidth(drawing.fonts.label);
  // Role labels are spaced capitals: about 0.8 px more a letter than the ruler says.
  const label = cardLabel(role, isOwn, key);
  const left = signSize.room + width(label) + label.length * 0.8;
  const short = shortNotes(notes.map(drawing.noteLabel), (text) => left + headerGap + width(text) <= 200);
  return { notes: short, width: left + (short ? headerGap + width(short) : 0) };
}

/** The band of a card; `tints` has the groups that hold claims. Null where a box says it, or it is in no group. */
function tagOf(
  argument: Argument,
  drawing: Drawing,
  claim: Claim,
  width: number,
  tints: readonly string[],
): GroupTag | null {
  const room = width - tagMetrics.side * 2;
  const measure = textWidth(drawing.fonts.title);
  const band = drawing.bandOf?.(claim.id);
  if (band) return { ...band, title: clipText(band.title, room, measure) };
  const isBanded = drawing.groupsAs === 'colour' || drawing.strays?.has(claim.id);
  const group = isBanded ? groupChain(argument, claim.group)[0] : undefined;
  if (group === undefined) return null;
  const title = clipText(groupTitle(argument, group), room, measure);
  return { group, title, tint: tints.indexOf(group) };
}

function drawCard(argument: Argument, drawing: Drawing, id: string, tints: readonly string[]): Card | null {
  const claim = argument.claims.get(id);
  if (!claim) return null;
  const isOwn = drawing.isOwn(id);
  const key = drawing.keyOf?.(id) ?? '';
  const header = cardHeader(drawing, claim, isOwn, key);
  const isStray = drawing.strays?.has(id) === true;
  const group = isStray ? null : boxAround(argument, drawing.boxes, claim.group);
  const { role, wording } = claim;
  const set = setCard(claim, header.width, drawing.fonts);
  const tag = tagOf(argument, drawing, claim, set.width, tints);
  return {
    kind: 'card',
    id,
    role,
    wording,
    notes: header.notes,
    noteCount: claim.notes.length,
    isOwn,
    key,
    group,
    tag,
    ...set,
    height: set.height + (tag ? tagMetrics.height : 0),
  };
}

/** A group's title with the section it belongs to, its own or that of the nearest group around it. */
function groupTitle(argument: Argument, id: string): string {
  const title = orElse(argument.groups.get(id)?.title, 'Untitled group');
  const section = groupChain(argument, id)
    .map((one) => argument.groups.get(one)?.section)
    .find(Boolean);
  return section && !title.startsWith(section) ? `${section}\u2002${title}` : title;
}

function drawFolded(argument: Argument, drawing: Drawing, id: string, count: number): FoldedGroup {
  const claim = headOf(argument, id);
  const title = wrapText(groupTitle(argument, id), foldedMetrics.measure, textWidth(drawing.fonts.title));
  const head = wrapText(claim?.wording ?? '', foldedMetrics.measure, textWidth(drawing.fonts.text));
  return {
    kind: 'folded',
    id,
    title,
    head,
    headRole: claim?.role ?? 'premise',
    count,
    group: boxAround(argument, drawing.boxes, argument.groups.get(id)?.parent ?? null),
    ...foldedSize(title.length, head.length),
  };
}

const noBoxes: ReadonlySet<string> = new Set();

/** Draws an argument. Every claim is a card, or stands in exactly one folded group. */
export function drawElements(argument: Argument, wish: Drawing): Elements {
  const drawing = wish.groupsAs === 'colour' ? { ...wish, boxes: noBoxes } : wish;
  const sizes = groupSizes(argument);
  const tints = [...sizes.keys()];
  const nodes = new Map<string, DrawnNode>();
  for (const claim of argument.claims.keys()) {
    const shown = shownAs(argument, drawing.folded, claim);
    if (nodes.has(shown)) continue;
    const node =
      shown === claim
        ? drawCard(argument, drawing, claim, tints)
        : drawFolded(argument, drawing, shown, sizes.get(shown) ?? 0);
    if (node) nodes.set(shown, node);
  }
  const { joints, links } = drawLinks(argument, drawing);
  for (const joint of joints) nodes.set(joint.id, joint);
  return { nodes: [...nodes.values()], links, groups: drawBoxes(argument, drawing, sizes.keys()) };
}

function drawBoxes(argument: Argument, drawing: Drawing, ids: Iterable<string>): GroupBox[] {
  const measure = textWidth(drawing.fonts.title);
  return [...ids].flatMap((id) => {
    const chain = groupChain(argument, id);
    if (!drawing.boxes.has(id) || chain.some((one) => drawing.folded.has(one))) return [];
    const title = groupTitle(argument, id);
    const parent = boxAround(argument, drawing.boxes, argument.groups.get(id)?.parent ?? null);
    const depth = chain.filter((one) => drawing.boxes.has(one)).length;
    return [{ id, title, parent, depth, titleWidth: measure(title) }];
  });
}
