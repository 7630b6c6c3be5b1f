/** `<claim-card>`: one claim in the margin; opened, everything that bears on it, up to the conclusion. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { argument, canEdit, layerOf, type Desk } from '../desk/desk.ts';
import { copyClaim } from '../desk/copy-commands.ts';
import { PickRequest } from '../desk/pick-requests.ts';
import type { Relation } from '../desk/relation-commands.ts';
import { remove } from '../desk/remove-commands.ts';
import { Announce, RelateRequest } from '../desk/requests.ts';
import { standingOf } from '../desk/standing.ts';
import { labelOf } from '../desk/weighed.ts';
import type { Store } from '../desk/store.ts';
import { chainUp } from '../model/argument.ts';
import { notesOf } from '../model/paper.ts';
import { newId } from '../notebook/id.ts';
import type { Claim } from '../model/argument-records.ts';
import { claimBearings } from './claim-bearings.ts';
import { notePeek } from './note-details.ts';
import { roleNames } from './role-names.ts';
import { layerTag } from './annotation-parts.ts';
import { closeButton } from './card-close.ts';
import { restsOn, standingTag } from './claim-sources.ts';
import { isSameFor } from './card-change.ts';
import { labelLine } from './label-line.ts';
import './claim-editor.ts';
import { claimWordings } from './claim-wordings.ts';
import './verdict-line.ts';

/**
 * Gets plain values and the store to run commands on.
 *
 * @fires relate-request - The reader wants to relate this claim to another one.
 * @fires pick-request - The reader wants to merge it with another one.
 */
@customElement('claim-card')
export class ClaimCard extends LitElement {
  @property({ attribute: false }) claim: Claim | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property({ type: Boolean }) open = false;
  /** One line only, where many want a place. */
  @property({ type: Boolean }) folded = false;
  /** Lit, because another face of it is pointed at. */
  @property({ type: Boolean }) lit = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** A closed card shows its claim alone: whatever else the desk has become, it stays as it is. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    return this.open || !isSameFor(this.claim?.id, this.desk, changed);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { claim, desk } = this;
    if (!claim || !desk) return nothing;
    const own = canEdit(desk, claim.id);
    const editing = own && desk.session.editing === claim.id;
    return html`<div
      role="group"
      class=${classMap(this.#classes(own))}
      id="card-${claim.id}"
      data-role=${claim.role}
      data-standing=${standingOf(desk, claim.id) ?? nothing}
      data-label=${labelOf(desk, claim.id) ?? nothing}
      aria-labelledby="wording-${claim.id}"
    >
      ${this.#kind(claim, desk, own)} ${this.open ? closeButton(this.store) : nothing}
      ${editing ? this.#editor(claim) : this.#wording(claim)}
      <verdict-line .store=${this.store} .record=${claim.id} .open=${this.open}></verdict-line>
      ${standingTag(desk, claim)} ${this.#label(desk, claim)}
      ${this.open && !editing ? restsOn(desk, claim) : nothing}
      ${
        this.open && !editing
          ? html`<div class="card-more">
              ${claimWordings(claim, own, this.store)}
              ${claimBearings(desk, claim, (focus) => this.store?.reveal(focus, 'margin'))}
              ${this.#chain(desk, claim)} ${this.#actions(claim, own)}
            </div>`
          : nothing
      }
    </div>`;
  }

  #label(desk: Desk, claim: Claim): TemplateResult | typeof nothing {
    return labelLine(desk, claim.id, this.open ? { store: this.store, go: this.#go } : null);
  }

  #classes(own: boolean): Record<string, boolean> {
    const { open, lit } = this;
    return { card: true, 'claim-card': true, open, lit, own, folded: this.folded && !open };
  }

  #kind(claim: Claim, desk: Desk, own: boolean): TemplateResult {
    const notes = notesOf(desk.paper, claim.notes);
    return html`<p class="card-kind" draggable=${this.open ? 'true' : 'false'}>
      <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span>${roleNames[claim.role]}
      ${own ? html`<span class="card-own">yours</span>` : nothing}
      ${layerOf(desk, claim.id)?.kind === 'proposed' ? html`<span class="card-own">proposed</span>` : nothing}
      ${layerOf(desk, claim.id)?.opened ? layerTag(desk, claim.id) : nothing}
      ${claim.aside ? html`<span class="card-own">aside</span>` : nothing}
      ${
        notes.length > 0
          ? html`<span class="card-notes">${notes.map((note) => html`${notePeek(desk, note)} `)}</span>`
          : html`<span class="card-unsourced">no note</span>`
      }
    </p>`;
  }

  #wording(claim: Claim): TemplateResult {
    return html`<h3 class="card-wording" id="wording-${claim.id}">
      <button
        type="button"
        class="card-toggle"
        aria-expanded=${this.open}
        @click=${() => (this.open ? this.store?.setSession({ focus: null }) : this.#go(claim.id))}
      >
        <span class="standing-words">${claim.wording}</span>
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
    const ask = (relation: Relation) => (): void => {
      this.dispatchEvent(new RelateRequest(claim.id, relation));
    };
    return html`<div class="card-actions" role="group" aria-label="What to do with this claim">
      <button type="button" class="plain-button" @click=${ask('supports')}>Supports …</button>
      <button type="button" class="plain-button" @click=${ask('attacks')}>Attacks …</button>
      <button type="button" class="plain-button" @click=${ask('undercuts')}>Undercuts …</button>
      ${
        own
          ? html`<button
                type="button"
                class="plain-button"
                @click=${() => this.store?.setSession({ editing: claim.id })}
              >
                Edit
              </button>
              <button type="button" class="plain-button" @click=${() => this.#merge(claim)}>Merge …</button>
              <button type="button" class="plain-button danger" @click=${() => this.#remove(claim)}>
                Delete
              </button>`
          : html`<button type="button" class="plain-button" @click=${() => this.#copy(claim)}>
              Make it mine
            </button>`
      }
    </div>`;
  }

  #editor(claim: Claim): TemplateResult {
    return html`<claim-editor
      id="wording-${claim.id}"
      .claim=${claim}
      .store=${this.store}
      @editing-done=${this.#onDone}
    ></claim-editor>`;
  }

  readonly #onDone = (): void => {
    this.store?.setSession({ editing: null });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.card-toggle')?.focus());
  };

  #merge({ id }: Claim): void {
    this.dispatchEvent(new PickRequest({ kind: 'merge', claim: id }));
  }

  #copy(claim: Claim): void {
    const made = newId();
    if (!this.store?.run(copyClaim(claim.id, made))) return;
    this.store.reveal({ kind: 'claim', id: made }, 'margin');
    this.dispatchEvent(new Announce('Copied: the copy is yours', 'undo'));
  }

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
