/** `<marks-tools>`: over the list of marks: search, filters, order, how many there are, and showing only these. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { meanings, type Desk } from '../desk/desk.ts';
import { isOpen, noFilter, toggled } from '../desk/mark-filter.ts';
import type { MarkList } from '../desk/mark-list.ts';
import { markGroupings, markOrders, type MarkGrouping, type MarkOrder } from '../desk/mark-order.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { chips } from './marks-chips.ts';
import { MarksController } from './marks-controller.ts';
import './marks-filter.ts';
import { counted, groupingNames, orderNames } from './marks-words.ts';

@customElement('marks-tools')
export class MarksTools extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private hasPanel = false;
  readonly #marks = new MarksController(this);

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [meanings(desk), desk.session.only],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const list = this.#marks.list;
    const desk = this.store?.desk;
    if (!list || !desk) return nothing;
    const { all } = list.listing;
    return html`<div class="marks-tools">
        <h2 tabindex="-1">Marks <span class="marks-total">${all.toLocaleString('en')}</span></h2>
        ${all > 0 ? this.#controls(desk, list) : nothing}
      </div>
      ${
        all > 0 && this.hasPanel
          ? html`<marks-filter id="marks-filter" .store=${this.store}></marks-filter>`
          : nothing
      }`;
  }

  #controls(desk: Desk, list: MarkList): TemplateResult {
    return html`<div class="marks-line marks-first">
        <input
          type="search"
          class="marks-search"
          aria-label="Search the marks"
          placeholder="Words, notes, tags"
          autocomplete="off"
          spellcheck="false"
          .value=${list.look.filter.query}
          @input=${this.#onSearch}
          @keydown=${this.#onSearchKey}
        />
        ${this.#filterButton(list)}
      </div>
      <div class="marks-line">${this.#selects(list)}</div>
      ${chips(desk, list, (facet, value) => list.show({ filter: toggled(list.look.filter, facet, value) }))}
      ${this.#found(list)}`;
  }

  #filterButton(list: MarkList): TemplateResult {
    const { wanted, section, from, to } = list.look.filter;
    const sets = Object.values(wanted).reduce((sum, values) => sum + values.size, 0);
    const number = sets + [section, from ?? to].filter((part) => part !== null).length;
    return html`<button
      type="button"
      class="plain-button marks-filter-button"
      aria-expanded=${this.hasPanel}
      aria-controls=${this.hasPanel ? 'marks-filter' : nothing}
      @click=${this.#onPanel}
    >
      Filter${
        number > 0
          ? html` <span class="marks-badge">${number}<span class="visually-hidden"> in force</span></span>`
          : nothing
      }
    </button>`;
  }

  #selects({ look }: MarkList): TemplateResult {
    return html`<select
        class="marks-select"
        aria-label="Headings"
        @change=${(event: Event) => this.#show({ grouping: (event.target as HTMLSelectElement).value as MarkGrouping })}
      >
        ${markGroupings.map(
          (key) =>
            html`<option value=${key} ?selected=${key === look.grouping}>${groupingNames[key]}</option>`,
        )}
      </select>
      <select
        class="marks-select"
        aria-label="Order"
        @change=${(event: Event) => this.#show({ order: (event.target as HTMLSelectElement).value as MarkOrder })}
      >
        ${markOrders.map(
          (key) => html`<option value=${key} ?selected=${key === look.order}>${orderNames[key]}</option>`,
        )}
      </select>`;
  }

  #show(patch: Parameters<MarkList['show']>[0]): void {
    this.#marks.list?.show(patch);
  }

  /** How many are left, and what one can do with them. */
  #found(list: MarkList): TemplateResult {
    const { marks, all } = list.listing;
    const isSifted = !isOpen(list.look.filter);
    return html`<div class="marks-line marks-found">
      <p class="marks-count" role="status">
        ${isSifted ? `${marks.length.toLocaleString('en')} of ${all.toLocaleString('en')}` : counted(all)}
      </p>
      ${
        isSifted
          ? html`<button type="button" class="link-button" @click=${() => list.show({ filter: noFilter })}>
              Clear
            </button>`
          : nothing
      }
      <span class="marks-toggles">
        ${
          isSifted || list.isOnly
            ? html`<button
                type="button"
                class="plain-button"
                aria-pressed=${list.isOnly}
                title="Show only these in the text, the margin and the map"
                @click=${() => list.showOnly(!list.isOnly)}
              >
                Only these
              </button>`
            : nothing
        }
        <button
          type="button"
          class="plain-button"
          aria-pressed=${list.isChoosing}
          title="Choose several by pressing them"
          @click=${() => list.setChoosing(!list.isChoosing)}
        >
          Select
        </button>
      </span>
    </div>`;
  }

  readonly #onPanel = (): void => {
    this.hasPanel = !this.hasPanel;
    const frame = this.closest('marks-view');
    if (this.hasPanel && frame) frame.scrollTop = 0;
  };

  readonly #onSearch = (event: Event): void => {
    const { list } = this.#marks;
    const query = (event.target as HTMLInputElement).value.slice(0, 500);
    list?.show({ filter: { ...list.look.filter, query } });
  };

  readonly #onSearchKey = (event: KeyboardEvent): void => {
    const { list } = this.#marks;
    if (event.key !== 'Escape' || !list) return;
    event.preventDefault();
    if (list.look.filter.query) list.show({ filter: { ...list.look.filter, query: '' } });
    else list.showOnly(false);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'marks-tools': MarksTools;
  }
}
