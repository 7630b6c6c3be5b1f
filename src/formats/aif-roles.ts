/**
 * What claims and attacks are by the shape of the argument alone, where an AIF file does not say it. The reader takes it
 * from here, and the writer says it where it has come to be another.
 */
import type { Claim, ClaimRole, Conflict } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';

/** See the head of this file. */
export interface Shape {
  /** What is supported and carries nothing is a conclusion. */
  readonly roleOf: (claim: string) => ClaimRole;
  /** On a step it undercuts; on what is only a premise it undermines. */
  readonly attackOn: (to: string) => Conflict['attack'];
}

/** The shape of an argument. */
export function shapeOf(records: Iterable<NotebookRecord>): Shape {
  const steps = new Set<string>();
  const carried = new Set<string>();
  const premises = new Set<string>();
  const attacking = new Set<string>();
  for (const record of records) {
    if (record.kind === 'conflict') attacking.add(record.from);
    if (record.kind !== 'inference') continue;
    steps.add(record.id);
    carried.add(record.conclusion);
    for (const { claim } of record.premises) premises.add(claim);
  }
  const isEnd = (id: string): boolean => carried.has(id) && !premises.has(id) && !attacking.has(id);
  return {
    roleOf: (claim) => (isEnd(claim) ? 'conclusion' : 'premise'),
    attackOn: (to) => {
      if (steps.has(to)) return 'undercut';
      return premises.has(to) && !carried.has(to) ? 'undermine' : 'rebut';
    },
  };
}

/** A claim or an attack with what the shape says of it; all others as they are. */
export function shaped<T extends NotebookRecord>(record: T, shape: Shape): T {
  if (record.kind === 'claim') return { ...record, role: shape.roleOf(record.id) } satisfies Claim as T;
  if (record.kind !== 'conflict') return record;
  return { ...record, attack: shape.attackOn(record.to) } satisfies Conflict as T;
}
