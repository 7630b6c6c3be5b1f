/** `<margin-column>`: the cards of claims and marks, each beside its passage, none over another. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../desk/desk.ts';
import { placed, type Passage } from '../desk/passages.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { layerOf } from '../desk/desk.ts';
import { AnnotationCard } from './annotation-card.ts';
import { ClaimCard } from './claim-card.ts';
import { showWhole, uncover } from './keep-clear.ts';
import { stack } from './stack.ts';

const gap = 8;

/** A card: the first passage of its record, which it stands beside; null for orphans and claims without one. */
interface Item {
  readonly id: string;
  readonly passage: Passage | null;
}

/**
 * Stands in the same scrolled frame as the text. Cards that have no passage come first.
 *
 * @fires relate-request - From a claim card.
 * @fires announce - From a card.
 */
@customElement('margin-column')
export class MarginColumn extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Distance in px from the column's top to the line of an offset (code points). */
  @property({ attribute: false }) locate: ((offset: number) => number) | null = null;
  /** True where cards simply follow each other: on narrow screens, in a pane of their own. */
  @property({ type: Boolean, reflect: true }) flow = false;

  #sizes: ResizeObserver | null = null;
  /** The card that is lit. Set by hand: a hundred cards need not be rendered again for one. */
  #lit: ClaimCard | AnnotationCard | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [desk.layers, desk.session.focus, desk.session.reveal, desk.session.editing],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes = new ResizeObserver(() => this.arrange());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#stop?.();
    this.#followed = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    if (!desk) return nothing;
    const items = itemsOf(desk);
    return html`<h2 class="visually-hidden" id="margin-title">Margin: claims and marks</h2>
      ${
        items.length === 0
          ? html`<p class="margin-empty">Nothing in the margin yet. Select a passage to mark it.</p>`
          : nothing
      }
      ${repeat(
        items,
        (item) => item.id,
        (item) => this.#card(desk, item),
      )}`;
  }

  #card(desk: Desk, item: Item): TemplateResult | typeof nothing {
    const record = layerOf(desk, item.id)?.records.get(item.id);
    const open = desk.session.focus?.id === item.id;
    const over = (): void => {
      if (record?.kind === 'claim' || record?.kind === 'annotation') {
        this.store?.hover({ kind: record.kind, id: record.id });
      }
    };
    const out = (): void => this.store?.hover(null);
    if (record?.kind === 'claim') {
      return html`<claim-card
        .claim=${record}
        .desk=${desk}
        .store=${this.store}
        .open=${open}
        @pointerenter=${over}
        @pointerleave=${out}
      ></claim-card>`;
    }
    if (record?.kind !== 'annotation') return nothing;
    return html`<annotation-card
      .annotation=${record}
      .desk=${desk}
      .store=${this.store}
      .open=${open}
      .orphan=${item.passage === null}
      @pointerenter=${over}
      @pointerleave=${out}
    ></annotation-card>`;
  }

  protected override willUpdate(): void {
    this.#focusAt = this.#cards().findIndex((card) => card.contains(document.activeElement));
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#follow();
    if (changed.has('flow')) this.#clear();
    for (const card of this.#cards()) this.#sizes?.observe(card);
    this.#onReveal();
    // Cards know their height once they have rendered.
    void Promise.all(this.#cards().map((card) => card.updateComplete)).then(() => {
      this.arrange();
      this.#keepFocus();
      this.#uncover();
    });
  }

  /** Where the card that held the focus is closed or gone, the open one takes it, else its neighbour. */
  #keepFocus(): void {
    const at = this.#focusAt;
    if (at < 0 || document.activeElement !== document.body) return;
    const cards = this.#cards();
    const card = cards.find((one) => one.open) ?? cards[Math.min(at, cards.length - 1)];
    card?.querySelector<HTMLElement>('.card-toggle')?.focus({ preventScroll: true });
  }

  /** Without a column of its own the open card floats over the text: not over the very words it is about. */
  #uncover(): void {
    const frame = this.closest('.reading');
    const card = this.#cards().find((one) => one.open);
    if (!card || !frame || getComputedStyle(this).display !== 'contents') return;
    const passage = frame.querySelector('.paper-text mark.lit');
    if (passage) uncover(card, passage, frame);
  }

  #onReveal(): void {
    const { reveal, editing } = this.store?.desk.session ?? {};
    if (!reveal || reveal === this.#shown) return;
    this.#shown = reveal;
    // What was clicked stays under the pointer; only a card to be written in moves the text.
    if (editing) this.#keepInView = performance.now() + 600;
    if (this.flow && reveal.by !== 'margin') this.#scrollTo(reveal.target.id);
  }

  /** Lights the card of what is hovered, from the first rendering on. */
  #follow(): void {
    const { store } = this;
    if (store === this.#followed) return;
    this.#stop?.();
    this.#followed = store;
    this.#stop = store?.subscribe((desk, before) => {
      if (desk.session.hover !== before.session.hover) this.#light(desk.session.hover?.id ?? '');
    });
  }

  #light(id: string): void {
    const card = id ? this.querySelector(`#${CSS.escape(`card-${id}`)}`)?.parentElement : null;
    if (this.#lit) this.#lit.lit = false;
    this.#lit = card instanceof ClaimCard || card instanceof AnnotationCard ? card : null;
    if (this.#lit) this.#lit.lit = true;
  }

  /** The card that held the focus before the last rendering; -1 where none did. */
  #focusAt = -1;
  #followed: Store | null = null;
  #stop: (() => void) | undefined;
  #shown: unknown = null;
  /** Until when the card in focus is kept in view, as its parts arrive. */
  #keepInView = 0;

  #cards(): (ClaimCard | AnnotationCard)[] {
    return [
      ...this.querySelectorAll<ClaimCard | AnnotationCard>(':scope > claim-card, :scope > annotation-card'),
    ];
  }

  #scrollTo(id: string): void {
    this.querySelector(`#${CSS.escape(`card-${id}`)}`)?.scrollIntoView({ block: 'center' });
  }

  /** Brings the first card at or after an offset to the top, where cards simply follow each other. */
  scrollToOffset(offset: number): void {
    const desk = this.store?.desk;
    if (!desk || !this.flow) return;
    const item = itemsOf(desk).find((one) => (one.passage?.start ?? -1) >= offset);
    if (item) this.querySelector(`#${CSS.escape(`card-${item.id}`)}`)?.scrollIntoView({ block: 'start' });
  }

  #clear(): void {
    for (const card of this.#cards()) card.style.transform = '';
    this.style.minHeight = '';
  }

  /** Puts every card beside its passage. Called when the text, a card or the selection has changed its size. */
  arrange(): void {
    const desk = this.store?.desk;
    const { locate } = this;
    if (!desk || !locate || this.flow || this.offsetParent === null) return;
    const items = itemsOf(desk);
    const cards = this.#cards();
    if (cards.length !== items.length) return;
    const boxes = items.map((item, at) => ({
      wish: item.passage ? locate(item.passage.start) - 4 : 0,
      height: (cards[at] as HTMLElement).offsetHeight,
    }));
    const fixed = items.findIndex((item) => item.id === desk.session.focus?.id);
    const tops = stack(boxes, gap, fixed);
    tops.forEach((top, at) => {
      (cards[at] as HTMLElement).style.transform = `translateY(${Math.round(top)}px)`;
    });
    const frame = this.closest('.reading');
    const card = cards[fixed];
    if (card && frame && performance.now() < this.#keepInView) showWhole(card, frame);
    const last = boxes.length - 1;
    this.style.minHeight =
      last >= 0 ? `${(tops[last] as number) + (boxes[last] as { height: number }).height}px` : '';
  }
}

/** One item a record: beside its first passage, in the order of the text. */
function itemsOf(desk: Desk): readonly Item[] {
  const { passages, orphans } = placed(desk);
  const seen = new Set<string>();
  const items: Item[] = orphans.map((id) => ({ id, passage: null }));
  for (const passage of passages) {
    if (seen.has(passage.id)) continue;
    seen.add(passage.id);
    items.push({ id: passage.id, passage });
  }
  return items;
}

declare global {
  interface HTMLElementTagNameMap {
    'margin-column': MarginColumn;
  }
}
