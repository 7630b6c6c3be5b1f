/** What is said aloud of a claim or a folded group that the keys reached on the canvas, and of a line in a picture. */
import { argument, type Desk } from '../desk/desk.ts';
import type { Inference } from '../model/argument-records.ts';
import { labelWords } from '../desk/label-words.ts';
import { standings, standingWords } from '../desk/standing.ts';
import { roleLooks } from './card.ts';
import { groupChain, groupSizes } from './fold.ts';
import { nodeLabels } from './node-labels.ts';
import { noteLabels } from './note-labels.ts';
import { spokenNotes } from './note-list.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** How many claims of a group fall while a source is taken away. */
function groupStanding(desk: Desk, group: string): string {
  const all = standings(desk);
  const graph = argument(desk);
  const fallen = [...(all?.fallen ?? [])].filter((id) =>
    groupChain(graph, graph.claims.get(id)?.group ?? null).includes(group),
  ).length;
  return all && fallen > 0
    ? `, ${fallen} of them ${fallen === 1 ? 'falls' : 'fall'} without ${all.names}`
    : '';
}

/** How many claims of a group have each label, while claims are weighed. */
function groupLabels(desk: Desk, group: string): string {
  const label = nodeLabels(desk).get(group);
  return label ? `: ${label.words}` : '';
}

/** Role, wording, notes, and what supports and attacks it; for a group its title and size. */
export function aboutClaim(desk: Desk, id: string): string {
  const graph = argument(desk);
  const group = graph.groups.get(id);
  if (group)
    return `Group ${group.title}, folded, ${count(groupSizes(graph).get(id) ?? 0, 'claim', 'claims')}${groupStanding(desk, id)}${groupLabels(desk, id)}.`;
  const claim = graph.claims.get(id);
  if (!claim) return '';
  const labels = noteLabels(desk.paper);
  const notes = spokenNotes(claim.notes.map((note) => labels.get(note) ?? note));
  const supports = count(graph.supportsFor(id).length, 'step supports it', 'steps support it');
  const attacks = graph.attacksOn(id).length;
  const against = attacks > 0 ? `, ${count(attacks, 'claim is against it', 'claims are against it')}` : '';
  const label = labelWords(desk, id);
  const standing = standingWords(desk, id);
  return `${roleLooks[claim.role].label}: ${claim.wording} ${notes}; ${supports}${against}${standing && `; it ${standing}`}${label && `; it is ${label}`}.`;
}

/** What a line of the map means: what supports or attacks what, and how the step goes. Empty where there is no such record. */
export function aboutLink(desk: Desk, id: string): string {
  const graph = argument(desk);
  const wording = (claim: string): string => `“${graph.claims.get(claim)?.wording ?? ''}”`;
  const step = (inference: Inference): string =>
    `${inference.premises.map((one) => wording(one.claim)).join(' and ')} ${inference.premises.length > 1 ? 'support' : 'supports'} ${wording(inference.conclusion)}`;
  const inference = graph.inferences.get(id);
  if (inference) return [step(inference), inference.gist].filter(Boolean).join(': ');
  const conflict = graph.conflicts.get(id);
  if (!conflict) return '';
  const struck = graph.inferences.get(conflict.to);
  const target = struck ? `the step by which ${step(struck)}` : wording(conflict.to);
  const verb = conflict.mutual && !struck ? 'and' : 'speaks against';
  const end = conflict.mutual && !struck ? ' speak against each other' : '';
  return [`${wording(conflict.from)} ${verb} ${target}${end}`, conflict.gist].filter(Boolean).join(': ');
}
