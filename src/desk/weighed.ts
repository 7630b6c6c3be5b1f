/**
 * How the claims of a desk are labelled while they are weighed: accepted, rejected or undecided, and why.
 *
 * One account with what falls without sources (`desk/standing`): what is set aside is no part of the argument that
 * sources are taken away from; what has fallen without them is rejected, and a claim that will fall in a step that is
 * not shown yet is held till then. So nothing that falls is ever accepted or undecided.
 */
import type { Argument } from '../model/argument.ts';
import { goesWith } from '../model/without.ts';
import { grounded, hasOwnGround, type Label, type Labelling } from '../model/grounded.ts';
import { Reasons, type Weighed } from '../model/reasons.ts';
import { backing } from './backing.ts';
import { argument, derived, type Desk, type Session } from './desk.ts';
import { standings, type Standings } from './standing.ts';

const none: ReadonlySet<string> = new Set();

/** The argument by itself, nothing set aside and nothing taken away. */
const plain = derived((graph: Argument): Weighed => ({
  argument: graph,
  labels: grounded(graph),
  setAside: none,
  fallen: none,
  held: none,
  isGone: () => false,
}));

function weigh(desk: Desk, graph: Argument, all: Standings | null): Weighed {
  const { setAside, without } = desk.session;
  if (!all && setAside.size === 0) return plain(graph);
  const isGone = all ? goesWith(backing(desk), without) : () => false;
  const fallen = all?.fallen ?? none;
  const held = new Set([...(all?.outcome.falls.keys() ?? [])].filter((id) => !fallen.has(id)));
  const labels = grounded(graph, {
    gone: new Set([...setAside, ...fallen]),
    isGrounded: (claim) =>
      held.has(claim.id) ||
      hasOwnGround(graph, { id: claim.id, notes: claim.notes.filter((note) => !isGone(note)) }),
  });
  return { argument: graph, labels, setAside, fallen, held, isGone };
}

interface Kept {
  readonly of: readonly unknown[];
  readonly weighed: Weighed;
}

/** The last result for an argument; what else it was made of stands beside it. */
const kept = new WeakMap<Argument, Kept>();

/** The argument as it is labelled now; null while claims are not weighed. The same value until something of it changes. */
export function weighed(desk: Desk): Weighed | null {
  if (!desk.session.weighing) return null;
  const graph = argument(desk);
  const all = standings(desk);
  const of = [all, desk.session.setAside];
  const known = kept.get(graph);
  if (known && of.every((one, at) => one === known.of[at])) return known.weighed;
  const found = weigh(desk, graph, all);
  kept.set(graph, { of, weighed: found });
  return found;
}

/** The labels of claims and inferences; null while claims are not weighed. The same value until one may have changed. */
export const labelsOf = (desk: Desk): Labelling | null => weighed(desk)?.labels ?? null;

/** The label of a claim or inference; null while claims are not weighed, and for what the argument does not have. */
export const labelOf = (desk: Desk, id: string): Label | null => labelsOf(desk)?.get(id) ?? null;

const reasoner = derived((all: Weighed) => new Reasons(all));

/** Why claims are labelled so; null while they are not weighed. */
export function reasons(desk: Desk): Reasons | null {
  const all = weighed(desk);
  return all && reasoner(all);
}

/** A claim whose label is another than it was. */
export interface Change {
  readonly claim: string;
  readonly before: Label;
  readonly now: Label;
}

/** The claims that two labellings label differently, in the order of the later one. */
export function changesBetween({ claims }: Argument, before: Labelling, now: Labelling): readonly Change[] {
  return [...claims.keys()].flatMap((claim) => {
    const [was, is] = [before.get(claim), now.get(claim)];
    return was && is && was !== is ? [{ claim, before: was, now: is }] : [];
  });
}

const changed = derived((all: Weighed): readonly Change[] =>
  changesBetween(all.argument, plain(all.argument).labels, all.labels).filter(
    ({ claim }) => !all.setAside.has(claim),
  ),
);

/**
 * The claims that are labelled otherwise because something is set aside or taken away; those that are set aside are
 * not among them. Empty while claims are not weighed.
 */
export function changes(desk: Desk): readonly Change[] {
  const all = weighed(desk);
  return all ? changed(all) : [];
}

/** How many claims have each label. */
export function tally({ claims }: Argument, labels: Labelling): Readonly<Record<Label, number>> {
  const counts = { accepted: 0, undecided: 0, rejected: 0 };
  for (const id of claims.keys()) counts[labels.get(id) ?? 'undecided'] += 1;
  return counts;
}

/** Weighing switched on or off. What was set aside stays so for the next time. */
export const toggleWeighing = ({ session }: Desk): Partial<Session> => ({ weighing: !session.weighing });

/** A claim set aside, or taken back; that weighs, too. */
export function toggleAside({ session }: Desk, claim: string): Partial<Session> {
  const setAside = new Set(session.setAside);
  if (!setAside.delete(claim)) setAside.add(claim);
  return { weighing: true, setAside };
}

/** Everything taken back that was set aside. */
export const nothingAside: Partial<Session> = { setAside: none };

/** What of a session says how claims stand: what is taken away, and whether and how they are weighed. */
export const standingWatched = ({
  without,
  withoutStep,
  weighing,
  setAside,
}: Session): readonly unknown[] => [without, withoutStep, weighing, setAside];
