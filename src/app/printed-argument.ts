/** The argument in outline on the printed page: every claim under its key, with its place and notes. */
import { html, nothing, type TemplateResult } from 'lit';
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { placed } from '../desk/passages.ts';
import { buildOutline, type Bearing, type OutlineItem } from '../map/outline.ts';
import { roleNames } from '../margin/role-names.ts';
import type { Claim } from '../model/argument-records.ts';
import { printedPage } from './printed-marks.ts';

/** How a line bears on the one above it, in words. */
const bearings: Readonly<Record<Bearing, string>> = {
  top: '',
  supports: 'because',
  linked: '',
  against: 'against it',
  undercuts: 'against this step',
  beside: '',
  words: 'also worded',
};

interface Sheet {
  readonly desk: Desk;
  readonly keys: ReadonlyMap<string, string>;
  /** Page of each claim's first passage, by the claim's id. */
  readonly pages: ReadonlyMap<string, string>;
  /** Printed labels of the notes by their ids. */
  readonly labels: ReadonlyMap<string, string>;
}

function pagesOf(desk: Desk): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const { kind, id, start } of placed(desk).passages) {
    if (kind === 'claim' && !pages.has(id)) pages.set(id, printedPage(desk.paper, start));
  }
  return pages;
}

function claimLine({ desk, keys, pages, labels }: Sheet, claim: Claim, bearing: Bearing): TemplateResult {
  const notes = claim.notes.map((note) => labels.get(note) ?? note).join(', ');
  const facts = [
    canEdit(desk, claim.id) ? 'mine' : '',
    pages.get(claim.id) ?? '',
    notes ? `n. ${notes}` : 'no note',
  ];
  const words = bearings[bearing];
  return html`<p id="printed-claim-${claim.id}" data-claim=${claim.id}>
    <span class="printed-claim-key" data-role=${claim.role}>${keys.get(claim.id)}</span>
    <span class="visually-hidden">${roleNames[claim.role]}.</span>
    ${words ? html`<i class="printed-bearing">${words}:</i>` : nothing}
    ${claim.wording.trim() || 'Untitled claim'}
    <span class="printed-soft">(${facts.filter(Boolean).join('; ')})</span>
  </p>`;
}

function lineOf(sheet: Sheet, item: OutlineItem): TemplateResult {
  const claim = argument(sheet.desk).claims.get(item.id);
  const key = sheet.keys.get(item.id) ?? '';
  const words = bearings[item.bearing];
  if (item.kind === 'claim' && claim) return claimLine(sheet, claim, item.bearing);
  if (item.kind === 'again') {
    return html`<p>
      <span class="printed-claim-key" data-role=${claim?.role ?? 'premise'}>${key}</span>
      ${words ? html`<i class="printed-bearing">${words}:</i>` : nothing}
      <span class="printed-soft">see ${key}</span>
    </p>`;
  }
  if (item.kind === 'branch') return html`<p class="printed-step">Beside the argument:</p>`;
  const isLinked = item.children.some((one) => one.bearing === 'linked');
  return html`<p class="printed-step">
    ${isLinked ? 'because, taken together:' : 'by a step that is disputed:'}
  </p>`;
}

const tree = (sheet: Sheet, items: readonly OutlineItem[]): TemplateResult =>
  html`<ul role="list">
    ${items.map(
      (item) =>
        html`<li>
          ${lineOf(sheet, item)} ${item.children.length > 0 ? tree(sheet, item.children) : nothing}
        </li>`,
    )}
  </ul>`;

/** The outline; nothing where there are no claims. */
export function printedArgument(
  desk: Desk,
  keys: ReadonlyMap<string, string>,
): TemplateResult | typeof nothing {
  if (keys.size === 0) return nothing;
  const labels = new Map(desk.paper.notes.map((note) => [note.id, note.label]));
  return html`<section class="printed-argument">
    <h2>The argument in outline</h2>
    ${tree({ desk, keys, pages: pagesOf(desk), labels }, buildOutline(argument(desk)))}
  </section>`;
}
