/** The ends of the margin: how far it reaches, and the way on from the cards that stand to those that do not. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { standingWatched } from '../desk/weighed.ts';

/** A button that counts the cards beyond; nothing where there are none. `go` brings the next of them into view. */
export const moreCards = (
  count: number,
  way: 'earlier' | 'later',
  go: () => void,
): TemplateResult | typeof nothing =>
  count > 0
    ? html`<button type="button" class="link-button margin-more" data-way=${way} @click=${go}>
        ${count.toLocaleString('en')} ${way} ${count === 1 ? 'card' : 'cards'}
      </button>`
    : nothing;

/** Moves an element of the column down to `top`, in px; nothing where there is none. */
export function moveTo(element: HTMLElement | null | undefined, top: number): void {
  if (element) element.style.transform = `translateY(${Math.round(top)}px)`;
}

/** Lets the column reach from its first card's `top` to its last one's `end`, in px, with the ways on at both. */
export function closeColumn(column: HTMLElement, top: number, end: number, gap: number): void {
  moveTo(column.querySelector<HTMLElement>(':scope > [data-way=earlier]'), Math.max(0, top - 40));
  moveTo(column.querySelector<HTMLElement>(':scope > [data-way=later]'), end + gap);
  column.style.minHeight = end > 0 ? `${end}px` : '';
}

/** What stands where no card does. */
export const emptyColumn = ({ session }: Desk): TemplateResult =>
  html`<p class="margin-empty">
    ${session.only ? 'None of the marks that show has a card here.' : 'Nothing in the margin yet. Select a passage to mark it.'}
  </p>`;

/** What of a desk the margin's cards depend on. */
export const marginWatched = ({ layers, placings, session }: Desk): readonly unknown[] => [
  layers,
  placings,
  session.focus,
  session.reveal,
  session.editing,
  session.proposed,
  ...standingWatched(session),
  session.only,
];
