/** `<add-paper>`: the ways by which papers come into the library: chosen, dropped anywhere on the page, pasted. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { WhileConnected } from '../ui/while-connected.ts';
import { askForPapers, isPaperName } from './ask-for-papers.ts';
import { droppedFiles, hasFiles } from './dropped-files.ts';
import { PapersBrought } from './import-requests.ts';
import { pastedPaper } from './pasted-paper.ts';

/** Fields and dialogs take what is dropped or pasted for themselves. */
const isElsewhere = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('dialog, input, textarea, [contenteditable]') !== null;

/** @fires papers-brought - Files to be added. */
@customElement('add-paper')
export class AddPaper extends LitElement {
  @state() private isOver = false;
  @state() private hasDialog = false;

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      const options = { signal };
      addEventListener('dragover', this.#onOver, options);
      addEventListener('dragleave', this.#onLeave, options);
      addEventListener('drop', this.#onDrop, options);
      addEventListener('paste', this.#onPaste, options);
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="add-paper-row">
        <button type="button" class="main-button" @click=${this.#choose}>Add a paper …</button>
        <button type="button" class="plain-button" @click=${() => void this.#openPasting()}>
          Add text by pasting …
        </button>
        <span class="hint"
          >PDF, Word, OpenDocument, EPUB, HTML, Markdown, JATS, TEI, plain text: several at once, or drop them
          anywhere here. Nothing leaves this device.</span
        >
      </div>
      ${this.isOver ? html`<div class="drop-veil" aria-hidden="true"><p>Let go to add to your library</p></div>` : nothing}
      ${this.hasDialog ? html`<paste-dialog></paste-dialog>` : nothing}`;
  }

  readonly #choose = (): void => askForPapers(true, (files) => this.#bring(files));

  async #openPasting(): Promise<void> {
    await import('./paste-dialog.ts');
    this.hasDialog = true;
    await this.updateComplete;
    await this.querySelector('paste-dialog')?.ask();
  }

  #bring(files: readonly File[]): void {
    if (files.length > 0) this.dispatchEvent(new PapersBrought(files));
  }

  readonly #onOver = (event: DragEvent): void => {
    if (!hasFiles(event) || isElsewhere(event)) return;
    event.preventDefault();
    this.isOver = true;
  };

  /** Something that is held over the page leaves it for nothing. */
  readonly #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.isOver = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.isOver = false;
    if (!hasFiles(event) || isElsewhere(event)) return;
    event.preventDefault();
    void droppedFiles(event, isPaperName).then((files) => this.#bring(files));
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    if (!event.clipboardData || event.defaultPrevented || isElsewhere(event)) return;
    const files = [...event.clipboardData.files];
    const pasted = files.length > 0 ? files : pastedPaper(event.clipboardData);
    if (pasted.length === 0) return;
    event.preventDefault();
    this.#bring(pasted);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'add-paper': AddPaper;
  }
}
