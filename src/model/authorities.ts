/** Who stands behind an argument: which authorities the notes name, and what each of them carries. Pure. */
import type { Argument } from './argument.ts';
import type { Claim, ClaimRole } from './argument-records.ts';
import type { Support } from './records.ts';

/** Whom a note rests on. `named`: the text names them; `supplied`: a reader supplied the work, the text names nobody. */
export interface Backer {
  readonly id: string;
  readonly name: string;
  readonly kind: 'named' | 'supplied';
}

/** What the shares are counted from. */
export interface Backing {
  readonly argument: Argument;
  /** Ids of all notes of the paper, in the order of the text. */
  readonly notes: readonly string[];
  /** What each note supports, by the note's id. */
  readonly supports: ReadonlyMap<string, Support>;
  /** All of them by id. */
  readonly backers: ReadonlyMap<string, Backer>;
  /** Ids of the authorities behind a note, by the note's id; no entry where nobody is named. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
}

/** Stands for whoever is behind the notes for which nobody is named; no record has an empty id. */
export const nobody = '';

/** One authority, or `nobody`, with what is its own. All lists are in the order of the text or of the records. */
export interface Row {
  readonly authority: string;
  readonly notes: readonly string[];
  /** Claims that one of these notes carries. */
  readonly claims: readonly string[];
}

/** How firm a claim's notes are: none; nobody named; one authority for all; one name beside notes without; several. */
export type Footing = 'none' | 'unnamed' | 'one' | 'one-named' | 'several';

/** All authorities of a backing, and the claims by what their notes name. */
export interface Ledger {
  /** One row an authority, in the order of first mention; `nobody` last, where a note has it. */
  readonly rows: readonly Row[];
  readonly footings: ReadonlyMap<string, Footing>;
  /** Claims with at least one note. */
  readonly noted: number;
  /** Notes for which somebody is named. */
  readonly named: number;
}

interface Draft {
  readonly notes: string[];
  readonly claims: string[];
}

const behindNote = (backing: Backing, note: string): readonly string[] => {
  const found = backing.behind.get(note) ?? [];
  return found.length > 0 ? found : [nobody];
};

/** The authorities behind the notes of a claim, each once; `nobody` among them where a note names none. */
export const behindClaim = (backing: Backing, claim: Claim): readonly string[] => [
  ...new Set(claim.notes.flatMap((note) => behindNote(backing, note))),
];

function footingOf(backing: Backing, claim: Claim): Footing {
  if (claim.notes.length === 0) return 'none';
  const all = behindClaim(backing, claim);
  const names = all.filter((one) => one !== nobody);
  if (names.length === 0) return 'unnamed';
  if (names.length > 1) return 'several';
  return all.length === 1 ? 'one' : 'one-named';
}

/** Counts what each authority has. A note that names two counts for both. */
export function ledger(backing: Backing): Ledger {
  const drafts = new Map<string, Draft>();
  const draft = (authority: string): Draft => {
    let one = drafts.get(authority);
    if (!one) drafts.set(authority, (one = { notes: [], claims: [] }));
    return one;
  };
  for (const note of backing.notes) for (const id of behindNote(backing, note)) draft(id).notes.push(note);
  const footings = new Map<string, Footing>();
  for (const claim of backing.argument.claims.values()) {
    footings.set(claim.id, footingOf(backing, claim));
    for (const id of behindClaim(backing, claim)) draft(id).claims.push(claim.id);
  }
  // Authorities that no note of this paper names come after those that are mentioned, and nobody after all.
  for (const id of backing.backers.keys()) draft(id);
  const last = drafts.get(nobody);
  drafts.delete(nobody);
  const rows = [...drafts].map(([authority, one]) => ({ authority, ...one }));
  return {
    rows: last ? [...rows, { authority: nobody, ...last }] : rows,
    footings,
    noted: [...footings.values()].filter((footing) => footing !== 'none').length,
    named: backing.notes.filter((note) => (backing.behind.get(note) ?? []).length > 0).length,
  };
}

/** What leans on claims through steps of the argument: all that is above them, without the claims themselves. */
export function leaningOn(argument: Argument, claims: Iterable<string>): readonly string[] {
  const base = new Set(claims);
  const reached = new Set(base);
  // The set grows while it is walked.
  for (const id of reached) for (const step of argument.stepsFrom(id)) reached.add(step.conclusion);
  return [...argument.claims.keys()].filter((id) => reached.has(id) && !base.has(id));
}

/** The claims of a role among `ids`. */
export const ofRole = (argument: Argument, ids: Iterable<string>, role: ClaimRole): readonly string[] =>
  [...ids].filter((id) => argument.claims.get(id)?.role === role);
