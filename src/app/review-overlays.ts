/** `<review-overlays>`: what floats over the text while passages are given places: the strip, and the light on what is proposed. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import '../margin/attach-strip.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import { lightPreview } from '../reader/preview-light.ts';

@customElement('review-overlays')
export class ReviewOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) pane: PaperPane | null = null;

  #abort: AbortController | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ session, layers, placings }) => [session.preview, session.preview && [layers, placings]],
      () => this.#light(),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#abort = new AbortController();
    const attach = (): void => this.querySelector('attach-strip')?.attach();
    this.closest('desk-screen')?.addEventListener('attach-request', attach, { signal: this.#abort.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.store ? html`<attach-strip .store=${this.store}></attach-strip>` : nothing;
  }

  #light(): void {
    const view = this.pane?.view;
    const desk = this.store?.desk;
    if (view && desk) lightPreview(view, desk.paper.text, desk.session.preview);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'review-overlays': ReviewOverlays;
  }
}
