/** Layouts that were drawn before: an undone change brings back the same picture, and opening again needs no engine. */
import type { Drawing, Elements } from './elements.ts';
import type { Direction, Point } from './layout.ts';
import { readLayout, writeLayout, type KeptLayout } from './layout-json.ts';

/** Where layouts outlive the page; what comes from it is checked like any input. */
export interface LayoutShelf {
  /** What was kept last; null where nothing was, or where it cannot be read. */
  load(): Promise<unknown>;
  /** Keeps a value that can be cloned; a failure is passed over, since a layout can always be made again. */
  keep(value: unknown): void;
}

/** So many ways of showing a map are remembered, and so many states of each: enough for a long way back by undo. */
const most = { scenes: 8, states: 60 };
/** So many ways of showing are kept on the device, and so many numbers in all of them (8 bytes each). */
const mostKept = { scenes: 4, numbers: 120_000 };

/** A short name (53 bits) for a long text; two texts share one so seldom that a wrong picture is not to be feared. */
function hash(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}

/** Names a way of showing a map: its direction, whether it is all of it, how groups are shown, what is folded. */
export function sceneOf(
  { folded, groupsAs = 'boxes', isPart = false }: Drawing,
  direction: Direction,
): string {
  const names = hash([...folded].sort().join('\n'));
  return `${isPart ? partly : 'whole'} ${direction} ${groupsAs} ${names}`;
}

const partly = 'part';

/** Names all that a layout depends on: ids, sizes, groups, ends of links, pins. */
export function stateOf({ nodes, links, groups }: Elements, pins: ReadonlyMap<string, Point>): string {
  const parts: (string | number | null)[] = [];
  for (const { id, width, height, group } of nodes) parts.push(id, width, height, group);
  for (const { id, from, to } of links) parts.push(id, from, to);
  for (const { id, parent, titleWidth } of groups) parts.push(id, parent, Math.round(titleWidth));
  for (const [id, { x, y }] of pins) parts.push(id, x, y);
  return hash(parts.join('\n'));
}

/** Remembers layouts by scene and state. */
export class KeptLayouts {
  /** Where they outlive the page; null: nowhere. */
  readonly shelf: LayoutShelf | null;
  readonly #scenes = new Map<string, Map<string, KeptLayout>>();
  #loading: Promise<void> | null = null;

  constructor(shelf: LayoutShelf | null = null) {
    this.shelf = shelf;
  }

  /** Resolves when what the shelf holds is remembered. */
  ready(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  /** The layout of exactly this state; null where there is none. */
  exactly(scene: string, state: string): KeptLayout | null {
    const found = this.#scenes.get(scene)?.get(state);
    if (found) this.#remember(scene, state, found);
    return found ?? null;
  }

  /** The layout that was drawn last in this scene. */
  latest(scene: string): KeptLayout | null {
    return [...(this.#scenes.get(scene)?.values() ?? [])].at(-1) ?? null;
  }

  keep(scene: string, state: string, kept: KeptLayout): void {
    this.#remember(scene, state, kept);
    this.shelf?.keep(this.#written());
  }

  /** Forgets a scene: it will be laid out anew. */
  forget(scene: string): void {
    this.#scenes.delete(scene);
  }

  #remember(scene: string, state: string, kept: KeptLayout): void {
    const states = this.#scenes.get(scene) ?? new Map<string, KeptLayout>();
    this.#scenes.delete(scene);
    this.#scenes.set(scene, states);
    states.delete(state);
    states.set(state, kept);
    dropOldest(this.#scenes, most.scenes);
    dropOldest(states, most.states);
  }

  async #load(): Promise<void> {
    const value = await this.shelf?.load().catch(() => null);
    const rows: readonly unknown[] = Array.isArray(value) ? value.slice(0, mostKept.scenes) : [];
    for (const row of rows.toReversed()) {
      if (!isRow(row) || this.#scenes.has(row.scene)) continue;
      const kept = readLayout(row.layout);
      if (kept) this.#remember(row.scene, row.state, kept);
    }
  }

  /** The last state of the scenes that were shown last, the newest first, as far as there is room. */
  #written(): unknown[] {
    const rows: Row[] = [];
    let room = mostKept.numbers;
    const whole = [...this.#scenes].filter(([scene]) => !scene.startsWith(partly));
    for (const [scene, states] of whole.toReversed().slice(0, mostKept.scenes)) {
      const [state, kept] = [...states].at(-1) ?? [];
      if (state === undefined || !kept) continue;
      const layout = writeLayout(kept);
      room -= layout.numbers.length;
      if (room < 0) break;
      rows.push({ scene, state, layout });
    }
    return rows;
  }
}

interface Row {
  readonly scene: string;
  readonly state: string;
  readonly layout: unknown;
}

const isRow = (row: unknown): row is Row =>
  typeof row === 'object' &&
  row !== null &&
  'scene' in row &&
  'state' in row &&
  'layout' in row &&
  typeof row.scene === 'string' &&
  typeof row.state === 'string';

function dropOldest(map: Map<string, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return;
    map.delete(key);
  }
}
