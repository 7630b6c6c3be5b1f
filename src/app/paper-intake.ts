/** `<paper-intake>`: where papers come into the library: the ways in, and the queue of what is on its way. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { WhileConnected } from '../ui/while-connected.ts';
import './add-paper.ts';
import { askForPapers } from './ask-for-papers.ts';
import './import-queue.ts';
import type { PapersBrought } from './import-requests.ts';
import type {} from './library-requests.ts';
import { imports } from './own-imports.ts';

/** A notebook of somebody, or an export of marks: it belongs on the desk of its paper. */
const isNotebook = ({ name }: File): boolean => /\.json$/iu.test(name);

/** Stands in `<library-screen>`; acts on what its parts bring, and on the screen's wish for a better copy of a paper. */
@customElement('paper-intake')
export class PaperIntake extends LitElement {
  constructor() {
    super();
    this.addEventListener('papers-brought', (event) => this.#onBrought(event));
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

  #onBrought({ files, title }: PapersBrought): void {
    const notebooks = files.filter(isNotebook);
    if (notebooks.length > 0)
      void this.closest('library-screen')?.querySelector('library-files')?.take(notebooks);
    imports.add(
      files.filter((file) => !isNotebook(file)),
      { title },
    );
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
