/** What a reader can do with marks beyond highlighting: ask, bookmark, answer, write on the whole paper, make a claim. */
import { firstColour } from '../model/colours.ts';
import type { Annotation, Motivation } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { notesIn, wordingFrom } from './claim-commands.ts';
import { annotate, editAnnotation, reasonFor, type MarkPatch } from './commands.ts';
import { layerOf, type Desk, type Range } from './desk.ts';
import { newClaim } from './new-records.ts';
import { newAnnotation, ownRecord, stamp, type MarkOptions } from './own-records.ts';
import { place } from './passages.ts';
import type { Command } from './store.ts';

const labels: Readonly<Record<Motivation, string>> = {
  highlighting: 'Highlight',
  commenting: 'Write a note',
  questioning: 'Ask',
  tagging: 'Tag',
  bookmarking: 'Bookmark',
};

/** Marks a passage for a reason; null as the range marks nothing. */
export const markAs =
  (motivation: Motivation, range: Range | null, options: Partial<MarkOptions> = {}): Command =>
  (desk) => {
    const edit = annotate(range, { colour: firstColour, ...options, motivation })(desk);
    return edit && { ...edit, label: labels[motivation] };
  };

/** A mark of any visible layer; null where there is none of this id. */
export function markOf(desk: Desk, id: string): Annotation | null {
  const record = layerOf(desk, id)?.records.get(id);
  return record?.kind === 'annotation' ? record : null;
}

/** An answer to a mark, still without words: on the same passages. Null where the mark is gone. */
export function blankReply(desk: Desk, to: string, id = newId()): Annotation | null {
  const parent = markOf(desk, to);
  return parent && newAnnotation(parent.targets, { id, colour: parent.colour, replyTo: to });
}

/** A note on the paper as a whole, still without words. */
export const blankPaperNote = (id = newId()): Annotation => newAnnotation([], { id, colour: firstColour });

/**
 * Changes a mark that is there, or makes the one that was proposed as soon as something is said in it. Edits of
 * one `writing` are undone as one, the making included.
 */
export const writeAnnotation =
  (proposed: Annotation, patch: MarkPatch, writing = ''): Command =>
  (desk) => {
    if (ownRecord(desk, proposed.id)) return editAnnotation(proposed.id, patch, writing)(desk);
    const said = { ...proposed, ...patch };
    if (!said.body.trim() && said.tags.length === 0) return null;
    const made: Annotation = { ...said, ...stamp(), motivation: reasonFor(said.motivation, said.body) };
    const label = said.replyTo === null ? 'Write a note' : 'Reply';
    return { label, put: [made], joins: `write ${proposed.id} ${writing}` };
  };

/** Makes a claim of a mark of any layer: on the same passages, worded as they are. The mark stays, with its note. */
export const claimOfMark =
  (id: string, options: { readonly id?: string } = {}): Command =>
  (desk) => {
    const mark = markOf(desk, id);
    if (!mark || mark.targets.length === 0) return null;
    const notes = new Set(
      mark.targets.flatMap((target) => {
        const range = place(desk, target);
        return target.note === undefined ? (range ? notesIn(desk, range) : []) : [target.note];
      }),
    );
    const claim = newClaim({
      ...options,
      wording: wordingFrom(mark.targets[0]?.exact ?? ''),
      targets: mark.targets,
      notes: desk.paper.notes.map((note) => note.id).filter((note) => notes.has(note)),
    });
    return { label: 'Make claim', put: [claim] };
  };
