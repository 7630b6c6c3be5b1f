/** `<trouble-banner>`: over a desk or the library: what is in trouble, and the ways out of it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { saveEverything } from './rescue.ts';
import type { Offer, Trouble } from './trouble.ts';

/** What was chosen; `save` is seen to already. */
export class OfferTaken extends Event {
  readonly offer: Exclude<Offer, 'save'>;

  constructor(offer: Exclude<Offer, 'save'>) {
    super('offer-taken', { bubbles: true });
    this.offer = offer;
  }
}

const words: Readonly<Record<Offer, string>> = {
  retry: 'Try now',
  save: 'Save a backup of everything',
  reload: 'Reload',
  aside: 'Go on without what is kept',
};

/** @fires offer-taken - One of the ways out was chosen. */
@customElement('trouble-banner')
export class TroubleBanner extends LitElement {
  @property({ attribute: false }) trouble: Trouble | null = null;
  @state() private said = '';
  @state() private isBusy = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { trouble } = this;
    if (!trouble) return nothing;
    const { title, words: told } = trouble.message;
    return html`<div class="banner trouble">
      <p role="alert"><strong>${title}.</strong> ${told}</p>
      ${trouble.offers.length > 0 ? html`<div class="trouble-ways">${trouble.offers.map(this.#button)}</div>` : nothing}
      <p class="trouble-said" role="status">${this.said}</p>
    </div>`;
  }

  readonly #button = (offer: Offer): TemplateResult =>
    html`<button
      type="button"
      class="plain-button"
      ?disabled=${offer === 'save' && this.isBusy}
      @click=${() => (offer === 'save' ? void this.#save() : this.dispatchEvent(new OfferTaken(offer)))}
    >
      ${words[offer]}
    </button>`;

  async #save(): Promise<void> {
    this.isBusy = true;
    this.said = 'Gathering everything …';
    this.said = await saveEverything();
    this.isBusy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'trouble-banner': TroubleBanner;
  }
  interface HTMLElementEventMap {
    'offer-taken': OfferTaken;
  }
}
