/** `<paper-intake>`: where papers come into the library: the ways in, and the queue of what is on its way. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { WhileConnected } from '../ui/while-connected.ts';
import './add-paper.ts';
import { askForPapers } from './ask-for-papers.ts';
import { apart } from './brought-files.ts';
import './import-queue.ts';
import type { PapersBrought } from './import-requests.ts';
import type {} from './library-requests.ts';
import { imports } from './own-imports.ts';

/** Stands in `<library-screen>`; acts on what its parts bring, and on the screen's wish for a better copy of a paper. */
@customElement('paper-intake')
export class PaperIntake extends LitElement {
  constructor() {
    super();
    this.addEventListener('papers-brought', (event) => void this.#onBrought(event));
    new WhileConnected(this, (signal) => {
      const screen = this.closest('library-screen');
      screen?.addEventListener('better-copy-request', ({ paper }) => this.#onBetterCopy(paper), { signal });
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<add-paper></add-paper><import-queue></import-queue>`;
  }

  async #onBrought({ files, title }: PapersBrought): Promise<void> {
    const { notebooks, packages, backups, papers } = await apart(files);
    const screen = this.closest('library-screen');
    if (notebooks.length > 0) void screen?.querySelector('library-files')?.take(notebooks);
    if (packages.length > 0) void screen?.querySelector('library-packages')?.take(packages);
    if (backups.length > 0) void screen?.querySelector('library-backup')?.take(backups);
    imports.add(papers, { title });
  }

  #onBetterCopy(paper: string): void {
    askForPapers(false, (files) => imports.add(files, { betterOf: paper }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-intake': PaperIntake;
  }
}
