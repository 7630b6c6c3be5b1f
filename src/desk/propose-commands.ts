/** Taking over what the rules propose: copies in the reader's own notebook, one edit for all. */
import type { Claim, Group } from '../model/argument-records.ts';
import { ownLayer, type Desk, type Layer } from './desk.ts';
import { commandOf, reasonAgainst, type Move } from './moves.ts';
import { newClaim, newGroup } from './new-records.ts';

/** The layer of proposals; null where there is none. */
export const proposedIn = (desk: Desk): Layer | null =>
  desk.layers.find((layer) => layer.kind === 'proposed') ?? null;

/** Where a claim stands first; null where it has no passage. */
const startOf = ({ targets }: Claim): string | null => {
  const [first] = targets;
  return first ? `${first.start} ${first.exact}` : null;
};

/** The proposed claims that the reader has not made theirs: what they stand on is no claim of the reader's yet. */
export function openProposals(desk: Desk): readonly Claim[] {
  const own = new Set<string | null>();
  for (const record of ownLayer(desk).records.values()) if (record.kind === 'claim') own.add(startOf(record));
  const all = [...(proposedIn(desk)?.records.values() ?? [])];
  return all.filter((record): record is Claim => record.kind === 'claim' && !own.has(startOf(record)));
}

/** The groups that claims stand in, with those around them, in the order of the proposal. */
function groupsFor(layer: Layer, claims: readonly Claim[]): readonly Group[] {
  const wanted = new Set<string>();
  for (const claim of claims) {
    let at = claim.group;
    while (at !== null && !wanted.has(at)) {
      wanted.add(at);
      const group = layer.records.get(at);
      at = group?.kind === 'group' ? group.parent : null;
    }
  }
  return [...layer.records.values()].filter(
    (record): record is Group => record.kind === 'group' && wanted.has(record.id),
  );
}

const taking: Move = (desk) => {
  const layer = proposedIn(desk);
  if (!layer) return 'Nothing is proposed for this paper.';
  const claims = openProposals(desk);
  if (claims.length === 0) return 'Everything that is proposed is yours already.';
  const own = [...ownLayer(desk).records.values()];
  const names = new Map<string, string>();
  const groups = groupsFor(layer, claims).flatMap((group) => {
    const same = own.find((one) => one.kind === 'group' && one.section === group.section);
    const made = newGroup({
      title: group.title,
      section: group.section,
      parent: group.parent === null ? null : (names.get(group.parent) ?? null),
    });
    names.set(group.id, same?.id ?? made.id);
    return same ? [] : [made];
  });
  const copies = claims.map(({ role, wording, targets, notes, group }) =>
    newClaim({ role, wording, targets, notes, group: group === null ? null : (names.get(group) ?? null) }),
  );
  return { label: 'Take over the proposed map', put: [...groups, ...copies] };
};

/** Makes every proposed claim the reader's own, with the groups they stand in. */
export const takeProposed = commandOf(taking);

/** Why nothing can be taken over; null where something can. */
export const whyNotTakeProposed = (desk: Desk): string | null => reasonAgainst(desk, taking);
