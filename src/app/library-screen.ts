/** `<library-screen>`: the papers on this machine: found, put in order, tagged, removed; how far each is read and what was made of it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PopMenu } from '../ui/pop-menu.ts';
import '../ui/pop-menu.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { listPapers } from './corpus.ts';
import { menuOf, type ActScene } from './library-acts.ts';
import './library-dialogs.ts';
import type { LibraryDialogs } from './library-dialogs.ts';
import { libraryEntry } from './library-entry.ts';
import './library-files.ts';
import './library-foot.ts';
import { keepView, readView, type LibraryView } from './library-memory.ts';
import { onLibraryNews } from './library-news.ts';
import { sorted, tagsIn } from './library-order.ts';
import type { LibraryPaper } from './library-paper.ts';
import './library-packages.ts';
import './library-removed.ts';
import { LibraryShelf } from './library-shelf.ts';
import './library-tools.ts';
import type { LibraryViewChange } from './library-tools.ts';
import { messageFor, type Message } from './messages.ts';
import { storage } from './own-storage.ts';
import './paper-intake.ts';

@customElement('library-screen')
export class LibraryScreen extends LitElement {
  @state() private shelf: LibraryShelf | null = null;
  @state() private trouble: Message | null = null;
  @state() private view: LibraryView = readView();
  @query('pop-menu') private menu!: PopMenu;
  @query('library-dialogs') private dialogs!: LibraryDialogs;

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      onLibraryNews(() => void this.#read(), signal);
      void this.#load(signal);
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async #load(signal: AbortSignal): Promise<void> {
    this.trouble = null;
    try {
      const [listed, kept] = await Promise.all([listPapers(), storage()]);
      const shelf = new LibraryShelf(listed, kept, () => this.requestUpdate());
      await shelf.read();
      this.shelf = shelf;
      const order = sorted(shelf.papers, this.view.sort, (id) => shelf.workOn(id));
      await shelf.count(
        order.map(({ id }) => id),
        signal,
      );
    } catch (error) {
      this.#onTrouble(error);
    }
  }

  async #read(): Promise<void> {
    try {
      await this.shelf?.read();
    } catch (error) {
      this.#onTrouble(error);
    }
  }

  readonly #onTrouble = (error: unknown): void => {
    this.trouble = messageFor(error);
  };

  protected override render(): TemplateResult {
    return html`<main class="library" @library-view-changed=${this.#onView}>
        <header class="library-head">
          <h1 tabindex="-1">Warrant</h1>
          <p class="library-lead">Read a paper with its argument beside it.</p>
        </header>
        <paper-intake></paper-intake>
        ${this.#troubleBanner()}
        ${this.shelf ? this.#shelves(this.shelf) : this.trouble ? nothing : html`<p class="hint" role="status">Looking at the shelf …</p>`}
        <library-foot .papers=${this.shelf?.papers ?? []}></library-foot>
      </main>
      <library-dialogs .scene=${this.#scene}></library-dialogs>
      <pop-menu></pop-menu>`;
  }

  #troubleBanner(): TemplateResult | typeof nothing {
    const { trouble } = this;
    if (!trouble) return nothing;
    return html`<p class="banner" role="alert">
      <strong>${trouble.title}.</strong> ${trouble.words}
      <button type="button" class="plain-button" @click=${this.#again}>Try again</button>
    </p>`;
  }

  #shelves(shelf: LibraryShelf): TemplateResult {
    const here = shelf.papers.filter(({ removed }) => removed === null);
    const { tag } = this.view;
    const shown = tag === null ? here : here.filter(({ tags }) => tags.includes(tag));
    const order = sorted(shown, this.view.sort, (id) => shelf.workOn(id));
    const samples = order.filter(({ source }) => source === 'sample');
    return html`<library-tools .view=${this.view} .tags=${tagsIn(here)}></library-tools>
      ${this.#list(
        'Papers',
        order.filter(({ source }) => source !== 'sample'),
        shelf,
      )}
      ${samples.length > 0 ? this.#list('To try', samples, shelf) : nothing} ${this.#ways(here)}
      <library-removed
        .shelf=${shelf}
        .papers=${shelf.papers.filter(({ removed }) => removed !== null)}
        .onTrouble=${this.#onTrouble}
      ></library-removed>`;
  }

  /** The other ways in and out. */
  #ways(here: readonly LibraryPaper[]): TemplateResult {
    const known = here.map(({ id, front }) => ({ id, title: front.title }));
    const save = (event: Event): void =>
      void this.dialogs.open('package', null, event.currentTarget as HTMLElement);
    return html`<div class="library-ways">
      <library-files class="library-files" .papers=${known}></library-files>
      <library-packages></library-packages>
      <div class="library-files">
        <button type="button" class="plain-button" @click=${save}>Save papers as a package …</button>
      </div>
    </div>`;
  }

  get #scene(): ActScene | null {
    if (!this.shelf) return null;
    return {
      shelf: this.shelf,
      root: this,
      onTrouble: this.#onTrouble,
      open: (dialog, paper, opener) => void this.dialogs.open(dialog, paper, opener),
    };
  }

  #list(name: string, papers: readonly LibraryPaper[], shelf: LibraryShelf): TemplateResult {
    return html`<section class="library-section">
      <h2 class="library-shelf">${name} <small>${papers.length}</small></h2>
      ${
        papers.length === 0
          ? html`<p class="hint">
              ${this.view.tag === null ? 'No papers on this machine yet.' : `No paper here has the tag “${this.view.tag}”.`}
            </p>`
          : html`<ul class="library-list">
              ${repeat(
                papers,
                ({ id }) => id,
                (paper) =>
                  html`<li class="library-entry">
                    ${libraryEntry(paper, shelf.workOn(paper.id), this.#openMenu)}
                  </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  readonly #openMenu = (paper: LibraryPaper, button: HTMLElement): void => {
    const scene = this.#scene;
    if (!scene) return;
    const { left, bottom } = button.getBoundingClientRect();
    void this.menu.open(
      `“${paper.front.title}”`,
      menuOf(scene, paper, button),
      { clientX: left, clientY: bottom },
      button,
    );
  };

  readonly #again = (): void => void this.#load(new AbortController().signal);

  readonly #onView = ({ view }: LibraryViewChange): void => {
    this.view = view;
    keepView(view);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'library-screen': LibraryScreen;
  }
}
