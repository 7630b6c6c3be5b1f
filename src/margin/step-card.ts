/** `<step-card>`: one step of the argument: its premises and what they do, how it goes, its scheme and how it stands up to its questions. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { PickRequest } from '../desk/pick-requests.ts';
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { remove } from '../desk/remove-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { Inference } from '../model/argument-records.ts';
import { layerTag } from './annotation-parts.ts';
import { claimLink, recordLink } from './argument-links.ts';
import { closeButton } from './card-close.ts';
import './step-editor.ts';
import { stepPremises } from './step-premises.ts';
import './step-scheme.ts';
import { stepWords } from './step-words.ts';

/**
 * Gets plain values and the store to run commands on. Steps of others are shown and can be objected to, not changed.
 *
 * @fires pick-request - The reader wants another premise, or a claim that undercuts the step.
 * @fires announce - What was deleted.
 */
@customElement('step-card')
export class StepCard extends LitElement {
  @property({ attribute: false }) step: Inference | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property({ type: Boolean }) open = false;
  /** Lit, because another face of it is pointed at. */
  @property({ type: Boolean }) lit = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { step, desk } = this;
    if (!step || !desk) return nothing;
    const own = canEdit(desk, step.id);
    return html`<div
      role="group"
      class=${classMap({ card: true, 'step-card': true, open: this.open, lit: this.lit, own })}
      id="card-${step.id}"
      aria-labelledby="wording-${step.id}"
    >
      ${this.#kind(step, desk, own)} ${this.open ? closeButton(this.store) : nothing}
      ${this.#title(step, desk)} ${this.open ? this.#more(step, desk, own) : nothing}
    </div>`;
  }

  #kind(step: Inference, desk: Desk, own: boolean): TemplateResult {
    return html`<p class="card-kind">
      <span class="step-sign" aria-hidden="true"></span>${step.premises.length > 1 ? 'Linked step' : 'Step'}
      ${own ? html`<span class="card-own">yours</span>` : layerTag(desk, step.id)}
      ${step.implicit ? html`<span class="card-own">left unsaid in the text</span>` : nothing}
    </p>`;
  }

  #title(step: Inference, desk: Desk): TemplateResult {
    const toggle = (): void =>
      this.open
        ? this.store?.setSession({ focus: null })
        : this.store?.reveal({ kind: 'inference', id: step.id }, 'margin');
    return html`<h3 class="card-wording" id="wording-${step.id}">
      <button type="button" class="card-toggle" aria-expanded=${this.open} @click=${toggle}>
        ${step.gist || stepWords(desk, step, 60)}
      </button>
    </h3>`;
  }

  #more(step: Inference, desk: Desk, own: boolean): TemplateResult {
    const { store } = this;
    return html`<div class="card-more">
      ${stepPremises({ step, desk, store, own, link: () => this.#pick({ kind: 'premise', inference: step.id }) })}
      <section>
        <h4>Conclusion</h4>
        ${claimLink(desk, store, step.conclusion)}
      </section>
      ${this.#manner(step, own)}
      <step-scheme .step=${step} .desk=${desk} .store=${store} .own=${own}></step-scheme>
      ${this.#undercuts(step, desk)}
      <div class="card-actions" role="group" aria-label="What to do with this step">
        <button
          type="button"
          class="plain-button"
          @click=${() => this.#pick({ kind: 'undercut', inference: step.id })}
        >
          Undercut by …
        </button>
        ${
          own
            ? html`<button type="button" class="plain-button danger" @click=${() => this.#remove(step)}>
                Delete
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** How the step goes: written where it is the reader's own, else told. */
  #manner(step: Inference, own: boolean): TemplateResult | typeof nothing {
    if (own) return html`<step-editor .step=${step} .store=${this.store}></step-editor>`;
    if (!step.qualifier) return nothing;
    return html`<p class="card-gist">Qualifier: ${step.qualifier}</p>`;
  }

  #undercuts(step: Inference, desk: Desk): TemplateResult | typeof nothing {
    const attacks = argument(desk).attacksOn(step.id);
    if (attacks.length === 0) return nothing;
    return html`<section>
      <h4>Undercut by</h4>
      <ul>
        ${attacks.map(
          ({ id, from }) =>
            html`<li>
              ${claimLink(desk, this.store, from)}
              ${recordLink(this.store, { kind: 'conflict', id }, 'the attack', 'Open the attack')}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #pick(picking: PickRequest['picking']): void {
    this.dispatchEvent(new PickRequest(picking));
  }

  #remove(step: Inference): void {
    if (!this.store?.run(remove(step.id))) return;
    this.store.setSession({ focus: { kind: 'claim', id: step.conclusion } });
    this.dispatchEvent(new Announce('Step deleted', 'undo'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-card': StepCard;
  }
}
