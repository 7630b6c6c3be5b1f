/** What a reader can do to their notebook. Each command answers an edit, or null for "not now". */
import {
  bareClaim,
  bareConflict,
  bareStep,
  type Claim,
  type ClaimRole,
  type Conflict,
  type Inference,
} from '../model/argument-records.ts';
import type { Annotation, Meaning, Motivation } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import type { Edit } from '../notebook/notebook.ts';
import { argument, meanings, ownLayer, supports, type Desk, type Range } from './desk.ts';
import { newAnnotation, ownRecord, stamp, touched, type MarkOptions } from './own-records.ts';
import { place } from './passages.ts';
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

const overlaps = (one: Range | null, other: Range): boolean =>
  one !== null && one.start < other.end && one.end > other.start;

/** Ids of the notes whose marker or support lies within a range: what carries a claim made there. */
export function notesIn(desk: Desk, range: Range): readonly string[] {
  const { text } = desk.paper;
  const marked = text.markers
    .filter((marker) => marker.offset > range.start && marker.offset <= range.end + 1)
    .map((marker) => String(marker.node.attrs['note']));
  const supported = [...supports(desk).values()]
    .filter((support) => {
      const at = place(desk, support.target);
      return overlaps(at, range);
    })
    .map((support) => support.note);
  const order = desk.paper.notes.map((note) => note.id);
  return [...new Set([...marked, ...supported])].sort(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
}

/** Longest wording that is taken from a quotation; longer ones are cut at a word. */
const wordingLimit = 160;

/** A first wording of a claim: the quotation, cut where it is long. */
export const wordingFrom = (quote: string): string => {
  const flat = quote.replace(/\s+/gu, ' ').trim();
  if (flat.length <= wordingLimit) return flat;
  const cut = flat.lastIndexOf(' ', wordingLimit);
  return `${flat.slice(0, cut > 0 ? cut : wordingLimit)} …`;
};

/** Makes a passage a claim: wording from the quotation, notes from the supports in the span. */
export const makeClaim =
  (range: Range | null, options: { id?: string; role?: ClaimRole; wording?: string } = {}): Command =>
  (desk) => {
    const target = targetFor(desk, range);
    if (!target) return null;
    const claim: Claim = {
      kind: 'claim',
      id: options.id ?? newId(),
      role: options.role ?? 'premise',
      wording: options.wording ?? wordingFrom(target.exact),
      targets: [target],
      notes: notesIn(desk, target),
      group: null,
      aside: false,
      ...bareClaim,
      ...stamp(),
    };
    return { label: 'Make claim', put: [claim] };
  };

/** Changes a claim of the reader's own; edits of one `writing` are undone as one. */
export const editClaim =
  (id: string, patch: Partial<Pick<Claim, 'wording' | 'role'>>, writing = ''): Command =>
  (desk) => {
    const record = ownRecord(desk, id);
    if (record?.kind !== 'claim') return null;
    if (patch.wording?.trim() === '') return null;
    const wanted = { ...record, ...patch };
    if (wanted.wording === record.wording && wanted.role === record.role) return null;
    return { label: 'Edit claim', put: [touched(record, patch)], joins: `write ${id} ${writing}` };
  };

/** True where a chain of inferences leads from one claim to another. */
function leadsTo(desk: Desk, from: string, to: string): boolean {
  const graph = argument(desk);
  const seen = new Set<string>();
  const open = [from];
  while (open.length > 0) {
    const id = open.pop() as string;
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    graph.stepsFrom(id).forEach((step) => open.push(step.conclusion));
  }
  return false;
}

/** Why a relation cannot be made now; null where it can. */
export function whyNotRelate(
  desk: Desk,
  relation: 'supports' | 'attacks',
  from: string,
  to: string,
): string | null {
  const graph = argument(desk);
  if (!graph.claims.has(from) || !graph.claims.has(to)) return 'One of the two claims is gone.';
  if (from === to) return 'A claim cannot bear on itself.';
  if (relation === 'attacks') {
    const known = graph.attacksBy(from).some((one) => one.to === to || (one.mutual && one.from === to));
    return known ? 'It attacks that claim already.' : null;
  }
  if (graph.stepsFrom(from).some((step) => step.conclusion === to)) return 'It supports that claim already.';
  return leadsTo(desk, to, from) ? 'That would argue in a circle.' : null;
}

/** Relates two claims: the first supports or attacks the second. */
export const relate =
  (relation: 'supports' | 'attacks', from: string, to: string): Command =>
  (desk): Edit | null => {
    if (whyNotRelate(desk, relation, from, to)) return null;
    if (relation === 'supports') {
      const inference: Inference = {
        kind: 'inference',
        id: newId(),
        premises: [{ claim: from, role: null }],
        conclusion: to,
        gist: '',
        implicit: false,
        ...bareStep,
        ...stamp(),
      };
      return { label: 'Add support', put: [inference] };
    }
    const conflict: Conflict = {
      kind: 'conflict',
      id: newId(),
      from,
      to,
      attack: 'rebut',
      mutual: false,
      gist: '',
      ...bareConflict,
      ...stamp(),
    };
    return { label: 'Add attack', put: [conflict] };
  };

/** Records of the reader's own that mean nothing without a claim. */
function relationsOf(desk: Desk, claim: string): string[] {
  return [...ownLayer(desk).records.values()]
    .filter(
      (record) =>
        (record.kind === 'inference' &&
          (record.conclusion === claim || record.premises.every((premise) => premise.claim === claim))) ||
        (record.kind === 'conflict' && (record.from === claim || record.to === claim)),
    )
    .map((record) => record.id);
}

/** Deletes a record of the reader's own; with a claim go the relations that need it. */
export const remove =
  (id: string): Command =>
  (desk) => {
    const record = ownRecord(desk, id);
    if (!record) return null;
    const gone = new Set([id, ...(record.kind === 'claim' ? relationsOf(desk, id) : [])]);
    for (const other of ownLayer(desk).records.values()) {
      if (other.kind === 'conflict' && gone.has(other.to)) gone.add(other.id);
    }
    return { label: `Delete ${record.kind === 'annotation' ? 'mark' : record.kind}`, remove: [...gone] };
  };
