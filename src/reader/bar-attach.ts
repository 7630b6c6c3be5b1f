/** The selection toolbar's button while a place is being chosen for a passage: the selection can be it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { AttachRequest } from '../desk/requests.ts';

/** The button; nothing where no place is being chosen. Fires `attach-request`. */
export const attachButton = (desk: Desk | undefined): TemplateResult | typeof nothing =>
  desk?.session.attaching
    ? html`<button
        type="button"
        class="bar-button"
        tabindex="-1"
        @click=${(event: Event) => event.currentTarget?.dispatchEvent(new AttachRequest())}
      >
        Attach here
      </button>`
    : nothing;
