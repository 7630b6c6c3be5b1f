/** The argument as a graph: claims, inferences and conflicts of all visible notebooks, indexed for walking. */
import type { Claim, Conflict, Group, Inference, Pin, Preference } from './argument-records.ts';
import type { NotebookRecord, RecordKind } from './records.ts';

/** What is drawn and walked. Records that point nowhere are left out, never deleted. */
export interface Argument {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly inferences: ReadonlyMap<string, Inference>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly preferences: ReadonlyMap<string, Preference>;
  /** Where somebody has put claims by hand, by the claim's id; a later layer's word counts. */
  readonly pins: ReadonlyMap<string, Pin>;
  /** Inferences that conclude in a claim. */
  supportsFor(claim: string): readonly Inference[];
  /** Inferences in which a claim is a premise. */
  stepsFrom(claim: string): readonly Inference[];
  /** Conflicts that attack a claim or an inference; mutual ones count for both sides. */
  attacksOn(id: string): readonly Conflict[];
  /** Conflicts in which a claim attacks. */
  attacksBy(claim: string): readonly Conflict[];
  /** Preferences in which a claim or inference is the one preferred, or the one that yields. */
  preferencesOf(id: string): readonly Preference[];
}

const none: readonly never[] = [];

const push = <T>(index: Map<string, T[]>, key: string, value: T): void => {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
};

interface Indexes {
  supports: Map<string, Inference[]>;
  steps: Map<string, Inference[]>;
  on: Map<string, Conflict[]>;
  by: Map<string, Conflict[]>;
  preferences: Map<string, Preference[]>;
}

/** Sorts the records into kinds; a later record with the same id wins. */
function sortKinds(records: Iterable<NotebookRecord>) {
  const claims = new Map<string, Claim>();
  const inferences = new Map<string, Inference>();
  const conflicts = new Map<string, Conflict>();
  const groups = new Map<string, Group>();
  const preferences = new Map<string, Preference>();
  const pins = new Map<string, Pin>();
  for (const record of records) {
    if (record.kind === 'claim') claims.set(record.id, record);
    else if (record.kind === 'inference') inferences.set(record.id, record);
    else if (record.kind === 'conflict') conflicts.set(record.id, record);
    else if (record.kind === 'group') groups.set(record.id, record);
    else if (record.kind === 'preference') preferences.set(record.id, record);
    else if (record.kind === 'pin') pins.set(record.claim, record);
  }
  return { claims, inferences, conflicts, groups, preferences, pins };
}

/** The claims and steps that a relation joins; none for anything else. */
export function endsOf(record: NotebookRecord): readonly string[] {
  if (record.kind === 'inference') return [...record.premises.map(({ claim }) => claim), record.conclusion];
  if (record.kind === 'conflict') return [record.from, record.to];
  return record.kind === 'preference' ? [record.over, record.under] : [];
}

const partKinds: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'claim',
  'inference',
  'conflict',
  'group',
  'preference',
  'pin',
]);

const isPart = ({ kind }: NotebookRecord): boolean => partKinds.has(kind);

/**
 * A builder that gives back its last graph where the records of which it is made are the very same: whoever draws it
 * need not draw it anew for a mark.
 */
export function steadyArgument(): (records: readonly NotebookRecord[]) => Argument {
  let parts: readonly NotebookRecord[] | null = null;
  let graph: Argument | null = null;
  return (records) => {
    const next = records.filter(isPart);
    const isSame = parts?.length === next.length && parts.every((part, at) => part === next[at]);
    if (graph && isSame) return graph;
    parts = next;
    return (graph = buildArgument(next));
  };
}

type Kinds = ReturnType<typeof sortKinds>;

/** Drops premises that are gone, and steps that have none left or no conclusion. */
function indexSteps({ claims, inferences }: Kinds, index: Indexes): void {
  for (const [id, inference] of inferences) {
    const premises = inference.premises.filter((premise) => claims.has(premise.claim));
    if (premises.length === 0 || !claims.has(inference.conclusion)) {
      inferences.delete(id);
      continue;
    }
    const sound = premises.length === inference.premises.length ? inference : { ...inference, premises };
    inferences.set(id, sound);
    push(index.supports, sound.conclusion, sound);
    for (const premise of premises) push(index.steps, premise.claim, sound);
  }
}

function indexAttacks({ claims, inferences, conflicts }: Kinds, index: Indexes): void {
  for (const [id, conflict] of conflicts) {
    if (!claims.has(conflict.from) || !(claims.has(conflict.to) || inferences.has(conflict.to))) {
      conflicts.delete(id);
      continue;
    }
    push(index.on, conflict.to, conflict);
    push(index.by, conflict.from, conflict);
    if (conflict.mutual && claims.has(conflict.to)) {
      push(index.on, conflict.from, conflict);
      push(index.by, conflict.to, conflict);
    }
  }
}

function indexPreferences({ claims, inferences, preferences, pins }: Kinds, index: Indexes): void {
  const isThere = (id: string): boolean => claims.has(id) || inferences.has(id);
  for (const [id, one] of preferences) {
    if (!isThere(one.over) || !isThere(one.under)) preferences.delete(id);
    else for (const end of new Set([one.over, one.under])) push(index.preferences, end, one);
  }
  for (const claim of pins.keys()) if (!claims.has(claim)) pins.delete(claim);
}

/** Builds the graph. A premise that is gone is dropped; a step without premise or conclusion is left out. */
export function buildArgument(records: Iterable<NotebookRecord>): Argument {
  const kinds = sortKinds(records);
  const index: Indexes = {
    supports: new Map(),
    steps: new Map(),
    on: new Map(),
    by: new Map(),
    preferences: new Map(),
  };
  indexSteps(kinds, index);
  indexAttacks(kinds, index);
  indexPreferences(kinds, index);
  return {
    ...kinds,
    supportsFor: (claim) => index.supports.get(claim) ?? none,
    stepsFrom: (claim) => index.steps.get(claim) ?? none,
    attacksOn: (id) => index.on.get(id) ?? none,
    attacksBy: (claim) => index.by.get(claim) ?? none,
    preferencesOf: (id) => index.preferences.get(id) ?? none,
  };
}

/** The claims that a step or an attack joins, of an undercut with those of its step, none twice; none where there is no such thing. */
export function claimsJoined({ inferences, conflicts }: Argument, id: string): readonly string[] {
  const conflict = conflicts.get(id);
  const step = inferences.get(conflict?.to ?? id);
  const ends = step ? [...step.premises.map((premise) => premise.claim), step.conclusion] : [];
  if (!conflict) return ends;
  return [...new Set([conflict.from, ...(step ? ends : [conflict.to])])];
}

/** The chain of claims from a claim up to where it leads, the claim itself first; shortest way, no circles. */
export function chainUp(argument: Argument, from: string): readonly string[] {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  let last = from;
  // The queue grows while it is walked.
  for (const id of queue) {
    last = id;
    if (argument.claims.get(id)?.role === 'conclusion') break;
    for (const step of argument.stepsFrom(id)) {
      if (cameFrom.has(step.conclusion)) continue;
      cameFrom.set(step.conclusion, id);
      queue.push(step.conclusion);
    }
  }
  const chain: string[] = [];
  for (let id: string | null = last; id !== null; id = cameFrom.get(id) ?? null) chain.unshift(id);
  return chain;
}

/** Claims within `steps` links of a claim, along inferences and conflicts, the claim itself among them. */
export function neighbourhood(argument: Argument, claim: string, steps: number): ReadonlySet<string> {
  const seen = new Set([claim]);
  let edge = [claim];
  for (let step = 0; step < steps; step += 1) {
    const next: string[] = [];
    const reach = (id: string): void => {
      if (!argument.claims.has(id) || seen.has(id)) return;
      seen.add(id);
      next.push(id);
    };
    for (const id of edge) {
      for (const inference of argument.supportsFor(id)) inference.premises.forEach((one) => reach(one.claim));
      for (const inference of argument.stepsFrom(id)) {
        reach(inference.conclusion);
        inference.premises.forEach((one) => reach(one.claim));
      }
      for (const conflict of [...argument.attacksOn(id), ...argument.attacksBy(id)]) {
        reach(conflict.from);
        reach(conflict.to);
      }
    }
    edge = next;
  }
  return seen;
}
