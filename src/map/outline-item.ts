/** What a line of the outline says: its name, and in small print what it is and what it stands on. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { claimsLitBy } from '../desk/backing.ts';
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { standingOf, standings, standingWords } from '../desk/standing.ts';
import { roleLooks } from './card.ts';
import { noteLabels } from './note-labels.ts';
import { spokenNotes } from './note-list.ts';
import { orElse } from './untitled.ts';
import type { Bearing, OutlineItem, PlacedItem } from './outline.ts';

const bearings: Readonly<Record<Bearing, string>> = {
  top: '',
  supports: '',
  linked: 'Linked',
  against: 'Against',
  undercuts: 'Against the step',
  beside: '',
};

/** The name of an item: a claim's wording as it stands. */
export function nameOf(item: OutlineItem, desk: Desk): string {
  if (item.kind === 'branch') return 'Beside the argument';
  const graph = argument(desk);
  if (item.kind !== 'step') return orElse(graph.claims.get(item.id)?.wording, 'Untitled claim');
  const count = graph.inferences.get(item.id)?.premises.length ?? 0;
  return count > 1 ? `${count} premises that work together` : 'A step that is attacked';
}

/** What is to be known about an item beside its name. */
function aboutItem(item: OutlineItem, desk: Desk): string {
  const graph = argument(desk);
  if (item.kind === 'branch') return 'These claims lead to no conclusion';
  if (item.kind === 'step') return graph.inferences.get(item.id)?.gist ?? '';
  const claim = graph.claims.get(item.id);
  if (!claim) return '';
  const role = roleLooks[claim.role].label;
  if (item.kind === 'again') return `${role} · see above`;
  const labels = noteLabels(desk.paper);
  const notes = spokenNotes(claim.notes.map((note) => labels.get(note) ?? note));
  const own = canEdit(desk, item.id) ? 'mine' : '';
  return [standingWords(desk, item.id), role, notes, own].filter(Boolean).join(' · ');
}

/** The sign of an item that speaks against the one above it. */
function bearingView(item: OutlineItem): TemplateResult | typeof nothing {
  const words = item.bearing === 'linked' ? '' : bearings[item.bearing];
  return words ? html`<span class="map-bearing" aria-hidden="true">${words}</span>` : nothing;
}

function aboutView(item: OutlineItem, desk: Desk, id: string): TemplateResult {
  const role = argument(desk).claims.get(item.id)?.role;
  const bearing = bearings[item.bearing];
  return html`<span class="map-about" id=${id}
    >${role ? html`<span class="role-sign" data-role=${role}></span>` : nothing}${
      bearing ? html`<span class="visually-hidden">${bearing}. </span>` : nothing
    }${aboutItem(item, desk)}</span
  >`;
}

/** Which item has the focus, and which are shut. */
interface OutlineState {
  readonly active: string | null;
  readonly shut: ReadonlySet<string>;
}

function treeItem(placed: PlacedItem, desk: Desk, state: OutlineState, about: string): TemplateResult {
  const { item, level, position, setSize } = placed;
  const isOpen = state.shut.has(item.key) ? 'false' : 'true';
  const expanded = item.children.length > 0 ? isOpen : undefined;
  const isChosen = item.kind !== 'again' && desk.session.focus?.id === item.id;
  return html`<span
    class="map-item"
    role="treeitem"
    data-claim=${item.kind === 'claim' ? item.id : nothing}
    data-again=${item.kind === 'again' ? item.id : nothing}
    data-step=${item.kind === 'step' ? item.id : nothing}
    aria-level=${level}
    aria-posinset=${position}
    aria-setsize=${setSize}
    aria-expanded=${ifDefined(expanded)}
    aria-selected=${isChosen ? 'true' : 'false'}
    aria-describedby=${about}
    tabindex=${item.key === state.active ? 0 : -1}
    >${nameOf(item, desk)}</span
  >`;
}

/** A line is lit with what is hovered, with the authority that carries its claim, and in the step in which it falls. */
function isLit({ kind, id }: OutlineItem, desk: Desk): boolean {
  const { focus, hover } = desk.session;
  if (hover !== null && hover.id === id) return true;
  if (kind !== 'claim') return false;
  const sources = [focus, hover].filter((one) => one?.kind === 'source');
  return sources.some((one) => claimsLitBy(desk, one).includes(id)) || standings(desk)?.now.has(id) === true;
}

/** A line: the `treeitem` with its name, and beside it what describes it. */
export function lineView(placed: PlacedItem, desk: Desk, state: OutlineState): TemplateResult {
  const { item, level } = placed;
  const { focus } = desk.session;
  // A reference must not hold spaces, and a record's id may be anything.
  const about = `map-about-${encodeURIComponent(item.key)}`;
  // The description stands beside the item: inside, it would be text that the item's name does not have.
  return html`<div
    class="map-row"
    role="none"
    data-key=${item.key}
    data-level=${Math.min(level, 12)}
    data-kind=${item.kind}
    ?data-focus=${focus !== null && focus.id === item.id}
    ?data-lit=${isLit(item, desk)}
    data-standing=${item.kind === 'claim' ? (standingOf(desk, item.id) ?? nothing) : nothing}
  >
    <span class="map-twisty" aria-hidden="true"></span>
    <span class="map-words">
      ${bearingView(item)} ${treeItem(placed, desk, state, about)} ${aboutView(item, desk, about)}
    </span>
  </div>`;
}
