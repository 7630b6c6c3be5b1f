/** `<argument-outline>`: the argument as a tree of lines, the equal twin of the drawn map. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { argument, type Focus } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { lineView, nameOf } from './outline-item.ts';
import { buildOutline, placeItems, wayTo, type OutlineItem, type PlacedItem } from './outline.ts';
import { mapWatched } from './session-nodes.ts';
import { treeAct, TypeAhead, type TreeAct } from './tree-keys.ts';

/** Hover and focus go to the store and come from it; Enter or a press shows the claim in the other faces. */
@customElement('argument-outline')
export class ArgumentOutline extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Keys of the items that are shut; everything else is open. */
  @state() private shut: ReadonlySet<string> = new Set();
  @state() private active: string | null = null;

  readonly #typeAhead = new TypeAhead();
  #built: { from: unknown; items: readonly OutlineItem[] } = { from: null, items: [] };
  #revealed = 0;
  #scrollTo: string | null = null;

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
    const graph = argument(desk);
    if (this.#built.from !== graph) this.#built = { from: graph, items: buildOutline(graph) };
    const { reveal } = desk.session;
    if (!reveal || reveal.serial === this.#revealed) return;
    this.#revealed = reveal.serial;
    if (reveal.by !== 'outline' && reveal.target.kind !== 'offset') this.#open(reveal.target.id);
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#scrollTo === null) return;
    this.#element(this.#scrollTo)?.scrollIntoView({ block: 'nearest' });
    this.#scrollTo = null;
  }

  override render(): TemplateResult {
    const desk = this.store?.desk;
    const items = this.#placed();
    const active = items.some(({ item }) => item.key === this.active) ? this.active : items[0]?.item.key;
    if (!desk || items.length === 0) return html`<p class="map-outline-empty">The outline is empty.</p>`;
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
        items,
        ({ item }) => item.key,
        (placed) => lineView(placed, desk, { active: active ?? null, shut: this.shut }),
      )}
    </div>`;
  }

  #placed(): PlacedItem[] {
    return placeItems(this.#built.items, (key) => !this.shut.has(key));
  }

  #element(key: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [role=treeitem]`);
  }

  #itemAt(target: EventTarget | null): OutlineItem | null {
    const key =
      target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined;
    return this.#placed().find(({ item }) => item.key === key)?.item ?? null;
  }

  /** Opens the way to a claim and brings it into view; the focus stays where it is. */
  #open(id: string): void {
    const way = wayTo(this.#built.items, id);
    const key = way.at(-1);
    if (key === undefined) return;
    this.shut = new Set([...this.shut].filter((one) => !way.includes(one) || one === key));
    this.active = key;
    this.#scrollTo = key;
  }

  async #move(key: string): Promise<void> {
    this.active = key;
    await this.updateComplete;
    this.#element(key)?.focus();
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
    const tree = { items: this.#placed(), active: this.#itemAt(event.target)?.key ?? null, shut: this.shut };
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
      const shut = new Set(this.shut);
      for (const key of act.keys) {
        if (act.do === 'open') shut.delete(key);
        else shut.add(key);
      }
      this.shut = shut;
    }
  }

  /** Shows a claim or step in the other faces; a line that only points elsewhere leads there. */
  #act(key: string): void {
    const item = this.#placed().find((one) => one.item.key === key)?.item;
    if (!item) return;
    if (item.kind === 'again') {
      this.#open(item.id);
      if (this.active !== null) void this.#move(this.active);
    }
    const focus = focusOf(item);
    if (focus) this.store?.reveal(focus, 'outline');
    else this.#do({ do: this.shut.has(key) ? 'open' : 'shut', keys: [key] });
  }

  readonly #onClick = (event: MouseEvent): void => {
    const item = this.#itemAt(event.target);
    if (!item) return;
    if (event.target instanceof Element && event.target.closest('.map-twisty')) {
      this.#do({ do: this.shut.has(item.key) ? 'open' : 'shut', keys: [item.key] });
    } else this.#act(item.key);
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

const focusOf = (item: OutlineItem): Focus | null => {
  if (item.kind === 'branch') return null;
  return { kind: item.kind === 'step' ? 'inference' : 'claim', id: item.id };
};

declare global {
  interface HTMLElementTagNameMap {
    'argument-outline': ArgumentOutline;
  }
}
