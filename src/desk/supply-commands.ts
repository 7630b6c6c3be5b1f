/** What a reader supplies where the copy is silent: a note's words, the works that it cites. Each command answers an edit or null. */
import type { CslItem } from '../model/csl.ts';
import type { Citation, Transcript, Work } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import type { Range } from './desk.ts';
import type { NoteWords } from './note-words.ts';
import {
  joining,
  newAnnotation,
  ownRecord,
  ownRecords,
  stamp,
  touched,
  type MarkOptions,
} from './own-records.ts';
import { works } from './sources.ts';
import type { Command } from './store.ts';
import { targetInNote } from './targets.ts';

/** What one writes down of a note: its words, whence, and by whom. */
export type Transcribed = Pick<Transcript, 'text' | 'copy' | 'by'>;

const isSame = <T extends object>(one: T, other: T): boolean =>
  (Object.keys(one) as (keyof T)[]).every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));

/**
 * Writes down the words of a note, under the id `id`, which the caller makes and keeps while one writes.
 * Edits of one `writing` are undone as one. Words that were emptied again leave no record.
 */
export const transcribe =
  (note: string, id: string, written: Transcribed, writing = ''): Command =>
  (desk) => {
    if (!desk.paper.notes.some((one) => one.id === note)) return null;
    const known = ownRecord(desk, id);
    if (known && known.kind !== 'transcript') return null;
    const joins = joining(`transcribe ${id}`, writing);
    const isEmpty = !written.text.trim() && !written.copy.trim();
    if (isEmpty) return known ? { label: 'Transcribe note', remove: [id], ...joins } : null;
    if (known && isSame(written, { text: known.text, copy: known.copy, by: known.by })) return null;
    const record: Transcript = known
      ? touched(known, written)
      : { kind: 'transcript', id, note, ...written, ...stamp() };
    return { label: 'Transcribe note', put: [record], ...joins };
  };

/** Whom or what a work is attached to: a note, an authority, or a note's authority. */
export interface Attachment {
  readonly note: string | null;
  readonly source: string | null;
}

const citationOf = (work: string, to: Attachment, locator: string | null): Citation => ({
  kind: 'citation',
  id: newId(),
  note: to.note,
  source: to.source,
  work,
  locator,
  ...stamp(),
});

/** Takes works into the notebook and attaches each to `to` (to nothing where null), as one change. */
export const addWorks =
  (items: readonly CslItem[], to: Attachment | null): Command =>
  () => {
    if (items.length === 0) return null;
    const put = items.flatMap((item): (Work | Citation)[] => {
      const work: Work = { kind: 'work', id: newId(), item, ...stamp() };
      return to ? [work, citationOf(work.id, to, null)] : [work];
    });
    return { label: items.length === 1 ? 'Add work' : `Add ${items.length} works`, put };
  };

/**
 * Writes a work, under the id `id`, which the caller makes and keeps while one writes; a new one is attached
 * to `to` at once. Edits of one `writing` are undone as one.
 */
export const writeWork =
  (id: string, item: CslItem, to: Attachment | null, writing = ''): Command =>
  (desk) => {
    const known = ownRecord(desk, id);
    const joins = joining(`work ${id}`, writing);
    if (known?.kind === 'work') {
      return isSame(item, known.item) && isSame(known.item, item)
        ? null
        : { label: 'Edit work', put: [touched(known, { item })], ...joins };
    }
    if (known || works(desk).has(id)) return null;
    const work: Work = { kind: 'work', id, item, ...stamp() };
    return { label: 'Add work', put: to ? [work, citationOf(id, to, null)] : [work], ...joins };
  };

/** Attaches a known work; null where it is attached there already. */
export const attachWork =
  (work: string, to: Attachment, locator: string | null = null): Command =>
  (desk) => {
    if (!works(desk).has(work) || (to.note === null && to.source === null)) return null;
    const there = desk.layers
      .flatMap((layer) => [...layer.records.values()])
      .some(
        (one) =>
          one.kind === 'citation' && one.work === work && one.note === to.note && one.source === to.source,
      );
    return there ? null : { label: 'Attach work', put: [citationOf(work, to, locator)] };
  };

/** Says where in the work; an empty locator is none. */
export const locate =
  (citation: string, locator: string, writing = ''): Command =>
  (desk) => {
    const known = ownRecord(desk, citation);
    const wanted = locator.trim() || null;
    if (known?.kind !== 'citation' || known.locator === wanted) return null;
    return {
      label: 'Edit place in the work',
      put: [touched(known, { locator: wanted })],
      ...joining(`locate ${citation}`, writing),
    };
  };

/** Takes a work off a note or an authority; the work itself stays in the notebook. */
export const detachWork =
  (citation: string): Command =>
  (desk) =>
    ownRecord(desk, citation)?.kind === 'citation' ? { label: 'Detach work', remove: [citation] } : null;

/** Deletes a work of the reader's own from the notebook, and with it what attaches it anywhere. */
export const removeWork =
  (id: string): Command =>
  (desk) => {
    if (ownRecord(desk, id)?.kind !== 'work') return null;
    const attached = ownRecords(desk, 'citation').filter((one) => one.work === id);
    return { label: 'Delete work', remove: [id, ...attached.map((one) => one.id)] };
  };

/** Marks a passage in the words of a note. `id` names the new annotation, so that the caller can go to it. */
export const annotateNote =
  (words: NoteWords, range: Range, options: MarkOptions): Command =>
  () => {
    const target = targetInNote(words, range);
    return target && { label: 'Highlight', put: [newAnnotation([target], options)] };
  };
