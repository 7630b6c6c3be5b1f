/** `<mend-asking>`: asks for one thing while a paper is mended: a label, a page, a note, a note’s words. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';

export interface MendQuestion {
  readonly title: string;
  /** What the field is called. */
  readonly label: string;
  readonly value: string;
  /** What one can choose from, as value and words; absent where it is written. */
  readonly choices?: readonly (readonly [string, string])[];
  readonly isLong?: boolean;
  /** True where nothing is an answer too. */
  readonly mayBeEmpty?: boolean;
}

@customElement('mend-asking')
export class MendAsking extends LitElement {
  @state() private question: MendQuestion | null = null;
  #answer: ((answer: string | null) => void) | null = null;
  #opener: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Asks; answers null where the dialog was left. The focus goes back to `opener`. */
  async ask(question: MendQuestion, opener: HTMLElement | null): Promise<string | null> {
    this.#opener = opener;
    this.question = question;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
    return new Promise((resolve) => (this.#answer = resolve));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { question } = this;
    if (!question) return nothing;
    return html`<dialog
      class="dialog mend-asking"
      aria-labelledby="mend-asking-title"
      @close=${() => this.#close(null)}
    >
      <form method="dialog" @submit=${this.#onSubmit}>
        <div class="dialog-head"><h2 id="mend-asking-title">${question.title}</h2></div>
        <label class="field">${question.label} ${this.#field(question)}</label>
        <div class="mend-asking-foot">
          <button type="submit" class="main-button">Done</button>
          <button type="button" class="plain-button" @click=${() => this.#close(null)}>Cancel</button>
        </div>
      </form>
    </dialog>`;
  }

  #field({ choices, isLong, value, mayBeEmpty }: MendQuestion): TemplateResult {
    if (choices)
      return html`<select name="answer" required>
        ${choices.map(([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}
      </select>`;
    if (isLong) return html`<textarea name="answer" rows="8" .value=${value}></textarea>`;
    return html`<input
      type="text"
      name="answer"
      autocomplete="off"
      maxlength="60"
      ?required=${!mayBeEmpty}
      .value=${value}
    />`;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const answer = new FormData(event.target as HTMLFormElement).get('answer');
    this.#close(typeof answer === 'string' ? answer : null);
  };

  #close(answer: string | null): void {
    if (!this.question) return;
    this.querySelector('dialog')?.close();
    this.question = null;
    this.#opener?.focus({ preventScroll: true });
    this.#answer?.(answer);
    this.#answer = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mend-asking': MendAsking;
  }
}
