/** What one does with the claim of a line: word it, say what it is for and what carries it, set it apart. */
import { editClaim, whyNotEditClaim } from '../desk/claim-commands.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { splitClaim, whyNotSplitClaim } from '../desk/merge-commands.ts';
import { ownOf } from '../desk/moves.ts';
import { toggleAside } from '../desk/weighed.ts';
import { promoteWording, whyNotPromoteWording } from '../desk/wording-commands.ts';
import { claimRoles, type Claim } from '../model/argument-records.ts';
import { newId } from '../notebook/id.ts';
import { roleLooks } from './card.ts';
import type { LineAct, LineScene } from './outline-act.ts';
import type { Writing } from './outline-writing.ts';
import { isClaim } from './outline-lines.ts';

/** Why a claim cannot be changed at all; null where it can. */
const whyNotOwn = (desk: Desk, id: string): string | null => {
  const claim = ownOf(desk, 'claim', id);
  return typeof claim === 'string' ? claim : null;
};

function wordActs({ desk, item }: LineScene): LineAct[] {
  const write = (kind: 'wording' | 'another' | 'notes' | 'group'): LineAct['does'] => ({
    do: 'write',
    writing: { kind, id: item.id, key: item.key },
  });
  const whyNot = whyNotOwn(desk, item.id);
  const other =
    (argument(desk).claims.get(item.id)?.group ?? null) === null
      ? 'Put it into a group'
      : 'Group it otherwise';
  return [
    { id: 'edit', words: 'Edit the wording', key: 'F2', whyNot, does: write('wording') },
    { id: 'another', words: 'Add another wording', whyNot, does: write('another') },
    { id: 'notes', words: 'Say which notes carry it', whyNot, does: write('notes') },
    {
      id: 'group',
      words: other,
      whyNot,
      does: write('group'),
    },
  ];
}

function roleActs({ desk, item }: LineScene, claim: Claim): LineAct[] {
  return claimRoles.map((role, at) => ({
    id: `role-${role}`,
    words: roleLooks[role].label,
    key: String(at + 1),
    kind: 'radio',
    isOn: claim.role === role,
    whyNot: claim.role === role ? null : whyNotEditClaim(desk, item.id, { role }),
    does: {
      do: 'run',
      command: editClaim(item.id, { role }),
      said: `It is a ${roleLooks[role].label.toLowerCase()} now`,
      goTo: item.id,
    },
  }));
}

function apartActs({ desk, item }: LineScene, claim: Claim): LineAct[] {
  const aside = { aside: !claim.aside };
  return [
    {
      id: 'aside',
      words: 'It stands beside the argument',
      kind: 'check',
      isOn: claim.aside,
      whyNot: whyNotEditClaim(desk, item.id, aside),
      does: { do: 'run', command: editClaim(item.id, aside), said: 'Claim changed', goTo: item.id },
    },
    {
      id: 'set-aside',
      words: 'Set aside, to see what changes',
      kind: 'check',
      isOn: desk.session.setAside.has(item.id),
      whyNot: null,
      does: { do: 'session', patch: toggleAside(desk, item.id) },
    },
  ];
}

const relateActs = ({ item }: LineScene): LineAct[] => [
  {
    id: 'supports-other',
    words: 'Let it support another claim …',
    whyNot: null,
    does: { do: 'relate', claim: item.id, relation: 'supports' },
  },
  {
    id: 'attacks-other',
    words: 'Let it attack another claim …',
    whyNot: null,
    does: { do: 'relate', claim: item.id, relation: 'attacks' },
  },
  {
    id: 'show',
    words: 'Show in all faces',
    key: 'Enter',
    whyNot: null,
    does: { do: 'show', focus: { kind: 'claim', id: item.id } },
  },
];

/** What one does with another wording of a claim. */
function wordingActs({ desk, item }: LineScene): LineAct[] {
  const wording = item.via ?? '';
  const writing: Writing = { kind: 'rewording', id: item.id, wording, key: item.key };
  const made = newId();
  return [
    {
      id: 'edit',
      words: 'Edit the wording',
      key: 'F2',
      whyNot: whyNotOwn(desk, item.id),
      does: { do: 'write', writing },
    },
    {
      id: 'promote',
      words: 'Word the claim so',
      whyNot: whyNotPromoteWording(desk, item.id, wording),
      does: { do: 'run', command: promoteWording(item.id, wording), said: 'Wording changed', goTo: item.id },
    },
    {
      id: 'split',
      words: 'Make a claim of its own',
      whyNot: whyNotSplitClaim(desk, item.id, [wording]),
      does: { do: 'run', command: splitClaim(item.id, [wording], made), said: 'Claim split', goTo: made },
    },
  ];
}

/** See the head of this file. */
export function claimActs(scene: LineScene): readonly (readonly LineAct[])[] {
  const { desk, item } = scene;
  if (item.kind === 'wording') return [wordingActs(scene)];
  const claim = argument(desk).claims.get(item.id);
  if (!isClaim(item) || !claim) return [];
  return [wordActs(scene), roleActs(scene, claim), apartActs(scene, claim), relateActs(scene)];
}
