/** What can be done with a group from its menu on the map, and how claims come into one. */
import { argument, type Desk } from '../desk/desk.ts';
import {
  makeGroup,
  moveToGroup,
  removeGroup,
  whyNotMoveToGroup,
  whyNotRemoveGroup,
} from '../desk/group-commands.ts';
import { ownRecord } from '../desk/own-records.ts';
import { Announce } from '../desk/requests.ts';
import { newId } from '../notebook/id.ts';
import type { MenuEntry, MenuGroup } from '../ui/pop-menu.ts';
import { groupSizes } from './fold.ts';
import { claimsOfNode } from './map-chooser.ts';
import type { Point } from './layout.ts';
import type { MenuParts } from './menu-parts.ts';

const countOf = (count: number): string => (count === 1 ? 'The claim' : `${count} claims`);

/** Where a menu opens that follows another one: in the middle of what it is about. */
function middleOf({ stage }: MenuParts, id: string) {
  const { left, top, width, height } = stage.stage.getBoundingClientRect();
  const place = stage.canvas?.places.placeOf(id);
  const at = place && stage.canvas?.places.toStage(place);
  return at
    ? { clientX: left + at.x, clientY: top + at.y }
    : { clientX: left + width / 2, clientY: top + height / 2 };
}

/** The groups that claims can be moved into, each with why not. */
function groupChoices({ stage }: MenuParts, desk: Desk, claims: readonly string[]): MenuEntry[] {
  return [...argument(desk).groups.values()].map((group) => ({
    words: group.section ? `${group.section} ${group.title}` : group.title,
    why: whyNotMoveToGroup(desk, claims, group.id),
    run: () => {
      if (!stage.store?.run(moveToGroup(claims, group.id))) return;
      stage.element.dispatchEvent(
        new Announce(`${countOf(claims.length)} moved into “${group.title}”`, 'undo'),
      );
    },
  }));
}

/** What a new group is called until somebody says more. */
const newTitle = (desk: Desk): string => {
  const titles = new Set([...argument(desk).groups.values()].map((group) => group.title));
  for (let number = 1; ; number += 1) if (!titles.has(`Group ${number}`)) return `Group ${number}`;
};

function newGroupEntry({ stage, writing }: MenuParts, desk: Desk, claims: readonly string[]): MenuEntry {
  const [title, id] = [newTitle(desk), newId()];
  return {
    words: `A new group, “${title}”`,
    why: whyNotMoveToGroup(desk, claims, null) === null || claims.length > 0 ? null : 'Choose claims first.',
    run: () => {
      if (!stage.store?.run(makeGroup({ id, title, claims }))) return;
      writing.rename(id);
      stage.element.dispatchEvent(new Announce(`${countOf(claims.length)} grouped as “${title}”`, 'undo'));
    },
  };
}

/** How claims come into a group, and out of theirs. */
export function groupEntries(parts: MenuParts, desk: Desk, claims: readonly string[]): MenuEntry[] {
  const { stage } = parts;
  const choose = (): void => {
    const entries = groupChoices(parts, desk, claims);
    const at = middleOf(parts, claims[0] ?? '');
    stage.menu('Move into a group', [{ entries: [newGroupEntry(parts, desk, claims)] }, { entries }], at);
  };
  const into: MenuEntry = { words: 'Move into a group …', why: null, run: choose };
  const out: MenuEntry = {
    words: 'Take out of the group',
    why: whyNotMoveToGroup(desk, claims, null),
    run: () => {
      if (stage.store?.run(moveToGroup(claims, null)))
        stage.element.dispatchEvent(new Announce(`${countOf(claims.length)} taken out of the group`, 'undo'));
    },
  };
  const isGrouped = claims.some((id) => (argument(desk).claims.get(id)?.group ?? null) !== null);
  return isGrouped ? [into, out] : [into];
}

/** The menu of a group, folded or open; `at` is where it was asked for, in map px. */
export function groupMenu(parts: MenuParts, desk: Desk, group: string, at: Point): MenuGroup[] {
  const { stage, chooser, writing } = parts;
  const isFolded = stage.folded.has(group);
  const size = groupSizes(argument(desk)).get(group) ?? 0;
  const fold: MenuEntry = {
    words: isFolded ? 'Open the group' : 'Fold the group',
    key: 'F',
    why: null,
    run: () => stage.fold(group, !isFolded),
  };
  const add: MenuEntry = {
    words: 'A new claim in it',
    key: 'C',
    why: null,
    run: () => writing.begin(at, group),
  };
  const rename: MenuEntry = {
    words: 'Rename the group',
    key: 'F2',
    why: ownRecord(desk, group) ? null : 'This group is not yours to name.',
    run: () => writing.rename(group),
  };
  const choose: MenuEntry = {
    words: size === 1 ? 'Choose its claim' : `Choose its ${size} claims`,
    why: null,
    run: () => chooser.add(claimsOfNode(desk, group)),
  };
  const dissolve: MenuEntry = {
    words: 'Dissolve the group; its claims stay',
    why: whyNotRemoveGroup(desk, group),
    isGrave: true,
    run: () => {
      if (stage.store?.run(removeGroup(group)))
        stage.element.dispatchEvent(new Announce('The group is dissolved; its claims stay', 'undo'));
    },
  };
  return [{ entries: [fold, add, rename, choose] }, { entries: [dissolve] }];
}
