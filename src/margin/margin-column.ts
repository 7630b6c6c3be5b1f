/** `<margin-column>`: the cards of claims and marks, each beside its passage, none over another. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { layerOf, type Desk, type Range } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { AnnotationCard } from './annotation-card.ts';
import { ClaimCard } from './claim-card.ts';
import { showWhole, uncover } from './keep-clear.ts';
import { litIds, type Item } from './margin-items.ts';
import { closeColumn, moreCards, moveTo } from './margin-more.ts';
import { stack } from './stack.ts';
import { StandingCards } from './standing-cards.ts';

const gap = 8;

/**
 * Stands in the same scrolled frame as the text. Cards that have no passage come first. Of very many only those
 * around what one reads stand, and they follow the reading; buttons at both ends lead on to the others.
 *
 * @fires relate-request - From a claim card.
 * @fires announce - From a card.
 */
@customElement('margin-column')
export class MarginColumn extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Distance in px from the column's top to the line of an offset (code points). */
  @property({ attribute: false }) locate: ((offset: number) => number) | null = null;
  /** What of the text is in sight, in code points; null where none is. */
  @property({ attribute: false }) seen: (() => Range | null) | null = null;
  /** True where cards simply follow each other: on narrow screens, in a pane of their own. */
  @property({ type: Boolean, reflect: true }) flow = false;

  readonly #standing = new StandingCards(this);
  #sizes: ResizeObserver | null = null;
  #lit: readonly (ClaimCard | AnnotationCard)[] = [];

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, placings, session }) => [
        layers,
        placings,
        session.focus,
        session.reveal,
        session.editing,
        session.without,
        session.withoutStep,
      ],
    );
    new StoreController(
      this,
      () => this.store,
      (desk) => [desk.session.hover],
      () => this.#light(),
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
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    if (!desk) return nothing;
    const items = this.#standing.choose(desk);
    const { all, stretch } = this.#standing;
    return html`<h2 class="visually-hidden" id="margin-title">Margin: claims and marks</h2>
      ${
        items.length === 0
          ? html`<p class="margin-empty">Nothing in the margin yet. Select a passage to mark it.</p>`
          : nothing
      }
      ${moreCards(stretch.from, 'earlier', () => void this.#goTo(stretch.from - 1, true))}
      ${repeat(
        items,
        (item) => item.id,
        (item) => this.#card(desk, item),
      )}
      ${moreCards(all.length - stretch.to, 'later', () => void this.#goTo(stretch.to, true))}`;
  }

  /** Brings a card into view, and the keyboard to it where it is asked for. */
  async #goTo(index: number, focus = false): Promise<void> {
    const item = this.#standing.all[index];
    if (!item) return;
    this.#standing.aimAt(index);
    await this.updateComplete;
    await Promise.all(this.#cards().map((card) => card.updateComplete));
    this.arrange();
    const card = this.querySelector(`#${CSS.escape(`card-${item.id}`)}`);
    card?.scrollIntoView({ block: focus ? 'center' : 'start', behavior: 'instant' });
    if (focus) card?.querySelector<HTMLElement>('.card-toggle')?.focus({ preventScroll: true });
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
      .orphan=${item.start === null}
      @pointerenter=${over}
      @pointerleave=${out}
    ></annotation-card>`;
  }

  protected override willUpdate(): void {
    const { reveal } = this.store?.desk.session ?? {};
    const isNew = this.flow && reveal && reveal !== this.#shown && reveal.by !== 'margin';
    if (isNew) this.#standing.aimAt(this.#standing.all.findIndex((item) => item.id === reveal.target.id));
    this.#focusAt = this.#cards().findIndex((card) => card.contains(document.activeElement));
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#light();
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

  /** Lights the card of what is hovered; by hand, since a hundred cards need not be rendered again for one. */
  #light(): void {
    for (const card of this.#lit) card.lit = false;
    this.#lit = (this.store ? litIds(this.store.desk) : []).flatMap((id) => {
      const card = this.querySelector(`#${CSS.escape(`card-${id}`)}`)?.parentElement;
      return card instanceof ClaimCard || card instanceof AnnotationCard ? [card] : [];
    });
    for (const card of this.#lit) card.lit = true;
  }

  /** The card that held the focus before the last rendering; -1 where none did. */
  #focusAt = -1;
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
    if (!this.flow) return;
    const index = this.#standing.all.findIndex((one) => (one.start ?? -1) >= offset);
    void this.#goTo(index);
  }

  #clear(): void {
    for (const element of this.querySelectorAll<HTMLElement>(':scope > *')) element.style.transform = '';
    this.style.minHeight = '';
  }

  /** Puts every card beside its passage. Called when the text, a card or the selection has changed its size. */
  arrange(): void {
    const { items } = this.#standing;
    const cards = this.#cards();
    if (!this.locate || this.flow || this.offsetParent === null || cards.length !== items.length) return;
    const boxes = cards.map((card, at) => ({ wish: this.#wish(items[at]), height: card.offsetHeight }));
    const fixed = items.findIndex((item) => item.id === this.store?.desk.session.focus?.id);
    const tops = stack(boxes, gap, fixed);
    tops.forEach((top, at) => moveTo(cards[at], top));
    closeColumn(this, tops[0] ?? 0, (tops.at(-1) ?? 0) + (boxes.at(-1)?.height ?? 0), gap);
    const frame = this.closest('.reading');
    const card = cards[fixed];
    if (card && frame && performance.now() < this.#keepInView) showWhole(card, frame);
  }

  #wish(item: Item | undefined): number {
    const start = item?.start ?? null;
    return start === null ? 0 : (this.locate?.(start) ?? 0) - 4;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'margin-column': MarginColumn;
  }
}
