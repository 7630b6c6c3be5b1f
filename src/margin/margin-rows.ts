/** The rows of the margin: a card for each record, one for all marks on the same words, one line for a run of bare marks. Pure. */
import { derived } from '../desk/desk.ts';
import type { Placed } from '../desk/passages.ts';
import type { Folds } from './crowding.ts';
import type { Item } from './margin-items.ts';

/** A card, whole or folded, with the ids of all marks on its words where there are several. */
export interface CardRow {
  readonly kind: 'card';
  readonly item: Item;
  readonly isFolded: boolean;
  readonly same: readonly string[] | null;
}

/** Bare marks in a row, told as one line; their own lines follow where it is unfolded. */
export interface RunRow {
  readonly kind: 'run';
  /** Id of the first of them. */
  readonly id: string;
  readonly item: Item;
  readonly count: number;
  readonly isUnfolded: boolean;
}

export type Row = CardRow | RunRow;

/** The ids of the marks that stand on exactly the same words, by each of them; marks that stand alone are left out. */
export const samePlaces = derived(({ passages }: Placed): ReadonlyMap<string, readonly string[]> => {
  const places = new Map<string, string>();
  for (const { kind, id, start, end } of passages)
    if (kind === 'annotation') places.set(id, `${places.get(id) ?? ''} ${start}-${end}`);
  const groups = new Map<string, string[]>();
  for (const [id, place] of places) {
    const known = groups.get(place);
    if (known) known.push(id);
    else groups.set(place, [id]);
  }
  const several = [...groups.values()].filter((ids) => ids.length > 1);
  return new Map(several.flatMap((ids) => ids.map((id) => [id, ids] as const)));
});

/** Whether a mark of a group has the card: the open one, else the first. A record without a group has its own. */
const isLead = (group: readonly string[] | undefined, id: string, open: string | null): boolean =>
  !group || id === (open !== null && group.includes(open) ? open : group[0]);

/** What is folded and unfolded, and which card is open. */
export interface RowState {
  readonly folds: Folds;
  /** Ids of the first marks of the runs that the reader has unfolded. */
  readonly unfolded: ReadonlySet<string>;
  /** Id of the open card; null where none is. */
  readonly open: string | null;
}

/** The line of a run, before its first card. */
const runRow = (run: readonly string[], item: Item, { unfolded, open }: RowState): RunRow => {
  const id = run[0] ?? item.id;
  const count = run.filter((one) => one !== open).length;
  return { kind: 'run', id, item, count, isUnfolded: unfolded.has(id) };
};

/** The rows of some items, in their order. */
export function rowsOf(
  items: readonly Item[],
  same: ReadonlyMap<string, readonly string[]>,
  state: RowState,
): readonly Row[] {
  const { folds, unfolded, open } = state;
  const runOf = new Map(folds.runs.flatMap((run) => run.map((id) => [id, run] as const)));
  const told = new Set<readonly string[]>();
  const rows: Row[] = [];
  for (const item of items.filter(({ id }) => isLead(same.get(id), id, open))) {
    const { id } = item;
    const run = runOf.get(id);
    if (run && !told.has(run)) rows.push(runRow(run, item, state));
    if (run) told.add(run);
    const isHidden = run !== undefined && id !== open && !unfolded.has(run[0] ?? '');
    if (isHidden) continue;
    rows.push({
      kind: 'card',
      item,
      isFolded: id !== open && folds.folded.has(id),
      same: same.get(id) ?? null,
    });
  }
  return rows;
}
