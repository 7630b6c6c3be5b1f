/** What a reader does with groups: makes them of claims, names, nests and removes them; claims move between them and stay when one goes. */
import type { Claim, Group } from '../model/argument-records.ts';
import { limits } from '../notebook/part-shapes.ts';
import { argument, type Desk } from './desk.ts';
import { commandOf, ownOf, reasonAgainst, unchanged, type Move } from './moves.ts';
import { newGroup } from './new-records.ts';
import { joining, ownRecord, ownRecords, touched } from './own-records.ts';
import type { Command } from './store.ts';

const whyNotTitle = (title: string): string | null => {
  if (title.trim() === '') return 'A group needs a title.';
  return title.length > limits.name
    ? `A title has at most ${limits.name.toLocaleString('en')} characters.`
    : null;
};

const whyNotIn = (desk: Desk, group: string | null): string | null =>
  group === null || argument(desk).groups.has(group) ? null : 'The group is gone.';

/** The reader's own among some claims that are not in a group yet, in that group. */
const movedTo = (desk: Desk, claims: Iterable<string>, group: string | null): readonly Claim[] =>
  [...new Set(claims)].flatMap((id) => {
    const record = ownRecord(desk, id);
    return record?.kind === 'claim' && record.group !== group ? [touched(record, { group })] : [];
  });

const moving =
  (claims: readonly string[], group: string | null): Move =>
  (desk) => {
    const why = whyNotIn(desk, group);
    if (why) return why;
    const put = movedTo(desk, claims, group);
    if (put.length > 0) return { label: group === null ? 'Take out of group' : 'Move to group', put };
    const [first] = claims;
    if (first === undefined) return 'No claim is chosen.';
    const claim = ownOf(desk, 'claim', first);
    return typeof claim === 'string' ? claim : unchanged;
  };

/** Moves the reader's own among some claims into a group, anybody's, or out of any (null). */
export const moveToGroup = (claims: Iterable<string>, group: string | null): Command =>
  commandOf(moving([...claims], group));

/** Why none of these claims can be moved; null where one can. */
export const whyNotMoveToGroup = (
  desk: Desk,
  claims: Iterable<string>,
  group: string | null,
): string | null => reasonAgainst(desk, moving([...claims], group));

/** What one may say of a group when it is made. `id` names it, so that the caller can go to it. */
export interface GroupOptions {
  readonly id?: string;
  readonly title: string;
  /** Label of the section that it stands for (`III.B`). */
  readonly section?: string | null;
  /** Id of the group around it. */
  readonly parent?: string | null;
  /** Ids of the claims that it is made of; the reader's own among them move into it. */
  readonly claims?: readonly string[];
}

const making =
  ({ claims = [], title, ...more }: GroupOptions): Move =>
  (desk) => {
    const why = whyNotTitle(title) ?? whyNotIn(desk, more.parent ?? null);
    if (why) return why;
    const group = newGroup({ ...more, title: title.trim() });
    return { label: 'Make group', put: [group, ...movedTo(desk, claims, group.id)] };
  };

/** Makes a group, with the claims that belong in it. */
export const makeGroup = (options: GroupOptions): Command => commandOf(making(options));

/** Why a group cannot be made so; null where it can. */
export const whyNotMakeGroup = (desk: Desk, options: GroupOptions): string | null =>
  reasonAgainst(desk, making(options));

const renaming =
  (id: string, title: string, writing: string): Move =>
  (desk) => {
    const group = ownOf(desk, 'group', id);
    if (typeof group === 'string') return group;
    const why = whyNotTitle(title);
    if (why) return why;
    if (title === group.title) return unchanged;
    const put = [touched(group, { title })];
    return { label: 'Rename group', put, ...joining(`write ${id}`, writing) };
  };

/** Calls a group of the reader's own something else; edits of one `writing` are undone as one. */
export const renameGroup = (id: string, title: string, writing = ''): Command =>
  commandOf(renaming(id, title, writing));

/** Why a group cannot be called so; null where it can. */
export const whyNotRenameGroup = (desk: Desk, id: string, title: string): string | null =>
  reasonAgainst(desk, renaming(id, title, ''));

/** Whether a group lies in another, however deep; a group lies in itself. */
function isWithin(desk: Desk, group: string, around: string): boolean {
  const { groups } = argument(desk);
  const seen = new Set<string>();
  for (let id: string | null = group; id !== null && !seen.has(id); id = groups.get(id)?.parent ?? null) {
    if (id === around) return true;
    seen.add(id);
  }
  return false;
}

const nesting =
  (id: string, parent: string | null): Move =>
  (desk) => {
    const group = ownOf(desk, 'group', id);
    if (typeof group === 'string') return group;
    const why = whyNotIn(desk, parent);
    if (why) return why;
    if (group.parent === parent) return unchanged;
    if (parent !== null && isWithin(desk, parent, id)) return 'A group cannot lie in itself.';
    return { label: 'Move group', put: [touched(group, { parent })] };
  };

/** Puts a group of the reader's own into another one, anybody's, or outside any (null). */
export const nestGroup = (id: string, parent: string | null): Command => commandOf(nesting(id, parent));

/** Why a group cannot be put there; null where it can. */
export const whyNotNestGroup = (desk: Desk, id: string, parent: string | null): string | null =>
  reasonAgainst(desk, nesting(id, parent));

/** The reader's own claims and groups that lie in a group, as they lie in the one around it. */
export const risen = (desk: Desk, { id, parent }: Group): readonly (Claim | Group)[] => [
  ...ownRecords(desk, 'claim')
    .filter((claim) => claim.group === id)
    .map((claim) => touched(claim, { group: parent })),
  ...ownRecords(desk, 'group')
    .filter((group) => group.parent === id)
    .map((group) => touched(group, { parent })),
];

const removing =
  (id: string): Move =>
  (desk) => {
    const group = ownOf(desk, 'group', id);
    if (typeof group === 'string') return group;
    return { label: 'Delete group', put: risen(desk, group), remove: [id] };
  };

/** Removes a group of the reader's own; what lies in it stays, in the group around it. */
export const removeGroup = (id: string): Command => commandOf(removing(id));

/** Why a group cannot be removed; null where it can. */
export const whyNotRemoveGroup = (desk: Desk, id: string): string | null => reasonAgainst(desk, removing(id));
