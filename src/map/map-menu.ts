/** `<map-menu>`: the further tools of the map, in a menu: those of the row that find no room there, and what one rarely changes. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { MapActionRequest } from './map-events.ts';
import { mapIcon } from './map-icons.ts';
import type { MapAction } from './map-keys.ts';
import { menuKey } from '../ui/menu-keys.ts';

/** An item. `below`: it stands in the menu only where the row is narrower than this (styles/map-tools.css). */
export interface MapMenuItem {
  readonly action: MapAction;
  readonly words: string;
  readonly isOff: boolean;
  /** For a switch: whether it is on; null for what is none. */
  readonly isChecked: boolean | null;
  readonly below?: 'wide' | 'half' | 'middle' | 'narrow';
}

/** @fires map-action-request - an item was chosen */
@customElement('map-menu')
export class MapMenu extends LitElement {
  @property({ attribute: false }) items: readonly MapMenuItem[] = [];
  @state() private isOpen = false;
  /** Which item takes the focus when the menu opens; the last where it is negative. */
  #first = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="map-tool"
        tabindex="-1"
        aria-label="More map tools"
        title="More map tools"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        @click=${() => (this.isOpen ? this.#close() : this.#open(0))}
        @keydown=${this.#onButtonKey}
      >
        ${mapIcon('menu')}
      </button>
      ${this.isOpen ? this.#menu() : nothing}`;
  }

  #menu(): TemplateResult {
    return html`<div
      class="map-menu"
      role="menu"
      aria-label="More map tools"
      @keydown=${this.#onMenuKey}
      @focusout=${this.#onFocusOut}
    >
      ${this.items.map((item) => this.#item(item))}
    </div>`;
  }

  #item({ action, words, isOff, isChecked, below }: MapMenuItem): TemplateResult {
    return html`<button
      type="button"
      role=${isChecked === null ? 'menuitem' : 'menuitemcheckbox'}
      tabindex="-1"
      data-below=${ifDefined(below)}
      aria-disabled=${isOff ? 'true' : 'false'}
      aria-checked=${ifDefined(isChecked === null ? undefined : isChecked ? 'true' : 'false')}
      @click=${() => this.#ask(action, isOff)}
    >
      ${words}
    </button>`;
  }

  protected override updated(): void {
    const menu = this.querySelector('.map-menu');
    if (menu && !menu.contains(document.activeElement)) this.#shown.at(this.#first)?.focus();
  }

  get #shown(): HTMLElement[] {
    const items = [...this.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
    return items.filter((item) => item.getClientRects().length > 0);
  }

  #open(first: number): void {
    this.#first = first;
    this.isOpen = true;
  }

  /** Closes the menu; the focus goes back to its button. */
  #close(): void {
    this.isOpen = false;
    this.querySelector<HTMLElement>('button')?.focus();
  }

  #ask(action: MapAction, isOff: boolean): void {
    if (isOff) return;
    this.#close();
    this.dispatchEvent(new MapActionRequest(action));
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.#open(event.key === 'ArrowDown' ? 0 : -1);
  };

  /** Arrow keys walk the menu, Escape goes back to the button, Tab leaves. */
  readonly #onMenuKey = (event: KeyboardEvent): void => menuKey(event, this.#shown, () => this.#close());

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.contains(to)) this.isOpen = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'map-menu': MapMenu;
  }
}
