/** `<map-find-bar>`: the field over the map in which one types what to find there; says how much was found, and walks it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { argument } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { longestQuery } from '../text/find.ts';
import { aboutClaim } from './about-claim.ts';
import { findOnMap, type MapHit } from './map-find.ts';
import { mapIcon, type MapIcon } from './map-icons.ts';

/** So long after a key the map moves to the hit, in ms: one types on without it jumping. */
const rest = 160;

/** What was found, and what of it one is at. */
export class MapFound extends Event {
  readonly hits: readonly MapHit[];
  /** Null where nothing was found. */
  readonly current: MapHit | null;

  constructor(hits: readonly MapHit[], current: MapHit | null) {
    super('map-found', { bubbles: true });
    this.hits = hits;
    this.current = current;
  }
}

/**
 * Nothing but an empty element until it is opened.
 *
 * @fires map-found - other things were found, or another of them is the current one
 */
@customElement('map-find-bar')
export class MapFindBar extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;
  @state() private query = '';
  @state() private hits: readonly MapHit[] = [];
  @state() private at = 0;
  #opener: HTMLElement | null = null;
  #rest = 0;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers }) => [layers],
      () => this.#again(),
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const isEmpty = this.hits.length === 0;
    return html`<div role="search" class="map-find" aria-label="Find on the map" @keydown=${this.#onKey}>
        <input
          class="map-find-field"
          type="search"
          aria-label="Find on the map"
          placeholder="Claims, steps, groups, note numbers"
          autocomplete="off"
          spellcheck="false"
          maxlength=${longestQuery}
          aria-describedby="map-find-count"
          .value=${this.query}
          @input=${this.#onInput}
        />
        <span class="map-find-count" id="map-find-count">${this.#countWords}</span>
        <span class="map-tools">
          ${this.#button('Previous hit', 'up', () => this.#step(-1), isEmpty)}
          ${this.#button('Next hit', 'down', () => this.#step(1), isEmpty)}
          ${this.#button('Close', 'close', () => this.close(), false)}
        </span>
      </div>
      <p class="visually-hidden" role="status">${this.#said}</p>`;
  }

  #button(words: string, icon: MapIcon, act: () => void, isOff: boolean): TemplateResult {
    return html`<button
      type="button"
      class="map-tool"
      aria-label=${words}
      title=${words}
      aria-disabled=${isOff ? 'true' : 'false'}
      @click=${() => (isOff ? undefined : act())}
    >
      ${mapIcon(icon)}
    </button>`;
  }

  get #countWords(): string {
    if (this.query.trim() === '') return '';
    return this.hits.length === 0 ? 'Nothing found' : `${this.at + 1} of ${this.hits.length}`;
  }

  /** The count, and what the current hit is. */
  get #said(): string {
    const [desk, hit] = [this.store?.desk, this.hits[this.at]];
    if (!desk || !hit) return this.#countWords;
    const graph = argument(desk);
    const gist = graph.inferences.get(hit.id)?.gist ?? graph.conflicts.get(hit.id)?.gist;
    const title = hit.kind === 'group' ? `Group ${graph.groups.get(hit.id)?.title ?? ''}` : null;
    return `${this.#countWords}: ${title ?? gist ?? aboutClaim(desk, hit.id)}`;
  }

  /** Opens the bar; the field has the focus, with what was looked for last. */
  async open(): Promise<void> {
    const { activeElement } = document;
    if (!this.contains(activeElement))
      this.#opener = activeElement instanceof HTMLElement ? activeElement : null;
    this.isOpen = true;
    this.#look(this.query);
    await this.updateComplete;
    const field = this.querySelector<HTMLInputElement>('.map-find-field');
    field?.focus({ preventScroll: true });
    field?.select();
  }

  /** Puts the light out; the focus goes back to where one came from. */
  close(): void {
    clearTimeout(this.#rest);
    this.isOpen = false;
    this.hits = [];
    this.#tell();
    const opener = this.#opener;
    this.#opener = null;
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  }

  #look(query: string): void {
    const { store } = this;
    const before = this.hits[this.at];
    this.query = query;
    this.hits = store ? findOnMap(store.desk, query) : [];
    const same = this.hits.findIndex(({ kind, id }) => kind === before?.kind && id === before.id);
    this.at = Math.max(0, same);
  }

  /** The records are others now: what was found may be, too. */
  #again(): void {
    if (!this.isOpen) return;
    this.#look(this.query);
    this.#tell();
  }

  #step(by: 1 | -1): void {
    clearTimeout(this.#rest);
    const { length } = this.hits;
    if (length === 0) return;
    this.at = (this.at + by + length) % length;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new MapFound(this.hits, this.hits[this.at] ?? null));
  }

  readonly #onInput = (event: Event): void => {
    this.#look((event.target as HTMLInputElement).value);
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#tell(), rest);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const isField = event.target instanceof HTMLInputElement;
    // Asked for a second time, the browser’s own find opens: it is hidden from our keys.
    if (isField && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f')
      event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && isField) this.#step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'map-find-bar': MapFindBar;
  }
  interface HTMLElementEventMap {
    'map-found': MapFound;
  }
}
