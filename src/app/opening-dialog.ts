/** `<opening-dialog>`: opens notebooks of others from files, shows how far it is, and says what became of each. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Announce, ClassRequest } from '../desk/requests.ts';
import { layerTypes } from './layer-files.ts';
import type { LayerShelf, Opening } from './layer-shelf.ts';
import { layerWords, openingRemark, openingSentence } from './opening-words.ts';

/** So long it works in silence, in ms: what is done at once needs no dialog. */
const patience = 400;

/** What one should know of stands above what simply opened. */
const notableFirst = (openings: readonly Opening[]): readonly Opening[] => {
  const rank = (one: Opening): number => (one.fate === 'refused' ? 0 : openingRemark(one) ? 1 : 2);
  return [...openings].sort((one, other) => rank(one) - rank(other));
};

/**
 * @fires announce - What was opened, where that is quickly said.
 * @fires class-request - The reader wants to see what was opened.
 */
@customElement('opening-dialog')
export class OpeningDialog extends LitElement {
  @property({ attribute: false }) shelf: LayerShelf | null = null;
  @state() private total = 0;
  @state() private done = 0;
  @state() private openings: readonly Opening[] | null = null;
  @state() private isOpen = false;
  /** Openings that were taken back one by one. */
  @state() private putBack: ReadonlySet<Opening> = new Set();
  #abort: AbortController | null = null;
  #opener: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  /** Asks for files. */
  choose(opener: HTMLElement | null): void {
    const field = document.createElement('input');
    field.type = 'file';
    field.multiple = true;
    field.accept = layerTypes;
    field.addEventListener('change', () => void this.take([...(field.files ?? [])], opener));
    field.click();
  }

  /** Opens files; one after the other where it is still at work. The focus goes back to `opener`. */
  async take(files: readonly File[], opener: HTMLElement | null): Promise<void> {
    const { shelf } = this;
    if (!shelf || files.length === 0 || this.#abort) return;
    const abort = (this.#abort = new AbortController());
    this.#opener = opener;
    this.openings = null;
    this.putBack = new Set();
    this.done = 0;
    this.total = files.length;
    const timer = setTimeout(() => void this.#show(), patience);
    const openings = await shelf.open(files, abort.signal, (done) => (this.done = done));
    clearTimeout(timer);
    this.#abort = null;
    if (openings) await this.#tell(openings);
    else this.#cancelled();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<dialog class="dialog opening-dialog" aria-labelledby="opening-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="opening-title">${this.openings ? 'Notebooks opened' : 'Opening notebooks'}</h2>
      </div>
      ${this.openings ? this.#report(this.openings) : this.#progress()}
    </dialog>`;
  }

  #progress(): TemplateResult {
    return html`<p>
        <progress max=${this.total} .value=${this.done} aria-label="Files read"></progress>
      </p>
      <p class="hint" role="status">${this.done} of ${this.total} read. Nothing shows before the last.</p>
      <div class="card-actions">
        <button type="button" class="plain-button" autofocus @click=${this.#close}>Cancel</button>
      </div>`;
  }

  #report(openings: readonly Opening[]): TemplateResult {
    const changed = openings.filter(({ fate }) => fate === 'opened' || fate === 'replaced');
    return html`<p class="opening-sum" role="status">${openingSentence(openings)}</p>
      <ul class="opening-list" role="list" tabindex="0" aria-label="What became of each file">
        ${notableFirst(openings).map((one) => this.#row(one))}
      </ul>
      <p class="hint">
        Your own notebook is as it was. What is open here can be hidden or closed at any time.
      </p>
      <div class="card-actions">
        <button type="button" class="main-button" autofocus @click=${this.#close}>Done</button>
        ${
          changed.length > 0
            ? html`<button type="button" class="plain-button" @click=${this.#toClass}>See them</button>
                <button type="button" class="plain-button" @click=${() => this.#takeBack(openings)}>
                  Take all of it back
                </button>`
            : nothing
        }
      </div>`;
  }

  #row(opening: Opening): TemplateResult {
    const { file, fate, layer } = opening;
    const remark = openingRemark(opening);
    const isBack = this.putBack.has(opening);
    return html`<li data-fate=${fate}>
      <strong>${layer ? layerWords(layer) : file}</strong>
      ${layer ? html`<span class="hint">${file}</span>` : nothing}
      ${isBack ? html`<p class="hint">The older copy is open again.</p>` : nothing}
      ${remark && !isBack ? html`<p class="hint">${remark}</p>` : nothing}
      ${
        fate === 'replaced' && !isBack
          ? html`<button
              type="button"
              class="plain-button"
              @click=${(event: Event) => this.#putBack(opening, event)}
            >
              Put back the older
            </button>`
          : nothing
      }
    </li>`;
  }

  async #show(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  /** One that simply opened is said in a line, and can be undone there; whatever is not simple is shown. */
  async #tell(openings: readonly Opening[]): Promise<void> {
    const [only] = openings;
    if (
      !this.isOpen &&
      openings.length === 1 &&
      only?.layer &&
      only.fate === 'opened' &&
      !openingRemark(only)
    ) {
      const words = `Opened ${layerWords(only.layer)}`;
      this.dispatchEvent(new Announce(words, () => this.shelf?.undo(openings)));
      return;
    }
    this.openings = openings;
    await this.#show();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.main-button')?.focus();
  }

  #cancelled(): void {
    this.dispatchEvent(new Announce('Cancelled. No notebook was opened.'));
  }

  #takeBack(openings: readonly Opening[]): void {
    this.shelf?.undo(openings);
    this.#close();
    this.dispatchEvent(new Announce('All as it was before these files were opened'));
  }

  #putBack(opening: Opening, event: Event): void {
    this.shelf?.undo([opening]);
    this.putBack = new Set([...this.putBack, opening]);
    (event.target as HTMLElement).closest('dialog')?.querySelector<HTMLElement>('.main-button')?.focus();
  }

  readonly #toClass = (): void => {
    this.#opener = null;
    this.#close();
    this.dispatchEvent(new ClassRequest());
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.#abort?.abort();
    this.isOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opening-dialog': OpeningDialog;
  }
}
