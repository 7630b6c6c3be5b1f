/** `<outline-menu>`: all that can be done with a line of the outline, with the reason where something cannot be done now. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { LineAct } from './outline-act.ts';
import { menuKey } from '../ui/menu-keys.ts';

/** Where the menu is to open: beside a box on the screen, in px of the window. */
export type MenuPlace = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Something was chosen from the menu. */
export class ActChosen extends Event {
  readonly act: LineAct;

  constructor(act: LineAct) {
    super('act-chosen');
    this.act = act;
  }
}

const edge = 8;

const showKey = (key: string): string =>
  /Mac|iP(?:hone|ad|od)/u.test(navigator.platform)
    ? key.replaceAll('Ctrl+', '⌘').replaceAll('Shift+', '⇧').replaceAll('Alt+', '⌥')
    : key;

const roles = { item: 'menuitem', check: 'menuitemcheckbox', radio: 'menuitemradio' } as const;

/**
 * In the top layer, so that no frame cuts it off. Arrows walk it, letters jump, Escape and Tab close it. What cannot be
 * done can be reached as well, and says why.
 *
 * @fires act-chosen - What was chosen; the menu is closed by then.
 * @fires menu-closed - It closed without that: the focus belongs back where it came from.
 */
@customElement('outline-menu')
export class OutlineMenu extends LitElement {
  @state() private groups: readonly (readonly LineAct[])[] = [];
  @state() private heading = '';
  @state() private place: MenuPlace | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens it for the line of this name with what can be done there, and the focus on its first item. */
  async show(place: MenuPlace, heading: string, groups: readonly (readonly LineAct[])[]): Promise<void> {
    this.heading = heading;
    this.groups = groups;
    this.place = place;
    await this.updateComplete;
    const menu = this.#menu;
    if (!menu) return;
    menu.showPopover();
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = place.bottom + height <= innerHeight - edge;
    const top = below ? place.bottom : Math.max(edge, place.top - height);
    menu.style.left = `${Math.max(edge, Math.min(place.right - width, innerWidth - width - edge))}px`;
    menu.style.top = `${Math.max(edge, Math.min(top, innerHeight - height - edge))}px`;
    this.#items[0]?.focus({ preventScroll: true });
  }

  get isOpen(): boolean {
    return this.place !== null;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.place) return nothing;
    return html`<div
      class="outline-menu"
      role="menu"
      popover="manual"
      aria-label="What to do with “${this.heading}”"
      @keydown=${this.#onKey}
      @focusout=${this.#onFocusOut}
    >
      ${this.groups.map(
        (group, at) =>
          html`${at > 0 ? html`<div role="separator"></div>` : nothing}${group.map((act, place) => this.#item(act, group[place - 1] ?? null))}`,
      )}
    </div>`;
  }

  #item(act: LineAct, before: LineAct | null): TemplateResult {
    const { whyNot } = act;
    // What was said just above is seen once, and still said to whoever does not see it.
    const isSaid = before?.whyNot === whyNot;
    const role = roles[act.kind ?? 'item'];
    return html`<button
      type="button"
      role=${role}
      aria-checked=${ifDefined(act.kind ? (act.isOn ? 'true' : 'false') : undefined)}
      aria-disabled=${whyNot === null ? 'false' : 'true'}
      tabindex="-1"
      data-act=${act.id}
      @click=${() => this.#choose(act)}
    >
      <span class="outline-act">${act.words}</span>
      ${act.key ? html`<kbd>${showKey(act.key)}</kbd>` : nothing}
      ${whyNot === null ? nothing : html`<span class="outline-why ${isSaid ? 'visually-hidden' : ''}">${whyNot}</span>`}
    </button>`;
  }

  get #menu(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[role=menu]');
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  }

  #choose(act: LineAct): void {
    if (act.whyNot !== null) return;
    this.place = null;
    this.dispatchEvent(new ActChosen(act));
  }

  #close(): void {
    this.place = null;
    this.dispatchEvent(new Event('menu-closed'));
  }

  readonly #onKey = (event: KeyboardEvent): void => menuKey(event, this.#items, () => this.#close());

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (this.place && !(to instanceof Node && this.contains(to))) this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'outline-menu': OutlineMenu;
  }
  interface HTMLElementEventMap {
    'act-chosen': ActChosen;
  }
}
