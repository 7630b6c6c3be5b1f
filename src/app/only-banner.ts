/** `<only-banner>`: over the text, while text, margin and map show only some marks: how many, and the way back to all. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { marks } from '../desk/marks.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';

@customElement('only-banner')
export class OnlyBanner extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [session.only, session.only && layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { store } = this;
    const only = store?.desk.session.only ?? null;
    return html`<div role="status">${store && only ? this.#banner(store, only) : nothing}</div>`;
  }

  #banner(store: Store, only: ReadonlySet<string>): TemplateResult {
    const all = marks(store.desk);
    const shown = all.filter(({ id }) => only.has(id)).length;
    return html`<p class="banner only-banner">
      <span
        >Only ${shown.toLocaleString('en')} of ${all.length.toLocaleString('en')}
        ${all.length === 1 ? 'mark shows' : 'marks show'}.</span
      >
      <button type="button" class="plain-button" @click=${() => store.setSession({ only: null })}>
        Show all
      </button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'only-banner': OnlyBanner;
  }
}
