/** `<name-editor>`: the name of an authority while somebody corrects it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sources } from '../desk/desk.ts';
import { renameAuthority } from '../desk/override-commands.ts';
import type { Store } from '../desk/store.ts';
import type { Source } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';

/**
 * What is typed is kept as it is typed; an empty field stands for the name that was there before.
 *
 * @fires editing-done - Done, Escape or Ctrl+Enter; everything is kept already.
 */
@customElement('name-editor')
export class NameEditor extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Id of the authority. */
  @property({ attribute: false }) source = '';

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());
  /** The authority when the writing began. */
  #before: Source | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    this.#before ??= (this.store && sources(this.store.desk).get(this.source)) ?? null;
  }

  protected override firstUpdated(): void {
    this.querySelector('input')?.select();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#before) return nothing;
    return html`<form
      class="card-editor supply-editor"
      aria-label="The name of ${this.#before.name}"
      @submit=${this.#draft.done}
      @keydown=${this.#draft.onKey}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      <label>
        <span>Name</span>
        <input name="name" autocomplete="off" maxlength="200" .value=${this.#before.name} />
      </label>
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Saved as you type.</span>
      </div>
    </form>`;
  }

  #keep(): void {
    const { store } = this;
    const before = this.#before;
    const typed = this.querySelector('input')?.value.trim() ?? '';
    if (store && before)
      store.run(renameAuthority(this.source, typed || before.name, { writing: this.#writing, before }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'name-editor': NameEditor;
  }
}
