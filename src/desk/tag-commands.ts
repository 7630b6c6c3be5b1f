/** The tags of a desk: how often each is used, and renaming, merging and deleting them everywhere at once. */
import { cleanTag } from '../model/tags.ts';
import type { Annotation } from '../model/records.ts';
import { annotations, derived, ownLayer, type Desk, type Layer } from './desk.ts';
import { ownRecords, touched } from './own-records.ts';
import type { Command } from './store.ts';

/** A tag, and on how many marks it stands. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** Most used first; those used alike in the order of the alphabet. */
function counted(marks: readonly Annotation[]): readonly TagCount[] {
  const counts = new Map<string, number>();
  for (const { tags } of marks) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((one, other) => other.count - one.count || one.tag.localeCompare(other.tag));
}

const allOf = derived((marks: readonly Annotation[]) => counted(marks));

/** The tags of all visible layers. */
export const tagsOf = (desk: Desk): readonly TagCount[] => allOf(annotations(desk));

const ownOf = derived((own: Layer) =>
  counted([...own.records.values()].filter((record) => record.kind === 'annotation')),
);

/** The tags of the reader's own marks: those that can be renamed. */
export const ownTags = (desk: Desk): readonly TagCount[] => ownOf(ownLayer(desk));

/** Changes the tags of all own marks that have a tag. */
function changeTags(
  desk: Desk,
  tag: string,
  change: (tags: readonly string[]) => readonly string[],
): Annotation[] {
  return ownRecords(desk, 'annotation')
    .filter(({ tags }) => tags.includes(tag))
    .map((mark) => touched(mark, { tags: change(mark.tags) }));
}

/** Gives a tag another name on every mark of the reader's own. One that is in use already takes both in. */
export const renameTag =
  (from: string, to: string): Command =>
  (desk) => {
    const name = cleanTag(to);
    if (!name || name === from) return null;
    const isMerge = ownTags(desk).some(({ tag }) => tag === name);
    const put = changeTags(desk, from, (tags) => [
      ...new Set(tags.map((tag) => (tag === from ? name : tag))),
    ]);
    return put.length > 0 ? { label: isMerge ? 'Merge tags' : 'Rename tag', put } : null;
  };

/** Takes a tag away from every mark of the reader's own. */
export const deleteTag =
  (tag: string): Command =>
  (desk) => {
    const put = changeTags(desk, tag, (tags) => tags.filter((one) => one !== tag));
    return put.length > 0 ? { label: 'Delete tag', put } : null;
  };
