/** `<exchange-overlays>`: the dialogs by which annotations and arguments go out and come in; each is fetched when it is first asked for. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../desk/argument-requests.ts';
import type { BackupRequest } from '../desk/backup-requests.ts';
import type { ExportMarksRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { focused } from './last-focus.ts';

/** Acts on the requests that reach the desk. */
@customElement('exchange-overlays')
export class ExchangeOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private hasExport = false;
  @state() private hasImport = false;
  @state() private hasArgument = false;
  @state() private hasArgumentOut = false;

  constructor() {
    super();
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    const desk = this.closest<HTMLElement>('desk-screen');
    desk?.addEventListener('export-marks-request', (event) => void this.#onExport(event), { signal });
    desk?.addEventListener('import-marks-request', () => void this.#onImport(), { signal });
    desk?.addEventListener('open-argument-request', ({ file }) => void this.#onArgument(file), { signal });
    desk?.addEventListener('backup-request', (event) => void this.#onBackup(event), { signal });
    desk?.addEventListener('export-argument-request', () => void this.#onArgumentOut(), { signal });
  }

  async #onBackup(event: BackupRequest): Promise<void> {
    const { onBackupRequest } = await import('./desk-backup.ts');
    await onBackupRequest(this, event);
  }

  protected override render(): TemplateResult | typeof nothing {
    return html`${this.hasExport ? html`<export-marks-dialog .store=${this.store}></export-marks-dialog>` : nothing}
    ${this.hasImport ? html`<import-marks-dialog .store=${this.store}></import-marks-dialog>` : nothing}
    ${this.hasArgument ? html`<argument-dialog .store=${this.store}></argument-dialog>` : nothing}
    ${this.hasArgumentOut ? html`<export-argument-dialog .store=${this.store}></export-argument-dialog>` : nothing}`;
  }

  async #onExport({ ids }: ExportMarksRequest): Promise<void> {
    const opener = focused();
    await import('./export-marks-dialog.ts');
    this.hasExport = true;
    await this.updateComplete;
    await this.querySelector('export-marks-dialog')?.ask(ids, opener);
  }

  async #onArgumentOut(): Promise<void> {
    const opener = focused();
    await import('./export-argument-dialog.ts');
    this.hasArgumentOut = true;
    await this.updateComplete;
    await this.querySelector('export-argument-dialog')?.ask(opener);
  }

  async #onImport(): Promise<void> {
    const opener = focused();
    await import('./import-marks-dialog.ts');
    this.hasImport = true;
    await this.updateComplete;
    await this.querySelector('import-marks-dialog')?.ask(opener);
  }

  async #onArgument(file: File | null): Promise<void> {
    const opener = focused();
    await import('./argument-dialog.ts');
    this.hasArgument = true;
    await this.updateComplete;
    await this.querySelector('argument-dialog')?.ask(file, opener);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'exchange-overlays': ExchangeOverlays;
  }
}
