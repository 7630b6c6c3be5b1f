/** `<library-foot>`: the end of the library: what it takes of the device, where everything stays, who made type and layout. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WhileConnected } from '../ui/while-connected.ts';
import type { LibraryPaper } from './library-paper.ts';
import { offline, type OfflineState } from './offline-keeper.ts';
import './storage-line.ts';

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

  constructor() {
    super();
    new WhileConnected(this, (signal) =>
      offline.addEventListener('offline-changed', () => this.requestUpdate(), { signal }),
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<footer class="library-foot">
      <storage-line .papers=${this.papers}></storage-line>
      ${offline.state === 'none' ? nothing : html`<p class="library-offline">${offlineWords[offline.state]}</p>`}
      <p>
        Set in Source Serif 4 and Source Sans 3 (SIL OFL 1.1). The map is laid out by elkjs, unmodified, under
        the Eclipse Public License 2.0; its source is at github.com/kieler/elkjs.
      </p>
    </footer>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-foot': LibraryFoot;
  }
}
