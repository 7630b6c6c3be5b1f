/** `<find-bar>`: the field above the text in which one types what to find; says how many hits there are, and walks them. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { finderOf, type FindChange, type Finder, type Hit } from '../desk/finder.ts';
import { findScopes, type FindScope } from '../desk/find-scopes.ts';
import type { Store } from '../desk/store.ts';
import { longestQuery } from '../text/find.ts';
import { close, down, list, up } from './find-icons.ts';
import { countWords, pasteFlat, placeOfHit, scopeWords } from './find-words.ts';
import { HitLight } from './hit-light.ts';
import './hit-rail.ts';
import type { PaperPane } from './paper-pane.ts';
import { scrollerOf } from './scroll.ts';

/** Longest selection that becomes the query, in characters: a page is to be read, not to be looked for. */
const longestSelection = 200;

/** So long after a key the text moves to the hit, in ms: one types on without the page jumping. */
const rest = 140;

/** So long after a key the count is said aloud, in ms: once for a word, not for each of its letters. */
const silence = 600;

/** Docked above the scrolled text, never over it. Nothing but an empty element until it is opened. */
@customElement('find-bar')
export class FindBar extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) pane: PaperPane | null = null;
  /** Shows the list of all hits beside the text. */
  @property({ attribute: false }) showList: (() => void) | null = null;
  @state() private isOpen = false;
  @state() private said = '';

  #finder: Finder | null = null;
  #stop: (() => void) | null = null;
  #light: HitLight | null = null;
  #opener: HTMLElement | null = null;
  #rest = 0;
  #silence = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.#onResize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.#onResize);
    this.#end();
  }

  protected override render(): TemplateResult | typeof nothing {
    const finder = this.#finder;
    if (!this.isOpen || !finder) return nothing;
    return html`<div role="search" class="find" aria-label="Find in the paper" @keydown=${this.#onKey}>
        <label class="visually-hidden" for="find-field">Find</label>
        <input
          id="find-field"
          class="find-field"
          type="search"
          placeholder="Find"
          autocomplete="off"
          spellcheck="false"
          maxlength=${longestQuery}
          aria-describedby="find-count"
          .value=${finder.query}
          @input=${this.#onInput}
          @paste=${this.#onPaste}
        />
        <label class="visually-hidden" for="find-scope">Where</label>
        <select id="find-scope" class="find-scope" @change=${this.#onScope}>
          ${findScopes.map(
            (scope) =>
              html`<option value=${scope} ?selected=${scope === finder.scope}>${scopeWords[scope]}</option>`,
          )}
        </select>
        <span class="find-count" id="find-count">${countWords(finder)}</span>
        ${this.#buttons(finder.count === 0)}
      </div>
      <p class="visually-hidden" role="status">${this.said}</p>
      <hit-rail></hit-rail>`;
  }

  #buttons(isEmpty: boolean): TemplateResult {
    const button = (words: string, icon: unknown, act: () => void, off = false): TemplateResult =>
      html`<button
        type="button"
        class="icon-button"
        aria-label=${words}
        title=${words}
        ?disabled=${off}
        @click=${act}
      >
        ${icon}
      </button>`;
    return html`<span class="find-buttons">
      ${button('Previous hit', up, () => this.step(-1), isEmpty)}
      ${button('Next hit', down, () => this.step(1), isEmpty)}
      ${this.showList ? button('List of all hits', list, () => this.showList?.()) : nothing}
      ${button('Close', close, () => this.close())}
    </span>`;
  }

  /** Opens the bar with the selected words, else with what was looked for last; the field has the focus then. */
  async open(): Promise<void> {
    const { store, pane } = this;
    if (!store || !pane?.view) return;
    this.#takeSelection(store);
    if (!this.isOpen) await this.#begin(store, pane);
    const field = this.querySelector<HTMLInputElement>('.find-field');
    field?.focus({ preventScroll: true });
    field?.select();
  }

  #takeSelection(store: Store): void {
    const { selection } = store.desk.session;
    if (!selection || selection.end - selection.start > longestSelection) return;
    finderOf(store).look(store.desk.paper.text.slice(selection.start, selection.end).trim());
  }

  /** The next hit, or the one before; opens the bar where it is closed. */
  step(by: 1 | -1): void {
    if (!this.isOpen) void this.open();
    else this.#finder?.step(by);
  }

  /** Closes the bar; caret and focus go to the current hit, or back to where one came from. */
  close(): void {
    const finder = this.#finder;
    if (!this.isOpen || !finder) return;
    const at = finder.current;
    const hit = at >= 0 && at < finder.textCount ? finder.hit(at) : null;
    this.#shift(-this.offsetHeight);
    this.#end();
    this.#leave(hit);
    this.#opener = null;
  }

  #leave(hit: Hit | null): void {
    const { pane } = this;
    const opener = this.#opener;
    if (hit) pane?.focusAt(hit.start);
    else if (opener?.isConnected && opener !== document.body) opener.focus({ preventScroll: true });
    else pane?.focusAt(pane.place()?.offset ?? 0);
  }

  async #begin(store: Store, pane: PaperPane): Promise<void> {
    const { activeElement } = document;
    this.#opener = activeElement instanceof HTMLElement ? activeElement : null;
    const finder = (this.#finder = finderOf(store));
    this.#stop = finder.subscribe((change) => this.#onChange(change));
    if (pane.view) this.#light = new HitLight(pane.view, store.desk.paper.text, finder, scrollerOf(pane));
    this.isOpen = true;
    finder.open(store.desk.session.selection?.start ?? pane.place()?.offset ?? 0);
    await this.updateComplete;
    this.#shift(this.offsetHeight);
  }

  #end(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#silence);
    this.#stop?.();
    this.#stop = null;
    this.#light?.destroy();
    this.#light = null;
    this.#finder?.close();
    this.isOpen = false;
    this.said = '';
  }

  /** The bar takes its room from the top of the frame: the words stay where they were on the screen. */
  #shift(by: number): void {
    if (this.pane) scrollerOf(this.pane).scrollTop += by;
  }

  #onChange(change: FindChange): void {
    this.requestUpdate();
    clearTimeout(this.#rest);
    clearTimeout(this.#silence);
    if (change === 'current') this.#show();
    else this.#rest = window.setTimeout(() => this.#show(), rest);
    this.#silence = window.setTimeout(() => this.#say(), silence);
  }

  /** Brings the current hit into view where it is in the text, and draws the rail. */
  #show(): void {
    const { pane } = this;
    const finder = this.#finder;
    if (!pane || !finder) return;
    const { current } = finder;
    if (current >= 0 && current < finder.textCount) pane.bringToView(finder.hit(current).start);
    this.#drawRail();
  }

  #drawRail(): void {
    const { pane, store } = this;
    if (!pane?.view || !store || !this.#finder) return;
    this.querySelector('hit-rail')?.draw(pane.view, store.desk.paper.text, this.#finder, scrollerOf(pane));
  }

  #say(): void {
    const finder = this.#finder;
    if (!finder || !this.store) return;
    const { current } = finder;
    const where = current >= 0 ? `: ${placeOfHit(this.store.desk.paper, finder.hit(current))}` : '';
    this.said = `${countWords(finder)}${where}`;
  }

  readonly #onResize = (): void => {
    if (this.isOpen) this.#drawRail();
  };

  readonly #onInput = (event: Event): void => this.#finder?.look((event.target as HTMLInputElement).value);

  readonly #onPaste = (event: ClipboardEvent): void => {
    const field = event.target as HTMLInputElement;
    if (pasteFlat(event, field)) this.#finder?.look(field.value);
  };

  readonly #onScope = (event: Event): void => {
    if (this.#finder)
      this.#finder.look(this.#finder.query, (event.target as HTMLSelectElement).value as FindScope);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const isField = event.target instanceof HTMLInputElement;
    // Asked for a second time, the browser’s own find opens: it is hidden from our keys.
    if (isField && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f')
      event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && isField) this.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'find-bar': FindBar;
  }
}
