/** `<pop-menu>`: a menu at a point of the screen, for whatever is there; what cannot be done now says why. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { menuKey } from './menu-keys.ts';

/** One thing to be done. */
export interface MenuEntry {
  readonly words: string;
  /** Why it cannot be done now, in a sentence; null where it can. */
  readonly why: string | null;
  /** The key that does the same, as it is shown; absent where none does. */
  readonly key?: string;
  /** True for what takes something away. */
  readonly isGrave?: boolean;
  run(): void;
}

/** Entries that belong together; a title is shown above them. */
export interface MenuGroup {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

/** A point of the screen, as events have it. */
export interface ScreenPoint {
  readonly clientX: number;
  readonly clientY: number;
}

/** Room (px) between the menu and the rim of the window. */
const rim = 8;

/**
 * Opened by `open`; the focus goes back to where it came from, before the chosen thing is done. Renders into the light
 * DOM, styled by styles/pop-menu.css.
 *
 * @fires menu-closed - the menu is gone, whether something was chosen or not
 */
@customElement('pop-menu')
export class PopMenu extends LitElement {
  @state() private name = '';
  @state() private groups: readonly MenuGroup[] = [];
  @state() private isOpen = false;
  #at: ScreenPoint = { clientX: 0, clientY: 0 };
  #back: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the menu; `back` gets the focus when it closes. Resolves when it shows. */
  async open(
    name: string,
    groups: readonly MenuGroup[],
    at: ScreenPoint,
    back: HTMLElement | null,
  ): Promise<void> {
    this.name = name;
    this.groups = groups.filter(({ entries }) => entries.length > 0);
    this.#at = at;
    this.#back = back;
    this.isOpen = true;
    await this.updateComplete;
    const menu = this.querySelector<HTMLElement>('[role="menu"]');
    if (!menu?.isConnected) return;
    if (!menu.matches(':popover-open')) menu.showPopover();
    this.#place(menu);
    const items = this.#items;
    (items.find((item) => item.ariaDisabled !== 'true') ?? items[0])?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<div
      class="pop-menu"
      role="menu"
      popover="manual"
      aria-label=${this.name}
      @keydown=${this.#onKey}
      @focusout=${this.#onFocusOut}
      @contextmenu=${(event: Event) => event.preventDefault()}
    >
      ${this.groups.map(
        (group, at) => html`${at > 0 ? html`<div role="separator"></div>` : nothing} ${this.#group(group)}`,
      )}
    </div>`;
  }

  #group({ title, entries }: MenuGroup): TemplateResult {
    const items = entries.map((entry) => this.#item(entry));
    return title
      ? html`<div role="group" aria-label=${title}>
          <div class="pop-menu-title" aria-hidden="true">${title}</div>
          ${items}
        </div>`
      : html`${items}`;
  }

  #item(entry: MenuEntry): TemplateResult {
    return html`<button
      type="button"
      role="menuitem"
      tabindex="-1"
      class=${entry.isGrave ? 'grave' : ''}
      aria-disabled=${entry.why === null ? 'false' : 'true'}
      @click=${() => this.#choose(entry)}
    >
      <span class="pop-menu-words">${entry.words}</span>
      ${entry.key && entry.why === null ? html`<kbd aria-hidden="true">${entry.key}</kbd>` : nothing}
      ${entry.why === null ? nothing : html`<small>${entry.why}</small>`}
    </button>`;
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  /** Beside the point, wholly in the window. */
  #place(menu: HTMLElement): void {
    const { offsetWidth: width, offsetHeight: height } = menu;
    const { clientX, clientY } = this.#at;
    const left = clientX + width > innerWidth - rim ? clientX - width : clientX;
    const top = clientY + height > innerHeight - rim ? clientY - height : clientY;
    menu.style.left = `${Math.max(rim, Math.min(left, innerWidth - rim - width))}px`;
    menu.style.top = `${Math.max(rim, Math.min(top, innerHeight - rim - height))}px`;
  }

  /** Closes the menu; the focus goes back where `isLeft` is false. */
  #close(isLeft = false): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    if (!isLeft) this.#back?.focus({ preventScroll: true });
    this.dispatchEvent(new Event('menu-closed'));
  }

  #choose(entry: MenuEntry): void {
    if (entry.why !== null) return;
    this.#close();
    entry.run();
  }

  /** Arrow keys walk the menu, letters jump, Escape and Tab leave. */
  readonly #onKey = (event: KeyboardEvent): void => menuKey(event, this.#items, () => this.#close());

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.contains(to)) this.#close(true);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'pop-menu': PopMenu;
  }
}
