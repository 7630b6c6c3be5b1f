/** What a line of the outline says: its name, and in small print what it is and what it stands on. */
import { html, nothing, type TemplateResult } from 'lit';
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { roleLooks } from './card.ts';
import { noteLabels } from './note-labels.ts';
import { spokenNotes } from './note-list.ts';
import type { Bearing, OutlineItem, PlacedItem } from './outline.ts';

const bearings: Readonly<Record<Bearing, string>> = {
  top: '',
  supports: '',
  linked: 'Linked',
  against: 'Against',
  undercuts: 'Against the step',
  beside: '',
};

// Ids in a reference list must not hold spaces, and a record's id may be anything.
const domId = (part: string, item: OutlineItem): string => `map-${part}-${encodeURIComponent(item.key)}`;

/** Id of the element that holds an item's name. */
export const nameId = (item: OutlineItem): string => domId('name', item);

/** Id of the element that holds what is to be known about it. */
export const aboutId = (item: OutlineItem): string => domId('about', item);

/** The name of an item: a claim's wording as it stands. */
export function nameOf(item: OutlineItem, desk: Desk): string {
  if (item.kind === 'branch') return 'Beside the argument';
  const graph = argument(desk);
  if (item.kind !== 'step') return graph.claims.get(item.id)?.wording.trim() || 'Untitled claim';
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
  return [role, notes, canEdit(desk, item.id) ? 'mine' : ''].filter(Boolean).join(' · ');
}

/** The inside of a `treeitem`. */
export function itemView({ item }: PlacedItem, desk: Desk): TemplateResult {
  const claim = argument(desk).claims.get(item.id);
  const bearing = bearings[item.bearing];
  return html`<span class="map-twisty" aria-hidden="true"></span
    ><span class="map-item-words">
      ${bearing && item.bearing !== 'linked'
        ? html`<span class="map-bearing" aria-hidden="true">${bearing}</span>`
        : nothing}
      <span class="map-item-name" id=${nameId(item)}>${nameOf(item, desk)}</span>
      <span class="map-item-about" id=${aboutId(item)}
        >${claim ? html`<span class="role-sign" data-role=${claim.role}></span>` : nothing}${bearing ? html`<span class="visually-hidden">${bearing}. </span>` : nothing}${aboutItem(item, desk)}</span
      >
    </span>`;
}
