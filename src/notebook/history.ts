/**
 * What the reader can take back: two stacks of steps, and how a step is reverted on top of what others have
 * done since. Yjs has an undo manager of its own, but it works on single keys: a record that one tab deletes
 * while another edits it comes back from its undo without the edited field.
 */
import type { NotebookRecord } from '../model/records.ts';
import { changingFields, fieldOf } from './fields.ts';
import { isSame } from '../model/same.ts';

/** What happened to one record; null where it was not there. */
export interface Step {
  readonly id: string;
  readonly from: NotebookRecord | null;
  readonly to: NotebookRecord | null;
}

/** An edit that can be taken back, or one that was and can be done again. */
export interface Past {
  readonly label: string;
  readonly steps: readonly Step[];
  /** Joins the edit before it where that has the same word; null joins nothing. */
  readonly joins: string | null;
}

/** Steps after steps, as one step a record: from the first state to the last. */
function joined(first: readonly Step[], then: readonly Step[]): readonly Step[] {
  const steps = new Map(first.map((step) => [step.id, step]));
  for (const step of then) {
    const before = steps.get(step.id);
    // A record that the first of them made was not there before: null stays null.
    steps.set(step.id, before ? { ...step, from: before.from } : step);
  }
  return [...steps.values()];
}

export type Direction = 'undo' | 'redo';

/** The two stacks as they stand, the newest edit last: what a tab keeps over a reload. */
export type Stacks = Readonly<Record<Direction, readonly Past[]>>;

/** The two stacks. A new edit ends what could be done again. */
export class History {
  readonly #stacks: Record<Direction, Past[]> = { undo: [], redo: [] };

  /** Both stacks, as they are now. */
  get stacks(): Stacks {
    return { undo: [...this.#stacks.undo], redo: [...this.#stacks.redo] };
  }

  /**
   * Lays what was kept of an earlier visit under what was done in this one. What could be done again then is
   * past where something was done since.
   */
  restore({ undo, redo }: Stacks): void {
    const isFresh = !this.has('undo') && !this.has('redo');
    this.#stacks.undo.unshift(...undo);
    if (isFresh) this.#stacks.redo.push(...redo);
  }

  /** True where `take` has something to give. */
  has(direction: Direction): boolean {
    return this.#stacks[direction].length > 0;
  }

  /** Remembers an edit of the reader's. */
  add(past: Past): void {
    const before = this.#stacks.undo.at(-1);
    const isMore = before && past.joins !== null && before.joins === past.joins;
    if (isMore)
      this.#stacks.undo[this.#stacks.undo.length - 1] = { ...past, steps: joined(before.steps, past.steps) };
    else this.#stacks.undo.push(past);
    this.#stacks.redo = [];
  }

  /** The last of a stack, taken off it; null where it is empty. */
  take(direction: Direction): Past | null {
    return this.#stacks[direction].pop() ?? null;
  }

  /** Remembers what was just undone or done again, so that the opposite is possible. */
  turn(direction: Direction, past: Past): void {
    this.#stacks[direction === 'undo' ? 'redo' : 'undo'].push(past);
  }
}

/** What to write and delete so that `steps` are taken back. */
export interface Reversal {
  readonly put: readonly NotebookRecord[];
  readonly remove: readonly string[];
}

/**
 * Takes steps back, on the records as they are now. Only what still is as the step left it changes: a field
 * that someone else has written since, or a new record that someone else has worked on, stays as it is; what
 * someone else has deleted stays deleted.
 */
export function revert(steps: readonly Step[], records: ReadonlyMap<string, NotebookRecord>): Reversal {
  const put: NotebookRecord[] = [];
  const remove: string[] = [];
  for (const { id, from, to } of steps) {
    const now = records.get(id) ?? null;
    if (!from) {
      if (now && isSame(now, to)) remove.push(id);
    } else if (!to) {
      if (!now) put.push(from);
    } else if (now?.kind === from.kind) {
      const back = revertFields(from, to, now);
      if (back !== now) put.push(back);
    }
  }
  return { put, remove };
}

function revertFields(from: NotebookRecord, to: NotebookRecord, now: NotebookRecord): NotebookRecord {
  const back: Record<string, unknown> = {};
  for (const field of changingFields(now.kind)) {
    const value = fieldOf(from, field);
    const isMine = !isSame(value, fieldOf(to, field)) && isSame(fieldOf(to, field), fieldOf(now, field));
    if (isMine) back[field] = value;
  }
  return Object.keys(back).length > 0 ? { ...now, ...back } : now;
}
