/** `<file-menu>`: what goes out as a file and comes in as one, in one place in the bar. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ExportArgumentRequest, OpenArgumentRequest } from '../desk/argument-requests.ts';
import { BackupRequest } from '../desk/backup-requests.ts';
import { HistoryRequest } from '../desk/history-requests.ts';
import { ExportMarksRequest, HandRequest, ImportMarksRequest, OpenLayersRequest } from '../desk/requests.ts';
import { icon } from './icons.ts';
import { menuKey } from '../ui/menu-keys.ts';

interface Item {
  readonly words: string;
  /** What is asked of the desk. */
  readonly request: () => Event;
  /** Whether it says how much is in no backup. */
  readonly hasSince?: boolean;
}

/** The items, in groups. */
const groups: readonly (readonly Item[])[] = [
  [
    { words: 'Export annotations …', request: () => new ExportMarksRequest() },
    { words: 'Import annotations …', request: () => new ImportMarksRequest() },
  ],
  [
    { words: 'Export the argument …', request: () => new ExportArgumentRequest() },
    { words: 'Open an argument …', request: () => new OpenArgumentRequest() },
  ],
  [
    { words: 'Open handouts or notebooks …', request: () => new OpenLayersRequest() },
    { words: 'Hand out your notebook …', request: () => new HandRequest('out') },
    { words: 'Hand in your notebook …', request: () => new HandRequest('in') },
  ],
  [
    { words: 'Save a backup of everything', request: () => new BackupRequest('save'), hasSince: true },
    { words: 'Restore a backup …', request: () => new BackupRequest('restore') },
  ],
  [{ words: 'Earlier days of your notebook …', request: () => new HistoryRequest() }],
];

/**
 * @fires export-marks-request
 * @fires import-marks-request
 * @fires export-argument-request
 * @fires open-argument-request
 * @fires open-layers-request
 * @fires hand-request
 * @fires backup-request
 * @fires history-request
 */
@customElement('file-menu')
export class FileMenu extends LitElement {
  @state() private isOpen = false;
  /** How much is in no backup, in words; empty where that is not known. */
  @state() private since = '';
  /** Which item takes the focus when the menu opens; the last where it is negative. */
  #first = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<button
        type="button"
        class="icon-button"
        aria-label="Files"
        title="Files: export and import annotations, arguments, handouts"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen}
        @click=${() => (this.isOpen ? this.#close() : this.#open(0))}
        @keydown=${this.#onButtonKey}
      >
        ${icon('files')}
      </button>
      ${this.isOpen ? this.#menu() : nothing}`;
  }

  #menu(): TemplateResult {
    return html`<div
      class="file-menu"
      role="menu"
      aria-label="Files"
      @keydown=${this.#onMenuKey}
      @focusout=${this.#onFocusOut}
    >
      ${groups.map(
        (items, at) =>
          html`${at > 0 ? html`<div role="separator"></div>` : nothing}
          ${items.map(
            ({ words, request, hasSince }) =>
              html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#ask(request)}>
                ${words}${hasSince && this.since ? html`<small>${this.since}</small>` : nothing}
              </button>`,
          )}`,
      )}
    </div>`;
  }

  protected override updated(): void {
    const menu = this.querySelector('.file-menu');
    if (menu && !menu.contains(document.activeElement)) this.#items.at(this.#first)?.focus();
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  #open(first: number): void {
    this.#first = first;
    this.isOpen = true;
    void this.#count();
  }

  async #count(): Promise<void> {
    const { unsavedWords } = await import('./backup-save.ts');
    this.since = await unsavedWords();
  }

  /** Closes the menu; the focus goes back to its button. */
  #close(): void {
    this.isOpen = false;
    this.querySelector<HTMLElement>('button')?.focus();
  }

  #ask(request: () => Event): void {
    this.#close();
    this.dispatchEvent(request());
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.#open(event.key === 'ArrowDown' ? 0 : -1);
  };

  /** Arrow keys walk the menu, Escape goes back to the button, Tab leaves. */
  readonly #onMenuKey = (event: KeyboardEvent): void => menuKey(event, this.#items, () => this.#close());

  readonly #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.contains(to)) this.isOpen = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'file-menu': FileMenu;
  }
}
