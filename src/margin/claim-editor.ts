/** `<claim-editor>`: the wording, role and group of a claim while they are being written. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { editClaim } from '../desk/claim-commands.ts';
import { argument } from '../desk/desk.ts';
import { moveToGroup } from '../desk/group-commands.ts';
import type { Store } from '../desk/store.ts';
import { claimRoles, type Claim } from '../model/argument-records.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { textIn } from '../ui/form-text.ts';
import { roleNames } from './role-names.ts';

/** @fires editing-done - Done, Escape or Ctrl+Enter; everything is kept already. */
@customElement('claim-editor')
export class ClaimEditor extends LitElement {
  @property({ attribute: false }) claim: Claim | null = null;
  @property({ attribute: false }) store: Store | null = null;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('textarea')?.focus({ preventScroll: true });
    this.querySelector('textarea')?.select();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { claim } = this;
    if (!claim) return nothing;
    return html`<form
      class="card-editor"
      @submit=${this.#draft.done}
      @keydown=${this.#draft.onKey}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      <label>
        <span>Wording, in your own words</span>
        <textarea name="wording" rows="4" maxlength="2000" .value=${claim.wording}></textarea>
      </label>
      <label>
        <span>Role</span>
        <select name="role">
          ${claimRoles.map(
            (role) =>
              html`<option value=${role} ?selected=${role === claim.role}>${roleNames[role]}</option>`,
          )}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="aside" .checked=${claim.aside} />
        <span>Stands beside the argument</span>
      </label>
      ${this.#groupField(claim)}
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Ctrl+Enter</span>
      </div>
    </form>`;
  }

  /** The group that the claim is drawn in, where there are any. */
  #groupField({ id, group }: Claim): TemplateResult | typeof nothing {
    const groups = this.store ? [...argument(this.store.desk).groups.values()] : [];
    if (groups.length === 0) return nothing;
    const move = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      this.store?.run(moveToGroup([id], value === '' ? null : value));
    };
    return html`<label>
      <span>Group</span>
      <select @change=${move}>
        <option value="" .selected=${group === null}>None</option>
        ${groups.map((one) => html`<option value=${one.id} .selected=${one.id === group}>${one.title}</option>`)}
      </select>
    </label>`;
  }

  #keep(): void {
    const form = this.querySelector('form');
    if (!form || !this.claim) return;
    const data = new FormData(form);
    const role = claimRoles.find((one) => one === textIn(data, 'role'));
    this.store?.run(
      editClaim(
        this.claim.id,
        { wording: textIn(data, 'wording'), aside: data.has('aside'), ...(role ? { role } : {}) },
        this.#writing,
      ),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-editor': ClaimEditor;
  }
}
