/** `<backup-folder>`: backups that are made by themselves into a folder: off or on, how they stand, and what the browser asks. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { WhileConnected } from '../ui/while-connected.ts';
import {
  allowFolder,
  backUpIntoFolder,
  chooseFolder,
  folderState,
  hasFolders,
  stopFolder,
  type FolderState,
} from './folder-backup.ts';
import { keptBackups } from './folder-files.ts';
import { messageFor } from './messages.ts';

/** @fires folder-backed-up - A backup was made, or how it stands has changed. */
@customElement('backup-folder')
export class BackupFolder extends LitElement {
  @state() private folder: FolderState | null = null;
  @state() private said = '';
  @state() private isBusy = false;

  constructor() {
    super();
    new WhileConnected(this, () => void this.#read());
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.folder || !hasFolders()) return nothing;
    return html`<p class="backup-folder-state">${this.#words(this.folder)}</p>
      <div class="backup-acts">${this.#acts(this.folder)}</div>
      <p role="status" class="hint">${this.said}</p>`;
  }

  #words({ folder, permission, last, hasFailed }: FolderState): string {
    if (folder === null)
      return `Warrant can also save one by itself: once a day, into a folder you choose, where the last ${keptBackups} stay.`;
    const made = last
      ? `The last one was made and checked on ${new Date(last).toLocaleDateString(undefined, { dateStyle: 'long' })}.`
      : 'None was made yet.';
    const ask =
      permission === 'granted'
        ? ''
        : ' Since the browser was started anew, it wants to hear from you that Warrant may write there.';
    const failed = hasFailed && permission === 'granted' ? ' The last attempt failed.' : '';
    return `Once a day a backup is saved into “${folder}”, if anything is new. ${made}${ask}${failed}`;
  }

  #acts({ folder, permission }: FolderState): TemplateResult {
    if (folder === null) return this.#button('Choose a folder …', chooseFolder);
    return html`${
      permission === 'granted'
        ? this.#button('Save one there now', backUpIntoFolder)
        : this.#button('Allow it and save one now', allowFolder)
    }
    ${this.#button('Stop saving there', stopFolder)}`;
  }

  #button(words: string, work: () => Promise<unknown>): TemplateResult {
    return html`<button
      type="button"
      class="plain-button"
      ?disabled=${this.isBusy}
      @click=${() => void this.#do(work)}
    >
      ${words}
    </button>`;
  }

  async #do(work: () => Promise<unknown>): Promise<void> {
    [this.isBusy, this.said] = [true, ''];
    // What is chosen in a window of the browser takes as long as it takes.
    const timer = setTimeout(() => (this.said = 'At work …'), 1000);
    try {
      await work();
      this.said = '';
    } catch (error) {
      const { title, words } = messageFor(error);
      this.said = `${title}. ${words}`;
    }
    clearTimeout(timer);
    if (this.said === 'At work …') this.said = '';
    this.isBusy = false;
    await this.#read();
    await this.updateComplete;
    if (document.activeElement === document.body) this.querySelector('button')?.focus();
    this.dispatchEvent(new Event('folder-backed-up', { bubbles: true }));
  }

  async #read(): Promise<void> {
    this.folder = hasFolders() ? await folderState().catch(() => null) : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'backup-folder': BackupFolder;
  }
  interface HTMLElementEventMap {
    'folder-backed-up': Event;
  }
}
