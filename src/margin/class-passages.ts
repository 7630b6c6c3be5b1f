/** `<class-passages>`: passage by passage who marked it, with what, and what they wrote; a click shows it in the text. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { commonPassages, type Common } from '../desk/class.ts';
import type { Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { sayingOf } from './class-words.ts';
import { commonRow } from './common-row.ts';

type Order = 'text' | 'people';
type Filter = 'all' | 'differ' | 'missing';

/** So many passages stand at first, and so many more at each press. */
const portion = 40;

/** Shows passages that at least one person marked. Hidden notebooks do not count. */
@customElement('class-passages')
export class ClassPassages extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private order: Order = 'text';
  @state() private filter: Filter = 'all';
  @state() private shown = portion;
  /** Starts of the passages whose people show. */
  @state() private open: ReadonlySet<number> = new Set();

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
    if (!desk) return nothing;
    const all = commonPassages(desk, sayingOf);
    const found = this.#sorted(all.filter((one) => this.#passes(one)));
    const rest = found.length - this.shown;
    return html`<section class="common" aria-labelledby="common-title">
      <h3 id="common-title">Passages <span class="source-counts">${all.length}</span></h3>
      ${all.length > 0 ? this.#tools(found.length) : nothing}
      ${found.length === 0 ? html`<p class="sources-small">${this.#empty(all.length)}</p>` : nothing}
      <ol class="common-list" role="list" @keydown=${this.#onKey}>
        ${repeat(
          found.slice(0, this.shown),
          (one) => one.start,
          (one) => html`<li class="common-row">${this.#row(desk, one)}</li>`,
        )}
      </ol>
      ${
        rest > 0
          ? html`<button
              type="button"
              class="plain-button sources-more"
              @click=${() => (this.shown += portion)}
            >
              ${Math.min(rest, portion)} more of ${rest}
            </button>`
          : nothing
      }
    </section>`;
  }

  #tools(found: number): TemplateResult {
    const select = (
      words: string,
      value: string,
      options: readonly (readonly [string, string])[],
      set: (value: string) => void,
    ): TemplateResult =>
      html`<label class="sources-order"
        >${words}
        <select @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
          ${options.map(([key, name]) => html`<option value=${key} ?selected=${key === value}>${name}</option>`)}
        </select></label
      >`;
    const filters = [
      ['all', 'all'],
      ['differ', 'where they differ'],
      ['missing', 'that I did not mark'],
    ] as const;
    const orders = [
      ['text', 'order of the text'],
      ['people', 'number of people'],
    ] as const;
    return html`<div class="sources-tools">
      ${select('Show', this.filter, filters, (value) => (this.filter = value as Filter))}
      ${select('By', this.order, orders, (value) => (this.order = value as Order))}
      <p class="visually-hidden" role="status">${found} ${found === 1 ? 'passage' : 'passages'}</p>
    </div>`;
  }

  #empty(count: number): string {
    if (count === 0) return 'No passage is marked in the notebooks that show.';
    return this.filter === 'differ'
      ? 'Wherever several people marked a passage, they call it the same.'
      : 'You have marked every passage that they did.';
  }

  #passes({ differs, hasOwn }: Common): boolean {
    return this.filter === 'all' || (this.filter === 'differ' ? differs : !hasOwn);
  }

  #sorted(all: readonly Common[]): readonly Common[] {
    return this.order === 'text'
      ? all
      : [...all].sort((one, other) => other.people.length - one.people.length || one.start - other.start);
  }

  #row(desk: Desk, passage: Common): TemplateResult {
    const { start } = passage;
    return commonRow({
      desk,
      passage,
      isOpen: this.open.has(start),
      go: () => this.#go(passage),
      toggle: () => this.#toggle(start),
      show: ({ record }) => this.store?.reveal({ kind: record.kind, id: record.id }, 'margin'),
    });
  }

  #go({ start }: Common): void {
    this.store?.reveal({ kind: 'offset', id: String(start), offset: start }, 'margin');
  }

  #toggle(start: number): void {
    const next = new Set(this.open);
    if (!next.delete(start)) next.add(start);
    this.open = next;
  }

  /** Up and down walk from passage to passage. */
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
    'class-passages': ClassPassages;
  }
}
