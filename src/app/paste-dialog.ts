/** `<paste-dialog>`: adds a text that is pasted or typed into a field, with a title. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { PapersBrought } from './import-requests.ts';
import { hasStructure, textFile } from './pasted-paper.ts';

/** @fires papers-brought - The text, as a file. */
@customElement('paste-dialog')
export class PasteDialog extends LitElement {
  /** What was pasted came with this structure; empty where it came as plain words, or was changed since. */
  @state() private markup = '';
  @state() private isEmpty = false;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private title_!: HTMLInputElement;
  @query('textarea') private words!: HTMLTextAreaElement;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens. What was typed before and not added is still there. */
  async ask(): Promise<void> {
    await this.updateComplete;
    this.dialog.showModal();
    this.words.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog paste-dialog" aria-labelledby="paste-title">
      <form @submit=${this.#add}>
        <div class="dialog-head"><h2 id="paste-title">Add text by pasting</h2></div>
        <label class="field"><span>Title (may stay empty)</span><input type="text" /></label>
        <label class="field"
          ><span>Text, as you copied it</span
          ><textarea
            rows="12"
            spellcheck="false"
            aria-invalid=${this.isEmpty ? 'true' : 'false'}
            @paste=${this.#onPaste}
            @input=${this.#onInput}
          ></textarea>
        </label>
        <p class="hint" role="status">
          ${
            this.isEmpty
              ? 'There is nothing to add yet: paste or type the text.'
              : this.markup
                ? 'Its headings, emphasis and notes came with it and are read too.'
                : nothing
          }
        </p>
        <div class="card-actions">
          <button type="submit" class="main-button">Add</button>
          <button type="button" class="plain-button" @click=${() => this.dialog.close()}>Cancel</button>
        </div>
      </form>
    </dialog>`;
  }

  /** Markup counts only while the field holds nothing but what came with it. */
  readonly #onPaste = (event: ClipboardEvent): void => {
    const markup = event.clipboardData?.getData('text/html') ?? '';
    const isWhole = this.words.selectionStart === 0 && this.words.selectionEnd === this.words.value.length;
    const kept = isWhole && hasStructure(markup) ? markup : '';
    // After the field has told its own change.
    setTimeout(() => (this.markup = kept));
  };

  readonly #onInput = (): void => {
    this.markup = '';
    this.isEmpty = false;
  };

  readonly #add = (event: Event): void => {
    event.preventDefault();
    const [title, text] = [this.title_.value.trim(), this.words.value];
    this.isEmpty = text.trim() === '';
    if (this.isEmpty) return this.words.focus();
    const file = textFile(this.markup || text, title.replace(/[\\/:*?"<>|]+/gu, ' '), this.markup !== '');
    this.dispatchEvent(new PapersBrought([file], title || null));
    this.title_.value = this.words.value = this.markup = '';
    this.dialog.close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'paste-dialog': PasteDialog;
  }
}
