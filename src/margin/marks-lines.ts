/** What stands in the list of marks: the near lines of a group under its heading, or why there are none. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../desk/desk.ts';
import { noFilter } from '../desk/mark-filter.ts';
import type { MarkList } from '../desk/mark-list.ts';
import type { Stretch } from './marks-layout.ts';
import { markRow } from './marks-row.ts';
import { counted, groupTitle } from './marks-words.ts';

/** The heading of a group, where it is near, and its near lines. */
export function marksGroup(desk: Desk, list: MarkList, stretch: Stretch): TemplateResult {
  const { look, at, selected, listing } = list;
  const group = listing.groups[stretch.group];
  const title = group ? groupTitle(desk, look.grouping, group) : '';
  const count = group?.marks.length ?? 0;
  const lines = listing.rows
    .slice(stretch.from, stretch.to)
    .map((row, on) => ({ row, index: stretch.from + on }));
  return html`<div role="group" aria-label="${title}, ${counted(count)}">
    ${
      stretch.hasHead
        ? html`<div class="marks-head" aria-hidden="true" data-group=${stretch.group}>
            <span class="marks-title">${title}</span>
            <span class="marks-number">${count.toLocaleString('en')}</span>
          </div>`
        : nothing
    }
    ${repeat(
      lines,
      ({ row }) => row.key,
      ({ row, index }) =>
        markRow(desk, {
          row,
          index,
          size: listing.rows.length,
          isSelected: selected.has(row.mark.id),
          isCurrent: index === at,
          isOpen: desk.session.focus?.id === row.mark.id,
          order: look.order,
        }),
    )}
  </div>`;
}

/** What one reads in place of an empty list, and what to do. */
export function emptyList(list: MarkList): TemplateResult {
  const { all } = list.listing;
  if (all === 0)
    return html`<div class="marks-hint">
      <p>No marks yet.</p>
      <p>
        Select a passage of the text and choose a colour, write a note or make a claim: it is listed here.
      </p>
    </div>`;
  return html`<div class="marks-hint">
    <p>${all === 1 ? 'The only mark does not fit.' : `None of the ${counted(all)} fits.`}</p>
    <p>
      <button type="button" class="plain-button" @click=${() => list.show({ filter: noFilter })}>
        Clear search and filters
      </button>
    </p>
  </div>`;
}
