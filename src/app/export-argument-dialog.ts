/** `<export-argument-dialog>`: the argument into a file, or onto the clipboard: how much of it, in what format, with a look at its beginning. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { NotebookRecord } from '../model/records.ts';
import { copyWords } from '../reader/citation.ts';
import { download } from '../ui/download.ts';
import { firstArgument, type ArgumentChoice, type ArgumentOutFormat } from './argument-choice.ts';
import { argumentFormatWords } from './argument-formats.ts';
import { argumentFileName, madeArgument, type MadeArgument } from './argument-made.ts';
import { argumentRecords, scopesOf, type ArgumentScope } from './argument-taken.ts';
import { argumentFields } from './export-argument-fields.ts';
import { readPreferences, writePreferences } from './preferences.ts';

/** So much of the file is shown, in UTF-16 units. */
const beginning = 2_000;

/** `1 claim`, `2 claims`. */
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** @fires announce - The file was made, or its words were copied. */
@customElement('export-argument-dialog')
export class ExportArgumentDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;
  @state() private choice: ArgumentChoice = firstArgument;
  @state() private scope: ArgumentScope = 'whole';
  /** The file as it is chosen now; null while it is made, and where it could not be. */
  @state() private file: MadeArgument | null = null;
  @state() private hasFailed = false;
  #records: readonly NotebookRecord[] = [];
  #opener: HTMLElement | null = null;
  #making = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Asks how the argument is to go out. The focus goes back to `opener`. */
  async ask(opener: HTMLElement | null): Promise<void> {
    const { store } = this;
    if (!store) return;
    this.#opener = opener;
    this.choice = readPreferences().argument;
    this.scope = scopesOf(store.desk)[0]?.scope ?? 'whole';
    this.isOpen = true;
    void this.#make();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, choice, scope, file } = this;
    if (!store || !this.isOpen) return nothing;
    const isEmpty = this.#records.length === 0;
    return html`<dialog
      class="dialog marks-dialog argument-out"
      aria-labelledby="export-argument-title"
      @close=${this.#onClose}
    >
      <form method="dialog" @submit=${this.#onSubmit}>
        <div class="dialog-head"><h2 id="export-argument-title">Export the argument</h2></div>
        ${argumentFields(scopesOf(store.desk), scope, choice.format, {
          format: (format) => this.#chooseFormat(format),
          scope: (value) => {
            this.scope = value;
            void this.#make();
          },
        })}
        ${this.#preview()}
        <div class="marks-sum" role="status">
          <p>${this.#sum(argumentFileName(store.desk, choice.format))}</p>
        </div>
        <div class="card-actions">
          <button type="submit" class="main-button" ?disabled=${file === null || isEmpty}>Download</button>
          <button
            type="button"
            class="plain-button"
            ?disabled=${file === null || isEmpty}
            @click=${() => void this.#copy()}
          >
            Copy
          </button>
          <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
        </div>
      </form>
    </dialog>`;
  }

  /** How much goes into which file. */
  #sum(name: string): TemplateResult | string {
    if (this.hasFailed) return 'The file could not be made.';
    const count = (kind: NotebookRecord['kind']): number =>
      this.#records.filter((record) => record.kind === kind).length;
    if (count('claim') === 0) return 'There are no claims to export.';
    const parts = [
      counted(count('claim'), 'claim', 'claims'),
      counted(count('inference'), 'step', 'steps'),
      counted(count('conflict'), 'attack', 'attacks'),
    ];
    return html`${parts.join(', ')} for <span class="hand-file">${name}</span>`;
  }

  #preview(): TemplateResult {
    const { file } = this;
    const words = file?.text.slice(0, beginning) ?? '';
    const isCut = file !== null && file.text.length > beginning;
    return html`<div class="argument-preview" aria-busy=${file === null && !this.hasFailed}>
      <span id="argument-preview-label" class="hint">Beginning of the file</span>
      <pre tabindex="0" role="region" aria-labelledby="argument-preview-label" dir="auto">
${words}${isCut ? ' …' : ''}</pre>
    </div>`;
  }

  #chooseFormat(format: ArgumentOutFormat): void {
    this.choice = { ...this.choice, format };
    writePreferences({ argument: this.choice });
    void this.#make();
  }

  /** Makes the file that is chosen; the last wish wins. */
  async #make(): Promise<void> {
    const { store, choice, scope } = this;
    if (!store) return;
    this.#making += 1;
    const making = this.#making;
    this.file = null;
    this.hasFailed = false;
    this.#records = argumentRecords(store.desk, scope);
    try {
      const file = await madeArgument(store.desk, this.#records, choice.format);
      if (making === this.#making) this.file = file;
    } catch {
      // A part of the program that did not arrive: what is chosen next may.
      this.hasFailed = making === this.#making;
    }
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { file } = this;
    if (!file) return;
    download(new Blob([file.text], { type: `${file.type};charset=utf-8` }), file.name);
    this.#close();
    this.dispatchEvent(new Announce(`Made ${file.name}`));
  };

  async #copy(): Promise<void> {
    const { file, choice } = this;
    if (!file) return;
    const said = await copyWords(
      file.text,
      `Copied the argument as ${argumentFormatWords[choice.format].name}`,
    );
    this.#close();
    this.dispatchEvent(new Announce(said));
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.isOpen = false;
    this.#making += 1;
    this.file = null;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'export-argument-dialog': ExportArgumentDialog;
  }
}
