/** What a reader does with marks and colours. Each command answers an edit, or null for "not now". */
import type { Annotation, Meaning, Motivation } from '../model/records.ts';
import { meanings, type Range } from './desk.ts';
import { newAnnotation, ownRecord, stamp, touched, type MarkOptions } from './own-records.ts';
import type { Command } from './store.ts';
import { targetFor } from './targets.ts';

/** Marks a passage. `id` names the new annotation, so that the caller can go to it. */
export const annotate =
  (range: Range | null, options: MarkOptions): Command =>
  (desk) => {
    const target = targetFor(desk, range);
    return target && { label: 'Highlight', put: [newAnnotation([target], options)] };
  };

/** What one changes of a mark by writing in it. */
export type MarkPatch = Partial<Pick<Annotation, 'body' | 'colour' | 'tags' | 'motivation' | 'style'>>;

/** Highlight and comment differ by whether there are words; every other reason stays what the reader said. */
export const reasonFor = (motivation: Motivation, body: string): Motivation =>
  motivation === 'highlighting' || motivation === 'commenting'
    ? body.trim()
      ? 'commenting'
      : 'highlighting'
    : motivation;

/** Changes a mark of the reader's own; edits of one `writing` (from opening to Done) are undone as one. */
export const editAnnotation =
  (id: string, patch: MarkPatch, writing = ''): Command =>
  (desk) => {
    const record = ownRecord(desk, id);
    if (record?.kind !== 'annotation') return null;
    const isSame = (Object.keys(patch) as (keyof MarkPatch)[]).every(
      (key) => JSON.stringify(patch[key]) === JSON.stringify(record[key]),
    );
    if (isSame) return null;
    const { motivation, body } = { ...record, ...patch };
    const changed = touched(record, { ...patch, motivation: reasonFor(motivation, body) });
    return { label: 'Edit note', put: [changed], joins: `write ${id} ${writing}` };
  };

/** Gives a colour a name; an empty one gives back what the colour started with. */
export const nameColour =
  (colour: string, name: string): Command =>
  (desk) => {
    const id = `meaning-${colour}`;
    const known = ownRecord(desk, id);
    const wanted = [...name.trim()].slice(0, 60).join('');
    if (!wanted) return known ? { label: 'Name colour', remove: [id] } : null;
    if (meanings(desk).get(colour) === wanted) return null;
    const record: Meaning =
      known?.kind === 'meaning'
        ? touched(known, { name: wanted })
        : { kind: 'meaning', id, colour, name: wanted, ...stamp() };
    return { label: 'Name colour', put: [record] };
  };
