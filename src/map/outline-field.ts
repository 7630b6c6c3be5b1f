/** `<outline-field>`: the field that opens in or under a line of the outline. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { claimRoles, type ClaimRole } from '../model/argument-records.ts';
import { roleLooks } from './card.ts';

/** What the field asks for. */
export interface FieldForm {
  /** What is to be written, as its label says it: “A support for “…””. */
  readonly label: string;
  /** What stands in it at first. */
  readonly text: string;
  /** The role that the claim has at first; null where a role is not asked for. */
  readonly role: ClaimRole | null;
  /** What may be chosen instead of typed. */
  readonly suggestions: readonly string[];
}

/** The field is to be saved: Enter, or its button. */
export class FieldSave extends Event {
  readonly text: string;
  /** Null where no role was asked for. */
  readonly role: ClaimRole | null;

  constructor(text: string, role: ClaimRole | null) {
    super('field-save');
    this.text = text;
    this.role = role;
  }
}

/** Something was typed. */
export class FieldTyped extends Event {
  readonly text: string;

  constructor(text: string) {
    super('field-typed');
    this.text = text;
  }
}

/** The field is to be left: Escape, or its button. `isDropped`: what was typed is not wanted any more. */
export class FieldLeave extends Event {
  readonly isDropped: boolean;

  constructor(isDropped: boolean) {
    super('field-leave');
    this.isDropped = isDropped;
  }
}

/**
 * One field, at most one of them in a page. Enter saves, Escape leaves.
 *
 * @fires field-save - The text is meant.
 * @fires field-typed - The text is another one now: it is to be kept as a draft.
 * @fires field-leave - The field is done with; the text is no more than a draft.
 */
@customElement('outline-field')
export class OutlineField extends LitElement {
  @property({ attribute: false }) form: FieldForm | null = null;
  /** Why the text cannot be saved; empty where nothing is against it. */
  @property() problem = '';
  /** Whether the field takes the focus as it opens; it does not where a reload finds it open. */
  @property({ type: Boolean }) takesFocus = true;
  @query('[name=words]') private words!: HTMLTextAreaElement | HTMLInputElement | null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    if (!this.takesFocus) return;
    this.words?.focus({ preventScroll: true });
    this.words?.select();
    (this.closest('.map-row') ?? this).scrollIntoView({ block: 'nearest' });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problem') && this.problem) this.words?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { form } = this;
    if (!form) return nothing;
    return html`<form class="outline-form" @submit=${this.#onSubmit} @keydown=${this.#onKey}>
      <label>
        <span>${form.label}</span>
        ${this.#input(form)}
      </label>
      ${this.problem ? html`<p class="outline-problem" id="outline-problem" role="alert">${this.problem}</p>` : nothing}
      <div class="outline-buttons">
        ${form.role ? roleChoice(form.role) : nothing}
        <button type="submit" class="main-button">Save</button>
        <button type="button" class="plain-button" @click=${() => this.#leave(false)}>Leave</button>
        <button type="button" class="link-button" @click=${() => this.#leave(true)}>Discard</button>
        <span class="hint">Enter saves, Esc leaves</span>
      </div>
    </form>`;
  }

  #input(form: FieldForm): TemplateResult {
    const describedBy = this.problem ? 'outline-problem' : nothing;
    if (form.suggestions.length === 0) {
      return html`<textarea
        name="words"
        rows="2"
        maxlength="2000"
        aria-invalid=${this.problem ? 'true' : 'false'}
        aria-describedby=${describedBy}
        .value=${form.text}
        @input=${this.#onInput}
      ></textarea>`;
    }
    return html`<input
        name="words"
        list="outline-suggestions"
        maxlength="200"
        autocomplete="off"
        aria-invalid=${this.problem ? 'true' : 'false'}
        aria-describedby=${describedBy}
        .value=${form.text}
        @input=${this.#onInput}
      />
      <datalist id="outline-suggestions">
        ${form.suggestions.map((one) => html`<option value=${one}></option>`)}
      </datalist>`;
  }

  get #role(): ClaimRole | null {
    const chosen = this.querySelector<HTMLSelectElement>('[name=role]')?.value;
    return claimRoles.find((role) => role === chosen) ?? null;
  }

  #leave(isDropped: boolean): void {
    this.dispatchEvent(new FieldLeave(isDropped));
  }

  readonly #onInput = (): void => {
    this.dispatchEvent(new FieldTyped(this.words?.value ?? ''));
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.dispatchEvent(new FieldSave(this.words?.value ?? '', this.#role));
  };

  /** The keys in the field are the field's: none of them walks the tree around it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#leave(false);
    }
    const isSaved = event.key === 'Enter' && !event.isComposing && event.target === this.words;
    if (isSaved && !event.shiftKey) this.#onSubmit(event);
    event.stopPropagation();
  };
}

const roleChoice = (now: ClaimRole): TemplateResult =>
  html`<label class="outline-role"
    ><span>Role</span>
    <select name="role">
      ${claimRoles.map(
        (role) => html`<option value=${role} ?selected=${role === now}>${roleLooks[role].label}</option>`,
      )}
    </select></label
  >`;

declare global {
  interface HTMLElementTagNameMap {
    'outline-field': OutlineField;
  }
  interface HTMLElementEventMap {
    'field-save': FieldSave;
    'field-typed': FieldTyped;
    'field-leave': FieldLeave;
  }
}
