/** `<margin-column>`: the cards of claims and marks, each beside its passage, none over another. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk, Range } from '../desk/desk.ts';
import { shown } from '../desk/only.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { rootOf } from '../desk/threads.ts';
import { arrangeRows } from './margin-arrange.ts';
import { showWhole, uncover } from './keep-clear.ts';
import { cardOf, isMarginCard, marginCard, runLine, type MarginCard } from './margin-card.ts';
import { MarginFolding } from './margin-folding.ts';
import { litIds, type Item } from './margin-items.ts';
import { emptyColumn, marginWatched, moreCards } from './margin-more.ts';
import { rowsOf, samePlaces, type Row } from './margin-rows.ts';
import './paper-notes.ts';
import { StandingCards } from './standing-cards.ts';

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
  #lit: readonly MarginCard[] = [];

  constructor() {
    super();
    new StoreController(this, () => this.store, marginWatched);
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
    this.#rows = rowsOf(items, samePlaces(shown(desk)), this.#folding.state(this.#open));
    return html`<h2 class="visually-hidden" id="margin-title">Margin: claims and marks</h2>
      <paper-notes .store=${this.store}></paper-notes>
      ${items.length === 0 ? emptyColumn(desk) : nothing}
      ${moreCards(stretch.from, 'earlier', () => void this.#goTo(stretch.from - 1, true))}
      ${repeat(
        this.#rows,
        (row) => `${row.kind} ${row.item.id}`,
        (row) => this.#row(desk, row),
      )}
      ${moreCards(all.length - stretch.to, 'later', () => void this.#goTo(stretch.to, true))}`;
  }

  /** Id of the open card: of the focused record, or of the mark that it answers. Null where none is. */
  get #open(): string | null {
    const { desk } = this.store ?? {};
    return desk?.session.focus ? rootOf(desk, desk.session.focus.id) : null;
  }

  #row(desk: Desk, row: Row): TemplateResult | typeof nothing {
    if (row.kind === 'card') return marginCard(desk, this.store, row, this.#open);
    return runLine(row, () => {
      this.#folding.toggle(row.id);
      this.requestUpdate();
    });
  }

  /** Brings a card into view, and the keyboard to it where it is asked for. */
  async #goTo(index: number, focus = false): Promise<void> {
    const item = this.#standing.all[index];
    if (!item) return;
    this.#standing.aimAt(index);
    await this.updateComplete;
    await Promise.all(this.#cards().map((card) => card.updateComplete));
    this.arrange();
    const card = this.#cardOf(item.id);
    card?.scrollIntoView({ block: focus ? 'center' : 'start', behavior: 'instant' });
    if (focus) card?.querySelector<HTMLElement>('.card-toggle')?.focus({ preventScroll: true });
  }

  protected override willUpdate(): void {
    const { reveal } = this.store?.desk.session ?? {};
    const isNew = this.flow && reveal && reveal !== this.#shown && reveal.by !== 'margin';
    if (isNew) this.#standing.aimAt(this.#standing.all.findIndex((item) => item.id === this.#open));
    this.#focusAt = this.#cards().findIndex((card) => card.contains(document.activeElement));
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#light();
    if (changed.has('flow')) this.#clear();
    for (const part of this.querySelectorAll(':scope > :not(button)')) this.#sizes?.observe(part);
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
    const isAway = this.flow && (reveal.by !== 'margin' || editing !== null);
    if (isAway) this.#cardOf(reveal.target.id)?.scrollIntoView({ block: 'center' });
  }

  /** Lights the card of what is hovered; by hand, since a hundred cards need not be rendered again for one. */
  #light(): void {
    for (const card of this.#lit) card.lit = false;
    this.#lit = (this.store ? litIds(this.store.desk) : []).flatMap((id) => {
      const card = this.#cardOf(id)?.parentElement;
      return isMarginCard(card) ? [card] : [];
    });
    for (const card of this.#lit) card.lit = true;
  }

  /** The card that held the focus before the last rendering; -1 where none did. */
  #focusAt = -1;
  #shown: unknown = null;
  /** Until when the card in focus is kept in view, as its parts arrive. */
  #keepInView = 0;

  /** What stands, row by row, as it was rendered last. */
  #rows: readonly Row[] = [];
  readonly #folding = new MarginFolding();

  #cards(): MarginCard[] {
    return [...this.children].filter(isMarginCard);
  }

  #cardOf(id: string): HTMLElement | null {
    return this.store ? cardOf(this, this.store.desk, id) : null;
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
    const { desk } = this.store ?? {};
    if (!desk || !this.locate || this.offsetParent === null) return;
    if (this.flow) {
      if (this.#folding.clear()) this.requestUpdate();
      return;
    }
    const { items } = this.#standing;
    const wishes = new Map(items.map((item) => [item.id, this.#wish(item)]));
    const card = arrangeRows(this, { rows: this.#rows, open: this.#open, wishes }, this.#folding);
    if (card === undefined) return;
    const frame = this.closest('.reading');
    if (card && frame && performance.now() < this.#keepInView) showWhole(card, frame);
    if (this.#folding.decide(desk, items, samePlaces(shown(desk)), wishes)) this.requestUpdate();
  }

  #wish({ start }: Item): number {
    return start === null ? 0 : (this.locate?.(start) ?? 0) - 4;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'margin-column': MarginColumn;
  }
}
