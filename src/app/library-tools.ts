/** `<library-tools>`: above the list of papers: the field that searches them all, the order, and the tags to choose by. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LibraryView } from './library-memory.ts';
import { librarySorts, type LibrarySort } from './library-order.ts';

/** One looks at the library in another way. */
export class LibraryViewChange extends Event {
  readonly view: LibraryView;

  constructor(view: LibraryView) {
    super('library-view-changed', { bubbles: true });
    this.view = view;
  }
}

/** @fires library-view-changed - What was typed or chosen. */
@customElement('library-tools')
export class LibraryTools extends LitElement {
  @property({ attribute: false }) view: LibraryView | null = null;
  /** Tags in use, the most used first. */
  @property({ attribute: false }) tags: readonly { readonly tag: string; readonly count: number }[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.view) return nothing;
    const { query, sort } = this.view;
    return html`<search class="library-tools">
        <label class="field library-search">
          <span>Search papers, notes and your own writing</span>
          <input
            type="search"
            name="query"
            autocomplete="off"
            spellcheck="false"
            maxlength="1000"
            .value=${query}
            @input=${(event: Event) => this.#change({ query: (event.target as HTMLInputElement).value })}
            @keydown=${this.#onKey}
          />
        </label>
        <label class="field library-sort">
          <span>Order</span>
          <select
            name="sort"
            .value=${sort}
            @change=${(event: Event) =>
              this.#change({ sort: (event.target as HTMLSelectElement).value as LibrarySort })}
          >
            ${Object.entries(librarySorts).map(
              ([name, words]) => html`<option value=${name} ?selected=${name === sort}>${words}</option>`,
            )}
          </select>
        </label>
      </search>
      ${this.tags.length > 0 ? this.#tags(this.view.tag) : nothing}`;
  }

  #tags(chosen: string | null): TemplateResult {
    return html`<div class="library-tags" role="group" aria-label="Only papers with the tag">
      ${this.tags.map(
        ({ tag, count }) =>
          html`<button
            type="button"
            class="library-tag"
            aria-pressed=${tag === chosen ? 'true' : 'false'}
            @click=${() => this.#change({ tag: tag === chosen ? null : tag })}
          >
            ${tag} <small>${count}</small>
          </button>`,
      )}
    </div>`;
  }

  /** Escape empties the field, as the cross in it does. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.view?.query) return;
    event.preventDefault();
    this.#change({ query: '' });
  };

  #change(patch: Partial<LibraryView>): void {
    if (this.view) this.dispatchEvent(new LibraryViewChange({ ...this.view, ...patch }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-tools': LibraryTools;
  }
  interface HTMLElementEventMap {
    'library-view-changed': LibraryViewChange;
  }
}
