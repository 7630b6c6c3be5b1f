/** `<argument-outline>`: the argument as a tree of lines, the equal twin of the drawn map. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { OutlineEditing, type Outline } from './outline-editing.ts';
import { focusOf, type OutlineState } from './outline-item.ts';
import { linesView } from './outline-lines-view.ts';
import './outline-menu.ts';
import type { ActChosen, OutlineMenu } from './outline-menu.ts';
import { emptyOutline, firstClaim, isControl, moreButton } from './outline-parts.ts';
import { fieldKey, OutlineRows } from './outline-rows.ts';
import { OutlineView } from './outline-view.ts';
import { OutlineWindow } from './outline-window.ts';
import { nameOf } from './outline-words.ts';
import type { OutlineItem, PlacedItem } from './outline.ts';
import { mapWatched } from './session-nodes.ts';
import { lineKey, TreeWalker, type Tree, type TreeAct } from './tree-keys.ts';

/**
 * Hover and focus go to the store and come from it; Enter or a press shows the claim in the other faces. What else can
 * be done with a line is on its menu, and most of it has a key.
 *
 * @fires announce - What was done, or why it could not be.
 * @fires relate-request - Another claim is wanted, that this one bears on.
 */
@customElement('argument-outline')
export class ArgumentOutline extends LitElement implements Outline {
  @property({ attribute: false }) store: Store | null = null;
  /** Ids of what was found on the map, to be marked. */
  @property({ attribute: false }) found: ReadonlySet<string> = new Set();
  @state() private active: string | null = null;
  @query('outline-menu') private menu!: OutlineMenu | null;

  readonly view = new OutlineView();
  readonly #editing = new OutlineEditing(this);
  readonly #rows = new OutlineRows();
  readonly #walker = new TreeWalker();
  readonly #window = new OutlineWindow(this);
  #at = 0;
  #hadFocus = false;
  #revealed = 0;

  constructor() {
    super();
    new StoreController(this, () => this.store, mapWatched);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    const desk = this.store?.desk;
    if (!desk) return;
    this.#hadFocus = this.contains(document.activeElement);
    this.view.update(desk);
    this.#editing.restore();
    const { reveal } = desk.session;
    if (reveal && reveal.serial !== this.#revealed) {
      this.#revealed = reveal.serial;
      if (reveal.by !== 'outline' && reveal.target.kind !== 'offset') this.show(reveal.target.id);
    }
    this.#settle();
    this.#rows.update(this.view, this.#editing.writing);
  }

  /** Some line is the active one, as long as there is any; where it goes, its neighbour. */
  #settle(): void {
    const { keys } = this.view;
    const at = this.active === null ? -1 : keys.indexOf(this.active);
    if (at >= 0) this.#at = at;
    else this.active = keys[Math.min(this.#at, keys.length - 1)] ?? null;
  }

  protected override updated(_changed: PropertyValues): void {
    // A line that went away with the focus on it hands it on.
    if (this.#hadFocus && document.activeElement === document.body && this.active !== null)
      this.#element(this.active)?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const desk = this.store?.desk;
    if (!desk || this.#rows.rows.length === 0) return emptyOutline(() => this.#editing.write(firstClaim));
    return html`<div
        class="map-tree"
        role="tree"
        aria-label="Outline of the argument"
        @keydown=${this.#onKey}
        @click=${this.#onClick}
        @contextmenu=${this.#onContextMenu}
        @focusin=${this.#onFocus}
        @pointerover=${this.#onHover}
        @pointerleave=${() => this.store?.hover(null)}
      >
        ${this.#lines(desk)}
      </div>
      <outline-menu
        @act-chosen=${({ act }: ActChosen) => this.act(act.id)}
        @menu-closed=${() => void this.goBack()}
      ></outline-menu>`;
  }

  #lines(desk: Desk): unknown {
    const pieces = this.#window.choose(this.#rows.keys, [fieldKey, this.active]);
    const lines: OutlineState = {
      active: this.active,
      shut: this.view.shut,
      found: this.found,
      above: (key) => this.view.above(key),
      tools: () => moreButton((event) => this.#openMenu(event.currentTarget)),
      ...this.#editing.lineState,
    };
    return linesView(pieces, this.#rows.rows, desk, lines);
  }

  #element(key: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [role=treeitem]`);
  }

  #itemAt(target: EventTarget | null): OutlineItem | null {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
    return this.view.item(row?.dataset['key'] ?? null);
  }

  /** Opens the way to a claim, step or conflict and brings it into view; the focus stays where it is. */
  show(id: string): void {
    const key = this.view.open(id);
    if (key === null) return;
    this.active = key;
    this.#window.bring(key);
  }

  async #move(key: string): Promise<void> {
    this.active = key;
    this.#window.bring(key);
    await this.updateComplete;
    this.#element(key)?.focus({ preventScroll: true });
  }

  async goTo(id: string): Promise<void> {
    // The change that was just made is taken in first.
    await this.updateComplete;
    this.show(id);
    await this.goBack();
  }

  async goBack(): Promise<void> {
    await this.updateComplete;
    if (this.active !== null) await this.#move(this.active);
    else this.querySelector<HTMLElement>('button')?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const item = this.#itemAt(event.target);
    // In a field, or on the button of a line, keys are theirs.
    if (!item || !(event.target instanceof Element) || !event.target.matches('[role=treeitem]')) return;
    if (!this.#actOn(item, event) && !this.#walk(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Does what a key does to a line; false where it does nothing to it. */
  #actOn(item: OutlineItem, event: KeyboardEvent): boolean {
    const key = lineKey(event, this.#walker.isInWord(event, this.#tree));
    if (key === 'Shift+F10') this.#openMenu(event.target);
    else if (event.key === 'Escape') return this.#editing.uncut();
    else return key !== null && this.#editing.doKey(key, item);
    return true;
  }

  #walk(event: KeyboardEvent): boolean {
    const act = this.#walker.actFor(event, this.#tree);
    if (act) this.#do(act);
    return act !== null;
  }

  get #tree(): Tree {
    const nameOfLine = ({ item }: PlacedItem): string => (this.store ? nameOf(item, this.store.desk) : '');
    return { items: this.view.placed, active: this.active, shut: this.view.shut, nameOf: nameOfLine };
  }

  #do(act: TreeAct): void {
    if (act.do === 'move') void this.#move(act.to);
    else if (act.do === 'act') this.#act(act.key);
    else {
      this.view.turn(act.keys, act.do === 'open');
      this.requestUpdate();
    }
  }

  /** Shows a claim or step in the other faces; a line that only points elsewhere leads there. */
  #act(key: string): void {
    const item = this.view.item(key);
    if (item?.kind === 'again') {
      void this.goTo(item.id);
    }
    const focus = focusOf(item);
    if (focus) this.store?.reveal(focus, 'outline');
    else this.#turn(key);
  }

  readonly #turn = (key: string): void =>
    this.#do({ do: this.view.shut.has(key) ? 'open' : 'shut', keys: [key] });

  /** Opens the menu of the line that something belongs to. */
  #openMenu(from: EventTarget | null): void {
    const item = this.#itemAt(from);
    if (!item || !(from instanceof Element) || !this.menu) return;
    this.active = item.key;
    this.#editing.showMenu(this.menu, item, from);
  }

  /** Does an act with the line that one is at, by the act's id; nothing where there is none such. */
  act(id: string): void {
    const item = this.view.item(this.active);
    if (item) this.#editing.doNamed(id, item);
  }

  readonly #onContextMenu = (event: MouseEvent): void => {
    if (isControl(event.target)) return;
    event.preventDefault();
    this.#openMenu(event.target);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const item = this.#itemAt(event.target);
    if (!item || !(event.target instanceof Element) || isControl(event.target)) return;
    if (event.target.closest('.map-twisty')) this.#turn(item.key);
    else if (event.detail === 2) this.#editing.doKey('F2', item);
    else this.#act(item.key);
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const item = this.#itemAt(event.target);
    if (!item) return;
    this.active = item.key;
    const focus = focusOf(item);
    if (focus && this.store?.desk.session.focus?.id !== focus.id) this.store?.setSession({ focus });
  };

  readonly #onHover = ({ target }: PointerEvent): void => this.store?.hover(focusOf(this.#itemAt(target)));
}

declare global {
  interface HTMLElementTagNameMap {
    'argument-outline': ArgumentOutline;
  }
}
