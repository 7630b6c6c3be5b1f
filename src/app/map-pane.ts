/** `<map-pane>`: the place of the map on the desk; fetches the map when it is first shown. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Store } from '../desk/store.ts';

@customElement('map-pane')
export class MapPane extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** True once the text stands and this pane is in view: the map library is heavy and can wait until then. */
  @property({ type: Boolean }) wanted = false;
  @state() private stage: 'waiting' | 'loading' | 'ready' | 'failed' = 'waiting';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.wanted && this.stage === 'waiting') void this.#load();
  }

  protected override render(): TemplateResult {
    if (this.stage === 'ready') return html`<argument-map .store=${this.store}></argument-map>`;
    if (this.stage === 'failed') {
      return html`<div class="pane-empty" role="alert">
        <p>The map did not arrive. The text and your notes work without it.</p>
        <button type="button" class="main-button" @click=${() => void this.#load()}>Try again</button>
      </div>`;
    }
    return html`<p class="pane-empty" role="status">Fetching the map …</p>`;
  }

  async #load(): Promise<void> {
    this.stage = 'loading';
    try {
      await import('../map/argument-map.ts');
      this.stage = 'ready';
    } catch {
      this.stage = 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-pane': MapPane;
  }
}
