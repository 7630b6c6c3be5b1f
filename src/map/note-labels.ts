/** The printed labels of a paper's notes by id. */
import { derived } from '../desk/desk.ts';
import type { Paper } from '../model/paper.ts';

/** `53` for `fn53`; the same map for the same paper. */
export const noteLabels = derived(
  (paper: Paper): ReadonlyMap<string, string> => new Map(paper.notes.map((note) => [note.id, note.label])),
);
