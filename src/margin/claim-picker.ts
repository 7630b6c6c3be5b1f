/** `<claim-picker>`: asks which claim another one bears on; a dialog with a list that filters as one types. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { relate, whyNotRelate } from '../desk/commands.ts';
import { argument } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { claimRoles, type Claim } from '../model/argument-records.ts';
import { foldQuery } from '../text/find.ts';
import { fold } from '../text/fold.ts';
import { roleNames } from './role-names.ts';

/** @fires announce - What was related. */
@customElement('claim-picker')
export class ClaimPicker extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private from: Claim | null = null;
  @state() private relation: 'supports' | 'attacks' = 'supports';
  @state() private filter = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the dialog for `claim`. */
  async ask(claim: string, relation: 'supports' | 'attacks'): Promise<void> {
    this.from = (this.store && argument(this.store.desk).claims.get(claim)) ?? null;
    this.relation = relation;
    this.filter = '';
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { from, store } = this;
    if (!from || !store) return nothing;
    const words = this.relation === 'supports' ? 'What does it support?' : 'What does it attack?';
    const wanted = foldQuery(this.filter);
    const found = [...argument(store.desk).claims.values()]
      .filter((claim) => claim.id !== from.id && fold(claim.wording).includes(wanted))
      .sort((one, other) => claimRoles.indexOf(one.role) - claimRoles.indexOf(other.role));
    return html`<dialog class="dialog" aria-labelledby="picker-title" @close=${() => (this.from = null)}>
      <div class="dialog-head">
        <h2 id="picker-title">${words}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <p class="picker-from">${from.wording}</p>
      <label class="field"
        ><span>Find a claim</span>
        <input type="search" autofocus .value=${this.filter} @input=${this.#onInput} autocomplete="off"
      /></label>
      <p class="visually-hidden" role="status">${found.length} claims</p>
      <ul class="picker-list">
        ${found.map((claim) => this.#choice(claim, whyNotRelate(store.desk, this.relation, from.id, claim.id)))}
      </ul>
      ${found.length === 0 ? html`<p class="hint">No claim has these words.</p>` : nothing}
    </dialog>`;
  }

  #choice(claim: Claim, why: string | null): TemplateResult {
    return html`<li>
      <button
        type="button"
        class="picker-choice"
        ?disabled=${why !== null}
        @click=${() => this.#choose(claim)}
      >
        <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span>
        <span
          ><small>${roleNames[claim.role]}</small> ${claim.wording}
          ${why ? html`<small class="picker-why">${why}</small>` : nothing}</span
        >
      </button>
    </li>`;
  }

  readonly #onInput = (event: InputEvent): void => {
    this.filter = (event.target as HTMLInputElement).value;
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  #choose(claim: Claim): void {
    const { from, store } = this;
    if (!from || !store?.run(relate(this.relation, from.id, claim.id))) return;
    this.#close();
    this.dispatchEvent(new Announce(`Now ${this.relation}: ${claim.wording}`, 'undo'));
    store.reveal({ kind: 'claim', id: from.id }, 'route');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-picker': ClaimPicker;
  }
}
