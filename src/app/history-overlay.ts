/** `<history-overlay>`: brings the earlier days of the notebook over the desk; fetched when they are first asked for. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../desk/history-requests.ts';
import type { Store } from '../desk/store.ts';
import type { Storage } from '../storage/contract.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { focused } from './last-focus.ts';
import { storage } from './own-storage.ts';

@customElement('history-overlay')
export class HistoryOverlay extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private storage: Storage | null = null;

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      const desk = this.closest<HTMLElement>('desk-screen');
      desk?.addEventListener('history-request', () => void this.#show(), { signal });
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.storage
      ? html`<history-dialog .store=${this.store} .storage=${this.storage}></history-dialog>`
      : nothing;
  }

  async #show(): Promise<void> {
    const opener = focused();
    const [kept] = await Promise.all([storage(), import('./history-dialog.ts')]);
    this.storage = kept;
    await this.updateComplete;
    await this.querySelector('history-dialog')?.show(opener);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'history-overlay': HistoryOverlay;
  }
}
