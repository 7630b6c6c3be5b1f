/** What can be done with a claim, a step or an attack from its menu on the map. */
import { copyClaim, whyNotCopyClaim } from '../desk/copy-commands.ts';
import { argument, canEdit, type Desk, type Focus } from '../desk/desk.ts';
import { PickRequest, type Picking } from '../desk/pick-requests.ts';
import { unpinClaims, whyNotUnpinClaims, pinClaims } from '../desk/pin-commands.ts';
import { relate } from '../desk/relation-commands.ts';
import { remove, whyNotRemove } from '../desk/remove-commands.ts';
import { Announce } from '../desk/requests.ts';
import { newId } from '../notebook/id.ts';
import type { MenuEntry, MenuGroup } from '../ui/pop-menu.ts';
import { groupEntries } from './group-menu.ts';
import { whyNotWrite } from './map-writing.ts';
import { commandEntry, type MenuParts } from './menu-parts.ts';

const choosing = ({ stage, chooser }: MenuParts, desk: Desk, id: string): MenuEntry => ({
  words: desk.session.selected.has(id) ? 'Take it out of what is chosen' : 'Choose it, with others',
  why: null,
  key: 'Space',
  run: () => {
    chooser.toggle([id]);
    stage.relight();
  },
});

const deleting = ({ stage }: MenuParts, desk: Desk, id: string, name: string): MenuEntry =>
  commandEntry(
    stage,
    `Delete the ${name}`,
    { command: remove(id), why: whyNotRemove(desk, id), said: `The ${name} is deleted` },
    { key: 'Del', isGrave: true },
  );

/** An entry by which the screen asks for the other claim, or step. */
const asking = ({ stage }: MenuParts, words: string, picking: Picking, key?: string): MenuEntry => ({
  words,
  ...(key === undefined ? {} : { key }),
  why: null,
  run: () => void stage.element.dispatchEvent(new PickRequest(picking)),
});

const relationEntries = (parts: MenuParts, desk: Desk, claim: string): MenuEntry[] => [
  asking(parts, 'Supports …', { kind: 'relate', from: claim, relation: 'supports' }, 'S'),
  asking(parts, 'Attacks …', { kind: 'relate', from: claim, relation: 'attacks' }, 'A'),
  asking(parts, 'Undercuts …', { kind: 'relate', from: claim, relation: 'undercuts' }, 'U'),
  {
    ...asking(parts, 'Merge with …', { kind: 'merge', claim }),
    why: canEdit(desk, claim) ? null : 'This claim is not yours to change.',
  },
];

/** New claims that are written at once and bear on this one. */
function bearingEntries({ stage, writing }: MenuParts, desk: Desk, claim: string): MenuEntry[] {
  const group = argument(desk).claims.get(claim)?.group ?? null;
  const box = stage.canvas?.places.boxOf(claim);
  const at = box ? { x: box.x, y: box.y + box.height / 2 + 60 } : { x: 0, y: 0 };
  const begin = (relation: 'supports' | 'attacks') => (): void =>
    writing.begin(at, group, (made) => relate(relation, made, claim));
  return [
    { words: 'A new reason for it', why: null, run: begin('supports') },
    { words: 'A new objection to it', why: null, run: begin('attacks') },
  ];
}

function placeEntries({ stage }: MenuParts, desk: Desk, claim: string): MenuEntry[] {
  const whyNotFree = whyNotUnpinClaims(desk, [claim]);
  const box = stage.canvas?.places.boxOf(claim);
  if (whyNotFree === null)
    return [
      commandEntry(stage, 'Let the layout place it', {
        command: unpinClaims([claim]),
        why: null,
        said: 'The layout places it again',
      }),
    ];
  const places = new Map(box ? [[claim, { x: box.x, y: box.y }]] : []);
  return [
    commandEntry(stage, 'Keep it in this place', {
      command: pinClaims(places),
      why: box ? null : 'It is not drawn now.',
      said: 'Kept in this place',
    }),
  ];
}

/** Whether a claim is set aside while claims are weighed. */
function asideEntry({ stage }: MenuParts, desk: Desk, claim: string): MenuEntry {
  const { setAside } = desk.session;
  const isAside = setAside.has(claim);
  return {
    words: isAside ? 'Count it again' : 'Set it aside, to see what changes',
    why: null,
    run: () => {
      const next = new Set(setAside);
      if (isAside) next.delete(claim);
      else next.add(claim);
      stage.store?.setSession({ weighing: true, setAside: next });
    },
  };
}

function copyEntry({ stage }: MenuParts, desk: Desk, claim: string): MenuEntry[] {
  const why = whyNotCopyClaim(desk, claim);
  const made = newId();
  if (why !== null) return [];
  return [
    {
      words: 'Copy it as a claim of your own',
      why,
      run: () => {
        if (!stage.store?.run(copyClaim(claim, made))) return;
        stage.want(made);
        stage.element.dispatchEvent(new Announce('Copied: the copy is yours', 'undo'));
      },
    },
  ];
}

/** The menu of a claim. */
function claimMenu(parts: MenuParts, desk: Desk, claim: string): MenuGroup[] {
  const { stage, writing } = parts;
  const show: MenuEntry = {
    words: 'Show it in the text',
    key: 'Enter',
    why: null,
    run: () => stage.store?.reveal({ kind: 'claim', id: claim }, 'map'),
  };
  const edit: MenuEntry = {
    words: 'Edit the wording',
    key: 'F2',
    why: whyNotWrite(stage, claim),
    run: () => writing.edit(claim),
  };
  return [
    { entries: [show, edit, ...copyEntry(parts, desk, claim)] },
    { entries: [...bearingEntries(parts, desk, claim), ...relationEntries(parts, desk, claim)] },
    {
      entries: [
        ...groupEntries(parts, desk, [claim]),
        ...placeEntries(parts, desk, claim),
        choosing(parts, desk, claim),
        asideEntry(parts, desk, claim),
      ],
    },
    { entries: [deleting(parts, desk, claim, 'claim')] },
  ];
}

/** What else can bear on a step: a further premise, or what undercuts it. */
function stepEntries(parts: MenuParts, desk: Desk, inference: string): MenuEntry[] {
  const { stage, writing } = parts;
  const at = stage.canvas?.places.placeOf(inference) ?? { x: 0, y: 0 };
  const conclusion = argument(desk).inferences.get(inference)?.conclusion ?? '';
  const group = argument(desk).claims.get(conclusion)?.group ?? null;
  return [
    {
      ...asking(parts, 'A further premise …', { kind: 'premise', inference }),
      why: canEdit(desk, inference) ? null : 'This step is not yours to change.',
    },
    asking(parts, 'Undercut it with …', { kind: 'undercut', inference }),
    {
      words: 'A new claim that undercuts it',
      why: null,
      run: () =>
        writing.begin({ x: at.x + 180, y: at.y }, group, (made) => relate('undercuts', made, inference)),
    },
  ];
}

/** The menu of a step or an attack. */
function relationMenu(parts: MenuParts, desk: Desk, record: Focus): MenuGroup[] {
  const show: MenuEntry = {
    words: 'Open its card',
    key: 'Enter',
    why: null,
    run: () => parts.stage.store?.reveal(record, 'map'),
  };
  const isStep = record.kind === 'inference';
  return [
    { entries: [show] },
    { entries: isStep ? stepEntries(parts, desk, record.id) : [] },
    { entries: [choosing(parts, desk, record.id)] },
    { entries: [deleting(parts, desk, record.id, isStep ? 'step' : 'attack')] },
  ];
}

/** The menu of a record that is drawn. */
export const recordMenu = (parts: MenuParts, desk: Desk, record: Focus): MenuGroup[] =>
  record.kind === 'claim' ? claimMenu(parts, desk, record.id) : relationMenu(parts, desk, record);
