/** `<split-handle>`: a separator between two panes that one drags, or moves with the arrow keys. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** The split was moved; `share` is the new share of the pane after the handle, `final` when it rests. */
export class SplitMoved extends Event {
  readonly share: number;
  readonly final: boolean;

  constructor(share: number, final: boolean) {
    super('split-moved', { bubbles: true });
    this.share = share;
    this.final = final;
  }
}

const least = 0.2;
const most = 0.75;

/** @fires split-moved - While it is dragged, and once when it rests. */
@customElement('split-handle')
export class SplitHandle extends LitElement {
  /** Share of the width of the pane after the handle. */
  @property({ type: Number }) share = 0.4;
  @property() label = 'Width of the map';
  /** Selector of the ancestor whose width is shared; the parent where none is named. */
  @property() within = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div
      class="split-grip"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.label}
      aria-valuemin=${least * 100}
      aria-valuemax=${most * 100}
      aria-valuenow=${Math.round(this.share * 100)}
      aria-valuetext="${Math.round(this.share * 100)} per cent"
      @pointerdown=${this.#onDown}
      @keydown=${this.#onKey}
      @dblclick=${() => this.#move(0.4, true)}
    ></div>`;
  }

  #move(share: number, final: boolean): void {
    this.share = Math.min(most, Math.max(least, share));
    this.dispatchEvent(new SplitMoved(this.share, final));
  }

  readonly #onDown = (event: PointerEvent): void => {
    const shared = this.within ? this.closest(this.within) : this.parentElement;
    const frame = shared?.getBoundingClientRect();
    const grip = event.currentTarget as HTMLElement;
    if (!frame || event.button !== 0) return;
    event.preventDefault();
    grip.focus({ preventScroll: true });
    grip.setPointerCapture(event.pointerId);
    const at = (move: PointerEvent): number => (frame.right - move.clientX) / frame.width;
    const onMove = (move: PointerEvent): void => this.#move(at(move), false);
    const onEnd = (): void => {
      grip.removeEventListener('pointermove', onMove);
      this.#move(this.share, true);
    };
    grip.addEventListener('pointermove', onMove);
    grip.addEventListener('lostpointercapture', onEnd, { once: true });
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 0.1 : 0.02;
    const wished = {
      ArrowLeft: this.share + step,
      ArrowRight: this.share - step,
      Home: most,
      End: least,
    }[event.key];
    if (wished === undefined) return;
    event.preventDefault();
    this.#move(wished, true);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'split-handle': SplitHandle;
  }
  interface HTMLElementEventMap {
    'split-moved': SplitMoved;
  }
}
