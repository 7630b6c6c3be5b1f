/** `<layer-overlays>`: opens, keeps and closes the notebooks of others, and hands the reader's own out and in. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Desk } from '../desk/desk.ts';
import { OpenArgumentRequest } from '../desk/argument-requests.ts';
import { openedIn } from '../desk/layers.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { Storage } from '../storage/contract.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { focused } from './last-focus.ts';
import { droppedFiles, hasFiles } from './dropped-files.ts';
import { LayerShelf } from './layer-shelf.ts';
import { messageFor } from './messages.ts';
import { storage } from './own-storage.ts';
import { takeFiles } from './waiting-files.ts';

/** Dialogs and fields take files for themselves. */
const isElsewhere = ({ target }: DragEvent): boolean =>
  target instanceof Element && target.closest('dialog, input, textarea') !== null;

/** What shows beside the text comes with the first notebook that needs it. */
function fetchParts({ layers }: Desk): void {
  const opened = openedIn(layers);
  if (opened.some(({ kind }) => kind === 'return')) void import('../reader/heat-strip.ts');
  if (opened.some(({ kind }) => kind === 'handout')) void import('../margin/handout-bar.ts');
}

/**
 * Acts on the requests that reach the desk, and on files that are dropped there.
 *
 * @fires announce - What was closed, with a way back; what could not be kept.
 */
@customElement('layer-overlays')
export class LayerOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private hasOpening = false;
  @state() private hasHand = false;
  @state() private storage: Storage | null = null;
  @state() private shelf: LayerShelf | null = null;
  #unwatch: (() => void) | null = null;

  constructor() {
    super();
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    const desk = this.closest<HTMLElement>('desk-screen');
    desk?.addEventListener('open-layers-request', ({ files }) => void this.#onOpen(files), { signal });
    desk?.addEventListener('hand-request', ({ way }) => void this.#onHand(way), { signal });
    desk?.addEventListener('close-layer-request', ({ layer }) => this.#onClose(layer), { signal });
    // On the way down: the text refuses every drop that reaches it.
    desk?.addEventListener('dragover', (event) => this.#onDragOver(event), { signal, capture: true });
    desk?.addEventListener('drop', (event) => this.#onDrop(event), { signal, capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  #stop(): void {
    this.#unwatch?.();
    this.#unwatch = null;
    this.shelf?.stop();
    this.shelf = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('store')) void this.#start(this.store);
  }

  protected override render(): TemplateResult | typeof nothing {
    return html`${this.hasOpening ? html`<opening-dialog .shelf=${this.shelf}></opening-dialog>` : nothing}
    ${this.hasHand ? html`<hand-dialog .store=${this.store} .storage=${this.storage}></hand-dialog>` : nothing}`;
  }

  async #start(store: Store | null): Promise<void> {
    this.#stop();
    if (!store) return;
    try {
      const kept = await storage();
      if (!this.isConnected || this.store !== store) return;
      this.storage = kept;
      const shelf = (this.shelf = new LayerShelf(store, kept, this.#onTrouble));
      this.#unwatch = store.subscribe(
        (desk, previous) => desk.layers !== previous.layers && fetchParts(desk),
      );
      await shelf.restore();
      const waiting = takeFiles(store.desk.paper.id);
      if (waiting.length > 0) await this.#onOpen(waiting);
    } catch (error) {
      this.#onTrouble(error);
    }
  }

  async #onOpen(files: readonly File[] | null): Promise<void> {
    const opener = focused();
    await import('./opening-dialog.ts');
    this.hasOpening = true;
    await this.updateComplete;
    const dialog = this.querySelector('opening-dialog');
    if (files) await dialog?.take(files, opener);
    else dialog?.choose(opener);
  }

  async #onHand(way: 'out' | 'in'): Promise<void> {
    const opener = focused();
    await import('./hand-dialog.ts');
    this.hasHand = true;
    await this.updateComplete;
    await this.querySelector('hand-dialog')?.ask(way, opener);
  }

  #onClose(id: string): void {
    const name = openedIn(this.store?.desk.layers ?? []).find((layer) => layer.id === id)?.name;
    const back = this.shelf?.close(id);
    if (back) this.dispatchEvent(new Announce(`Closed: ${name ?? 'a notebook'}`, back));
  }

  #onDragOver(event: DragEvent): void {
    if (isElsewhere(event) || !hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  }

  #onDrop(event: DragEvent): void {
    if (isElsewhere(event) || !hasFiles(event)) return;
    event.preventDefault();
    void droppedFiles(event).then((files) => this.takeFiles(files));
  }

  /** A single file that is an argument has a dialog of its own, and so has a backup; papers wait in the library; all others are notebooks. */
  async takeFiles(files: readonly File[]): Promise<void> {
    const [file] = files;
    const { isArgument } = await import('./argument-kind.ts');
    if (file && files.length === 1 && (await isArgument(file))) {
      this.dispatchEvent(new OpenArgumentRequest(file));
      return;
    }
    const { isBackup, isPaper } = await import('./brought-files.ts');
    if (file && files.length === 1 && (await isBackup(file))) return this.#toRestore(file);
    const are = await Promise.all(files.map(isPaper));
    const papers = files.filter((_, at) => are[at]);
    if (papers.length > 0) await this.#toLibrary(papers);
    if (papers.length < files.length) await this.#onOpen(files.filter((_, at) => !are[at]));
  }

  /** A backup is restored where no notebook is open. */
  async #toRestore(backup: File): Promise<void> {
    const { leaveBackup } = await import('./waiting-backup.ts');
    leaveBackup(backup);
    location.hash = '#/';
  }

  async #toLibrary(papers: readonly File[]): Promise<void> {
    const { imports } = await import('./own-imports.ts');
    imports.add(papers);
    const what = papers.length === 1 ? `“${papers[0]?.name}” is` : `${papers.length} papers are`;
    this.dispatchEvent(
      new Announce(
        `${what} being read for your library, and ${papers.length === 1 ? 'waits' : 'wait'} there to be kept.`,
      ),
    );
  }

  readonly #onTrouble = (error: unknown): void => {
    const { title, words } = messageFor(error);
    this.dispatchEvent(new Announce(`${title}. ${words}`));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'layer-overlays': LayerOverlays;
  }
}
