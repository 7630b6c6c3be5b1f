/** `<marks-view>`: all marks and claims as a list one can search, sift, order and choose from, and act on at once. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { meanings, type Desk, type Focus } from '../desk/desk.ts';
import { foldAll, noFilter } from '../desk/mark-filter.ts';
import type { Listing, MarkList, MarkListLook } from '../desk/mark-list.ts';
import type { Mark } from '../desk/marks.ts';
import { FollowRequest } from '../desk/mark-requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { inSlices } from '../ui/slices.ts';
import { deleteMarks } from './marks-acts.ts';
import './marks-bulk.ts';
import { MarksController } from './marks-controller.ts';
import { listKey, type KeyAct } from './marks-keys.ts';
import { emptyList, marksGroup } from './marks-lines.ts';
import { keepLook, recallLook } from './marks-memory.ts';
import { rowId } from './marks-row.ts';
import './marks-tools.ts';
import { MarksWindow } from './marks-window.ts';

const focusOf = ({ id, record }: Mark): Focus => ({ kind: record.kind, id });

/**
 * Its own scrolled frame, in it a listbox: the focus stays on the list and names the line one is at, so that lines may
 * come and go as one scrolls; letters that one types there do nothing.
 *
 * @fires follow-request - A line was followed: the focus goes to the mark's passage.
 * @fires announce - Marks were deleted, with an offer to undo it.
 */
@customElement('marks-view')
export class MarksView extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

  readonly #marks = new MarksController(this);
  readonly #window = new MarksWindow(this);
  #sizes: ResizeObserver | null = null;
  #abort: AbortController | null = null;
  #joined: MarkList | null = null;
  #kept: MarkListLook | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [desk.session.focus, desk.session.only, meanings(desk)],
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
    this.#sizes = new ResizeObserver(() => requestAnimationFrame(() => this.requestUpdate()));
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
    this.#abort?.abort();
    this.#joined = null;
    this.store?.hover(null);
  }

  /** The list as it is shown; null until the desk is open. */
  get listing(): Listing | null {
    return this.#marks.list?.listing ?? null;
  }

  get hasHeads(): boolean {
    return this.#marks.list?.look.grouping !== 'none';
  }

  /** Moves the focus to the line that one was at, or to the search where there is none. */
  async focusList(): Promise<void> {
    await this.updateComplete;
    const list = this.#marks.list;
    if (list && list.at >= 0) this.#window.bring(list.at);
    await this.updateComplete;
    const stops = ['.marks-list', '.marks-search', 'h2'].map((one) => this.querySelector<HTMLElement>(one));
    stops.find((stop) => stop !== null)?.focus({ preventScroll: true });
  }

  protected override willUpdate(): void {
    const { list } = this.#marks;
    if (!list || list === this.#joined) return;
    const isFirst = this.#kept === null && list.look.filter === noFilter;
    this.#joined = list;
    if (isFirst && this.store) list.show(recallLook(this.store.desk.paper.id));
    this.#kept = list.look;
    if (list.at > 0) this.#window.bring(list.at);
    this.#abort?.abort();
    this.#abort = new AbortController();
    // The first letter that is typed finds everything folded.
    void inSlices(foldAll(list.listing.marks), this.#abort.signal);
  }

  protected override render(): TemplateResult {
    const list = this.#marks.list;
    const desk = this.store?.desk;
    if (!list || !desk) return html`<p class="marks-hint" role="status">Opening …</p>`;
    const { listing } = list;
    return html`<marks-tools .store=${this.store} @keydown=${this.#onToolKey}></marks-tools>
      ${listing.rows.length > 0 ? this.#list(desk, list, listing) : emptyList(list)}
      <marks-bulk class="marks-foot" .store=${this.store}></marks-bulk>`;
  }

  #list(desk: Desk, list: MarkList, listing: Listing): TemplateResult {
    const isShown = this.clientHeight > 0;
    const stretches = isShown ? this.#window.choose(listing) : [];
    const { at } = list;
    const stands = stretches.some(({ from, to }) => at >= from && at < to);
    const current = stands ? listing.rows[at] : null;
    return html`<div
      class="marks-list"
      role="listbox"
      aria-label="Marks"
      aria-multiselectable="true"
      aria-activedescendant=${current ? rowId(current.key) : nothing}
      tabindex="0"
      @keydown=${this.#onKey}
      @click=${this.#onClick}
      @pointerover=${this.#onOver}
      @pointerleave=${() => this.store?.hover(null)}
      @focus=${() => this.#lightCurrent()}
      @blur=${() => this.store?.hover(null)}
    >
      <div class="marks-space" role="presentation"></div>
      ${repeat(
        stretches,
        ({ group }) => listing.groups[group]?.key,
        (stretch) => marksGroup(desk, list, stretch),
      )}
      <div class="marks-space" role="presentation"></div>
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const list = this.#marks.list;
    if (list && this.store && list.look !== this.#kept) {
      this.#kept = list.look;
      keepLook(this.store.desk.paper.id, list.look);
    }
    this.#light();
  }

  /** Lights the lines of what is pointed at anywhere, and draws none anew. */
  #light(): void {
    const id = this.store?.desk.session.hover?.id;
    for (const row of this.querySelectorAll<HTMLElement>('.mark-row'))
      row.classList.toggle('lit', row.dataset['mark'] === id);
  }

  #lightCurrent(): void {
    const mark = this.#current;
    if (mark) this.store?.hover(focusOf(mark));
  }

  get #current(): Mark | null {
    const list = this.#marks.list;
    return list?.listing.rows[list.at]?.mark ?? null;
  }

  readonly #onOver = (event: Event): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.mark-row') : null;
    const mark = row && this.listing?.rows[Number(row.dataset['index'])]?.mark;
    this.store?.hover(mark ? focusOf(mark) : null);
  };

  /** A click shows the mark and chooses it alone; on its box, or with a key held, it is chosen with others. */
  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>('.mark-row');
    const list = this.#marks.list;
    if (!target || !row || !list) return;
    const index = Number(row.dataset['index']);
    const isMore = event.ctrlKey || event.metaKey || target.closest('.mark-check') !== null;
    if (event.shiftKey) list.extendTo(index);
    else if (isMore || list.isChoosing) list.toggle(index);
    else this.#choose(list, index);
  };

  #choose(list: MarkList, index: number): void {
    const mark = list.listing.rows[index]?.mark;
    if (!mark) return;
    list.goTo(index);
    list.select([mark.id]);
    this.store?.reveal(focusOf(mark), 'margin');
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const list = this.#marks.list;
    const act = list ? listKey(event, list) : false;
    if (!list || act === false) return;
    event.preventDefault();
    if (act === true) {
      this.#window.bring(list.at);
      this.#lightCurrent();
    } else this.#do(act, list);
  };

  #do(act: KeyAct, list: MarkList): void {
    const mark = this.#current;
    if (!mark) return;
    if (act === 'go') this.dispatchEvent(new FollowRequest(focusOf(mark)));
    else if (act === 'leave') list.showOnly(false);
    else if (this.store) void deleteMarks(this, this.store, list.selected.size > 0 ? list.chosen : [mark]);
  }

  /** From the search down into the list. */
  readonly #onToolKey = (event: KeyboardEvent): void => {
    const isSearch = event.target instanceof Element && event.target.matches('.marks-search');
    if (!isSearch || event.key !== 'ArrowDown') return;
    event.preventDefault();
    void this.focusList();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'marks-view': MarksView;
  }
}
