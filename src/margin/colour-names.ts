/** `<colour-names>`: a dialog in which the reader says what each colour means. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { nameColour } from '../desk/commands.ts';
import { meanings } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import { colours } from '../model/colours.ts';

@customElement('colour-names')
export class ColourNames extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store || !this.isOpen) return nothing;
    const names = meanings(store.desk);
    return html`<dialog class="dialog" aria-labelledby="colours-title" @close=${() => (this.isOpen = false)}>
      <div class="dialog-head">
        <h2 id="colours-title">What your colours mean</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <ul class="colour-names">
        ${colours.map(
          ({ key, look }) =>
            html`<li>
              <label
                ><span class="swatch" data-colour=${key} aria-hidden="true"></span
                ><span class="colour-look">${look}</span>
                <input
                  .value=${names.get(key) ?? ''}
                  maxlength="60"
                  autocomplete="off"
                  @change=${(event: Event) =>
                    store.run(nameColour(key, (event.target as HTMLInputElement).value))}
              /></label>
            </li>`,
        )}
      </ul>
      <p class="hint">Kept in your notebook. An empty name brings back the first one.</p>
      <div class="card-actions">
        <button type="button" class="main-button" @click=${this.#close}>Done</button>
      </div>
    </dialog>`;
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'colour-names': ColourNames;
  }
}
