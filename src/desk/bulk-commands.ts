/** What a reader does to many marks at once. Each command answers one edit for all of them, undone as one, or null for "not now". */
import type { Annotation, MarkStyle, Motivation, NotebookRecord } from '../model/records.ts';
import { cleanTag } from '../model/tags.ts';
import type { Edit } from '../notebook/notebook.ts';
import { limits } from '../notebook/part-shapes.ts';
import { claimOfMark } from './annotation-commands.ts';
import type { Desk } from './desk.ts';
import { ownRecord, touched } from './own-records.ts';
import { removal } from './remove-commands.ts';
import type { Command } from './store.ts';

type Patch = (annotation: Annotation) => Partial<Annotation> | null;

/** One edit of all the reader's own annotations among these that `patch` changes; null where it changes none. */
function editAll(desk: Desk, ids: Iterable<string>, label: string, patch: Patch): Edit | null {
  const put: NotebookRecord[] = [];
  for (const id of ids) {
    const record = ownRecord(desk, id);
    const change = record?.kind === 'annotation' ? patch(record) : null;
    if (record?.kind === 'annotation' && change) put.push(touched(record, change));
  }
  return put.length > 0 ? { label, put } : null;
}

/** Adds a tag where it is missing; a record that holds as many as it may stays as it is. */
export const addTag =
  (ids: Iterable<string>, tag: string): Command =>
  (desk) => {
    const wanted = cleanTag(tag);
    if (!wanted) return null;
    return editAll(desk, ids, `Tag “${wanted}”`, ({ tags }) =>
      tags.includes(wanted) || tags.length >= limits.items ? null : { tags: [...tags, wanted] },
    );
  };

/** Takes a tag away. */
export const removeTag =
  (ids: Iterable<string>, tag: string): Command =>
  (desk) =>
    editAll(desk, ids, `Remove tag “${tag}”`, ({ tags }) =>
      tags.includes(tag) ? { tags: tags.filter((one) => one !== tag) } : null,
    );

/** Gives annotations another colour. */
export const recolour =
  (ids: Iterable<string>, colour: string): Command =>
  (desk) =>
    editAll(desk, ids, 'Recolour', (one) => (one.colour === colour ? null : { colour }));

/** Says what annotations are for. */
export const motivate =
  (ids: Iterable<string>, motivation: Motivation): Command =>
  (desk) =>
    editAll(desk, ids, 'Change kind', (one) => (one.motivation === motivation ? null : { motivation }));

/** Says how annotations show in the text. */
export const restyle =
  (ids: Iterable<string>, style: MarkStyle): Command =>
  (desk) =>
    editAll(desk, ids, 'Change style', (one) => (one.style === style ? null : { style }));

/** Whether a record is a reply that answers what is gone. */
const answers = (record: NotebookRecord, gone: ReadonlySet<string>): boolean =>
  record.kind === 'annotation' && record.replyTo !== null && gone.has(record.replyTo);

/** Deletes the reader's own records among these; with a mark go the replies to it, with a claim the relations that need it. */
export const removeAll =
  (ids: Iterable<string>): Command =>
  (desk) => {
    const own = [...ids].filter((id) => ownRecord(desk, id) !== null);
    if (own.length === 0) return null;
    const label = own.length === 1 ? 'Delete mark' : `Delete ${own.length} marks`;
    return { label, ...removal(desk, own, answers) };
  };

/** So many claims can be made at once: no map of more has ever helped anybody. */
export const mostClaims = 200;

/** Makes a claim of each annotation that has a passage, anybody's; the annotations stay. Null where none has one, or more than `mostClaims` have. */
export const claimsFrom =
  (ids: Iterable<string>): Command =>
  (desk) => {
    const put = [...ids].flatMap((id) => claimOfMark(id)(desk)?.put ?? []);
    if (put.length === 0 || put.length > mostClaims) return null;
    return { label: put.length === 1 ? 'Make claim' : `Make ${put.length} claims`, put };
  };
