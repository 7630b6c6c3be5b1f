/** `<storage-line>`: at the end of the library: where things are kept, what they take of the device, and for how long it keeps them. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Storage } from '../storage/contract.ts';
import { counted, sizeWords } from './library-entry.ts';
import type { LibraryPaper } from './library-paper.ts';
import { storage } from './own-storage.ts';
import { room, type Room } from './persistence.ts';

const where: Readonly<Record<Storage['kind'], string>> = {
  device: 'Everything you write stays on this device. No account, no server.',
  memory:
    'This browser keeps nothing here: what you write is gone when this tab is closed. Save a backup before.',
};

@customElement('storage-line')
export class StorageLine extends LitElement {
  /** All papers, removed ones too. */
  @property({ attribute: false }) papers: readonly LibraryPaper[] = [];
  @state() private kind: Storage['kind'] = 'device';
  @state() private room: Room | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('papers')) void this.#look();
  }

  async #look(): Promise<void> {
    this.room = await room();
    // Where it does not open, the library says so.
    this.kind = (await storage().catch(() => null))?.kind ?? 'device';
  }

  protected override render(): TemplateResult {
    return html`<p>${where[this.kind]}</p>
      ${this.kind === 'device' && this.room ? this.#taken(this.room) : nothing}`;
  }

  #taken({ used, limit, isLasting }: Room): TemplateResult {
    const own = this.papers.filter(({ source }) => source === 'kept');
    const size = own.reduce((sum, paper) => sum + paper.size, 0);
    const papers =
      own.length === 0 ? '' : `, ${counted(own.length, 'paper')} of your own ${sizeWords(size)} of that`;
    return html`<p class="library-storage">
      Warrant takes ${sizeWords(used)} of this device${papers}. The browser lets it take ${sizeWords(limit)},
      if the disk has them.
      ${
        isLasting
          ? 'It has promised to keep them until you remove them yourself.'
          : 'When the disk runs low, it may clear them without asking: save a backup from time to time.'
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'storage-line': StorageLine;
  }
}
