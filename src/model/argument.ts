/** The argument as a graph: claims, inferences and conflicts of all visible notebooks, indexed for walking. */
import type { Claim, Conflict, Group, Inference, NotebookRecord } from './records.ts';

/** What is drawn and walked. Records that point nowhere are left out, never deleted. */
export interface Argument {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly inferences: ReadonlyMap<string, Inference>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Inferences that conclude in a claim. */
  supportsFor(claim: string): readonly Inference[];
  /** Inferences in which a claim is a premise. */
  stepsFrom(claim: string): readonly Inference[];
  /** Conflicts that attack a claim or an inference; mutual ones count for both sides. */
  attacksOn(id: string): readonly Conflict[];
  /** Conflicts in which a claim attacks. */
  attacksBy(claim: string): readonly Conflict[];
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
}

/** Sorts the records into kinds; a later record with the same id wins. */
function sortKinds(records: Iterable<NotebookRecord>) {
  const claims = new Map<string, Claim>();
  const inferences = new Map<string, Inference>();
  const conflicts = new Map<string, Conflict>();
  const groups = new Map<string, Group>();
  for (const record of records) {
    if (record.kind === 'claim') claims.set(record.id, record);
    else if (record.kind === 'inference') inferences.set(record.id, record);
    else if (record.kind === 'conflict') conflicts.set(record.id, record);
    else if (record.kind === 'group') groups.set(record.id, record);
  }
  return { claims, inferences, conflicts, groups };
}

const isPart = ({ kind }: NotebookRecord): boolean =>
  kind === 'claim' || kind === 'inference' || kind === 'conflict' || kind === 'group';

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

/** Builds the graph. A premise that is gone is dropped; a step without premise or conclusion is left out. */
export function buildArgument(records: Iterable<NotebookRecord>): Argument {
  const { claims, inferences, conflicts, groups } = sortKinds(records);
  const index: Indexes = { supports: new Map(), steps: new Map(), on: new Map(), by: new Map() };
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
  return {
    claims,
    inferences,
    conflicts,
    groups,
    supportsFor: (claim) => index.supports.get(claim) ?? none,
    stepsFrom: (claim) => index.steps.get(claim) ?? none,
    attacksOn: (id) => index.on.get(id) ?? none,
    attacksBy: (claim) => index.by.get(claim) ?? none,
  };
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
