/** `<argument-dialog>`: an argument from a file: chosen, dropped or pasted, looked at, then taken in as one, or opened beside. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownLayer } from '../desk/desk.ts';
import { Announce, OpenLayersRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { ArgumentFile } from '../formats/argument-file.ts';
import { inSlices } from '../ui/slices.ts';
import { argumentLayer } from './argument-layer.ts';
import { argumentEdit, planArgument, type ArgumentPlan, type Choice } from './argument-plan.ts';
import { namesIn, planDetails } from './argument-preview.ts';
import { readArgument } from './argument-reading.ts';
import { argumentSentences } from './argument-words.ts';
import { messageFor, type Message } from './messages.ts';
import { FileSource, type SourceWords } from './file-source.ts';

/** What was read, and what it would do. */
interface Looked {
  readonly file: ArgumentFile;
  readonly plan: ArgumentPlan;
}

const formatNames = { argdown: 'Argdown', aif: 'AIF', picture: 'a picture with its map' } as const;

const sourceWords: SourceWords = {
  accept: '.argdown,.ad,.md,.txt,.json,.aif,.svg,.png,.pdf',
  name: 'Argdown or AIF as text',
  placeholder: '[Claim]: Its words.\n  + [Reason]: Why it holds.',
};

/**
 * @fires announce - What was taken in, with an offer to undo it.
 * @fires open-layers-request - The argument is to be opened beside the reader's own.
 */
@customElement('argument-dialog')
export class ArgumentDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  readonly #source = new FileSource(this, (source) => void this.#look(source));
  @state() private isOpen = false;
  @state() private isReading = false;
  @state() private looked: Looked | null = null;
  @state() private trouble: Message | null = null;
  @state() private name = '';
  @state() private chosen: ReadonlyMap<string, Choice> = new Map();
  @state() private withGone = false;
  #opener: HTMLElement | null = null;
  #abort = new AbortController();

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  /** Opens, with a file where there is one already; the focus goes back to `opener`. */
  async ask(file: File | null, opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    this.#forget();
    this.isOpen = true;
    await this.updateComplete;
    const dialog = this.querySelector('dialog');
    if (!dialog?.open) dialog?.showModal();
    if (file) await this.#look(file);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.store || !this.isOpen) return nothing;
    return html`<dialog
      class="dialog marks-dialog argument-dialog ${this.#source.isOver ? 'over' : ''}"
      aria-labelledby="argument-title"
      @close=${this.#onClose}
      @dragover=${this.#source.onOver}
      @dragleave=${this.#source.onLeave}
      @drop=${this.#source.onDrop}
    >
      <div class="dialog-head"><h2 id="argument-title">Open an argument</h2></div>
      <p class="hint">
        Argdown, AIF (also of AIFdb and OVA), or a picture of a map that Warrant made. Nothing is changed
        before you have seen what is in the file; Undo takes all of it back.
      </p>
      ${this.#source.view(this.name, sourceWords)}
      <div class="marks-sum" role="status">${this.#state()}</div>
      ${this.#details()}
      <div class="card-actions">
        <button type="button" class="main-button" ?disabled=${!this.#edit()} @click=${this.#take}>
          Take in
        </button>
        <button type="button" class="plain-button" ?disabled=${!this.looked} @click=${this.#openBeside}>
          Open beside mine
        </button>
        <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>
      </div>
    </dialog>`;
  }

  #state(): TemplateResult | typeof nothing {
    if (this.isReading) return html`<p>Reading …</p>`;
    if (this.trouble) return html`<p><strong>${this.trouble.title}.</strong> ${this.trouble.words}</p>`;
    if (!this.looked) return nothing;
    const { file, plan } = this.looked;
    const called = file.title === '' ? '' : `, “${file.title}”`;
    return html`<p><strong>${`This is ${formatNames[file.format]}${called}.`}</strong></p>
      ${argumentSentences(plan).map((words) => html`<p>${words}</p>`)}`;
  }

  #details(): TemplateResult | typeof nothing {
    const { looked, store } = this;
    if (!looked || !store) return nothing;
    const name = namesIn(looked.plan, ownLayer(store.desk).records.values());
    return html`<div class="argument-details">
      ${planDetails(looked.plan, name, this.chosen, this.#onChoose)}
      ${
        looked.plan.gone.length > 0
          ? html`<label class="argument-gone"
              ><input type="checkbox" .checked=${this.withGone} @change=${this.#onGone} /> Also remove here
              what is no longer in the file</label
            >`
          : nothing
      }
    </div>`;
  }

  #edit(): ReturnType<typeof argumentEdit> {
    const choice = { conflicts: this.chosen, withGone: this.withGone };
    return this.looked && argumentEdit(this.looked.plan, choice, new Date().toISOString());
  }

  #forget(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.looked = null;
    this.trouble = null;
    this.isReading = false;
    this.name = '';
    this.chosen = new Map();
    this.withGone = false;
  }

  /** Reads a file, or a text; what was begun before is forgotten. */
  async #look(source: File | string): Promise<void> {
    this.#forget();
    const { signal } = this.#abort;
    const { store } = this;
    if (!store || (typeof source === 'string' && source.trim() === '')) return;
    this.name = typeof source === 'string' ? '' : source.name;
    this.isReading = true;
    try {
      const file = await readArgument(source, new Date().toISOString(), signal);
      const plan = await inSlices(planArgument(store.desk, file), signal);
      if (plan) this.looked = { file, plan };
    } catch (error) {
      if (!signal.aborted) this.trouble = messageFor(error);
    }
    if (!signal.aborted) this.isReading = false;
  }

  readonly #onChoose = (id: string, choice: Choice): void => {
    this.chosen = new Map([...this.chosen, [id, choice]]);
  };

  readonly #onGone = (event: Event): void => {
    this.withGone = (event.target as HTMLInputElement).checked;
  };

  readonly #take = (): void => {
    const edit = this.#edit();
    const { store } = this;
    if (!edit || !store) return;
    this.#close();
    const count = edit.put.length + edit.remove.length;
    if (store.run(() => edit))
      this.dispatchEvent(
        new Announce(`Took in an argument: ${count} ${count === 1 ? 'record' : 'records'}`, 'undo'),
      );
  };

  readonly #openBeside = (): void => {
    const { looked, store, name } = this;
    if (!looked || !store) return;
    const layer = argumentLayer(store.desk, looked.file, name, new Date().toISOString());
    this.#close();
    this.dispatchEvent(new OpenLayersRequest([layer]));
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
    'argument-dialog': ArgumentDialog;
  }
}
