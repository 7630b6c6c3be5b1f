/** `<compare-overlays>`: brings the map of two compared arguments over the desk; it is fetched when it is first asked for. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CompareMapRequest } from '../desk/compare-requests.ts';
import type { Store } from '../desk/store.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { focused } from './last-focus.ts';

@customElement('compare-overlays')
export class CompareOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isWanted = false;

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      const desk = this.closest<HTMLElement>('desk-screen');
      desk?.addEventListener('compare-map-request', (event) => void this.#onMap(event), { signal });
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.isWanted ? html`<comparison-dialog .store=${this.store}></comparison-dialog>` : nothing;
  }

  async #onMap({ left, right }: CompareMapRequest): Promise<void> {
    const opener = focused();
    await import('./comparison-dialog.ts');
    this.isWanted = true;
    await this.updateComplete;
    await this.querySelector('comparison-dialog')?.show(left, right, opener);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'compare-overlays': CompareOverlays;
  }
}
