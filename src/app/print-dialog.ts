/** `<print-dialog>`: what of the paper goes on paper; keeps the printer that the browser's own command needs as well. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { annotations, argument, type Desk } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { messageFor } from './messages.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { partWords, printParts, type PrintPart } from './print-parts.ts';
import type { Printer } from './printer.ts';

/** How many there are of a part; null where that is no question. */
function countOf(desk: Desk, part: PrintPart): number | null {
  if (part === 'marks') return annotations(desk).length;
  if (part === 'notes') return desk.paper.notes.length;
  return part === 'text' ? null : argument(desk).claims.size;
}

/** @fires announce - The map could not be drawn. */
@customElement('print-dialog')
export class PrintDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;
  @state() private isBusy = false;
  @state() private parts: readonly PrintPart[] = [];

  #printer: Printer | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#printer?.stop();
    this.#printer = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('store')) void this.#start(this.store);
  }

  /** Asks what is to be printed. */
  async open(): Promise<void> {
    this.parts = readPreferences().print;
    this.isOpen = true;
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store || !this.isOpen) return nothing;
    return html`<dialog
      class="dialog print-dialog"
      aria-labelledby="print-title"
      @close=${() => (this.isOpen = false)}
    >
      <form method="dialog" @submit=${this.#onSubmit}>
        <div class="dialog-head"><h2 id="print-title">Print</h2></div>
        <fieldset class="print-parts">
          <legend class="visually-hidden">What to print</legend>
          ${printParts.map((part) => this.#field(store.desk, part))}
        </fieldset>
        <p class="hint">
          On white, in black, whatever shows now. Layers that are hidden are not printed. In the browser’s
          dialog, “Save as PDF” makes a file.
        </p>
        <p class="print-busy" role="status">${this.isBusy ? 'Drawing the map …' : ''}</p>
        <div class="print-buttons">
          <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
          <button
            type="submit"
            class="main-button"
            autofocus
            ?disabled=${this.isBusy || !this.parts.some((part) => countOf(store.desk, part) !== 0)}
          >
            Print …
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #field(desk: Desk, part: PrintPart): TemplateResult {
    const count = countOf(desk, part);
    const { name, about } = partWords[part];
    const isList = part === 'marks' && !this.parts.includes('text');
    const words = count === 0 ? 'none here' : isList ? 'as a list, with the words they stand on' : about;
    const shown = part === 'map' || count === null || count === 0 ? '' : ` (${count})`;
    return html`<label class="print-part"
      ><input
        type="checkbox"
        name=${part}
        .checked=${this.parts.includes(part)}
        ?disabled=${count === 0}
        @change=${this.#onChange}
      /><span><strong>${name}${shown}</strong> <span class="hint">${words}</span></span></label
    >`;
  }

  readonly #onChange = (event: Event): void => {
    const { name, checked } = event.target as HTMLInputElement;
    this.parts = printParts.filter((part) => (part === name ? checked : this.parts.includes(part)));
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#print();
  };

  async #print(): Promise<void> {
    writePreferences({ print: this.parts });
    this.isBusy = true;
    try {
      await this.#printer?.prepare();
    } catch (error) {
      this.dispatchEvent(new Announce(`${messageFor(error).title}. Everything else is printed.`));
    }
    this.isBusy = false;
    // Closed while the map was being drawn: then nothing is to be printed.
    if (!this.isOpen) return;
    this.#close();
    window.print();
  }

  async #start(store: Store | null): Promise<void> {
    this.#printer?.stop();
    this.#printer = null;
    if (!store) return;
    const { Printer } = await import('./printer.ts');
    if (this.isConnected && this.store === store) this.#printer = new Printer(store);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'print-dialog': PrintDialog;
  }
}
