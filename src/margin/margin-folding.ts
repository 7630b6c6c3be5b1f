/** Decides which cards of the margin fold, from how high they are when they are whole; and which runs the reader has unfolded. */
import { layerOf, type Desk } from '../desk/desk.ts';
import { repliesTo } from '../desk/threads.ts';
import { crowding, noFolds, sameFolds, type Folds } from './crowding.ts';
import type { Item } from './margin-items.ts';
import { rowsOf, type Row, type RowState } from './margin-rows.ts';

/** So far below its passage a card may stand before it and its neighbours fold, in px. */
const slack = 280;

/** Space between two cards, in px. */
export const gap = 8;

/** A closed card is about so high, until it has been seen, in px. */
const usual = 64;

/** Nothing but a highlight: no words, no tags, no answers, nothing else on its words. */
function isBare(desk: Desk, id: string): boolean {
  const record = layerOf(desk, id)?.records.get(id);
  if (record?.kind !== 'annotation' || record.motivation !== 'highlighting') return false;
  return record.body === '' && record.tags.length === 0 && repliesTo(desk, id).length === 0;
}

export class MarginFolding {
  #folds: Folds = noFolds;
  #unfolded: ReadonlySet<string> = new Set();
  readonly #heights = new Map<string, number>();
  #width = 0;

  /** What `rowsOf` wants to know; `open` is the id of the open card. */
  state(open: string | null): RowState {
    return { folds: this.#folds, unfolded: this.#unfolded, open };
  }

  /** Unfolds the run that begins with a mark, or folds it again. */
  toggle(first: string): void {
    const next = new Set(this.#unfolded);
    if (!next.delete(first)) next.add(first);
    this.#unfolded = next;
  }

  /** Remembers the height of a card that stands whole and closed in a column of some width, both in px. */
  see(id: string, height: number, width: number): void {
    if (width !== this.#width) this.#heights.clear();
    this.#width = width;
    this.#heights.set(id, height);
  }

  /** Decides anew for the cards of some items; true where another decision came of it. */
  decide(
    desk: Desk,
    items: readonly Item[],
    same: ReadonlyMap<string, readonly string[]>,
    wishes: ReadonlyMap<string, number>,
  ): boolean {
    const leads = rowsOf(items, same, { folds: noFolds, unfolded: new Set(), open: null });
    const cards = leads.map(({ item }) => ({
      id: item.id,
      wish: wishes.get(item.id) ?? 0,
      height: this.#heights.get(item.id) ?? usual,
      isBare: !same.has(item.id) && isBare(desk, item.id),
      isWhole: false,
    }));
    const folds = crowding(cards, gap, slack);
    if (sameFolds(folds, this.#folds)) return false;
    this.#folds = folds;
    return true;
  }

  /** Forgets all folds: where cards follow each other there is room for each. True where there were any. */
  clear(): boolean {
    const had = this.#folds !== noFolds;
    this.#folds = noFolds;
    return had;
  }
}

/** Whether a row is a card that stands whole. */
export const isWholeCard = (row: Row, open: string | null): boolean =>
  row.kind === 'card' && !row.isFolded && row.item.id !== open;
