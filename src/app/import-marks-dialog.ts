/** `<import-marks-dialog>`: annotations of other programs and people: chosen, dropped or pasted, looked at, taken in as one. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { ReadAnnotations } from '../formats/annotations.ts';
import type { ImportPlan } from './import-plan.ts';
import { broughtBy, planFindings, planSentences } from './import-preview.ts';
import { messageFor, type Message } from './messages.ts';
import { FileSource, type SourceWords } from './file-source.ts';

/** What was read, and what it would do. */
interface Looked {
  readonly read: ReadAnnotations;
  readonly plan: ImportPlan;
}

const sourceWords: SourceWords = {
  accept: '.json,.jsonld,.annotations,.txt',
  name: 'Annotations as JSON',
  placeholder: '{ … }',
};

/** @fires announce - What was taken in, with an offer to undo it. */
@customElement('import-marks-dialog')
export class ImportMarksDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  readonly #source = new FileSource(
    this,
    (source) => void this.#look(source, typeof source === 'string' ? '' : source.name),
  );
  @state() private isOpen = false;
  @state() private isReading = false;
  @state() private looked: Looked | null = null;
  @state() private trouble: Message | null = null;
  @state() private name = '';
  #opener: HTMLElement | null = null;
  #serial = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens; the focus goes back to `opener`. */
  async ask(opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    this.#forget();
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.store || !this.isOpen) return nothing;
    const count = this.looked?.plan.put.length ?? 0;
    return html`<dialog
      class="dialog marks-dialog ${this.#source.isOver ? 'over' : ''}"
      aria-labelledby="import-marks-title"
      @close=${this.#onClose}
      @dragover=${this.#source.onOver}
      @dragleave=${this.#source.onLeave}
      @drop=${this.#source.onDrop}
    >
      <div class="dialog-head"><h2 id="import-marks-title">Import annotations</h2></div>
      <p class="hint">
        Web Annotations (JSON-LD), an export of Hypothesis, or annotations of Zotero as JSON. Nothing is
        changed before you have seen what is in the file; Undo takes all of it back.
      </p>
      ${this.#source.view(this.name, sourceWords)}
      <div class="marks-sum" role="status">${this.#state()}</div>
      ${this.looked ? planFindings(this.looked.plan) : nothing}
      <div class="card-actions">
        <button type="button" class="main-button" ?disabled=${count === 0} @click=${this.#take}>
          ${this.looked && count > 0 ? `Take in ${broughtBy(this.looked.plan)}` : 'Take in'}
        </button>
        <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
      </div>
    </dialog>`;
  }

  #state(): TemplateResult | typeof nothing {
    if (this.isReading) return html`<p>Reading …</p>`;
    if (this.trouble) return html`<p><strong>${this.trouble.title}.</strong> ${this.trouble.words}</p>`;
    if (!this.looked) return nothing;
    const [first, ...others] = planSentences(this.looked.plan, this.looked.read);
    return html`<p><strong>${first}</strong></p>
      ${others.map((words) => html`<p>${words}</p>`)}`;
  }

  #forget(): void {
    this.#serial += 1;
    this.looked = null;
    this.trouble = null;
    this.isReading = false;
    this.name = '';
  }

  /** Reads a file, or a text; what was begun before is forgotten. */
  async #look(source: Blob | string, name: string): Promise<void> {
    this.#forget();
    const serial = this.#serial;
    const { store } = this;
    if (!store || (typeof source === 'string' && source.trim() === '')) return;
    this.name = name;
    this.isReading = true;
    try {
      const { lookAt } = await import('./import-look.ts');
      const looked = await lookAt(store.desk, source, name, () => serial !== this.#serial);
      if (serial === this.#serial) this.looked = looked;
    } catch (error) {
      if (serial === this.#serial) this.trouble = messageFor(error);
    }
    if (serial === this.#serial) this.isReading = false;
  }

  readonly #take = (): void => {
    const { looked, store } = this;
    if (!looked || !store || looked.plan.put.length === 0) return;
    const brought = broughtBy(looked.plan);
    this.#close();
    if (store.run(() => ({ label: 'Import annotations', put: looked.plan.put })))
      this.dispatchEvent(new Announce(`Took in ${brought}`, 'undo'));
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.#source.stop();
    this.#forget();
    this.isOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'import-marks-dialog': ImportMarksDialog;
  }
}
