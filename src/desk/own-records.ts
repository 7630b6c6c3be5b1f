/** The reader's own records: finding, stamping and changing them. What the files of commands share. */
import type { Stamp, Target } from '../model/record-parts.ts';
import type { Annotation, Motivation, NotebookRecord, RecordKind, RecordOf } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { canEdit, layerOf, ownLayer, type Desk } from './desk.ts';

/** How the reader is called in their own records until they give a name. */
export const self = 'reader';

/** The stamp of a record that is made now. */
export const stamp = (): Stamp => {
  const now = new Date().toISOString();
  return { creator: self, created: now, modified: now };
};

/** A record of the reader's own; null where it is gone or not theirs to change. */
export function ownRecord(desk: Desk, id: string): NotebookRecord | null {
  return canEdit(desk, id) ? (layerOf(desk, id)?.records.get(id) ?? null) : null;
}

/** All of the reader's own records of a kind, in the order of their making. */
export function ownRecords<K extends RecordKind>(desk: Desk, kind: K): readonly RecordOf<K>[] {
  const all = [...ownLayer(desk).records.values()];
  return all.filter((record): record is RecordOf<K> => record.kind === kind);
}

/** `record` with some fields changed, and the date of it. */
export const touched = <T extends NotebookRecord>(record: T, patch: Partial<T>): T => ({
  ...record,
  ...patch,
  modified: new Date().toISOString(),
});

/** What makes edits of one `writing` (from opening an editor to Done) one step of undo; an empty one joins nothing. */
export const joining = (thing: string, writing: string): { readonly joins?: string } =>
  writing ? { joins: `${thing} ${writing}` } : {};

/** What one may say of a mark when it is made. `id` names it, so that the caller can go to it. */
export interface MarkOptions {
  readonly id?: string;
  readonly colour: string;
  readonly motivation?: Motivation;
  readonly body?: string;
  readonly style?: Annotation['style'];
  readonly replyTo?: string | null;
}

/** A new mark on some passages; on the paper as a whole where there are none. */
export const newAnnotation = (targets: readonly Target[], options: MarkOptions): Annotation => ({
  kind: 'annotation',
  id: options.id ?? newId(),
  motivation: options.motivation ?? (options.body?.trim() ? 'commenting' : 'highlighting'),
  targets,
  body: options.body ?? '',
  colour: options.colour,
  tags: [],
  style: options.style ?? 'highlight',
  replyTo: options.replyTo ?? null,
  foreign: null,
  ...stamp(),
});
