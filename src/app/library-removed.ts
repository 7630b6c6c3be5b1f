/** `<library-removed>`: the shelf of removed papers: each can be brought back, or let go of for good. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Announce } from '../desk/requests.ts';
import { counted } from './library-entry.ts';
import { writtenBy, type LibraryPaper } from './library-paper.ts';
import type { LibraryShelf } from './library-shelf.ts';

/** What would go with a paper. */
interface Asked {
  readonly paper: LibraryPaper;
  readonly marks: number;
  readonly claims: number;
}

@customElement('library-removed')
export class LibraryRemoved extends LitElement {
  @property({ attribute: false }) shelf: LibraryShelf | null = null;
  @property({ attribute: false }) papers: readonly LibraryPaper[] = [];
  /** Hears of what could not be done. */
  @property({ attribute: false }) onTrouble: (error: unknown) => void = () => undefined;
  @state() private asked: Asked | null = null;
  #opener: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.papers.length === 0) return nothing;
    return html`<details class="library-removed">
        <summary>
          <h2 class="library-shelf">Removed <small>${this.papers.length}</small></h2>
        </summary>
        <p class="hint">What you made of these papers is kept, until you delete one for good.</p>
        <ul class="library-list">
          ${this.papers.map((paper) => this.#entry(paper))}
        </ul>
      </details>
      ${this.asked ? this.#question(this.asked) : nothing}`;
  }

  #entry(paper: LibraryPaper): TemplateResult {
    const { title } = paper.front;
    return html`<li class="library-gone">
      <p class="library-gone-title">
        <strong>${title}</strong>
        <span class="library-author">${writtenBy(paper.front)}</span>
      </p>
      <p class="library-gone-acts">
        <button type="button" class="plain-button" @click=${() => void this.#bringBack(paper)}>
          Bring back<span class="visually-hidden"> “${title}”</span>
        </button>
        <button
          type="button"
          class="plain-button danger"
          @click=${(event: Event) => void this.#ask(paper, event.currentTarget as HTMLElement)}
        >
          Delete for good …<span class="visually-hidden"> “${title}”</span>
        </button>
      </p>
    </li>`;
  }

  #question({ paper, marks, claims }: Asked): TemplateResult {
    const made = [marks > 0 ? counted(marks, 'mark') : '', claims > 0 ? counted(claims, 'claim') : ''].filter(
      Boolean,
    );
    const isKept = paper.source === 'kept';
    return html`<dialog class="dialog" aria-labelledby="purge-title" @close=${this.#onClose}>
      <div class="dialog-head"><h2 id="purge-title">Delete for good?</h2></div>
      <p>
        ${isKept ? html`“${paper.front.title}” with its text and its file` : html`What you made of “${paper.front.title}”`}
        will be gone from this
        device${isKept ? html`, and with it ${made.length > 0 ? html`<strong>${made.join(' and ')}</strong>` : 'your notebook on it, which is empty'}` : made.length > 0 ? html`: <strong>${made.join(' and ')}</strong>` : ''}.
        Nobody can bring it back, unless you saved it as a package.
      </p>
      ${isKept ? nothing : html`<p>The paper itself comes with Warrant and can be brought back at any time.</p>`}
      <div class="dialog-acts">
        <button type="button" class="main-button" @click=${this.#close}>Keep it</button>
        <button type="button" class="plain-button danger" @click=${() => void this.#purge(paper)}>
          Delete for good
        </button>
      </div>
    </dialog>`;
  }

  async #bringBack(paper: LibraryPaper): Promise<void> {
    try {
      await this.shelf?.bringBack(paper);
      this.dispatchEvent(new Announce(`“${paper.front.title}” is back in the library`));
      await this.updateComplete;
      this.#rest();
    } catch (error) {
      this.onTrouble(error);
    }
  }

  async #ask(paper: LibraryPaper, opener: HTMLElement): Promise<void> {
    if (!this.shelf) return;
    this.#opener = opener;
    try {
      this.asked = { paper, ...(await this.shelf.madeOf(paper)) };
    } catch (error) {
      this.onTrouble(error);
    }
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  async #purge(paper: LibraryPaper): Promise<void> {
    this.#close();
    try {
      await this.shelf?.purge(paper);
      this.dispatchEvent(new Announce('Deleted for good'));
      await this.updateComplete;
      this.#rest();
    } catch (error) {
      this.onTrouble(error);
    }
  }

  /** The focus stays near where it was when its entry is gone. */
  #rest(): void {
    const next = this.querySelector<HTMLElement>('summary') ?? document.querySelector<HTMLElement>('main h1');
    next?.focus();
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.asked = null;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'library-removed': LibraryRemoved;
  }
}
