/** `<find-list>`: all hits by section, each with its line; behind them those in claims, notes, authorities and annotations. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { finderOf, type FindChange, type Finder } from '../desk/finder.ts';
import { FindRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { groupsOf, lineOf, type HitGroup } from './find-groups.ts';
import { countWords, placeOfHit } from './find-words.ts';

/** Most hits that are listed; all are counted and can be walked. */
const most = 2000;

/** So many are drawn at first, and so many more as one scrolls or walks on. */
const portion = 60;

/** So long after a key the list is drawn anew, in ms. */
const rest = 160;

/** @fires find-request - The reader wants to find something: nothing is being looked for yet. */
@customElement('find-list')
export class FindList extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private shown = portion;
  #finder: Finder | null = null;
  #stop: (() => void) | null = null;
  #timer = 0;
  #more: IntersectionObserver | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#more = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) this.shown += portion;
    });
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#more?.disconnect();
    this.#stop?.();
    this.#stop = null;
    this.#finder = null;
  }

  protected override willUpdate(): void {
    this.#follow();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const finder = this.#finder;
    if (!store || !finder) return html`<p class="find-hint">Opening …</p>`;
    if (!finder.isOpen) {
      return html`<p class="find-hint">What you find is listed here, by section.</p>
        <p class="find-hint">
          <button type="button" class="plain-button" @click=${() => this.dispatchEvent(new FindRequest())}>
            Find in the paper
          </button>
        </p>`;
    }
    if (finder.count === 0)
      return html`<p class="find-hint">${countWords(finder) || 'Type what you want to find.'}</p>`;
    const listed = Math.min(finder.count, most);
    const drawn = Math.min(listed, Math.max(this.shown, finder.current + portion / 2));
    return html`<nav class="find-hits" aria-label="All hits" @keydown=${this.#onKey}>
      ${groupsOf(store.desk.paper, finder, drawn).map((group) => this.#group(store, finder, group))}
      <p class="find-hint find-more">
        ${finder.count > most ? html`The first ${most.toLocaleString('en')} of ${finder.count.toLocaleString('en')} are listed.` : nothing}
      </p>
    </nav>`;
  }

  #group(store: Store, finder: Finder, group: HitGroup): TemplateResult {
    return html`<section class="find-group">
      <h3>${group.title} <span class="find-number">${group.count.toLocaleString('en')}</span></h3>
      <ol role="list">
        ${group.hits.map((at) => this.#row(store, finder, at))}
      </ol>
    </section>`;
  }

  #row(store: Store, finder: Finder, at: number): TemplateResult {
    const { paper } = store.desk;
    const hit = finder.hit(at);
    const { before, words, after } = lineOf(paper, hit);
    const isCurrent = at === finder.current;
    return html`<li>
      <button
        type="button"
        class="find-row"
        data-hit=${at}
        tabindex=${isCurrent ? 0 : -1}
        aria-current=${isCurrent ? 'true' : 'false'}
        @click=${() => finder.choose(at)}
      >
        <span class="find-place">${placeOfHit(paper, hit)}</span>
        <span class="find-line">${before}<mark>${words}</mark>${after}</span>
      </button>
    </li>`;
  }

  /** Moves the focus to the current hit; to what is offered where there is none. */
  async focusCurrent(): Promise<void> {
    await this.updateComplete;
    const row = this.querySelector<HTMLElement>('[aria-current="true"], .plain-button');
    row?.scrollIntoView({ block: 'nearest' });
    row?.focus({ preventScroll: true });
  }

  protected override updated(): void {
    const end = this.querySelector('.find-more');
    this.#more?.disconnect();
    const listed = Math.min(this.#finder?.count ?? 0, most);
    if (end && this.shown < listed) this.#more?.observe(end);
    if (!this.contains(document.activeElement))
      this.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  #follow(): void {
    const finder = this.store ? finderOf(this.store) : null;
    if (finder === this.#finder || !this.isConnected) return;
    this.#stop?.();
    this.#finder = finder;
    this.#stop = finder?.subscribe((change) => this.#onChange(change)) ?? null;
  }

  #onChange(change: FindChange): void {
    if (change === 'current') {
      this.requestUpdate();
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.shown = portion;
      this.requestUpdate();
    }, rest);
  }

  /** Up and down walk the list, Home and End go to its ends. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.find-row') : null;
    if (!row || !this.#finder) return;
    const now = Number(row.dataset['hit']);
    const last = Math.min(this.#finder.count, most) - 1;
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    void this.#focusRow(Math.min(last, Math.max(0, to)));
  };

  async #focusRow(at: number): Promise<void> {
    if (at >= this.shown) this.shown = at + portion;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-hit="${at}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'find-list': FindList;
  }
}
