/** `<toast-line>`: says what happened, aloud and on screen for a while; with an offer to undo where there is one. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';

/** Long enough to read and to reach by key; hovering or focusing it stops the clock. */
const shownFor = 6000;

interface Toast {
  readonly words: string;
  readonly offer: (() => void) | null;
}

@customElement('toast-line')
export class ToastLine extends LitElement {
  @state() private toast: Toast | null = null;
  #timer = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Shows `words`; `offer` is what Undo does. */
  say(words: string, offer: (() => void) | null = null): void {
    this.toast = { words, offer };
    this.#start();
  }

  protected override render(): TemplateResult {
    const { toast } = this;
    return html`<div class="toast-frame">
      <div role="status" class=${toast ? 'toast-words' : 'visually-hidden'}>${toast?.words ?? ''}</div>
      ${
        toast?.offer
          ? html`<button
              type="button"
              class="plain-button"
              @click=${this.#take}
              @focus=${() => clearTimeout(this.#timer)}
              @blur=${() => this.#start()}
              @pointerenter=${() => clearTimeout(this.#timer)}
              @pointerleave=${() => this.#start()}
            >
              Undo
            </button>`
          : nothing
      }
    </div>`;
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.toast = null), shownFor);
  }

  readonly #take = (): void => {
    this.toast?.offer?.();
    this.toast = null;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'toast-line': ToastLine;
  }
}
