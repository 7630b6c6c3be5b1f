/** `<claim-card>`: one claim in the margin; opened, everything that bears on it, up to the conclusion. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { editClaim, remove } from '../desk/commands.ts';
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { Announce, RelateRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { chainUp } from '../model/argument.ts';
import { claimRoles, type Claim, type ClaimRole } from '../model/records.ts';
import { claimBearings } from './claim-bearings.ts';
import { noteLink } from './note-details.ts';
import { roleNames } from './role-names.ts';

/**
 * Gets plain values and the store to run commands on.
 *
 * @fires relate-request - The reader wants to relate this claim to another one.
 */
@customElement('claim-card')
export class ClaimCard extends LitElement {
  @property({ attribute: false }) claim: Claim | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property({ type: Boolean }) open = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { claim, desk } = this;
    if (!claim || !desk) return nothing;
    const notes = desk.paper.notes.filter((note) => claim.notes.includes(note.id));
    const own = canEdit(desk, claim.id);
    const editing = own && desk.session.editing === claim.id;
    return html`<article
      class="card claim-card ${this.open ? 'open' : ''} ${own ? 'own' : ''}"
      id="card-${claim.id}"
      data-role=${claim.role}
      aria-labelledby="wording-${claim.id}"
    >
      <p class="card-kind">
        <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span>${roleNames[claim.role]}
        ${own ? html`<span class="card-own">yours</span>` : nothing}
        ${claim.aside ? html`<span class="card-own">aside</span>` : nothing}
        ${notes.length > 0
          ? html`<span class="card-notes">${notes.map((note) => html`${noteLink(desk, note)} `)}</span>`
          : html`<span class="card-unsourced">no note</span>`}
      </p>
      ${editing ? this.#editor(claim) : this.#wording(claim)}
      ${this.open && !editing
        ? html`<div class="card-more">${claimBearings(desk, claim, this.#go)} ${this.#chain(desk, claim)}
            ${this.#actions(claim, own)}</div>`
        : nothing}
    </article>`;
  }

  #wording(claim: Claim): TemplateResult {
    return html`<h3 class="card-wording" id="wording-${claim.id}">
      <button
        type="button"
        class="card-toggle"
        aria-expanded=${this.open}
        @click=${() => (this.open ? this.store?.setSession({ focus: null }) : this.#go(claim.id))}
      >
        ${claim.wording}
      </button>
    </h3>`;
  }

  readonly #go = (id: string): void => this.store?.reveal({ kind: 'claim', id }, 'margin');

  /** The way from here up to the conclusion, in as many steps as it takes. */
  #chain(desk: Desk, claim: Claim): TemplateResult | typeof nothing {
    const graph = argument(desk);
    const chain = chainUp(graph, claim.id)
      .slice(1)
      .flatMap((id) => graph.claims.get(id) ?? []);
    if (chain.length === 0) return nothing;
    return html`<section>
      <h4>Up to the conclusion</h4>
      <ol class="card-chain">
        ${chain.map((step) => html`<li>${this.#claimButton(step)}</li>`)}
      </ol>
    </section>`;
  }

  #claimButton(claim: Claim): TemplateResult {
    return html`<button
      type="button"
      class="link-button"
      @click=${() => this.#go(claim.id)}
      @pointerenter=${() => this.store?.hover({ kind: 'claim', id: claim.id })}
      @pointerleave=${() => this.store?.hover(null)}
    >
      <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span>${claim.wording}
    </button>`;
  }

  #actions(claim: Claim, own: boolean): TemplateResult {
    const ask = (relation: 'supports' | 'attacks') => (): void => {
      this.dispatchEvent(new RelateRequest(claim.id, relation));
    };
    return html`<div class="card-actions" role="group" aria-label="What to do with this claim">
      <button type="button" class="plain-button" @click=${() => this.store?.reveal({ kind: 'claim', id: claim.id }, 'route')}>
        Show everywhere
      </button>
      <button type="button" class="plain-button" @click=${ask('supports')}>Supports …</button>
      <button type="button" class="plain-button" @click=${ask('attacks')}>Attacks …</button>
      ${own
        ? html`<button type="button" class="plain-button" @click=${() => this.store?.setSession({ editing: claim.id })}>Edit</button>
            <button type="button" class="plain-button danger" @click=${() => this.#remove(claim)}>Delete</button>`
        : nothing}
    </div>`;
  }

  #editor(claim: Claim): TemplateResult {
    return html`<form class="card-editor" @submit=${this.#save} @keydown=${this.#onEditorKey}>
      <label>
        <span>Wording</span>
        <textarea id="wording-${claim.id}" name="wording" rows="4" maxlength="2000" .value=${claim.wording} @change=${this.#keep} required></textarea>
      </label>
      <label>
        <span>Role</span>
        <select name="role">
          ${claimRoles.map((role) => html`<option value=${role} ?selected=${role === claim.role}>${roleNames[role]}</option>`)}
        </select>
      </label>
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Ctrl+Enter</span>
      </div>
    </form>`;
  }

  /** Words are kept as soon as the field is left, not only on Done. */
  readonly #keep = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement && this.claim) {
      this.store?.run(editClaim(this.claim.id, { wording: event.target.value.trim() }));
    }
  };

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const { claim, store } = this;
    const form = this.querySelector('form');
    if (!claim || !store || !form) return;
    const data = new FormData(form);
    const role = claimRoles.find((one) => one === data.get('role')) as ClaimRole;
    store.run(editClaim(claim.id, { wording: String(data.get('wording')).trim(), role }));
    store.setSession({ editing: null });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.card-toggle')?.focus());
  };

  readonly #onEditorKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.stopPropagation();
      this.#save(event);
    }
  };

  #remove(claim: Claim): void {
    if (!this.store?.run(remove(claim.id))) return;
    this.store.setSession({ focus: null });
    this.dispatchEvent(new Announce('Claim deleted', 'undo'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-card': ClaimCard;
  }
}
