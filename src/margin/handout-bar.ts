/** `<handout-bar>`: above the text, what a handout asks before it shows, how far one is with it, and what to do. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Desk, Layer } from '../desk/desk.ts';
import { openedIn } from '../desk/layers.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import '../ui/markdown-text.ts';
import { progressWords } from './layer-row.ts';
import { layerSign } from './layer-sign.ts';

@customElement('handout-bar')
export class HandoutBar extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** The handouts whose line was put away; one that is still held back cannot be. */
  @state() private away: ReadonlySet<string> = new Set();
  /** Those that were held back while one looked on. */
  #held: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers }) => [layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const held = openedIn(this.store?.desk.layers ?? []).filter((layer) => layer.before > 0);
    if (held.some(({ id }) => !this.#held.has(id)))
      this.#held = new Set([...this.#held, ...held.map(({ id }) => id)]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    const shown = openedIn(desk?.layers ?? []).filter((layer) => this.#isShown(layer));
    if (!desk) return nothing;
    return html`${shown.map((layer) => this.#line(desk, layer))}`;
  }

  #isShown(layer: Layer): boolean {
    if (layer.before > 0) return layer.visible;
    return this.#held.has(layer.id) && !this.away.has(layer.id);
  }

  #line(desk: Desk, layer: Layer): TemplateResult {
    const isHeld = layer.before > 0;
    const { instructions = '' } = layer.opened ?? {};
    return html`<section class="handout-line" aria-label="Handout ${layer.name}">
      <p>
        ${layerSign(layer)} <strong>${layer.name}</strong>
        <span role="status"
          >${
            isHeld
              ? html`shows when you have made ${layer.before} ${layer.before === 1 ? 'mark' : 'marks'} of your
                  own: <span class="handout-count">${progressWords(desk, layer)}</span>.`
              : 'shows now.'
          }</span
        >
        ${isHeld ? html`<span class="hint">Held back by Warrant, not locked.</span>` : nothing}
      </p>
      ${
        instructions
          ? html`<details>
              <summary>What to do</summary>
              <markdown-text .source=${instructions}></markdown-text>
            </details>`
          : nothing
      }
      ${
        isHeld
          ? nothing
          : html`<button
              type="button"
              class="icon-button"
              aria-label="Put this line away"
              @click=${() => (this.away = new Set([...this.away, layer.id]))}
            >
              <span aria-hidden="true">×</span>
            </button>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'handout-bar': HandoutBar;
  }
}
