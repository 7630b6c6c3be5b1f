/** The list of marks as one column of headings and lines, and how high each is thought to be. Pure. */
import type { Listing } from '../desk/mark-list.ts';
import { RowHeights } from '../ui/row-heights.ts';

/** What stands: a heading and the lines of its group that are near. */
export interface Stretch {
  /** Index of the group. */
  readonly group: number;
  readonly hasHead: boolean;
  /** Indices of the first line, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** What a line and a heading are thought to measure until they stand, in px. */
const rowEstimate = 86;
const headEstimate = 36;

const headId = (key: string): string => `head\n${key}`;

/** Lines and headings in one order: item 0 is the first heading where there are headings. */
export class MarksLayout {
  readonly heights: RowHeights;
  /** 1 where each group has a heading of its own, else 0. */
  readonly heads: 0 | 1;
  /** Index of the first item of each group. */
  readonly #firsts: readonly number[];
  readonly #firstRows: readonly number[];
  readonly #keys: readonly string[];

  constructor({ groups, rows }: Listing, heads: 0 | 1, known: ReadonlyMap<string, number>) {
    this.heads = heads;
    const firsts: number[] = [];
    const firstRows: number[] = [];
    const keys: string[] = [];
    let row = 0;
    for (const group of groups) {
      firsts.push(keys.length);
      firstRows.push(row);
      if (heads === 1) keys.push(headId(group.key));
      for (let at = 0; at < group.marks.length; at += 1, row += 1) keys.push(rows[row]?.key ?? '');
    }
    this.#firsts = firsts;
    this.#firstRows = firstRows;
    this.#keys = keys;
    this.heights = new RowHeights(
      keys.length,
      (at) => known.get(keys[at] ?? '') ?? (keys[at]?.startsWith('head\n') ? headEstimate : rowEstimate),
    );
  }

  /** Index among headings and lines of a line of a group. */
  itemOf(row: number, group: number): number {
    return (this.#firsts[group] ?? 0) + this.heads + row - (this.#firstRows[group] ?? 0);
  }

  /** The same of a group's heading; of its first line where there are no headings. */
  itemOfHead(group: number): number {
    return this.#firsts[group] ?? 0;
  }

  /** What tells an item from all others. */
  key(item: number): string {
    return this.#keys[item] ?? '';
  }

  /** Items from `from` up to, not including, `to`, by group. */
  stretches(from: number, to: number): readonly Stretch[] {
    return this.#firsts.flatMap((first, group) => {
      const end = this.#firsts[group + 1] ?? this.#keys.length;
      if (end <= from || first >= to) return [];
      const start = this.#firstRows[group] ?? 0;
      const rowAt = (item: number): number => start + Math.max(0, item - first - this.heads);
      return [
        {
          group,
          hasHead: this.heads === 1 && first >= from,
          from: rowAt(Math.max(first, from)),
          to: rowAt(Math.min(end, to)),
        },
      ];
    });
  }
}
