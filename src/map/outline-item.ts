/** A line of the outline: its name, and in small print what it is, how it bears and what it stands on. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { claimsLitBy } from '../desk/backing.ts';
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { labelSign } from '../desk/label-sign.ts';
import { standingOf, standings } from '../desk/standing.ts';
import { labelOf } from '../desk/weighed.ts';
import type { Claim } from '../model/argument-records.ts';
import type { OutlineItem, PlacedItem } from './outline.ts';
import { bearingOf, factsOf, gistOf, nameOf, type LinePlace } from './outline-words.ts';

/** How the lines stand: which is the one that Tab reaches, which are shut. */
export interface OutlineState {
  readonly active: string | null;
  readonly shut: ReadonlySet<string>;
  /** Id of the claim that was cut; null where none was. */
  readonly cut: string | null;
  /** Ids of what somebody began to write about and has not saved. */
  readonly drafts: ReadonlySet<string>;
  /** Ids of the records that were found. */
  readonly found: ReadonlySet<string>;
  /** The claim on whose line an item hangs, by the item's key; null at the top. */
  readonly above: (key: string) => Claim | null;
  /** What stands at the end of the active line: what can be done with it. */
  readonly tools: () => TemplateResult | typeof nothing;
  /** The one field; null while nothing is written. */
  readonly field: () => TemplateResult | null;
  /** The field where it stands in the line of an item; null where it does not. */
  readonly fieldIn: (item: OutlineItem) => TemplateResult | null;
}

/** A line is marked with its claim, with its step, or with what it bears on the line above by. */
const isFound = ({ kind, id, via }: OutlineItem, found: ReadonlySet<string>): boolean =>
  kind !== 'again' && (found.has(id) || (via !== null && found.has(via)));

/** What has the focus where a line has it; null for the branch, and for no line at all. */
export function focusOf(item: OutlineItem | null): Focus | null {
  if (!item || item.kind === 'branch') return null;
  return { kind: item.kind === 'step' ? 'inference' : 'claim', id: item.id };
}

/** What a line that bears on another by a step or an attack tells of it; null where it tells of none. */
export function bearingFocus(item: OutlineItem): Focus | null {
  if (item.via === null) return null;
  const isAttack = item.bearing === 'against' || item.bearing === 'undercuts';
  return { kind: isAttack ? 'conflict' : 'inference', id: item.via };
}

/** The sign of an item that speaks against the one above it. */
function bearingView(item: OutlineItem, desk: Desk): TemplateResult | typeof nothing {
  if (item.bearing !== 'against' && item.bearing !== 'undercuts') return nothing;
  return html`<span class="map-bearing" aria-hidden="true">${bearingOf(item, desk)}</span> `;
}

const factView = ({ words, isSpoken }: ReturnType<typeof factsOf>[number]): TemplateResult =>
  html`<span class="map-fact${isSpoken ? ' visually-hidden' : ''}">${words}</span>`;

const draftFact = { words: 'unsaved words are kept' };

function aboutView(place: LinePlace, desk: Desk, id: string, hasDraft: boolean): TemplateResult {
  const { item } = place;
  const facts = [...factsOf(place, desk), ...(hasDraft && item.kind !== 'again' ? [draftFact] : [])];
  const role = item.kind === 'step' ? undefined : argument(desk).claims.get(item.id)?.role;
  const sign = role ? html`<span class="role-sign" data-role=${role}></span>` : nothing;
  return html`<span class="map-about" id=${id}>${signOf(desk, item)}${sign}${facts.map(factView)}</span>`;
}

/** The sign of a claim's label; its word is the first of the facts. */
function signOf(desk: Desk, { kind, id }: OutlineItem): TemplateResult | typeof nothing {
  const label = kind === 'branch' || kind === 'step' ? null : labelOf(desk, id);
  if (label === null) return nothing;
  return labelSign(label);
}

interface Ids {
  readonly name: string;
  readonly about: string;
  readonly gist: string;
}

/** A reference must not hold spaces, and a record's id may be anything. */
const idsOf = ({ key }: OutlineItem): Ids => {
  const safe = encodeURIComponent(key);
  return { name: `map-name-${safe}`, about: `map-about-${safe}`, gist: `map-gist-${safe}` };
};

/** Nothing can open or shut where nothing is under it. */
function expandedOf({ key, children }: OutlineItem, { shut }: OutlineState): 'true' | 'false' | undefined {
  if (children.length === 0) return undefined;
  return shut.has(key) ? 'false' : 'true';
}

/** The id by which tests and other panes find a line of a kind. */
const idAs = ({ kind, id }: OutlineItem, wanted: OutlineItem['kind']): string | typeof nothing =>
  kind === wanted ? id : nothing;

function treeItem(placed: PlacedItem, desk: Desk, state: OutlineState, ids: Ids): TemplateResult {
  const { item, level, position, setSize } = placed;
  const isChosen = item.kind !== 'again' && item.kind !== 'wording' && desk.session.focus?.id === item.id;
  const isActive = item.key === state.active;
  const field = state.fieldIn(item);
  const name = html`<span class="map-name" id=${ids.name}>${nameOf(item, desk)}</span>`;
  return html`<span
    class="map-item"
    role="treeitem"
    data-claim=${idAs(item, 'claim')}
    data-again=${idAs(item, 'again')}
    data-step=${idAs(item, 'step')}
    aria-level=${level}
    aria-posinset=${position}
    aria-setsize=${setSize}
    aria-expanded=${ifDefined(expandedOf(item, state))}
    aria-selected=${isChosen ? 'true' : 'false'}
    aria-labelledby=${field ? nothing : `${ids.name} ${ids.about}`}
    aria-describedby=${gistOf(item, desk) ? ids.gist : nothing}
    tabindex=${isActive ? 0 : -1}
    >${name}${field ?? nothing}${isActive && !field ? state.tools() : nothing}</span
  >`;
}

/** A line is lit with what is hovered, with the authority that carries its claim, and in the step in which it falls. */
function isLit({ kind, id, via }: OutlineItem, desk: Desk): boolean {
  const { focus, hover } = desk.session;
  if (kind === 'wording') return false;
  if (hover !== null && (hover.id === id || hover.id === via)) return true;
  if (kind !== 'claim') return false;
  const sources = [focus, hover].filter((one) => one?.kind === 'source');
  return sources.some((one) => claimsLitBy(desk, one).includes(id)) || standings(desk)?.now.has(id) === true;
}

function hasFocus({ id, via, kind }: OutlineItem, desk: Desk): boolean {
  const { focus } = desk.session;
  if (focus === null || kind === 'wording') return false;
  return focus.id === id || (focus.id === via && kind !== 'again');
}

/** The line of this index: the `treeitem` with its name, and beside it what belongs to its name and what describes it. */
export function lineView(placed: PlacedItem, index: number, desk: Desk, state: OutlineState): TemplateResult {
  const { item, level } = placed;
  const ids = idsOf(item);
  const place = { item, above: state.above(item.key), isShut: state.shut.has(item.key) };
  const gist = gistOf(item, desk);
  // What is said of it stands beside the item: inside, it would be text that the claim's wording does not have.
  return html`<div
    class="map-row"
    role="none"
    data-key=${item.key}
    data-index=${index}
    data-level=${Math.min(level, 12)}
    data-kind=${item.kind}
    data-bearing=${item.bearing}
    ?data-first=${placed.position === 1}
    ?data-focus=${hasFocus(item, desk)}
    ?data-lit=${isLit(item, desk)}
    ?data-cut=${item.kind === 'claim' && item.id === state.cut}
    ?data-found=${isFound(item, state.found)}
    data-standing=${item.kind === 'claim' ? (standingOf(desk, item.id) ?? nothing) : nothing}
  >
    <span class="map-twisty" aria-hidden="true"></span>
    <span class="map-words">
      ${bearingView(item, desk)}${treeItem(placed, desk, state, ids)}
      ${aboutView(place, desk, ids.about, state.drafts.has(item.id))}
      ${gist ? html`<span class="map-gist" id=${ids.gist}>${gist}</span>` : nothing}
    </span>
  </div>`;
}
