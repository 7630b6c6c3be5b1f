/** `<library-foot>`: the end of the library: what it takes of the device, where everything stays, who made type and layout. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { counted, sizeWords } from './library-entry.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import type { LibraryPaper } from './library-paper.ts';
import { offline, type OfflineState } from './offline-keeper.ts';

/** Bytes that the browser keeps for Warrant in all; null where it does not tell. What it says it could keep is guesswork, and left out. */
async function usage(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null;
  } catch {
    // Some browsers have no such thing, and some refuse it.
    return null;
  }
}

const offlineWords: Readonly<Record<OfflineState, string>> = {
  none: '',
  keeping: 'Warrant is being put on this device, for use without a connection …',
  kept: 'All of Warrant is on this device: it opens without a connection, too.',
  failed:
    'Warrant is not on this device yet, and needs a connection to open: some of its files did not arrive. It tries again.',
};

@customElement('library-foot')
export class LibraryFoot extends LitElement {
  /** All papers, removed ones too. */
  @property({ attribute: false }) papers: readonly LibraryPaper[] = [];
  @state() private inAll: number | null = null;

  constructor() {
    super();
    new WhileConnected(this, (signal) =>
      offline.addEventListener('offline-changed', () => this.requestUpdate(), { signal }),
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('papers')) return;
    void usage().then((bytes) => (this.inAll = bytes));
  }

  protected override render(): TemplateResult {
    return html`<footer class="library-foot">
      <p>Everything you write stays on this device. No account, no server.</p>
      ${offline.state === 'none' ? nothing : html`<p class="library-offline">${offlineWords[offline.state]}</p>`}
      ${this.#storage()}
      <p>
        Set in Source Serif 4 and Source Sans 3 (SIL OFL 1.1). The map is laid out by elkjs, unmodified, under
        the Eclipse Public License 2.0; its source is at github.com/kieler/elkjs.
      </p>
    </footer>`;
  }

  #storage(): TemplateResult | typeof nothing {
    const kept = this.papers.filter(({ source }) => source === 'kept');
    const size = kept.reduce((sum, paper) => sum + paper.size, 0);
    if (kept.length === 0) return nothing;
    const all = this.inAll === null ? '' : `; with notes and all else ${sizeWords(this.inAll)}`;
    return html`<p class="library-storage">
      ${counted(kept.length, 'paper')} of your own ${kept.length === 1 ? 'takes' : 'take'} ${sizeWords(size)}
      of this device${all}.
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-foot': LibraryFoot;
  }
}
