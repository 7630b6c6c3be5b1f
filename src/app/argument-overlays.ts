/** `<argument-overlays>`: what floats over a desk where claims are related: the dialog that asks with what, and that of the order of showing. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Picking } from '../desk/pick-requests.ts';
import type { Store } from '../desk/store.ts';
import { WhileConnected } from '../ui/while-connected.ts';

/** Acts on the requests about the argument that reach the desk. */
@customElement('argument-overlays')
export class ArgumentOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

  constructor() {
    super();
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    const desk = this.closest<HTMLElement>('desk-screen') ?? this.parentElement;
    desk?.addEventListener('pick-request', ({ picking }) => void this.#pick(picking), { signal });
    desk?.addEventListener(
      'relate-request',
      ({ claim, relation }) => void this.#pick({ kind: 'relate', from: claim, relation }),
      { signal },
    );
    desk?.addEventListener('order-request', () => void this.#order(), { signal });
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.store
      ? html`<claim-picker .store=${this.store}></claim-picker
          ><order-dialog .store=${this.store}></order-dialog>`
      : nothing;
  }

  /** The dialog comes when it is first asked for. */
  async #order(): Promise<void> {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    await import('./order-dialog.ts');
    await this.querySelector('order-dialog')?.open(opener);
  }

  /** The dialog comes when it is first asked for. */
  async #pick(picking: Picking): Promise<void> {
    await import('../margin/claim-picker.ts');
    await this.querySelector('claim-picker')?.ask(picking);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'argument-overlays': ArgumentOverlays;
  }
}
