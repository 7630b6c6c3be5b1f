/** What a line of the outline says, in words: its name, how it bears on the one above, and the facts about it. */
import { authoritiesOf } from '../desk/backing.ts';
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { labelWords } from '../desk/label-words.ts';
import { standingWords } from '../desk/standing.ts';
import type { Claim, Conflict, Inference } from '../model/argument-records.ts';
import { schemeName } from '../model/schemes.ts';
import { roleLooks } from './card.ts';
import { groupChain } from './fold.ts';
import { noteLabels } from './note-labels.ts';
import type { OutlineItem } from './outline.ts';
import { joinRuns } from './note-list.ts';
import { orElse } from './untitled.ts';

/** A fact about a line. `spoken` ones are in its name alone: whoever sees the line sees it by its place. */
export interface LineFact {
  readonly words: string;
  readonly isSpoken?: boolean;
}

/** What the words of a line depend on beside the record. */
export interface LinePlace {
  readonly item: OutlineItem;
  /** The claim on whose line it hangs, straight or by a step; null at the top. */
  readonly above: Claim | null;
  readonly isShut: boolean;
}

/** The name of an item: a claim's wording as it stands. */
export function nameOf(item: OutlineItem, desk: Desk): string {
  if (item.kind === 'branch') return 'Beside the argument';
  const graph = argument(desk);
  if (item.kind === 'wording') {
    const wordings = graph.claims.get(item.id)?.wordings ?? [];
    return orElse(wordings.find((one) => one.id === item.via)?.text, 'Untitled wording');
  }
  if (item.kind !== 'step') return orElse(graph.claims.get(item.id)?.wording, 'Untitled claim');
  const premises = new Set(graph.inferences.get(item.id)?.premises.map((one) => one.claim)).size;
  return premises > 1 ? `${premises} premises that work together` : 'A step that is attacked';
}

/** The step by which a line bears on what is above it, where it tells of it itself. */
export const stepOf = (item: OutlineItem, desk: Desk): Inference | null =>
  item.bearing === 'linked' ? null : (argument(desk).inferences.get(item.via ?? '') ?? null);

/** The conflict of which a line tells. */
export const conflictOf = (item: OutlineItem, desk: Desk): Conflict | null =>
  argument(desk).conflicts.get(item.via ?? '') ?? null;

const attacks: Readonly<Record<Conflict['attack'], readonly [string, string]>> = {
  rebut: ['attacks', 'each attacks the other'],
  undermine: ['undermines', 'each undermines the other'],
  undercut: ['attacks', 'each attacks the other'],
};

/** How a line bears on the one above it: “supports”, “attacks the step”; empty where it bears on nothing. */
export function bearingOf(item: OutlineItem, desk: Desk): string {
  if (item.bearing === 'supports') return 'supports';
  if (item.bearing === 'linked') return 'linked';
  const conflict = conflictOf(item, desk);
  if (!conflict) return '';
  if (item.bearing === 'undercuts') return 'attacks the step';
  return attacks[conflict.attack][conflict.mutual ? 1 : 0];
}

const count = (number: number, one: string, many: string): string =>
  number === 0 ? `no ${one}` : `${number} ${number === 1 ? one : many}`;

/** What a claim stands on: sources, the notes, passages. */
function footing(claim: Claim, desk: Desk): LineFact[] {
  const labels = noteLabels(desk.paper);
  const notes = joinRuns(claim.notes.map((note) => labels.get(note) ?? note)).join(', ');
  const passages = claim.targets.length;
  const wordings = claim.wordings.length + 1;
  return [
    {
      words: count(authoritiesOf(desk, { kind: 'claim', id: claim.id }).length, 'source', 'sources'),
      isSpoken: true,
    },
    { words: notes ? `note${claim.notes.length > 1 ? 's' : ''} ${notes}` : 'no note' },
    { words: count(passages, 'passage', 'passages'), isSpoken: passages === 1 },
    { words: wordings > 1 ? `${wordings} wordings` : '' },
  ];
}

/** What is to be known of a step: that the paper does not say it, how strongly it is meant, what it follows. */
function stepFacts(step: Inference | null): LineFact[] {
  if (!step) return [];
  const { qualifier, scheme, implicit } = step;
  return [
    { words: qualifier === null ? '' : `“${qualifier}”` },
    { words: scheme === null ? '' : `scheme: ${schemeName(scheme) ?? scheme}` },
    { words: implicit ? 'unsaid in the paper' : '' },
  ];
}

/** What a group is called, with the section that it stands for. */
export function groupName(desk: Desk, id: string): string {
  const { title = '', section = null } = argument(desk).groups.get(id) ?? {};
  const name = orElse(title, 'Untitled group');
  return section && !name.startsWith(section) ? `${section} ${name}` : name;
}

/** The group that a claim is drawn in, where the line above is not in it. */
function groupFact(claim: Claim, { above: upper }: LinePlace, desk: Desk): LineFact[] {
  const graph = argument(desk);
  const [group] = groupChain(graph, claim.group);
  const [above] = groupChain(graph, upper?.group ?? null);
  if (group === above) return [];
  if (group === undefined) return [{ words: 'in no group' }];
  return [{ words: `in ${groupName(desk, group)}` }];
}

/** A wording is stated by the passages that name it. */
function wordingFacts(item: OutlineItem, desk: Desk): LineFact[] {
  const targets = argument(desk).claims.get(item.id)?.targets ?? [];
  const passages = targets.filter((one) => one.wording === item.via).length;
  return [{ words: 'worded so too' }, { words: passages > 0 ? count(passages, 'passage', 'passages') : '' }];
}

function claimFacts(place: LinePlace, claim: Claim, desk: Desk): LineFact[] {
  const { item } = place;
  const isAgain = item.kind === 'again';
  return [
    { words: labelWords(desk, item.id) },
    { words: standingWords(desk, item.id) },
    { words: roleLooks[claim.role].label },
    { words: bearingOf(item, desk), isSpoken: true },
    ...stepFacts(stepOf(item, desk)),
    ...(isAgain
      ? [{ words: 'stands elsewhere' }]
      : [...footing(claim, desk), ...groupFact(claim, place, desk)]),
    { words: canEdit(desk, item.id) ? 'mine' : '' },
  ];
}

/** How many lines a shut one hides. */
const hidden = (item: OutlineItem): number => {
  let number = 0;
  for (const left = [...item.children]; left.length > 0; number += 1)
    left.push(...(left.pop()?.children ?? []));
  return number;
};

/** What is to be known about a line beside its name, the most telling first. */
export function factsOf(place: LinePlace, desk: Desk): readonly LineFact[] {
  const { item, isShut } = place;
  const graph = argument(desk);
  const claim = graph.claims.get(item.id);
  const own: LineFact[] = [];
  if (item.kind === 'branch') own.push({ words: 'These claims lead to no conclusion' });
  else if (item.kind === 'step')
    own.push(
      { words: bearingOf(item, desk), isSpoken: true },
      ...stepFacts(graph.inferences.get(item.id) ?? null),
    );
  else if (item.kind === 'wording') own.push(...wordingFacts(item, desk));
  else if (claim) own.push(...claimFacts(place, claim, desk));
  if (isShut && item.children.length > 0) own.push({ words: `${hidden(item)} folded` });
  return own.filter(({ words }) => words !== '');
}

/** How the step or attack of a line goes, in the words of whoever drew it; empty where nobody said. */
export const gistOf = (item: OutlineItem, desk: Desk): string =>
  (item.kind === 'step'
    ? argument(desk).inferences.get(item.id)
    : (stepOf(item, desk) ?? conflictOf(item, desk))
  )?.gist.trim() ?? '';
