/** Links from card to card: to a claim, a step or an attack, lit while they are pointed at. */
import { html, nothing, type TemplateResult } from 'lit';
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import { roleNames } from './role-names.ts';

/** Shows a thing on every face, and opens its card. */
export const goTo = (store: Store | null, focus: Focus): void => store?.reveal(focus, 'margin');

/** A button that leads to a claim; nothing where it is gone. */
export function claimLink(desk: Desk, store: Store | null, id: string): TemplateResult | typeof nothing {
  const claim = argument(desk).claims.get(id);
  if (!claim) return nothing;
  const focus: Focus = { kind: 'claim', id };
  return html`<button
    type="button"
    class="link-button"
    @click=${() => goTo(store, focus)}
    @pointerenter=${() => store?.hover(focus)}
    @pointerleave=${() => store?.hover(null)}
  >
    <span class="role-sign" data-role=${claim.role} role="img" aria-label=${roleNames[claim.role]}></span
    >${claim.wording}
  </button>`;
}

/** A button that leads to the card of a step or an attack. `words` are seen, `name` is heard. */
export const recordLink = (store: Store | null, focus: Focus, words: string, name: string): TemplateResult =>
  html`<button
    type="button"
    class="link-button step-link"
    aria-label=${name}
    @click=${() => goTo(store, focus)}
    @pointerenter=${() => store?.hover(focus)}
    @pointerleave=${() => store?.hover(null)}
  >
    ${words}
  </button>`;
