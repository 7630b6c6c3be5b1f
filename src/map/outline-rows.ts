/** The rows of the outline: its items, and the field for a new line where that line would stand. */
import type { OutlineView } from './outline-view.ts';
import type { Writing } from './outline-writing.ts';
import type { PlacedItem } from './outline.ts';

/** A row; one without an item is the field's. */
export interface OutlineRow {
  readonly key: string;
  readonly level: number;
  readonly placed: PlacedItem | null;
}

/** Key of the field's row. No item has it. */
export const fieldKey = '?';

/** Index of the row after an item and all that shows under it. */
function endOf(placed: readonly PlacedItem[], at: number): number {
  const level = placed[at]?.level ?? 0;
  const next = placed.findIndex((one, index) => index > at && one.level <= level);
  return next < 0 ? placed.length : next;
}

/** Whether a writing stands in a line that shows; else it has a row of its own. */
export const isInLine = (writing: Writing, view: OutlineView): boolean =>
  writing.kind !== 'new' && view.keys.includes(writing.key);

/** Where the field's row stands, and how deep; on top where the line that it belongs to does not show. */
function fieldPlace(writing: Writing, { placed, keys }: OutlineView): { at: number; level: number } {
  const at = writing.key === null ? -1 : keys.indexOf(writing.key);
  const line = placed[at];
  if (writing.kind !== 'new' || !line) return { at: 0, level: 1 };
  return writing.isBeside
    ? { at: endOf(placed, at), level: line.level }
    : { at: at + 1, level: line.level + 1 };
}

/** The same rows for the same items and writing. */
export class OutlineRows {
  #placed: readonly PlacedItem[] | null = null;
  #writing: Writing | null = null;
  rows: readonly OutlineRow[] = [];
  keys: readonly string[] = [];

  /** Takes in what the view shows and what is written. */
  update(view: OutlineView, writing: Writing | null): void {
    const { placed } = view;
    if (placed === this.#placed && writing === this.#writing) return;
    this.#placed = placed;
    this.#writing = writing;
    const items: readonly OutlineRow[] = placed.map((one) => ({
      key: one.item.key,
      level: one.level,
      placed: one,
    }));
    if (writing && !isInLine(writing, view)) {
      const { at, level } = fieldPlace(writing, view);
      this.rows = items.toSpliced(at, 0, { key: fieldKey, level, placed: null });
    } else this.rows = items;
    this.keys = this.rows.map((row) => row.key);
  }
}
