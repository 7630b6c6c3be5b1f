/** `<library-backup>`: everything of this device as a file, and back: how much is in none, saving, restoring. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { WhileConnected } from '../ui/while-connected.ts';
import { askForBackup } from './ask-for-backup.ts';
import type { BackupDialog } from './backup-dialog.ts';
import { remindLater, type Unsaved } from './backup-memory.ts';
import { sizeWords } from './library-entry.ts';
import { onLibraryNews } from './library-news.ts';
import { messageFor } from './messages.ts';
import { storage } from './own-storage.ts';
import { takeBackup } from './waiting-backup.ts';

/** What takes longer shows how far it is, in ms. */
const soon = 1000;

@customElement('library-backup')
export class LibraryBackup extends LitElement {
  @state() private unsaved: Unsaved | null = null;
  @state() private since = '';
  @state() private said = '';
  @state() private isBusy = false;
  @state() private hasFolder = false;
  /** How far the saving is, from 0 to 1; null where that does not show. */
  @state() private share: number | null = null;
  @query('backup-dialog') private dialog!: BackupDialog;
  #isRestoring = false;

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      onLibraryNews(() => void this.#count(), signal);
      void this.#count().then(() => this.#bringFolder());
      const waiting = takeBackup();
      if (waiting) void this.take([waiting]);
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const isMuch = this.unsaved?.isMuch ?? false;
    return html`<section class="library-backup" aria-labelledby="backup-title">
        <h2 id="backup-title" class="library-shelf">Backup</h2>
        <p class=${isMuch ? 'backup-since backup-reminder' : 'backup-since'}>
          ${this.since ? `${this.since}.` : nothing}
          ${isMuch ? 'Should this device or its browser lose what it keeps, only a file brings it back.' : nothing}
        </p>
        <div class="backup-acts">
          <button
            type="button"
            class=${isMuch ? 'main-button' : 'plain-button'}
            ?disabled=${this.isBusy}
            @click=${() => void this.#save()}
          >
            Save a backup of everything
          </button>
          <button type="button" class="plain-button" @click=${this.#choose}>Restore a backup …</button>
          ${isMuch ? html`<button type="button" class="plain-button" @click=${() => void this.#later()}>Not this week</button>` : nothing}
        </div>
        <p role="status" class="hint">${this.said}</p>
        ${this.share === null ? nothing : html`<progress aria-label="Backup made so far" max="1" .value=${this.share}></progress>`}
        ${this.hasFolder ? html`<backup-folder @folder-backed-up=${() => void this.#count()}></backup-folder>` : nothing}
      </section>
      <backup-dialog></backup-dialog>`;
  }

  async #count(): Promise<void> {
    try {
      const [{ unsavedNow }, { sinceWords }] = await Promise.all([
        import('./backup-save.ts'),
        import('./backup-words.ts'),
      ]);
      this.unsaved = await unsavedNow();
      this.since = sinceWords(this.unsaved);
    } catch {
      // Where storage fails the screen says so; here nothing can be counted.
      [this.unsaved, this.since] = [null, ''];
    }
  }

  /** Backups by themselves, in browsers that can write into folders. */
  async #bringFolder(): Promise<void> {
    if (!('showDirectoryPicker' in globalThis)) return;
    await import('./backup-folder.ts').then(
      () => (this.hasFolder = true),
      () => null,
    );
  }

  async #save(): Promise<void> {
    [this.isBusy, this.said] = [true, 'Making a backup …'];
    const from = performance.now();
    try {
      const { saveBackup } = await import('./backup-save.ts');
      const { holdsWords } = await import('./backup-words.ts');
      const { file, manifest } = await saveBackup((share) => {
        if (performance.now() - from > soon) this.share = share;
      });
      const missing = manifest.unread.length > 0 ? ' Some of it could not be read, and is not in it.' : '';
      this.said = `Made and checked: ${holdsWords(manifest.counts)}, ${sizeWords(file.size)}. It is in your downloads as “${file.name}”.${missing}`;
    } catch (error) {
      const { title, words } = messageFor(error);
      this.said = `${title}. ${words}`;
    }
    [this.isBusy, this.share] = [false, null];
    await this.#count();
  }

  readonly #choose = (): void => askForBackup((files) => void this.take(files));

  /** Opens the dialog on backups, one after the other. */
  async take(files: readonly File[]): Promise<void> {
    if (this.#isRestoring) return;
    this.#isRestoring = true;
    try {
      await import('./backup-dialog.ts');
      await this.updateComplete;
      const opener = this.querySelector<HTMLElement>('.backup-acts button:nth-child(2)');
      for (const file of files) await this.dialog.ask(file, opener);
    } finally {
      this.#isRestoring = false;
    }
  }

  async #later(): Promise<void> {
    await storage()
      .then(remindLater)
      .catch(() => null);
    await this.#count();
    this.querySelector<HTMLElement>('.backup-acts button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-backup': LibraryBackup;
  }
}
