/** What can be done with several things that are chosen on the map, for their toolbar and their menu. */
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { linkPremise, whyNotReason } from '../desk/inference-commands.ts';
import { mergeClaims, whyNotMergeClaims } from '../desk/merge-commands.ts';
import { pinClaims, unpinClaims, whyNotUnpinClaims } from '../desk/pin-commands.ts';
import { relate } from '../desk/relation-commands.ts';
import { removal } from '../desk/remove-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Command } from '../desk/store.ts';
import { together } from '../desk/together.ts';
import { newId } from '../notebook/id.ts';
import type { MenuEntry } from '../ui/pop-menu.ts';
import { groupEntries } from './group-menu.ts';
import { chosenOf } from './map-chooser.ts';
import { MapActionRequest } from './map-events.ts';
import { commandEntry, type MenuParts } from './menu-parts.ts';

const claimsOf = (desk: Desk): readonly string[] =>
  chosenOf(desk).filter((id) => argument(desk).claims.has(id));

const noClaims = 'No claim is chosen.';

/** So many claims are merged into another one at once: of more nobody knows what they say. */
const mostMerged = 19;

/** Why the claims that are chosen cannot be merged; null where they can. */
function whyNotMerge(desk: Desk, [kept, ...gone]: readonly string[]): string | null {
  if (kept === undefined || gone.length === 0) return 'Choose two claims of your own.';
  if (gone.length > mostMerged) return `Choose ${mostMerged + 1} claims at most.`;
  return gone.map((id) => whyNotMergeClaims(desk, kept, id)).find((one) => one !== null) ?? null;
}

/** The first that was chosen keeps its wording; the others become one with it. */
function merging({ stage }: MenuParts, desk: Desk, claims: readonly string[]): MenuEntry {
  const [kept = '', ...gone] = claims;
  const command = together(
    'Merge claims',
    gone.map((id) => mergeClaims(kept, id)),
  );
  const said = `${claims.length} claims are one now`;
  return commandEntry(stage, 'Merge', { command, why: whyNotMerge(desk, claims), said });
}

/** A step in which claims support another one together: linked, as one inference. */
export function linked(claims: readonly string[], conclusion: string): Command {
  const step = newId();
  const [first, ...others] = claims.filter((id) => id !== conclusion);
  return together('Link premises', [
    relate('supports', first ?? '', conclusion, { id: step }),
    ...others.map((id) => linkPremise(step, id)),
  ]);
}

/** Why claims cannot support another one together; null where they can. */
export function whyNotLinked(desk: Desk, claims: readonly string[], conclusion: string): string | null {
  if (claims.includes(conclusion)) return 'It is one of the claims that are chosen.';
  return claims.map((id) => whyNotReason(desk, id, conclusion)).find((one) => one !== null) ?? null;
}

function linking(parts: MenuParts, claims: readonly string[]): MenuEntry {
  const { stage } = parts;
  return {
    words: 'Link as premises for …',
    why: claims.length < 2 ? 'Choose two claims or more.' : null,
    run: () =>
      parts.aim('Choose the claim that they support together. Escape leaves.', (conclusion) => {
        const { store, element } = stage;
        const why = store ? whyNotLinked(store.desk, claims, conclusion) : null;
        if (why === null && store?.run(linked(claims, conclusion)))
          element.dispatchEvent(new Announce(`${claims.length} premises linked`, 'undo'));
        else element.dispatchEvent(new Announce(why ?? 'That cannot be done now.'));
      }),
  };
}

function placing({ stage }: MenuParts, desk: Desk, claims: readonly string[]): MenuEntry[] {
  const places = new Map(
    claims.flatMap((id) => {
      const box = stage.canvas?.places.boxOf(id);
      return box ? [[id, { x: box.x, y: box.y }] as const] : [];
    }),
  );
  const keep = commandEntry(stage, 'Keep in place', {
    command: pinClaims(places),
    why: places.size === 0 ? noClaims : null,
    said: 'Kept in their places',
  });
  const free = commandEntry(stage, 'Let the layout place', {
    command: unpinClaims(claims),
    why: whyNotUnpinClaims(desk, claims),
    said: 'The layout places them again',
  });
  return free.why === null ? [free] : [keep];
}

function settingAside({ stage }: MenuParts, desk: Desk, claims: readonly string[]): MenuEntry {
  const { setAside } = desk.session;
  const areAside = claims.length > 0 && claims.every((id) => setAside.has(id));
  return {
    words: areAside ? 'Count again' : 'Set aside',
    why: claims.length === 0 ? noClaims : null,
    run: () => {
      const next = new Set(setAside);
      for (const id of claims) {
        if (areAside) next.delete(id);
        else next.add(id);
      }
      stage.store?.setSession({ weighing: true, setAside: next });
    },
  };
}

function deleting({ stage }: MenuParts, desk: Desk, chosen: readonly string[]): MenuEntry {
  const own = chosen.filter((id) => canEdit(desk, id));
  const label = own.length === 1 ? 'Delete one' : `Delete ${own.length}`;
  const command: Command = (on) => (own.length === 0 ? null : { label, ...removal(on, own) });
  const left = chosen.length - own.length;
  const rest = left > 0 ? `; ${left} not yours ${left === 1 ? 'stays' : 'stay'}` : '';
  return commandEntry(
    stage,
    'Delete',
    { command, why: own.length === 0 ? 'None of it is yours.' : null, said: `${own.length} deleted${rest}` },
    { key: 'Del', isGrave: true },
  );
}

/** Everything that can be done with what is chosen now, in the order of the toolbar. */
export function chosenActs(parts: MenuParts, desk: Desk): readonly MenuEntry[] {
  const chosen = chosenOf(desk);
  const claims = claimsOf(desk);
  return [
    ...(claims.length > 0 ? groupEntries(parts, desk, claims) : []),
    merging(parts, desk, claims),
    linking(parts, claims),
    ...placing(parts, desk, claims),
    settingAside(parts, desk, claims),
    {
      words: 'Export …',
      why: null,
      run: () => void parts.stage.element.dispatchEvent(new MapActionRequest('export')),
    },
    deleting(parts, desk, chosen),
  ];
}
