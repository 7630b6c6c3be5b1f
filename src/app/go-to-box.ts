/** `<go-to-box>`: asks where to go: an address as one says it, a page, a note; shows what it names before one goes. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pageAt, type Paper } from '../model/paper.ts';
import { addressOf, sayPlace } from '../text/address.ts';
import { findAddress, type FoundPlace } from '../text/find-address.ts';

/** A place was chosen. */
export class PlaceChosen extends Event {
  readonly place: FoundPlace;

  constructor(place: FoundPlace) {
    super('place-chosen', { bubbles: true });
    this.place = place;
  }
}

/** How much of the words at a place is shown, in characters. */
const shownWords = 90;

/** @fires place-chosen - When the dialog has closed and given the focus back. */
@customElement('go-to-box')
export class GoToBox extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  @state() private isOpen = false;
  @state() private typed = '';

  #chosen: FoundPlace | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the dialog, empty. */
  async open(): Promise<void> {
    this.isOpen = true;
    this.typed = '';
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper } = this;
    if (!this.isOpen || !paper) return nothing;
    const found = this.typed.trim() ? findAddress(paper, this.typed) : null;
    return html`<dialog class="dialog go-to" aria-labelledby="go-to-title" @close=${this.#onClose}>
      <form @submit=${(event: Event) => this.#go(event, found)}>
        <div class="dialog-head">
          <h2 id="go-to-title">Go to</h2>
          <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <label class="field"
          ><span>Address, page or note</span>
          <input
            autofocus
            autocomplete="off"
            spellcheck="false"
            maxlength="300"
            aria-describedby="go-to-found"
            .value=${this.typed}
            @input=${this.#onInput}
        /></label>
        <div id="go-to-found" class="go-to-found" role="status">${this.#answer(paper, found)}</div>
        ${found && found.others.length > 0 ? this.#others(found.others) : nothing}
        <div class="card-actions">
          <button type="submit" class="main-button" ?disabled=${!found}>Go</button>
        </div>
      </form>
    </dialog>`;
  }

  #answer(paper: Paper, found: FoundPlace | null): TemplateResult {
    if (!this.typed.trim()) {
      const section = paper.sections.at(-1)?.address;
      const page = pageAt(paper, paper.text.length);
      const note = paper.notes[0]?.label;
      const examples = [
        section ? `${section} ¶2 s1` : '¶2 s1',
        page && `p. ${page.label}`,
        note === undefined ? null : `note ${note}`,
      ].filter(Boolean);
      return html`<p class="hint">For instance ${examples.join(', ')}, or how a section’s title begins.</p>`;
    }
    if (!found) return html`<p>Nothing in this paper is called that.</p>`;
    return html`<p>
        ${found.exact ? nothing : 'That does not exist; the nearest is '}<strong>${found.name}</strong>
      </p>
      ${this.#words(paper, found)}`;
  }

  #words(paper: Paper, { offset }: FoundPlace): TemplateResult {
    if (offset === null)
      return html`<p class="hint">It has no number in the text; it is in the list of notes.</p>`;
    const words = paper.text.slice(offset, offset + shownWords).split('\n')[0] ?? '';
    return html`<p class="go-to-words">${sayPlace(addressOf(paper, offset))}: <q>${words.trim()} …</q></p>`;
  }

  #others(others: readonly FoundPlace[]): TemplateResult {
    return html`<p class="go-to-others">
      Also:
      ${others.map(
        (other) =>
          html`<button type="button" class="plain-button" @click=${(event: Event) => this.#go(event, other)}>
            ${other.name}
          </button>`,
      )}
    </p>`;
  }

  readonly #onInput = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  #go(event: Event, place: FoundPlace | null): void {
    event.preventDefault();
    if (!place) return;
    this.#chosen = place;
    this.#close();
  }

  readonly #onClose = (): void => {
    this.isOpen = false;
    const chosen = this.#chosen;
    this.#chosen = null;
    if (chosen) this.dispatchEvent(new PlaceChosen(chosen));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'go-to-box': GoToBox;
  }
  interface HTMLElementEventMap {
    'place-chosen': PlaceChosen;
  }
}
