/** `<map-banners>`: what is said over both twins of the map: without which source it stands, and how claims are labelled. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { standingWatched, toggleWeighing } from '../desk/weighed.ts';
import { weighBanner } from './weigh-banner.ts';
import { withoutBanner } from './without-banner.ts';

/** Empty while nothing is taken away and nothing is weighed. */
@customElement('map-banners')
export class MapBanners extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [layers, ...standingWatched(session)],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    return store ? html`${withoutBanner(store)} ${weighBanner(store)}` : nothing;
  }

  /** Weighs the claims, or stops. */
  toggle(): void {
    const { store } = this;
    store?.setSession(toggleWeighing(store.desk));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-banners': MapBanners;
  }
}
