/** `<sources-view>`: the authorities of the paper, what each carries, and what would fall without it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { ledgerOf, nameOfAuthority } from '../desk/backing.ts';
import { argument, type Desk } from '../desk/desk.ts';
import { toggleWithout } from '../desk/standing.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { nobody, type Row } from '../model/authorities.ts';
import { walkStops } from './source-keys.ts';
import { orderRows, passes, sourceOrders, type SourceOrder } from './source-order.ts';
import { sourceRow, type RowActs } from './source-row.ts';
import { sourceSections, type SectionActs } from './source-sections.ts';
import './source-supply.ts';
import { sliceSize, type Slices } from './source-slices.ts';
import { count } from './source-words.ts';
import './without-panel.ts';
import { standingWatched } from '../desk/weighed.ts';

/**
 * A list of disclosures, not a tree: what an open row holds are links and buttons, which a tree may not. The arrow
 * keys walk over all of them all the same.
 *
 * @fires note-request - A note of an authority was followed.
 * @fires work-request - A work is to be attached to an authority, or edited.
 * @fires source-request - The name of another authority was followed.
 */
@customElement('sources-view')
export class SourcesView extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private filter = '';
  @state() private order: SourceOrder = 'share';
  @state() private open: ReadonlySet<string> = new Set();
  @state() private sections: ReadonlySet<string> = new Set();
  @state() private limits: ReadonlyMap<string, number> = new Map();

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, placings, session }) => [layers, placings, ...standingWatched(session)],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#light(null);
  }

  /** Opens an authority and moves the focus there; false where there is none of this id. */
  async show(authority: string): Promise<boolean> {
    const desk = this.store?.desk;
    if (!desk || !ledgerOf(desk).rows.some((row) => row.authority === authority)) return false;
    this.filter = '';
    this.open = new Set([...this.open, authority]);
    await this.updateComplete;
    const head = this.querySelector<HTMLElement>(`#${CSS.escape(`source-${encodeURIComponent(authority)}`)}`);
    head?.scrollIntoView({ block: 'start' });
    head?.focus({ preventScroll: true });
    return true;
  }

  protected override render(): TemplateResult {
    const desk = this.store?.desk;
    if (!desk) return html`<p class="sources-small" role="status">Opening …</p>`;
    const { rows } = ledgerOf(desk);
    return html`<div class="sources" role="group" aria-labelledby="sources-title" @keydown=${this.#onKey}>
      <h2 id="sources-title" tabindex="-1">Sources</h2>
      ${this.#summary(desk)} ${rows.length > 0 ? this.#tools(desk, rows) : nothing}
      <without-panel .store=${this.store}></without-panel>
      ${rows.length > 0 ? this.#list(desk, rows) : nothing}
      ${argument(desk).claims.size > 0 ? sourceSections(desk, this.#sectionActs) : nothing}
      ${rows.length > 0 ? howCounted : nothing}
    </div>`;
  }

  #summary(desk: Desk): TemplateResult {
    const { rows, named, noted } = ledgerOf(desk);
    const { notes } = desk.paper;
    const claims = argument(desk).claims.size;
    if (notes.length === 0) {
      return html`<p class="sources-small">
        This paper has no notes.
        ${claims > 0 ? 'Its claims stand on its own words.' : 'Nobody has made a claim of it yet.'}
      </p>`;
    }
    const names = rows.filter((row) => row.authority !== nobody).length;
    return html`<p class="sources-small">
      ${count(names, 'name')} for ${named} of ${count(notes.length, 'note')}.
      ${claims === 0 ? 'Nobody has made a claim yet: there is nothing that the sources could carry.' : `${noted} of ${count(claims, 'claim')} rest on notes.`}
    </p>`;
  }

  #tools(desk: Desk, rows: readonly Row[]): TemplateResult {
    return html`<div class="sources-tools">
      <input
        type="search"
        class="sources-filter"
        aria-label="Filter the sources"
        placeholder="Filter names, notes, claims"
        .value=${this.filter}
        @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)}
      />
      <label class="sources-order"
        >By
        <select
          @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as SourceOrder)}
        >
          ${sourceOrders.map(
            ({ key, words }) => html`<option value=${key} ?selected=${key === this.order}>${words}</option>`,
          )}
        </select></label
      >
      <p class="visually-hidden" role="status">
        ${this.filter ? `${count(this.#filtered(desk, rows).length, 'source')} found.` : ''}
      </p>
    </div>`;
  }

  #filtered(desk: Desk, rows: readonly Row[]): readonly Row[] {
    const ordered = orderRows(rows, this.order, (id) => nameOfAuthority(desk, id));
    if (!this.filter.trim()) return ordered;
    const { claims } = argument(desk);
    const labels = new Map(desk.paper.notes.map((note) => [note.id, `n. ${note.label}`]));
    return ordered.filter((row) =>
      passes(this.filter, [
        nameOfAuthority(desk, row.authority),
        ...row.notes.map((note) => labels.get(note) ?? ''),
        ...row.claims.map((id) => claims.get(id)?.wording ?? ''),
      ]),
    );
  }

  #list(desk: Desk, rows: readonly Row[]): TemplateResult {
    const found = this.#filtered(desk, rows);
    if (found.length === 0) {
      return html`<p class="sources-small">No source has “${this.filter}” in its name, notes or claims.</p>`;
    }
    return html`<ul class="sources-list" role="list">
      ${repeat(
        found,
        (row) => row.authority,
        (row) => html`<li>${sourceRow(desk, row, this.open.has(row.authority), this.#rowActs)}</li>`,
      )}
    </ul>`;
  }

  readonly #slices: Slices = {
    shown: (key) => this.limits.get(key) ?? sliceSize,
    more: (key) => (this.limits = new Map([...this.limits, [key, this.#slices.shown(key) + sliceSize]])),
  };

  readonly #go = (claim: string): void => this.store?.reveal({ kind: 'claim', id: claim }, 'margin');

  readonly #light = (authority: string | null): void =>
    this.store?.hover(authority === null ? null : { kind: 'source', id: authority });

  readonly #rowActs: RowActs = {
    slices: this.#slices,
    toggle: (authority) => (this.open = toggled(this.open, authority)),
    without: (authority) => {
      if (this.store) this.store.setSession(toggleWithout(this.store.desk, authority));
    },
    light: this.#light,
    go: this.#go,
    supply: (authority) =>
      html`<source-supply
        .store=${this.store}
        .desk=${this.store?.desk ?? null}
        .authority=${authority}
      ></source-supply>`,
  };

  readonly #sectionActs: SectionActs = {
    slices: this.#slices,
    isOpen: (key) => this.sections.has(key),
    toggled: (key, isOpen) => {
      if (this.sections.has(key) !== isOpen) this.sections = toggled(this.sections, key);
    },
    go: this.#go,
    passes: (claim) => passes(this.filter, [claim.wording]),
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (walkStops(event, this)) event.preventDefault();
  };
}

const toggled = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
};

const howCounted = html`<details class="sources-section">
  <summary><h3>How it is counted</h3></summary>
  <p class="sources-small">
    A note is an authority’s where the text names it for that note, or, where the text names nobody, where a
    reader supplied the work. An authority carries a claim that has one of its notes; a claim with notes of
    two counts for both. The share is the part of all claims with notes. A claim falls when it was carried, by
    a note or by a step of the argument, and nothing carries it any more; a step breaks with its first
    premise.
  </p>
</details>`;

declare global {
  interface HTMLElementTagNameMap {
    'sources-view': SourcesView;
  }
}
