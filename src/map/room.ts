/** The boxes of a map while some of them are put elsewhere: who stands in what, who is in the way, who gives way. */
import type { Elements } from './elements.ts';
import { groupPadding, type Box, type Direction, type MapLayout } from './layout.ts';
import { around, boxOf, holds, meets, rectOf, type Rect } from './rects.ts';

/** Where something gives way to. */
export type GivesWay = 'down' | 'right' | 'left' | 'up';

/**
 * Less room (px) than this between two boxes is too little: across the flow, and along it, where links leave and arrive.
 * ELK leaves more, so what it placed stays.
 */
const least = { across: 12, along: 20 } as const;

/** Whatever shifts by less (px) is still where one looks for it. */
const still = 20;

/** Room around a box, across and along the flow. */
export type Gap = Readonly<Record<'across' | 'along', number>>;

/** What a group's box needs around one of its claims. */
const padded = ({ left, right, top, bottom }: Rect): Rect => ({
  left: left - groupPadding.side,
  right: right + groupPadding.side,
  top: top - groupPadding.top,
  bottom: bottom + groupPadding.bottom,
});

/** The boxes of nodes and groups, to be moved. A copy is cheap enough to try something out. */
export class Room {
  readonly boxes: Map<string, Box>;
  readonly #elements: Elements;
  readonly #parents: ReadonlyMap<string, string | null>;
  readonly #children: ReadonlyMap<string | null, readonly string[]>;
  readonly #groups: ReadonlySet<string>;
  readonly #fixed: ReadonlySet<string>;

  readonly #direction: Direction;

  /** `boxes` has what is placed already; `fixed` never moves. */
  constructor(
    elements: Elements,
    direction: Direction,
    boxes: ReadonlyMap<string, Box>,
    fixed: ReadonlySet<string>,
  ) {
    this.#direction = direction;
    this.#elements = elements;
    this.boxes = new Map(boxes);
    this.#fixed = fixed;
    this.#groups = new Set(elements.groups.map(({ id }) => id));
    const parents = new Map<string, string | null>();
    const children = new Map<string | null, string[]>();
    const put = (id: string, parent: string | null): void => {
      const home = parent !== null && this.#groups.has(parent) ? parent : null;
      parents.set(id, home);
      children.set(home, [...(children.get(home) ?? []), id]);
    };
    for (const { id, parent } of elements.groups) put(id, parent);
    for (const { id, group } of elements.nodes) put(id, group);
    this.#parents = parents;
    this.#children = children;
  }

  copy(): Room {
    return new Room(this.#elements, this.#direction, this.boxes, this.#fixed);
  }

  rect(id: string): Rect | null {
    const box = this.boxes.get(id);
    return box ? rectOf(box) : null;
  }

  /** The groups around a node or group, the innermost first. */
  homes(id: string): readonly string[] {
    const chain: string[] = [];
    for (let at = this.#parents.get(id) ?? null; at !== null && !chain.includes(at);) {
      chain.push(at);
      at = this.#parents.get(at) ?? null;
    }
    return chain;
  }

  /** What stands in the way of `id` wherever it goes: everything but itself and the groups that it stands in. */
  inWayOf(id: string): readonly Rect[] {
    const stays = new Set([id, ...this.homes(id)]);
    return [...this.boxes].flatMap(([other, box]) => (stays.has(other) ? [] : [rectOf(box)]));
  }

  /** True where the groups of `id` could grow to hold a box of it without lying on anything. */
  canGrow(id: string, rect: Rect): boolean {
    const homes = this.homes(id);
    let needed = rect;
    for (const [at, home] of homes.entries()) {
      const box = this.rect(home);
      if (!box) return true;
      needed = around(box, padded(needed));
      if (holds(box, needed)) return true;
      const wide = this.#apart(needed);
      const siblings = this.#children.get(homes[at + 1] ?? null) ?? [];
      const isInWay = (other: string): boolean => {
        const one = other === home ? null : this.rect(other);
        return one !== null && meets(wide, one);
      };
      if (siblings.some(isInWay)) return false;
    }
    return true;
  }

  /** A box with the least room around it. */
  #apart(rect: Rect): Rect {
    return grown(rect, least, this.#direction);
  }

  /** Puts a node at a place, and lets its groups grow; what is in the way gives way. False where that is fixed. */
  put(id: string, box: Box, way: GivesWay): boolean {
    this.boxes.set(id, box);
    return this.#makeWay(id, way);
  }

  #makeWay(id: string, way: GivesWay): boolean {
    const parent = this.#parents.get(id) ?? null;
    const siblings = this.#children.get(parent) ?? [];
    const moved = [id];
    for (const cause of moved) {
      for (const other of siblings) {
        const by = other === cause || other === id ? 0 : this.#overlap(cause, other, way);
        if (by === 0) continue;
        if (!this.#shift(other, way, by) || moved.length > siblings.length * 8) return false;
        moved.push(other);
      }
    }
    return parent === null || !this.#fitGroup(parent) || this.#makeWay(parent, way);
  }

  /** How far (px) `other` has to give way to `cause`; 0 where it is not in the way. */
  #overlap(cause: string, other: string, way: GivesWay): number {
    const [one, two] = [this.rect(cause), this.rect(other)];
    const wide = one && this.#apart(one);
    return wide && two && meets(wide, two) ? shiftOf(wide, two, way) : 0;
  }

  /** Lets a group's box hold what stands in it; true where it grew. */
  #fitGroup(group: string): boolean {
    const rects = (this.#children.get(group) ?? []).flatMap((id) => this.rect(id) ?? []);
    if (rects.length === 0) return false;
    const before = this.rect(group);
    const needed = padded(rects.reduce(around));
    if (before && holds(before, needed)) return false;
    const title = this.#elements.groups.find(({ id }) => id === group)?.titleWidth ?? 0;
    const wide = {
      ...needed,
      right: Math.max(needed.right, needed.left + title + groupPadding.side * 2 + 40),
    };
    this.boxes.set(group, boxOf(before ? around(before, needed) : wide));
    return true;
  }

  /** Moves a node, or a group with all that it holds. */
  #shift(id: string, way: GivesWay, by: number): boolean {
    if (this.#fixed.has(id)) return false;
    const box = this.boxes.get(id);
    if (!box) return true;
    const [dx, dy] = [
      way === 'right' ? by : way === 'left' ? -by : 0,
      way === 'down' ? by : way === 'up' ? -by : 0,
    ];
    this.boxes.set(id, { ...box, x: box.x + dx, y: box.y + dy });
    return (this.#children.get(id) ?? []).every(
      (child) => !this.#groups.has(id) || this.#shift(child, way, by),
    );
  }

  /** How many nodes stand visibly elsewhere than in `before`; one of `held` counts as much as all others. */
  movedSince(before: ReadonlyMap<string, Box>, held: ReadonlySet<string>): number {
    const { nodes } = this.#elements;
    return nodes.reduce((sum, { id }) => {
      const [was, is] = [before.get(id), this.boxes.get(id)];
      const isMoved = was && is && Math.hypot(was.x - is.x, was.y - is.y) > still;
      return sum + (isMoved ? (held.has(id) ? nodes.length : 1) : 0);
    }, 0);
  }

  /** Gives each group that has no box yet one around what it holds, from the inside out. */
  closeGroups(): void {
    const deepest = this.#elements.groups.toSorted((one, other) => other.depth - one.depth);
    for (const { id } of deepest) this.#fitGroup(id);
  }

  /** The boxes as a layout, with routes. */
  layout(links: MapLayout['links']): MapLayout {
    const ids = (of: readonly { readonly id: string }[]): Map<string, Box> =>
      new Map(of.flatMap(({ id }) => (this.boxes.has(id) ? [[id, this.boxes.get(id) as Box] as const] : [])));
    return layoutOf(ids(this.#elements.nodes), ids(this.#elements.groups), links);
  }
}

/** A box with room around it. */
export function grown(
  { left, right, top, bottom }: Rect,
  { across, along }: Gap,
  direction: Direction,
): Rect {
  const [x, y] = direction === 'up' ? [across, along] : [along, across];
  return { left: left - x, right: right + x, top: top - y, bottom: bottom + y };
}

/** How far (px) `other` has to go to be clear of `cause`. */
function shiftOf(cause: Rect, other: Rect, way: GivesWay): number {
  if (way === 'down') return cause.bottom - other.top;
  if (way === 'up') return other.bottom - cause.top;
  if (way === 'right') return cause.right - other.left;
  return other.right - cause.left;
}

/** Room (px) around the whole map. */
const rim = 24;

/** A layout with its extent, from its parts. */
export function layoutOf(
  nodes: ReadonlyMap<string, Box>,
  groups: ReadonlyMap<string, Box>,
  links: MapLayout['links'],
): MapLayout {
  const points = [...links.values()].flatMap((route) =>
    route.map(({ x, y }): Rect => ({ left: x, right: x, top: y, bottom: y })),
  );
  const all = [...[...nodes.values(), ...groups.values()].map((box) => rectOf(box)), ...points];
  const { left, right, top, bottom } = all.reduce(around, all[0] ?? { left: 0, right: 0, top: 0, bottom: 0 });
  const size = { width: right - left + rim * 2, height: bottom - top + rim * 2 };
  return { nodes, groups, links, left: left - rim, top: top - rim, ...size };
}
