/** `<attack-card>`: one attack of the argument: which claim attacks what, of what kind, what it is about, and which of the two is preferred. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { editConflict } from '../desk/conflict-commands.ts';
import { argument, canEdit, type Desk } from '../desk/desk.ts';
import { preferenceBetween, prefer } from '../desk/preference-commands.ts';
import { remove } from '../desk/remove-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { Conflict } from '../model/argument-records.ts';
import { questionOf } from '../model/schemes.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { layerTag } from './annotation-parts.ts';
import { claimLink, recordLink } from './argument-links.ts';
import { closeButton } from './card-close.ts';
import { attackedWords, stepWords } from './step-words.ts';

/** What the kinds of attack are called. */
export const attackNames: Readonly<Record<Conflict['attack'], string>> = {
  rebut: 'Rebuttal',
  undermine: 'Undermining attack',
  undercut: 'Undercut',
};

const kinds = [
  ['rebut', 'Rebuts: it is against the claim itself'],
  ['undermine', 'Undermines: it is against the claim as a premise'],
] as const;

/** @fires announce - What was deleted, or why something cannot be. */
@customElement('attack-card')
export class AttackCard extends LitElement {
  @property({ attribute: false }) conflict: Conflict | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property({ type: Boolean }) open = false;
  /** Lit, because another face of it is pointed at. */
  @property({ type: Boolean }) lit = false;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { conflict, desk } = this;
    if (!conflict || !desk) return nothing;
    const own = canEdit(desk, conflict.id);
    return html`<div
      role="group"
      class=${classMap({ card: true, 'attack-card': true, open: this.open, lit: this.lit, own })}
      id="card-${conflict.id}"
      aria-labelledby="wording-${conflict.id}"
    >
      <p class="card-kind">
        <span class="attack-sign" aria-hidden="true"></span>${attackNames[conflict.attack]}
        ${own ? html`<span class="card-own">yours</span>` : layerTag(desk, conflict.id)}
        ${conflict.mutual ? html`<span class="card-own">each attacks the other</span>` : nothing}
      </p>
      ${this.open ? closeButton(this.store) : nothing} ${this.#title(conflict, desk)}
      ${this.open ? this.#more(conflict, desk, own) : nothing}
    </div>`;
  }

  #title(conflict: Conflict, desk: Desk): TemplateResult {
    const toggle = (): void =>
      this.open
        ? this.store?.setSession({ focus: null })
        : this.store?.reveal({ kind: 'conflict', id: conflict.id }, 'margin');
    return html`<h3 class="card-wording" id="wording-${conflict.id}">
      <button type="button" class="card-toggle" aria-expanded=${this.open} @click=${toggle}>
        ${conflict.gist || `Against ${attackedWords(desk, conflict, 60)}`}
      </button>
    </h3>`;
  }

  #more(conflict: Conflict, desk: Desk, own: boolean): TemplateResult {
    return html`<div class="card-more">
      <section>
        <h4>${conflict.mutual ? 'One claim' : 'Attacking claim'}</h4>
        ${claimLink(desk, this.store, conflict.from)}
      </section>
      <section>
        <h4>${conflict.mutual ? 'The other' : 'Attacked'}</h4>
        ${this.#attacked(conflict, desk)}
      </section>
      ${this.#question(conflict)} ${own ? this.#editor(conflict) : nothing}
      ${this.#preference(conflict, desk)}
      ${
        own
          ? html`<div class="card-actions" role="group" aria-label="What to do with this attack">
              <button type="button" class="plain-button danger" @click=${() => this.#remove(conflict)}>
                Delete
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #attacked({ to }: Conflict, desk: Desk): TemplateResult | typeof nothing {
    const step = argument(desk).inferences.get(to);
    if (!step) return claimLink(desk, this.store, to);
    const words = stepWords(desk, step);
    return recordLink(this.store, { kind: 'inference', id: to }, words, `Open the step ${words}`);
  }

  #question({ question }: Conflict): TemplateResult | typeof nothing {
    const known = questionOf(question);
    if (!known) return nothing;
    return html`<p class="card-gist">
      Raises: ${known.question.words} <small>(${known.scheme.name})</small>
    </p>`;
  }

  #editor(conflict: Conflict): TemplateResult {
    return html`<form
      class="card-editor"
      @submit=${this.#draft.done}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      <label>
        <span>What the two disagree about</span>
        <textarea name="gist" rows="2" maxlength="2000" .value=${conflict.gist}></textarea>
      </label>
      ${conflict.attack === 'undercut' ? nothing : this.#kindFields(conflict)}
    </form>`;
  }

  #kindFields({ id, attack, mutual }: Conflict): TemplateResult {
    const choose = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      const kind = kinds.find(([one]) => one === value)?.[0];
      if (kind) this.store?.run(editConflict(id, { attack: kind }));
    };
    const turn = (event: Event): void =>
      void this.store?.run(editConflict(id, { mutual: (event.target as HTMLInputElement).checked }));
    return html`<label>
        <span>Kind</span>
        <select @change=${choose}>
          ${kinds.map(
            ([one, words]) => html`<option value=${one} .selected=${one === attack}>${words}</option>`,
          )}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" .checked=${mutual} @change=${turn} />
        <span>Each attacks the other</span>
      </label>`;
  }

  /** Which of the two is preferred: anybody's attack may be weighed so, by a record of the reader's own. */
  #preference(conflict: Conflict, desk: Desk): TemplateResult {
    const { from, to } = conflict;
    const known = preferenceBetween(desk, from, to);
    const fixed = known !== null && !canEdit(desk, known.id);
    const choose = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      if (value === '') this.store?.run(remove(known?.id ?? ''));
      else this.store?.run(value === from ? prefer(from, to) : prefer(to, from));
    };
    return html`<label class="field">
      <span>Preferred, where the two conflict</span>
      <select ?disabled=${fixed} @change=${choose}>
        <option value="" .selected=${!known}>Neither</option>
        <option value=${from} .selected=${known?.over === from}>The one that attacks</option>
        <option value=${to} .selected=${known?.over === to}>The one that is attacked</option>
      </select>
    </label>`;
  }

  #keep(): void {
    const gist = this.querySelector<HTMLTextAreaElement>('[name=gist]')?.value;
    if (this.conflict && gist !== undefined)
      this.store?.run(editConflict(this.conflict.id, { gist }, this.#writing));
  }

  #remove(conflict: Conflict): void {
    if (!this.store?.run(remove(conflict.id))) return;
    this.store.setSession({ focus: { kind: 'claim', id: conflict.from } });
    this.dispatchEvent(new Announce('Attack deleted', 'undo'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'attack-card': AttackCard;
  }
}
