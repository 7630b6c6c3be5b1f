/** Moves of the argument: each says what it would change, or in a sentence why it cannot be made now. */
import type { NotebookRecord, RecordKind, RecordOf } from '../model/records.ts';
import type { Edit } from '../notebook/notebook.ts';
import { layerOf, ownLayer, type Desk } from './desk.ts';
import { deskAfter } from './desk-after.ts';
import { ownRecord } from './own-records.ts';
import type { Command } from './store.ts';

/** What a move would change; a sentence where it cannot be made now. */
export type Move = (desk: Desk) => Edit | string;

/** Why nothing can be written on a desk; null on every desk but one on which two notebooks are only compared. */
export const whyOnlyRead = ({ session }: Desk): string | null =>
  session.compared
    ? 'Two notebooks are compared here, and nothing is changed: go to the desk to change them.'
    : null;

/** The command of a move: null wherever the move has a reason against it. */
export const commandOf =
  (move: Move): Command =>
  (desk) => {
    const wanted = whyOnlyRead(desk) ?? move(desk);
    return typeof wanted === 'string' ? null : wanted;
  };

/** Why a move cannot be made now; null exactly where its command has something to do. */
export function reasonAgainst(desk: Desk, move: Move): string | null {
  const wanted = whyOnlyRead(desk) ?? move(desk);
  return typeof wanted === 'string' ? wanted : null;
}

/** What a move says where nothing would be different. */
export const unchanged = 'It is so already.';

/**
 * Moves one after the other, each on what the one before leaves, as one edit; a reason against any is one against all.
 * `label` null: it is called like the last.
 */
export const inTurn =
  (label: string | null, ...moves: readonly Move[]): Move =>
  (desk) => {
    let now = desk;
    let last = '';
    for (const move of moves) {
      const wanted = move(now);
      if (typeof wanted === 'string') return wanted;
      now = deskAfter(now, wanted);
      last = wanted.label;
    }
    const [before, end] = [ownLayer(desk).records, ownLayer(now).records];
    const put = [...end.values()].filter((record) => before.get(record.id) !== record);
    const gone = [...before.keys()].filter((id) => !end.has(id));
    return put.length + gone.length === 0 ? unchanged : { label: label ?? last, put, remove: gone };
  };

const names: Partial<Record<RecordKind, string>> = {
  claim: 'claim',
  inference: 'step',
  conflict: 'attack',
  group: 'group',
  preference: 'preference',
};

/** What a kind of record is called in sentences. */
export const nameOfKind = (kind: RecordKind): string => names[kind] ?? kind;

/** A record of the reader's own of a kind, or in a sentence why there is none to change. */
export function ownOf<K extends RecordKind>(desk: Desk, kind: K, id: string): RecordOf<K> | string {
  const record: NotebookRecord | null = ownRecord(desk, id);
  if (record?.kind === kind) return record as RecordOf<K>;
  const theirs = layerOf(desk, id);
  return theirs?.records.get(id)?.kind === kind
    ? `This ${nameOfKind(kind)} belongs to “${theirs.name}”, which you can read but not change.`
    : `This ${nameOfKind(kind)} is gone.`;
}
