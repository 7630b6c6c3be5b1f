/** Which of two that conflict a reader prefers: claims or steps. */
import type { Preference } from '../model/argument-records.ts';
import type { Argument } from '../model/argument.ts';
import { newId } from '../notebook/id.ts';
import { argument, visibleRecords, type Desk } from './desk.ts';
import { commandOf, reasonAgainst, type Move } from './moves.ts';
import { ownRecords, stamp, touched } from './own-records.ts';
import type { Command } from './store.ts';

/** What stands for a claim or a step in a conflict: a step also by what it concludes. */
const sidesOf = (graph: Argument, id: string): readonly string[] => {
  const step = graph.inferences.get(id);
  return step ? [id, step.conclusion] : [id];
};

/** Whether two claims or steps are in conflict, whichever attacks the other. */
export function areInConflict(desk: Desk, one: string, other: string): boolean {
  const graph = argument(desk);
  const [here, there] = [sidesOf(graph, one), sidesOf(graph, other)];
  return [...graph.conflicts.values()].some(
    ({ from, to }) =>
      (here.includes(from) && there.includes(to)) || (there.includes(from) && here.includes(to)),
  );
}

const preferences = (desk: Desk): readonly Preference[] =>
  visibleRecords(desk.layers).filter((record) => record.kind === 'preference');

/** The preference between two claims or steps, whichever is preferred; the reader's own before others'. Null where there is none. */
export const preferenceBetween = (desk: Desk, one: string, other: string): Preference | null =>
  preferences(desk).findLast(
    ({ over, under }) => (over === one && under === other) || (over === other && under === one),
  ) ?? null;

/** Whether preferences lead from one down to another. */
function leadsDown(all: readonly Preference[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...all.filter((one) => one.over === id).map((one) => one.under));
  }
  return false;
}

const preferring =
  (over: string, under: string): Move =>
  (desk) => {
    const { claims, inferences } = argument(desk);
    const isThere = (id: string): boolean => claims.has(id) || inferences.has(id);
    if (!isThere(over) || !isThere(under)) return 'One of the two is gone.';
    if (over === under) return 'Nothing is preferred to itself.';
    const all = preferences(desk);
    if (all.some((one) => one.over === over && one.under === under)) return 'It is preferred already.';
    if (!areInConflict(desk, over, under)) return 'The two are not in conflict.';
    const turned = ownRecords(desk, 'preference').find((one) => one.over === under && one.under === over);
    if (
      leadsDown(
        all.filter((one) => one !== turned),
        under,
        over,
      )
    )
      return 'That would prefer in a circle.';
    const made: Preference = turned
      ? touched(turned, { over, under })
      : { kind: 'preference', id: newId(), over, under, gist: '', foreign: null, ...stamp() };
    return { label: 'Prefer', put: [made] };
  };

/** Prefers one of two claims or steps that conflict to the other; a preference of the reader's own the other way round is turned. */
export const prefer = (over: string, under: string): Command => commandOf(preferring(over, under));

/** Why one cannot be preferred to the other; null where it can. */
export const whyNotPrefer = (desk: Desk, over: string, under: string): string | null =>
  reasonAgainst(desk, preferring(over, under));
