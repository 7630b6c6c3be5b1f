/** `<chosen-bar>`: what can be done with the claims that are chosen on the map; or for what one is being chosen. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { Announce } from '../desk/requests.ts';
import type { MenuEntry } from '../ui/pop-menu.ts';

/**
 * @fires announce - why something cannot be done
 * @fires choosing-left - the reader is done with choosing
 */
@customElement('chosen-bar')
export class ChosenBar extends LitElement {
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) acts: readonly MenuEntry[] = [];
  /** What a claim is being chosen for, in a sentence; null where none is. */
  @property({ attribute: false }) aim: string | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.aim !== null) return html`<p class="chosen-bar chosen-aim">${this.aim}</p>`;
    if (this.count === 0) return nothing;
    return html`<div
      class="chosen-bar"
      role="toolbar"
      aria-label="What is chosen on the map"
      @keydown=${this.#onKey}
    >
      <span class="chosen-count">${this.count} chosen</span>
      ${this.acts.map((act, at) => this.#button(act, at === 0))}
      <button
        type="button"
        class="icon-button"
        tabindex="-1"
        aria-label="Choose nothing"
        title="Choose nothing (Esc)"
        @click=${this.#leave}
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>`;
  }

  #button(act: MenuEntry, isFirst: boolean): TemplateResult {
    return html`<button
      type="button"
      class="bar-button ${act.isGrave ? 'grave' : ''}"
      tabindex=${isFirst ? 0 : -1}
      aria-disabled=${act.why === null ? 'false' : 'true'}
      title=${ifDefined(act.why ?? undefined)}
      @click=${() => this.#do(act)}
    >
      ${act.words}
    </button>`;
  }

  #do(act: MenuEntry): void {
    if (act.why === null) act.run();
    else this.dispatchEvent(new Announce(act.why));
  }

  readonly #leave = (): void => void this.dispatchEvent(new Event('choosing-left'));

  /** One stop for Tab, arrows inside, Escape leaves. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: 0, End: buttons.length - 1 }[event.key];
    const to = step ? (at + step + buttons.length) % buttons.length : edge;
    if (event.key === 'Escape') this.#leave();
    else if (to === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) return;
    buttons.forEach((button, index) => (button.tabIndex = index === to ? 0 : -1));
    buttons[to]?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'chosen-bar': ChosenBar;
  }
}
