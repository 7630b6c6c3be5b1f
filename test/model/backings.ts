/** Backings for tests: small arguments in a line, and arguments of any shape grown from a seed, circles among them. */
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import type { Backer, Backing } from '../../src/model/authorities.ts';
import type { NotebookRecord, Support } from '../../src/model/records.ts';
import { seeded } from '../map/grown.ts';
import { attack, claim, step } from '../support/desk.ts';

/** Who is named for which notes; a note that is in no list names nobody. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** A backing of records. `names` has the notes by authority; `notes` all notes in their order. */
export function backingOf(
  records: readonly NotebookRecord[],
  names: Names,
  notes: readonly string[] = notesIn(records),
): Backing {
  const behind = new Map<string, string[]>();
  for (const [authority, named] of Object.entries(names)) {
    for (const note of named) behind.set(note, [...(behind.get(note) ?? []), authority]);
  }
  const backers = new Map(
    Object.keys(names).map((id): [string, Backer] => [id, { id, name: id.toUpperCase(), kind: 'named' }]),
  );
  const supports: ReadonlyMap<string, Support> = new Map();
  return { argument: buildArgument(records), notes, supports, backers, behind };
}

const notesIn = (records: readonly NotebookRecord[]): string[] => [
  ...new Set(records.flatMap((record) => (record.kind === 'claim' ? record.notes : []))),
];

const authorities = ['a', 'b', 'c'];

/** An argument of `size` claims with `size` notes of three authorities or none; with circles where `isKnotted`. */
export function grownBacking(seed: number, size: number, isKnotted: boolean): Backing {
  const random = seeded(seed);
  const pick = (below: number): number => Math.floor(random() * below);
  const notes = Array.from({ length: size }, (_, at) => `n${at}`);
  const names: Record<string, string[]> = { a: [], b: [], c: [] };
  for (const note of notes) {
    for (const one of authorities) if (random() < 0.4) names[one]?.push(note);
  }
  const records: NotebookRecord[] = [];
  for (let at = 0; at < size; at += 1) {
    const carriers = notes.filter(() => random() < 0.9 / size);
    records.push(claim(`c${at}`, { notes: carriers }));
  }
  for (let at = 0; at < size * 1.3; at += 1) {
    const conclusion = pick(size);
    const below = isKnotted ? size : conclusion;
    if (below === 0) continue;
    const premises = new Set(Array.from({ length: 1 + pick(2) }, () => `c${pick(below)}`));
    records.push(step(`s${at}`, [...premises], `c${conclusion}`));
  }
  records.push(attack('x0', `c${pick(size)}`, `c${pick(size)}`, { mutual: random() < 0.5 }));
  return backingOf(records, names, notes);
}

/** Every set of some of the authorities and nobody, the smaller ones first. */
export const everyGone: readonly ReadonlySet<string>[] = [
  [],
  ['a'],
  ['b'],
  ['a', 'b'],
  [''],
  ['a', 'b', 'c', ''],
].map((ids) => new Set(ids));

/** Whether a claim can be proved from what is left, without ever leaning on itself. */
export function isProved(
  argument: Argument,
  id: string,
  isGone: (note: string) => boolean,
  way: readonly string[] = [],
): boolean {
  const notes = argument.claims.get(id)?.notes ?? [];
  const steps = argument.supportsFor(id);
  if (notes.some((note) => !isGone(note)) || (notes.length === 0 && steps.length === 0)) return true;
  const here = [...way, id];
  return steps.some((one) =>
    one.premises.every(
      (premise) => !here.includes(premise.claim) && isProved(argument, premise.claim, isGone, here),
    ),
  );
}
