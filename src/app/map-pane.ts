/** `<map-pane>`: the place of the map on the desk; fetches the map when it is first shown. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { argument } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { PictureChosen } from '../map/export-dialog.ts';
import { readPreferences, writePreferences } from './preferences.ts';

/** Up to so many claims a map is drawn unasked: reading never waits for it. */
const largestMap = 600;

@customElement('map-pane')
export class MapPane extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** True once the text stands and this pane is in view: the map library is heavy and can wait until then. */
  @property({ type: Boolean }) wanted = false;
  @state() private stage: 'waiting' | 'loading' | 'ready' | 'failed' = 'waiting';
  /** True once the reader has asked for a map that is too large to be drawn unasked. */
  @state() private isAsked = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.wanted && this.stage === 'waiting' && !this.#isTooLarge) void this.#load();
  }

  protected override render(): TemplateResult {
    if (this.wanted && this.#isTooLarge) return this.#offer();
    if (this.stage === 'ready')
      return html`<argument-map
        .store=${this.store}
        .picture=${readPreferences().picture}
        @picture-chosen=${({ choice }: PictureChosen) => writePreferences({ picture: choice })}
      ></argument-map>`;
    if (this.stage === 'failed') {
      return html`<div class="pane-empty" role="alert">
        <p>The map did not arrive. The text and your notes work without it.</p>
        <button type="button" class="main-button" @click=${() => void this.#load()}>Try again</button>
      </div>`;
    }
    return html`<p class="pane-empty" role="status">Fetching the map …</p>`;
  }

  /** How many claims the map has. */
  get #size(): number {
    return this.store ? argument(this.store.desk).claims.size : 0;
  }

  get #isTooLarge(): boolean {
    return !this.isAsked && this.stage === 'waiting' && this.#size > largestMap;
  }

  #offer(): TemplateResult {
    return html`<div class="pane-empty">
      <p>This map has ${this.#size.toLocaleString('en')} claims: drawing it takes a while.</p>
      <button type="button" class="main-button" @click=${() => (this.isAsked = true)}>Draw the map</button>
    </div>`;
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
