/** `<layer-list>`: the notebooks of others that are open: shown or hidden, one alone, renamed, closed. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk, Layer } from '../desk/desk.ts';
import { allShown, openedIn } from '../desk/layers.ts';
import type { CloseLayerRequest } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { fold } from '../text/fold.ts';
import { layerRow, type LayerRow } from './layer-row.ts';
import { layerOrders, orderLayers, type LayerOrder } from './layer-order.ts';

/** From so many on one can filter and sort. */
const many = 6;

/** @fires close-layer-request - A layer is to be closed. */
@customElement('layer-list')
export class LayerList extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private filter = '';
  @state() private order: LayerOrder = 'opened';
  /** The layer whose particulars show; null where none do. */
  @state() private open: string | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers }) => [layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    const all = openedIn(desk?.layers ?? []);
    if (!desk || all.length === 0) return nothing;
    const found = orderLayers(
      all.filter((layer) => fold(`${layer.name} ${layer.sign}`).includes(fold(this.filter.trim()))),
      this.order,
    );
    return html`<section
      class="layers"
      aria-labelledby="layers-title"
      @keydown=${this.#onKey}
      @close-layer-request=${this.#onClose}
    >
      <div class="layers-head">
        <h3 id="layers-title">Notebooks <span class="source-counts">${all.length}</span></h3>
        ${this.#switches(all)}
      </div>
      ${all.length >= many ? this.#tools(found.length) : nothing}
      <ul class="layers-list" role="list">
        ${repeat(
          found,
          (layer) => layer.id,
          (layer) => html`<li>${layerRow(this.#row(desk, layer, all))}</li>`,
        )}
      </ul>
      ${found.length === 0 ? html`<p class="sources-small">No notebook is called “${this.filter}”.</p>` : nothing}
    </section>`;
  }

  #switches(all: readonly Layer[]): TemplateResult {
    const shown = all.filter((layer) => layer.visible).length;
    return html`<div class="layers-switches" role="group" aria-label="All notebooks">
      <button
        type="button"
        class="plain-button"
        ?disabled=${shown === all.length}
        @click=${() => this.#showAll(true)}
      >
        All on
      </button>
      <button
        type="button"
        class="plain-button"
        ?disabled=${shown === 0}
        @click=${() => this.#showAll(false)}
      >
        All off
      </button>
    </div>`;
  }

  #tools(found: number): TemplateResult {
    return html`<div class="sources-tools">
      <input
        type="search"
        class="sources-filter"
        aria-label="Filter the notebooks"
        placeholder="Filter names"
        .value=${this.filter}
        @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
      />
      <label class="sources-order"
        >By
        <select
          @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as LayerOrder)}
        >
          ${layerOrders.map(
            ({ key, words }) => html`<option value=${key} ?selected=${key === this.order}>${words}</option>`,
          )}
        </select></label
      >
      <p class="visually-hidden" role="status">
        ${this.filter ? `${found} ${found === 1 ? 'notebook' : 'notebooks'} found.` : ''}
      </p>
    </div>`;
  }

  #row(desk: Desk, layer: Layer, all: readonly Layer[]): LayerRow {
    const isOnly = layer.visible && all.every((one) => one.visible === (one === layer));
    return {
      desk,
      layer,
      isOnly,
      isOpen: this.open === layer.id,
      show: (visible) => this.store?.setLayerVisible(layer.id, visible),
      only: () => this.#only(isOnly ? null : layer.id),
      toggle: () => (this.open = this.open === layer.id ? null : layer.id),
      rename: (name) => this.#rename(layer, name),
    };
  }

  #showAll(visible: boolean): void {
    this.store?.changeLayers((below) => allShown(below, visible));
  }

  /** Shows one alone; all where it is null. */
  #only(id: string | null): void {
    this.store?.changeLayers((below) => allShown(below, true, id));
  }

  #rename(layer: Layer, typed: string): void {
    const name = [...typed.trim()].slice(0, 200).join('') || (layer.opened?.name ?? layer.name);
    this.store?.changeLayers((below) =>
      below.map((one) => (one.id === layer.id && one.name !== name ? { ...one, name } : one)),
    );
  }

  /** The focus goes to the row that stands in the place of the one that is closed, else to the list's title. */
  readonly #onClose = (event: CloseLayerRequest): void => {
    const rows = [...this.querySelectorAll<HTMLElement>('.layer-row')];
    const at = rows.findIndex((row) => row.dataset['layer'] === event.layer);
    const next = (rows[at + 1] ?? rows[at - 1])?.querySelector<HTMLElement>('[data-control="show"]');
    const title = this.closest('class-view')?.querySelector<HTMLElement>('#class-title');
    (next ?? title)?.focus();
  };

  /** Up and down walk from row to row, on the same control. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = event.target instanceof HTMLElement ? event.target : null;
    const control = at?.dataset['control'];
    if (step === undefined || !control || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...this.querySelectorAll<HTMLElement>(`[data-control="${control}"]`)];
    event.preventDefault();
    all[Math.min(all.length - 1, Math.max(0, all.indexOf(at) + step))]?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'layer-list': LayerList;
  }
}
