/** `<backup-dialog>`: restores a backup: what is in it, what would come of it, and, once asked to, what came of it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Restoring, type Told } from './backup-in.ts';
import { holdsWords, toldWords } from './backup-words.ts';
import { fetchPaper, listPapers } from './corpus.ts';
import { tellLibrary } from './library-news.ts';
import { messageFor, type Message } from './messages.ts';
import { storage } from './own-storage.ts';
import type { Fate } from './restore-plan.ts';

/** What shows: a backup is being looked at, was looked at, is being restored, was restored. */
type Stage = 'looking' | 'looked' | 'restoring' | 'restored';

const stageWords: Readonly<Record<Stage, string>> = {
  looking: 'Looking at what is in it …',
  looked: '',
  restoring: 'Restoring …',
  restored: 'Restored.',
};

/** What becomes of things, before and after. */
const fateWords: Readonly<Record<Exclude<Fate, 'refused'>, readonly [will: string, did: string]>> = {
  add: ['Will be added', 'Added'],
  merge: ['Will take in what is new', 'Took in what is new'],
  known: ['Here already, and stays as it is', 'Was here already, and stayed as it was'],
};

/** So many titles are named at most. */
const mostTitles = 8;

const dateWords = (made: string): string =>
  new Date(made).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });

@customElement('backup-dialog')
export class BackupDialog extends LitElement {
  @state() private file: File | null = null;
  @state() private stage: Stage = 'looking';
  @state() private told: readonly Told[] = [];
  @state() private trouble: Message | null = null;
  @state() private share = 0;
  @query('dialog') private dialog!: HTMLDialogElement | null;
  #restoring: Restoring | null = null;
  #opener: HTMLElement | null = null;
  #closed: () => void = () => undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens on a file; resolves when it is closed. The focus goes back to `opener`. */
  async ask(file: File, opener: HTMLElement | null): Promise<void> {
    [this.file, this.stage, this.told, this.trouble, this.share] = [file, 'looking', [], null, 0];
    this.#restoring = null;
    this.#opener = opener;
    await this.updateComplete;
    this.dialog?.showModal();
    const closed = new Promise<void>((resolve) => (this.#closed = resolve));
    void this.#look(file);
    await closed;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { file } = this;
    if (!file) return nothing;
    return html`<dialog
      class="dialog backup-dialog"
      aria-labelledby="backup-dialog-title"
      @close=${this.#onClose}
      @cancel=${this.#onCancel}
    >
      <div class="dialog-head"><h2 id="backup-dialog-title">Restore a backup</h2></div>
      <p class="backup-file">${file.name}</p>
      ${this.#about()}
      <div class="backup-told">${this.#fates()} ${this.#refused()}</div>
      <p role="status">${this.#status()}</p>
      ${this.#isBusy ? html`<progress aria-label="Done so far" max="1" .value=${this.share}></progress>` : nothing}
      <div class="dialog-acts">${this.#acts()}</div>
    </dialog>`;
  }

  get #isBusy(): boolean {
    return !this.trouble && (this.stage === 'looking' || this.stage === 'restoring');
  }

  /** Whether anything would come of it. */
  get #isWorth(): boolean {
    return this.told.some(({ fate }) => fate === 'add' || fate === 'merge');
  }

  #about(): TemplateResult | typeof nothing {
    const manifest = this.#restoring?.manifest;
    if (!manifest || this.stage === 'looking') return nothing;
    const { counts, made, unread } = manifest;
    return html`<p>Made on ${dateWords(made)}. In it: ${holdsWords(counts)}.</p>
      ${counts.others > 0 ? html`<p class="hint">It also holds ${counts.others} entries of a newer Warrant, which this version passes over. They stay in the file.</p>` : nothing}
      ${unread.length > 0 ? html`<p class="hint">Something could not be read when it was made, and is not in it.</p>` : nothing}`;
  }

  #fates(): TemplateResult | typeof nothing {
    const at = this.stage === 'restored' ? 1 : 0;
    const rows = (['add', 'merge', 'known'] as const).flatMap((fate) => {
      const told = this.told.filter((thing) => thing.fate === fate);
      const words = toldWords(told);
      if (words === '') return [];
      return [
        html`<dt>${fateWords[fate][at]}</dt>
          <dd>${words}${this.#titles(told)}</dd>`,
      ];
    });
    return rows.length > 0 ? html`<dl>${rows}</dl>` : nothing;
  }

  #titles(told: readonly Told[]): TemplateResult | typeof nothing {
    const titles = told.filter(({ kind, title }) => kind === 'paper' && title).map(({ title }) => title);
    if (titles.length === 0) return nothing;
    return html`<ul>
      ${titles.slice(0, mostTitles).map((title) => html`<li>${title}</li>`)}
      ${titles.length > mostTitles ? html`<li>and ${titles.length - mostTitles} more</li>` : nothing}
    </ul>`;
  }

  #refused(): TemplateResult | typeof nothing {
    const refused = this.told.filter(({ fate }) => fate === 'refused');
    if (refused.length === 0) return nothing;
    return html`<p><strong>Left out</strong>, since it is damaged or not what it says to be:</p>
      <ul>
        ${refused.slice(0, mostTitles).map(({ kind, title }) => html`<li>${title === '' ? `a ${kind}` : title}</li>`)}
        ${refused.length > mostTitles ? html`<li>and ${refused.length - mostTitles} more</li>` : nothing}
      </ul>`;
  }

  #status(): TemplateResult | string {
    const { trouble, stage } = this;
    if (trouble) return html`<strong>${trouble.title}.</strong> ${trouble.words}`;
    if (stage !== 'looked') return stageWords[stage];
    return this.#isWorth
      ? 'Nothing that is here is written over, and nothing goes.'
      : 'Nothing in it is missing here.';
  }

  #acts(): TemplateResult {
    if (this.stage === 'looked' && this.#isWorth && !this.trouble)
      return html`<button type="button" class="main-button" @click=${() => void this.#restore()}>
          Restore
        </button>
        <button type="button" class="plain-button" @click=${this.#close}>Cancel</button>`;
    const words = this.stage === 'looking' && !this.trouble ? 'Cancel' : 'Close';
    return html`<button
      type="button"
      class="plain-button"
      ?disabled=${this.stage === 'restoring' && !this.trouble}
      @click=${this.#close}
    >
      ${words}
    </button>`;
  }

  async #look(file: File): Promise<void> {
    const isMeant = (): boolean => this.file === file && this.stage === 'looking';
    try {
      const [kept, listed] = await Promise.all([storage(), listPapers()]);
      const shipped = { ids: listed.map(({ id }) => id), xml: fetchPaper };
      const restoring = await Restoring.open(file, kept, shipped);
      const told = await restoring.preview((share) => (this.share = share));
      if (!isMeant()) return;
      this.#restoring = restoring;
      [this.told, this.stage] = [told, 'looked'];
      await this.updateComplete;
      this.querySelector<HTMLElement>('.dialog-acts button')?.focus();
    } catch (error) {
      if (isMeant()) this.trouble = messageFor(error);
    }
  }

  async #restore(): Promise<void> {
    if (!this.#restoring) return;
    [this.stage, this.share] = ['restoring', 0];
    try {
      this.told = await this.#restoring.restore((share) => (this.share = share));
    } catch (error) {
      this.trouble = messageFor(error);
    }
    this.stage = 'restored';
    tellLibrary();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.dialog-acts button')?.focus();
  }

  readonly #close = (): void => this.dialog?.close();

  /** What has begun is finished: Escape waits for it. */
  readonly #onCancel = (event: Event): void => {
    if (this.stage === 'restoring' && !this.trouble) event.preventDefault();
  };

  readonly #onClose = (): void => {
    this.file = null;
    this.#restoring = null;
    if (this.#opener?.isConnected) this.#opener.focus();
    this.#closed();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'backup-dialog': BackupDialog;
  }
}
