/** Which records go into a file of marks: by choice, by colour and tag, with the replies of what is taken. Pure. */
import { annotations, isShown, ownLayer, type Desk } from '../desk/desk.ts';
import type { Annotation, NotebookRecord } from '../model/records.ts';
import type { MarksChoice } from './marks-choice.ts';

/** What is left of the marks; empty for no matter which. */
export interface MarksFilter {
  readonly colour: string;
  readonly tag: string;
  /** Ids of the marks that were selected; null where none were. */
  readonly ids: readonly string[] | null;
}

/** Every mark. */
export const noFilter: MarksFilter = { colour: '', tag: '', ids: null };

const isMark = (record: NotebookRecord): record is Annotation => record.kind === 'annotation';

/** Marks that pass, and whatever answers them. */
function passing(marks: readonly Annotation[], { colour, tag, ids }: MarksFilter): readonly Annotation[] {
  const wanted = ids && new Set(ids);
  const taken = new Set(
    marks
      .filter((mark) => !colour || mark.colour === colour)
      .filter((mark) => !tag || mark.tags.includes(tag))
      .filter((mark) => !wanted || wanted.has(mark.id))
      .map(({ id }) => id),
  );
  for (let before = -1; before < taken.size;) {
    before = taken.size;
    for (const { id, replyTo } of marks) if (replyTo !== null && taken.has(replyTo)) taken.add(id);
  }
  return marks.filter(({ id }) => taken.has(id));
}

/** The records of the layers that a choice takes in; of two with one id the reader's own. */
function recordsOf(desk: Desk, hasLayers: boolean): readonly NotebookRecord[] {
  const layers = hasLayers ? desk.layers.filter(isShown) : [ownLayer(desk)];
  return [...new Map(layers.flatMap((layer) => [...layer.records])).values()];
}

/** The records that go into the file. */
export function takenRecords(
  desk: Desk,
  { what, hasLayers }: Pick<MarksChoice, 'what' | 'hasLayers'>,
  filter: MarksFilter,
): readonly NotebookRecord[] {
  const isFiltered = filter.ids !== null || filter.colour !== '' || filter.tag !== '';
  // What was selected may lie in any layer that shows.
  const records = recordsOf(desk, hasLayers || filter.ids !== null);
  if (what === 'everything' && !isFiltered) return records;
  return passing(records.filter(isMark), filter);
}

/** The tags of the visible marks, by name. */
export const tagsOn = (desk: Desk): readonly string[] =>
  [...new Set(annotations(desk).flatMap(({ tags }) => tags))].sort((one, other) =>
    one.localeCompare(other, 'en'),
  );
