/** `<supply-overlays>`: what floats over the desk while a reader supplies what is missing: the toolbar of a note's words. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PassageRequest, WorkRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import '../margin/note-bar.ts';
import type { ReadReferences } from '../margin/work-import.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { messageFor } from './messages.ts';

/** Reads what is pasted or dropped; what makes the whole unreadable is told like what makes an entry so. */
const readWorks: ReadReferences = async (text, name) => {
  try {
    const [{ readReferences }, { findingSentence }] = await Promise.all([
      import('../formats/references.ts'),
      import('../formats/finding.ts'),
    ]);
    const { items, findings } = await readReferences(text, name);
    return { items, findings: findings.map(findingSentence) };
  } catch (error) {
    return { items: [], findings: [messageFor(error).words] };
  }
};

/** Acts on the requests that reach the desk. */
@customElement('supply-overlays')
export class SupplyOverlays extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) pane: PaperPane | null = null;
  /** Whether the reader lets single keys count. */
  @property({ attribute: false }) hasKeys = true;

  @state() private hasDialog = false;

  /** Where the last passage was asked for. */
  #asker: HTMLElement | null = null;

  constructor() {
    super();
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    const desk = this.closest('desk-screen');
    desk?.addEventListener('work-request', (event) => void this.#onWork(event), { signal });
    desk?.addEventListener('passage-request', (event) => this.#onPassage(event), { signal });
    desk?.addEventListener('passage-chosen', () => this.#onChosen(), { signal });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.store) return nothing;
    return html`<note-bar .store=${this.store} .hasKeys=${this.hasKeys}></note-bar>
      ${this.hasDialog ? html`<work-dialog .store=${this.store} .read=${readWorks}></work-dialog>` : nothing}`;
  }

  /** The dialog comes when it is first asked for. */
  async #onWork(event: WorkRequest): Promise<void> {
    const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    await import('../margin/work-dialog.ts');
    this.hasDialog = true;
    await this.updateComplete;
    await this.querySelector('work-dialog')?.ask(event.to, event.work, opener);
  }

  /** The caret goes to where the note is marked: what it is for is near. */
  #onPassage(event: PassageRequest): void {
    const { text } = this.store?.desk.paper ?? {};
    const marker = text?.markers.find((point) => point.node.attrs['note'] === event.note);
    this.#asker = event.target instanceof HTMLElement ? event.target : null;
    if (!marker) return;
    this.store?.reveal({ kind: 'note', id: event.note }, 'margin');
    this.pane?.focusAt(Math.max(0, marker.offset - 1));
  }

  #onChosen(): void {
    const button = this.#asker?.isConnected ? this.#asker.querySelector<HTMLElement>('button') : null;
    button?.scrollIntoView({ block: 'nearest' });
    button?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'supply-overlays': SupplyOverlays;
  }
}
