/** Finds words on the map: in wordings, in what steps and attacks come to, in titles of groups, and notes by their numbers. */
import { argument, type Desk } from '../desk/desk.ts';
import type { Argument } from '../model/argument.ts';
import { foldQuery } from '../text/find.ts';
import { fold } from '../text/fold.ts';
import { noteLabels } from './note-labels.ts';
import { buildOutline, type OutlineItem } from './outline.ts';

/** Something that was found. `claim` is the id of a claim beside which it stands: itself, or what it supports, attacks or holds. */
export interface MapHit {
  readonly kind: 'claim' | 'inference' | 'conflict' | 'group';
  readonly id: string;
  readonly claim: string;
}

interface Entry extends MapHit {
  readonly words: string;
  /** Ids of the notes that carry it. */
  readonly notes: readonly string[];
}

/** The claims in the order of the outline, each once. */
function claimsInOrder(graph: Argument): readonly string[] {
  const order: string[] = [];
  // A stack, since the outline of a long chain of steps is as deep as that is long.
  const stack: OutlineItem[] = [...buildOutline(graph)].reverse();
  for (let item = stack.pop(); item; item = stack.pop()) {
    if (item.kind === 'claim') order.push(item.id);
    stack.push(...[...item.children].reverse());
  }
  return order;
}

function entriesOf(graph: Argument): readonly Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const add = (
    kind: MapHit['kind'],
    id: string,
    claim: string,
    words: string,
    notes: readonly string[] = [],
  ) => {
    const key = `${kind} ${id}`;
    if (!seen.has(key)) entries.push({ kind, id, claim, words: fold(words), notes });
    seen.add(key);
  };
  for (const id of claimsInOrder(graph)) {
    const claim = graph.claims.get(id);
    if (!claim) continue;
    const group = claim.group === null ? undefined : graph.groups.get(claim.group);
    if (group) add('group', group.id, id, `${group.section ?? ''} ${group.title}`);
    const wordings = claim.wordings.map((one) => one.text);
    add('claim', id, id, [claim.wording, ...wordings].join(' \n '), claim.notes);
    for (const step of graph.supportsFor(id)) {
      add('inference', step.id, id, step.gist);
      for (const one of graph.attacksOn(step.id)) add('conflict', one.id, one.from, one.gist);
    }
    for (const one of graph.attacksOn(id)) add('conflict', one.id, id, one.gist);
  }
  return entries;
}

const known = new WeakMap<Argument, readonly Entry[]>();

/** `53`, `n. 53`, `note 53`, `notes 53`: the number; null for other words. */
const noteIn = (query: string): string | null =>
  /^(?:n\.?|fn\.?|notes?)?\s*([\p{L}\p{N}*†‡.-]{1,12})$/u.exec(query.trim())?.[1] ?? null;

/** What `query` stands in, in the order of the outline; nothing for an empty query. */
export function findOnMap(desk: Desk, query: string): readonly MapHit[] {
  const word = foldQuery(query).trimEnd();
  if (word === '') return [];
  const graph = argument(desk);
  let entries = known.get(graph);
  if (!entries) known.set(graph, (entries = entriesOf(graph)));
  const labels = noteLabels(desk.paper);
  const number = noteIn(word);
  const isNote = (note: string): boolean => number !== null && fold(labels.get(note) ?? note) === number;
  return entries.filter(({ words, notes }) => words.includes(word) || notes.some(isNote));
}
