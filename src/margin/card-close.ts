/** The button that closes an open card; the same on every kind of card. */
import { html, type TemplateResult } from 'lit';
import type { Store } from '../desk/store.ts';

/** Closes whatever card is open. What was being written in it is kept by its editor. */
export const closeButton = (store: Store | null): TemplateResult =>
  html`<button
    type="button"
    class="icon-button card-close"
    aria-label="Close the card"
    title="Close"
    @click=${() => store?.setSession({ focus: null, editing: null })}
  >
    <span aria-hidden="true">×</span>
  </button>`;
