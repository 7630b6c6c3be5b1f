/** What taking in an argument would do to the notebook, decided before anything is done: record by record, field by field. */
import { ownLayer, type Desk } from '../desk/desk.ts';
import type { ArgumentFile } from '../formats/argument-file.ts';
import type { Finding } from '../formats/finding.ts';
import { idFor } from '../formats/foreign-id.ts';
import { changedSince, heldIn, isHeld, sayingFields } from '../formats/record-base.ts';
import { argumentKinds, type NotebookRecord } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { Unsound } from '../model/shapes.ts';
import { renamed } from '../notebook/renamed.ts';
import { readRecord } from '../notebook/validate.ts';

/** A field that says something else here than in the file. `taken`: changed in the file alone; `both`: changed here too. */
export interface FieldChange {
  readonly field: string;
  readonly how: 'taken' | 'both';
}

/** A record that is here and in the file and says other things there. */
export interface Changed {
  readonly here: NotebookRecord;
  readonly there: NotebookRecord;
  readonly fields: readonly FieldChange[];
}

/** See the head of this file. */
export interface ArgumentPlan {
  /** Sound records with ids that are free. */
  readonly fresh: readonly NotebookRecord[];
  /** Changed in the file alone. */
  readonly changed: readonly Changed[];
  /** Changed in the file and here: somebody has to choose. */
  readonly conflicts: readonly Changed[];
  /** How many say the same here and in the file, or have been changed here alone. */
  readonly same: number;
  /** Were here when the file was written, and are not in it any more. */
  readonly gone: readonly NotebookRecord[];
  readonly findings: readonly Finding[];
  /** The paper that the file says it is about, where that is another than the one that is open; null where it is not. */
  readonly otherPaper: string | null;
}

const valueOf = (record: NotebookRecord, field: string): unknown =>
  (record as unknown as Record<string, unknown>)[field];

/** Which fields are to change. Without sums nobody can say who changed them: what was never touched here follows the file. */
function fieldsOf(here: NotebookRecord, there: NotebookRecord, base: string): readonly FieldChange[] {
  const differ = sayingFields(there).filter((field) => !isSame(valueOf(here, field), valueOf(there, field)));
  const inFile = changedSince(base, there);
  const inNotebook = changedSince(base, here);
  if (!inFile || !inNotebook) {
    const how = here.modified === here.created ? 'taken' : 'both';
    return differ.map((field) => ({ field, how }));
  }
  return differ.flatMap((field): FieldChange[] => {
    if (!inFile.has(field)) return [];
    return [{ field, how: inNotebook.has(field) ? 'both' : 'taken' }];
  });
}

class Planning {
  readonly fresh: NotebookRecord[] = [];
  readonly changed: Changed[] = [];
  readonly conflicts: Changed[] = [];
  readonly findings: Finding[];
  readonly seen = new Set<string>();
  same = 0;
  readonly #own: ReadonlyMap<string, NotebookRecord>;
  readonly #others: ReadonlyMap<string, NotebookRecord>;
  readonly #bases: ReadonlyMap<string, string>;
  /** New ids of records whose id is another's. */
  readonly #names = new Map<string, string>();

  constructor(desk: Desk, { findings, bases }: ArgumentFile) {
    this.#own = ownLayer(desk).records;
    this.#others = new Map(desk.layers.slice(0, -1).flatMap((layer) => [...layer.records]));
    this.#bases = bases;
    this.findings = [...findings];
  }

  take(given: NotebookRecord): void {
    const there = readRecord(given);
    if (there instanceof Unsound) return this.#tell(given.id, `${there.toString()}; left out`);
    this.seen.add(there.id);
    if (!argumentKinds.includes(there.kind))
      return this.#tell(there.id, 'is no part of an argument; left out');
    const own = this.#own.get(there.id);
    const other = own ?? this.#others.get(there.id);
    if (!other) return void this.fresh.push(there);
    if (own?.kind === there.kind) return this.#compare(own, there);
    const isKnown =
      other.kind === there.kind && fieldsOf(other, there, this.#bases.get(there.id) ?? '').length === 0;
    if (isKnown) this.same += 1;
    else this.#underNewId(there);
  }

  /** The new records, what they point to followed. */
  followed(): readonly NotebookRecord[] {
    const names = this.#names;
    if (names.size === 0) return this.fresh;
    return this.fresh.map((record) => renamed(record, names));
  }

  #compare(here: NotebookRecord, there: NotebookRecord): void {
    const fields = fieldsOf(here, there, this.#bases.get(there.id) ?? '');
    if (fields.length === 0) this.same += 1;
    else if (fields.some(({ how }) => how === 'both')) this.conflicts.push({ here, there, fields });
    else this.changed.push({ here, there, fields });
  }

  /** Nobody can change what others gave: the reader gets one of their own. */
  #underNewId(there: NotebookRecord): void {
    const id = idFor(`${there.id}\n${JSON.stringify(there)}`);
    if (this.#own.has(id)) {
      this.same += 1;
      return;
    }
    this.#names.set(there.id, id);
    this.fresh.push(there);
    this.#tell(there.id, 'stands in a notebook that is not yours; taken beside it, as one of your own');
  }

  #tell(key: string, words: string): void {
    this.findings.push({ entry: null, key, line: null, words });
  }
}

/** Records that were here when the file was written and are in it no more. */
function goneFrom(
  desk: Desk,
  { made, held }: ArgumentFile,
  seen: ReadonlySet<string>,
): readonly NotebookRecord[] {
  if (made === null) return [];
  const ids = held === undefined ? null : heldIn(held);
  return [...ownLayer(desk).records.values()].filter(({ id, kind, created }) => {
    const wasThere = ids ? isHeld(ids, id) : created <= made;
    return wasThere && argumentKinds.includes(kind) && !seen.has(id);
  });
}

/** Decides what becomes of what was read, a record at a step. The same file twice plans nothing. */
export function* planArgument(desk: Desk, file: ArgumentFile): Generator<undefined, ArgumentPlan> {
  const planning = new Planning(desk, file);
  for (const record of file.records) {
    planning.take(record);
    yield;
  }
  const { changed, conflicts, same, findings, seen } = planning;
  const { paper } = file;
  const isOther = paper !== null && paper.hash !== '' && paper.hash !== desk.version;
  return {
    fresh: planning.followed(),
    changed,
    conflicts,
    same,
    findings,
    gone: goneFrom(desk, file, seen),
    otherPaper: isOther ? paper.title : null,
  };
}

/** What was chosen for a record that was changed here and in the file. `both`: of two wordings of a claim each stays. */
export type Choice = 'here' | 'there' | 'both';

/** What goes into the edit beside the new records. */
export interface ArgumentChoice {
  /** By id; who chose nothing keeps what is here. */
  readonly conflicts: ReadonlyMap<string, Choice>;
  /** Whether what is in the file no more goes here too. */
  readonly withGone: boolean;
}

/** Whether both wordings can stay. */
export const canKeepBoth = ({ here, fields }: Changed): boolean =>
  here.kind === 'claim' && fields.some(({ field, how }) => field === 'wording' && how === 'both');

function withBoth({ here, there }: Changed): object {
  if (here.kind !== 'claim' || there.kind !== 'claim') return {};
  const id = idFor(there.wording).slice(0, 8);
  const isThere = here.wordings.some((one) => one.id === id || one.text === there.wording);
  return isThere ? {} : { wordings: [...here.wordings, { id: `w${id}`, text: there.wording }] };
}

/** The record as it is to be: what is here, with the fields that the file has changed, and what was chosen. */
function mergedRecord(one: Changed, choice: Choice, now: string): NotebookRecord | null {
  const { here, there, fields } = one;
  const taken = fields.filter(({ how }) => how === 'taken' || choice === 'there');
  const more = choice === 'both' ? withBoth(one) : {};
  if (taken.length === 0 && Object.keys(more).length === 0) return null;
  const values = Object.fromEntries(taken.map(({ field }) => [field, valueOf(there, field)]));
  return Object.freeze({ ...here, ...values, ...more, modified: now });
}

/** The edit: all of it, so that one undo takes it back. Null where nothing would change. `now` is an ISO date in UTC. */
export function argumentEdit(
  { fresh, changed, conflicts, gone }: ArgumentPlan,
  choice: ArgumentChoice,
  now: string,
): { label: string; put: readonly NotebookRecord[]; remove: readonly string[] } | null {
  const merged = [...changed, ...conflicts].flatMap(
    (one) => mergedRecord(one, choice.conflicts.get(one.here.id) ?? 'here', now) ?? [],
  );
  const remove = choice.withGone ? gone.map(({ id }) => id) : [];
  const put = [...fresh, ...merged];
  return put.length + remove.length === 0 ? null : { label: 'Take in an argument', put, remove };
}
