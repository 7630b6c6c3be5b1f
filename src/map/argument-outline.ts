/** `<argument-outline>`: the argument as a tree of lines, the equal twin of the drawn map. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { focusOf, lineView, type OutlineState } from './outline-item.ts';
import { OutlineView } from './outline-view.ts';
import { OutlineWindow, type Piece } from './outline-window.ts';
import { nameOf } from './outline-words.ts';
import type { OutlineItem, PlacedItem } from './outline.ts';
import { mapWatched } from './session-nodes.ts';
import { treeAct, TypeAhead, type TreeAct } from './tree-keys.ts';

/** Hover and focus go to the store and come from it; Enter or a press shows the claim in the other faces. */
@customElement('argument-outline')
export class ArgumentOutline extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private active: string | null = null;

  readonly #typeAhead = new TypeAhead();
  readonly #view = new OutlineView();
  readonly #window = new OutlineWindow(this);
  /** Where the active line stood last: should it go, its neighbour takes its place. */
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
    this.#view.update(desk);
    const { reveal } = desk.session;
    if (reveal && reveal.serial !== this.#revealed) {
      this.#revealed = reveal.serial;
      if (reveal.by !== 'outline' && reveal.target.kind !== 'offset') this.#open(reveal.target.id);
    }
    this.#settle();
  }

  /** Some line is the active one, as long as there is any. */
  #settle(): void {
    const { keys } = this.#view;
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
    const { placed, keys } = this.#view;
    if (!desk || placed.length === 0) return html`<p class="map-outline-empty">The outline is empty.</p>`;
    const lines: OutlineState = {
      active: this.active,
      shut: this.#view.shut,
      above: (key) => this.#view.above(key),
      tools: () => nothing,
      writing: () => null,
    };
    return html`<div
      class="map-tree"
      role="tree"
      aria-label="Outline of the argument"
      @keydown=${this.#onKey}
      @click=${this.#onClick}
      @focusin=${this.#onFocus}
      @pointerover=${this.#onHover}
      @pointerleave=${() => this.store?.hover(null)}
    >
      ${repeat(
        this.#window.choose(keys, this.active).flatMap((piece) => standing(piece, placed)),
        (one) => ('isGap' in one ? `gap ${one.from}` : one.placed.item.key),
        (one) => ('isGap' in one ? gapView(one) : lineView(one.placed, one.at, desk, lines)),
      )}
    </div>`;
  }

  #element(key: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [role=treeitem]`);
  }

  #itemAt(target: EventTarget | null): OutlineItem | null {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
    return this.#view.item(row?.dataset['key'] ?? null);
  }

  /** Opens the way to a claim, step or conflict and brings it into view; the focus stays where it is. */
  #open(id: string): void {
    const key = this.#view.open(id);
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

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#actFor(event);
    if (!act) return;
    this.#do(act);
    event.preventDefault();
    event.stopPropagation();
  };

  #actFor(event: KeyboardEvent): TreeAct | null {
    const desk = this.store?.desk;
    const tree = {
      items: this.#view.placed,
      active: this.#itemAt(event.target)?.key ?? null,
      shut: this.#view.shut,
    };
    const isWord = event.key === ' ' && this.#typeAhead.isTyping(event.timeStamp);
    const act = isWord ? null : treeAct(event.key, tree);
    if (act || !desk || event.key.length !== 1) return act;
    const to = this.#typeAhead.find(event.key, event.timeStamp, tree, ({ item }) => nameOf(item, desk));
    return to === null ? null : { do: 'move', to };
  }

  #do(act: TreeAct): void {
    if (act.do === 'move') void this.#move(act.to);
    else if (act.do === 'act') this.#act(act.key);
    else {
      const shut = new Set(this.#view.shut);
      for (const key of act.keys) {
        if (act.do === 'open') shut.delete(key);
        else shut.add(key);
      }
      this.#view.shut = shut;
      this.requestUpdate();
    }
  }

  /** Shows a claim or step in the other faces; a line that only points elsewhere leads there. */
  #act(key: string): void {
    const item = this.#view.item(key);
    if (!item) return;
    if (item.kind === 'again') {
      this.#open(item.id);
      if (this.active !== null) void this.#move(this.active);
    }
    const focus = focusOf(item);
    if (focus) this.store?.reveal(focus, 'outline');
    else this.#turn(key);
  }

  #turn(key: string): void {
    this.#do({ do: this.#view.shut.has(key) ? 'open' : 'shut', keys: [key] });
  }

  readonly #onClick = (event: MouseEvent): void => {
    const item = this.#itemAt(event.target);
    if (!item) return;
    if (event.target instanceof Element && event.target.closest('.map-twisty')) this.#turn(item.key);
    else this.#act(item.key);
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const item = this.#itemAt(event.target);
    if (!item) return;
    this.active = item.key;
    const focus = focusOf(item);
    if (focus && this.store?.desk.session.focus?.id !== focus.id) this.store?.setSession({ focus });
  };

  readonly #onHover = (event: PointerEvent): void => {
    const item = this.#itemAt(event.target);
    this.store?.hover(item ? focusOf(item) : null);
  };
}

/** The lines of a piece with their indexes, or the piece itself where it is a gap. */
const standing = (
  piece: Piece,
  placed: readonly PlacedItem[],
): readonly (Piece | { readonly placed: PlacedItem; readonly at: number })[] =>
  piece.isGap
    ? [piece]
    : placed.slice(piece.from, piece.to).map((one, at) => ({ placed: one, at: piece.from + at }));

const gapView = ({ from, to }: Piece): TemplateResult =>
  html`<div class="map-gap" role="none" data-from=${from} data-to=${to}></div>`;

declare global {
  interface HTMLElementTagNameMap {
    'argument-outline': ArgumentOutline;
  }
}
