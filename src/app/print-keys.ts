/** The keys of the printed page: a letter and a number for each claim, a number for each annotation. Pure. */
import { annotations, argument, canEdit, type Desk } from '../desk/desk.ts';
import { placed, type Passage } from '../desk/passages.ts';
import type { Claim, ClaimRole } from '../model/argument-records.ts';
import type { Annotation } from '../model/records.ts';

/** Under what letter a role is numbered. */
export const roleLetters: Readonly<Record<ClaimRole, string>> = {
  conclusion: 'C',
  issue: 'I',
  determinant: 'D',
  background: 'B',
  premise: 'P',
};

/** An annotation under its number. */
export interface KeyedAnnotation {
  readonly key: number;
  readonly annotation: Annotation;
  /** Where it stands, in the order of the text; empty where it has lost its place. */
  readonly passages: readonly Passage[];
  readonly isOwn: boolean;
}

/** The passages of each record of a kind, by its id. */
function passagesBy(desk: Desk, kind: Passage['kind']): ReadonlyMap<string, readonly Passage[]> {
  const found = new Map<string, Passage[]>();
  for (const passage of placed(desk).passages) {
    if (passage.kind !== kind) continue;
    const list = found.get(passage.id);
    if (list) list.push(passage);
    else found.set(passage.id, [passage]);
  }
  return found;
}

/** By the place of the first passage; what has none comes last, in the order of its making. */
function inTextOrder<T extends { readonly id: string }>(
  records: readonly T[],
  passages: ReadonlyMap<string, readonly Passage[]>,
): T[] {
  const start = (record: T): number => passages.get(record.id)?.[0]?.start ?? Infinity;
  // Infinity less Infinity is no number: equals stay in their order.
  return records.toSorted((one, other) => (start(one) === start(other) ? 0 : start(one) - start(other)));
}

/** `P14` for each visible claim by its id: numbered by role in the order of the text. */
export function claimKeys(desk: Desk): ReadonlyMap<string, string> {
  const counts = new Map<ClaimRole, number>();
  const keys = new Map<string, string>();
  const claims: Claim[] = [...argument(desk).claims.values()];
  for (const { id, role } of inTextOrder(claims, passagesBy(desk, 'claim'))) {
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    keys.set(id, `${roleLetters[role]}${count}`);
  }
  return keys;
}

/** The visible annotations, numbered from 1 in the order of the text. */
export function keyedAnnotations(desk: Desk): readonly KeyedAnnotation[] {
  const passages = passagesBy(desk, 'annotation');
  return inTextOrder(annotations(desk), passages).map((annotation, at) => ({
    key: at + 1,
    annotation,
    passages: passages.get(annotation.id) ?? [],
    isOwn: canEdit(desk, annotation.id),
  }));
}
