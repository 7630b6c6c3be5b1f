/** `<export-marks-dialog>`: marks and notes into a file, or onto the clipboard: which of them, in what format, how grouped. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { NotebookRecord } from '../model/records.ts';
import { copyWords } from '../reader/citation.ts';
import { download } from '../ui/download.ts';
import { exportFields } from './export-marks-fields.ts';
import { firstMarks, type MarksChoice } from './marks-choice.ts';
import { isSheet } from './marks-formats.ts';
import { leftOut, marksFile, marksFileName, type MarksFile } from './marks-file.ts';
import { noFilter, takenRecords, type MarksFilter } from './marks-taken.ts';
import { readPreferences, writePreferences } from './preferences.ts';

/** @fires announce - The file was made, or its words were copied. */
@customElement('export-marks-dialog')
export class ExportMarksDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;
  @state() private isBusy = false;
  @state() private choice: MarksChoice = firstMarks;
  @state() private filter: MarksFilter = noFilter;
  #opener: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Asks what is to go into the file. `ids`: the marks that were selected; null for none. The focus goes back to `opener`. */
  async ask(ids: readonly string[] | null, opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    this.choice = readPreferences().marks;
    this.filter = { ...noFilter, ids };
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, choice, filter } = this;
    if (!store || !this.isOpen) return nothing;
    const records = takenRecords(store.desk, choice, filter);
    return html`<dialog
      class="dialog marks-dialog"
      aria-labelledby="export-marks-title"
      @close=${this.#onClose}
    >
      <form method="dialog" @submit=${this.#onSubmit}>
        <div class="dialog-head"><h2 id="export-marks-title">Export annotations</h2></div>
        ${exportFields(store.desk, choice, filter, {
          choose: (patch) => this.#choose(patch),
          narrow: (patch) => (this.filter = { ...filter, ...patch }),
        })}
        ${this.#sum(records)}
        <div class="card-actions">
          <button type="submit" class="main-button" ?disabled=${this.isBusy || records.length === 0}>
            Download
          </button>
          ${
            isSheet(choice.format)
              ? html`<button
                  type="button"
                  class="plain-button"
                  ?disabled=${this.isBusy || records.length === 0}
                  @click=${() => void this.#copy()}
                >
                  Copy
                </button>`
              : nothing
          }
          <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
        </div>
      </form>
    </dialog>`;
  }

  /** How much goes into which file, and what stays out of it. */
  #sum(records: readonly NotebookRecord[]): TemplateResult {
    const { format } = this.choice;
    const marks = records.filter(({ kind }) => kind === 'annotation').length;
    const others = records.length - marks;
    const parts = [
      `${marks} ${marks === 1 ? 'annotation' : 'annotations'}`,
      ...(others > 0 ? [`${others} ${others === 1 ? 'other record' : 'other records'}`] : []),
    ];
    const name = this.store ? marksFileName(this.store.desk, format) : '';
    return html`<div class="marks-sum" role="status">
      <p>
        ${
          records.length === 0
            ? 'There is nothing to export.'
            : html`${parts.join(' and ')} for <span class="hand-file">${name}</span>`
        }
      </p>
      ${leftOut(records, format).map((words) => html`<p class="hint">${words}</p>`)}
    </div>`;
  }

  #choose(patch: Partial<MarksChoice>): void {
    this.choice = { ...this.choice, ...patch };
    writePreferences({ marks: this.choice });
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#download();
  };

  async #made(): Promise<MarksFile | null> {
    const { store, choice, filter } = this;
    if (!store || this.isBusy) return null;
    this.isBusy = true;
    try {
      const records = takenRecords(store.desk, choice, filter);
      return await marksFile(store.desk, records, choice, readPreferences().citation);
    } finally {
      this.isBusy = false;
    }
  }

  async #download(): Promise<void> {
    const file = await this.#made();
    if (!file) return;
    download(new Blob([file.text], { type: `${file.type};charset=utf-8` }), file.name);
    this.#close();
    this.dispatchEvent(new Announce(`Made ${file.name}`));
  }

  async #copy(): Promise<void> {
    const file = await this.#made();
    if (!file) return;
    const said = await copyWords(file.text, 'Copied the annotations');
    this.#close();
    this.dispatchEvent(new Announce(said));
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.isOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'export-marks-dialog': ExportMarksDialog;
  }
}
