/** Parts of the strip that steps through the argument: what is said of a step, a button, the choice of an order. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { ownPresentation, presentations } from '../desk/presentation-commands.ts';
import { icon, type IconName } from './icons.ts';
import type { Order, Step } from './present-steps.ts';

/** The notes that carry a claim, and where the text states it. */
function bearing({ notes, place, focus }: Step): TemplateResult {
  const carried = notes.length > 0 ? `${notes.length > 1 ? 'nn.' : 'n.'} ${notes.join(', ')}` : 'no note';
  const stands = place || (focus === null ? '' : 'not in so many words');
  return html`${focus?.kind === 'claim' ? html`<span>${carried}</span>` : nothing} <span>${stands}</span>`;
}

/** A step in words; `count` says which of how many it is. */
export const stepSaid = (step: Step, count: string): TemplateResult =>
  html`<div class="present-words" role="status">
    <p class="present-about">
      ${step.role ? html`<span class="role-sign" data-role=${step.role}></span>` : nothing}${step.kind}
      <span class="present-count">${count}</span>
      ${bearing(step)}
    </p>
    <p class="present-claim">${step.words}</p>
  </div>`;

/** A button of the strip. One that is off says so, and stays where the focus is. */
export const stripButton = (words: string, sign: IconName, isOff: boolean, run: () => void): TemplateResult =>
  html`<button
    type="button"
    class="icon-button"
    aria-label=${words}
    title=${words}
    aria-disabled=${isOff}
    @click=${run}
  >
    ${icon(sign)}
  </button>`;

/** The orders there are, by what they are called: of the argument, of the text, the reader’s own, those of others. */
function orders(desk: Desk): readonly (readonly [Order, string])[] {
  const shown = presentations(desk).map(({ layer, presentation }): readonly [Order, string] => {
    if (presentation.id === ownPresentation && layer.kind === 'own') return [presentation.id, 'Mine'];
    const name = layer.kind === 'own' ? presentation.title || 'Another of mine' : `Order of ${layer.name}`;
    return [presentation.id, name];
  });
  return [['argument', 'By the argument'], ['text', 'By the text'], ...shown];
}

/** The choice among the orders. */
export const orderChoice = (desk: Desk, order: Order, choose: (order: Order) => void): TemplateResult =>
  html`<label class="present-order"
    ><span>Order</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${orders(desk).map(([key, name]) => html`<option value=${key} .selected=${key === order}>${name}</option>`)}
    </select></label
  >`;
