/** What the map says of claims and groups while claims are weighed. */
import type { Desk } from '../desk/desk.ts';
import { labelBefore, labelWords } from '../desk/label-words.ts';
import { labelOf, weighed } from '../desk/weighed.ts';
import type { Argument } from '../model/argument.ts';
import type { Label, Labelling } from '../model/grounded.ts';
import type { Weighed } from '../model/reasons.ts';
import { groupChain } from './fold.ts';

/** A label as it stands on a node: of a group what its claims have in common, null where they differ. */
export interface NodeLabel {
  readonly label: Label | null;
  readonly words: string;
  /** True where it is another than before something was set aside or taken away. */
  readonly isNew: boolean;
}

const none: ReadonlyMap<string, NodeLabel> = new Map();
const order = ['accepted', 'undecided', 'rejected'] as const;

/** How many claims of each group have each label. */
function groupTallies(graph: Argument, labels: Labelling): ReadonlyMap<string, ReadonlyMap<Label, number>> {
  const tallies = new Map<string, Map<Label, number>>();
  for (const { id, group } of graph.claims.values()) {
    const label = labels.get(id) ?? 'undecided';
    for (const around of groupChain(graph, group)) {
      const tally = tallies.get(around) ?? new Map<Label, number>();
      tally.set(label, (tally.get(label) ?? 0) + 1);
      tallies.set(around, tally);
    }
  }
  return tallies;
}

function groupLabel(tally: ReadonlyMap<Label, number>): NodeLabel {
  const words = order.flatMap((label) => {
    const count = tally.get(label);
    return count === undefined ? [] : [`${count} ${label}`];
  });
  const [only, ...others] = tally.keys();
  return { label: others.length === 0 ? (only ?? null) : null, words: words.join(', '), isNew: false };
}

function read(desk: Desk, { argument: graph, labels }: Weighed): ReadonlyMap<string, NodeLabel> {
  const found = new Map<string, NodeLabel>();
  for (const id of graph.claims.keys()) {
    const isNew = labelBefore(desk, id) !== null;
    found.set(id, { label: labelOf(desk, id), words: labelWords(desk, id), isNew });
  }
  for (const [id, tally] of groupTallies(graph, labels)) found.set(id, groupLabel(tally));
  return found;
}

const known = new WeakMap<Weighed, ReadonlyMap<string, NodeLabel>>();

/** The labels of all claims and groups by their ids; empty while claims are not weighed. The same value until one changes. */
export function nodeLabels(desk: Desk): ReadonlyMap<string, NodeLabel> {
  const all = weighed(desk);
  if (!all) return none;
  let found = known.get(all);
  if (!found) known.set(all, (found = read(desk, all)));
  return found;
}
