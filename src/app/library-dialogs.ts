/** `<library-dialogs>`: the dialogs about papers of the library, fetched when the first one is asked for. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { FrontDialog } from './front-dialog.ts';
import { act, shortTitle, type ActScene } from './library-acts.ts';
import { tagsIn } from './library-order.ts';
import type { LibraryPaper } from './library-paper.ts';
import { storage } from './own-storage.ts';
import type { PackageDialog } from './package-dialog.ts';
import type { PaperTagsDialog } from './paper-tags-dialog.ts';

/** The dialogs by what they are about. */
export type LibraryDialog = 'details' | 'tags' | 'package';

const parts: Readonly<Record<LibraryDialog, () => Promise<unknown>>> = {
  details: () => import('./front-dialog.ts'),
  tags: () => import('./paper-tags-dialog.ts'),
  package: () => import('./package-dialog.ts'),
};

@customElement('library-dialogs')
export class LibraryDialogs extends LitElement {
  @property({ attribute: false }) scene: ActScene | null = null;
  @query('front-dialog') private front!: FrontDialog;
  @query('paper-tags-dialog') private tags!: PaperTagsDialog;
  @query('package-dialog') private package!: PackageDialog;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<front-dialog></front-dialog><paper-tags-dialog></paper-tags-dialog
      ><package-dialog></package-dialog>`;
  }

  /** Opens a dialog about a paper; of packages, null is about all of them. The focus goes back to `opener`. */
  async open(dialog: LibraryDialog, paper: LibraryPaper | null, opener: HTMLElement | null): Promise<void> {
    const { scene } = this;
    if (!scene) return;
    try {
      await parts[dialog]();
      if (dialog === 'package') await this.#package(scene, paper, opener);
      else if (paper && dialog === 'tags') await this.#tags(scene, paper, opener);
      else if (paper) await this.#details(scene, paper, opener);
    } catch (error) {
      scene.onTrouble(error);
    }
  }

  async #details(scene: ActScene, paper: LibraryPaper, opener: HTMLElement | null): Promise<void> {
    const now = await scene.shelf.front(paper);
    if (!now) return;
    await this.front.ask({
      paper: paper.id,
      now,
      opener,
      save: (to) => act(scene, 'Details saved', () => scene.shelf.edit(paper, to)),
    });
  }

  async #tags(scene: ActScene, paper: LibraryPaper, opener: HTMLElement | null): Promise<void> {
    await this.tags.ask({
      paper: paper.id,
      title: paper.front.title,
      tags: paper.tags,
      known: tagsIn(scene.shelf.papers),
      opener,
      save: (tags) =>
        void act(scene, `Tags of ${shortTitle(paper)} changed`, () => scene.shelf.tag(paper, tags)),
    });
  }

  async #package(scene: ActScene, paper: LibraryPaper | null, opener: HTMLElement | null): Promise<void> {
    const here = scene.shelf.papers.filter(({ removed }) => removed === null);
    const papers = paper ? [paper] : here;
    const chosen = paper ? [paper.id] : here.filter(({ source }) => source === 'kept').map(({ id }) => id);
    await this.package.ask({ papers, chosen, storage: await storage(), opener });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-dialogs': LibraryDialogs;
  }
}
