/** Small parts of the outline: what stands where there are no lines, the button at the end of a line. */
import { html, type TemplateResult } from 'lit';
import type { Writing } from './outline-writing.ts';

/** The claim with which an argument begins. */
export const firstClaim: Writing = {
  kind: 'new',
  spot: { relation: 'free', to: null },
  key: null,
  isBeside: false,
  role: 'conclusion',
  group: null,
};

/** What stands where there are no claims. */
export const emptyOutline = (write: () => void): TemplateResult =>
  html`<div class="map-outline-empty">
    <p>The outline is empty. Begin with what is argued for; reasons and objections come under it.</p>
    <button type="button" class="plain-button" @click=${write}>Write the first claim</button>
  </div>`;

/** The button at the end of a line. */
export const moreButton = (open: (event: Event) => void): TemplateResult =>
  html`<button
    type="button"
    class="icon-button map-more"
    aria-haspopup="menu"
    aria-label="What to do with this line"
    title="What to do with this line (Shift+F10)"
    @click=${open}
  ></button>`;

/** What keeps its presses and keys for itself. */
export const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, outline-field, outline-menu') !== null;
