/** `<review-overlays>`: what floats over the text while passages are given places: the strip, and the light on what is proposed. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ChoosePlaceRequest } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import '../margin/attach-strip.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import { lightPreview } from '../reader/preview-light.ts';
import { WhileConnected } from '../ui/while-connected.ts';

@customElement('review-overlays')
export class ReviewOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) pane: PaperPane | null = null;

  /** What was pressed to choose a place. */
  #asker: HTMLElement | null = null;
  #wasChoosing = false;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ session, layers, placings }) => [session.preview, session.preview && [layers, placings]],
      () => this.#light(),
    );
    new StoreController(
      this,
      () => this.store,
      ({ session }) => [session.attaching],
    );
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  #listen(signal: AbortSignal): void {
    const attach = (): void => this.querySelector('attach-strip')?.attach();
    const desk = this.closest('desk-screen');
    desk?.addEventListener('attach-request', attach, { signal });
    desk?.addEventListener('choose-place-request', (event) => void this.#onChoose(event), { signal });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.store ? html`<attach-strip .store=${this.store}></attach-strip>` : nothing;
  }

  /** The caret goes near the place, in the text. */
  async #onChoose({ target, offset }: ChoosePlaceRequest): Promise<void> {
    const button = document.activeElement;
    this.#asker = target instanceof HTMLElement && target.contains(button) ? (button as HTMLElement) : null;
    this.store?.reveal({ kind: 'offset', id: String(offset), offset }, 'margin');
    await this.closest('desk-screen')?.updateComplete;
    this.pane?.focusAt(offset);
    this.pane?.bringToView(offset);
  }

  /** Where the strip had the focus and is gone, it goes back to where the place was asked for, else to the text. */
  protected override updated(): void {
    void this.querySelector('attach-strip')?.updateComplete.then(() => {
      const isOver = this.store?.desk.session.attaching === null;
      if (!isOver || !this.#wasChoosing) this.#wasChoosing = !isOver;
      else {
        this.#wasChoosing = false;
        if (document.activeElement === document.body) this.#giveBack();
      }
    });
  }

  #giveBack(): void {
    if (this.#asker?.isConnected && this.#asker.checkVisibility()) this.#asker.focus();
    else this.pane?.view?.focus();
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
