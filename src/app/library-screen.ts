/** `<library-screen>`: the papers on this machine: found, put in order, tagged, removed; how far each is read and what was made of it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Fault } from '../model/fault.ts';
import type { PopMenu } from '../ui/pop-menu.ts';
import '../ui/pop-menu.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { listPapers } from './corpus.ts';
import { menuOf, type ActScene } from './library-acts.ts';
import './library-backup.ts';
import './library-dialogs.ts';
import type { LibraryDialogs } from './library-dialogs.ts';
import './library-files.ts';
import './library-foot.ts';
import { foundWords } from './library-hits.ts';
import { paperList, type ListScene } from './library-list.ts';
import { keepView, readView, type LibraryView } from './library-memory.ts';
import { onLibraryNews } from './library-news.ts';
import { sorted, tagsIn } from './library-order.ts';
import type { LibraryPaper } from './library-paper.ts';
import './library-packages.ts';
import './library-removed.ts';
import { LibrarySearch } from './library-search.ts';
import { LibraryShelf } from './library-shelf.ts';
import './library-tools.ts';
import type { LibraryViewChange } from './library-tools.ts';
import { mishaps } from './mishap-log.ts';
import { isAside, setAside, storage } from './own-storage.ts';
import './paper-intake.ts';
import { reloadPage } from './reload-page.ts';
import './trouble-banner.ts';
import type { OfferTaken } from './trouble-banner.ts';
import { troubleOf, type Trouble } from './trouble.ts';

/** So many papers stand in the page at first, and come each time that one nears their end: hundreds at once hold it up. */
const firstPapers = 40;
const morePapers = 80;

const pressWhenNear: IntersectionObserverCallback = (entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) (target as HTMLElement).click();
};

@customElement('library-screen')
export class LibraryScreen extends LitElement {
  @state() private shelf: LibraryShelf | null = null;
  @state() private trouble: Trouble | null = null;
  @state() private view: LibraryView = readView();
  @query('pop-menu') private menu!: PopMenu;
  @query('library-dialogs') private dialogs!: LibraryDialogs;

  /** Papers of which all hits show. */
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private most = firstPapers;
  readonly #near = new IntersectionObserver(pressWhenNear, { rootMargin: '800px' });
  #search: LibrarySearch | null = null;
  #signal = AbortSignal.abort();

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      this.#signal = signal;
      onLibraryNews(() => void this.#read(), signal);
      signal.addEventListener('abort', () => {
        this.#search?.stop();
        this.#near.disconnect();
      });
      void this.#load();
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async #load(): Promise<void> {
    this.trouble = null;
    try {
      const [listed, kept] = await Promise.all([listPapers(), storage()]);
      const update = (): void => this.requestUpdate();
      const shelf = new LibraryShelf(listed, kept, update);
      await shelf.read();
      this.#search ??= new LibrarySearch(kept, update);
      this.shelf = shelf;
      if (kept.kind === 'memory')
        this.#onTrouble(new Fault(isAside(kept) ? 'storage/aside' : 'storage/refused'));
      if (this.view.query) this.#look(true);
      await this.#count();
    } catch (error) {
      this.#onTrouble(error);
    }
  }

  async #read(): Promise<void> {
    try {
      await this.shelf?.read();
      if (this.view.query) this.#look(true);
      await this.#count();
    } catch (error) {
      this.#onTrouble(error);
    }
  }

  /** Counts what was made of papers, where nobody has yet. */
  async #count(): Promise<void> {
    const { shelf } = this;
    if (!shelf) return;
    const left = this.#sorted(shelf.papers, shelf).filter(({ id }) => shelf.workOn(id).made === null);
    await shelf.count(
      left.map(({ id }) => id),
      this.#signal,
    );
  }

  #sorted(papers: readonly LibraryPaper[], shelf: LibraryShelf): readonly LibraryPaper[] {
    return sorted(papers, this.view.sort, (id) => shelf.workOn(id));
  }

  /** The papers on the shelf that have the chosen tag. */
  #here(shelf: LibraryShelf): readonly LibraryPaper[] {
    const { tag } = this.view;
    const here = shelf.papers.filter(({ removed }) => removed === null);
    return tag === null ? here : here.filter(({ tags }) => tags.includes(tag));
  }

  #look(isAnew = false): void {
    if (this.shelf)
      this.#search?.ask(this.view.query, this.#sorted(this.#here(this.shelf), this.shelf), isAnew);
  }

  readonly #onTrouble = (error: unknown): void => {
    mishaps.note(error, true);
    const { offers, ...trouble } = troubleOf(error, this.shelf !== null);
    this.trouble = { ...trouble, offers: offers.length > 0 ? offers : ['retry'] };
  };

  protected override render(): TemplateResult {
    return html`<main
        class="library ${this.#search?.found ? 'is-searching' : ''}"
        @library-view-changed=${this.#onView}
      >
        <header class="library-head">
          <h1 tabindex="-1">Warrant</h1>
          <p class="library-lead">Read a paper with its argument beside it.</p>
        </header>
        <paper-intake></paper-intake>
        <trouble-banner .trouble=${this.trouble} @offer-taken=${this.#onOffer}></trouble-banner>
        ${this.shelf ? this.#shelves(this.shelf) : this.trouble ? nothing : html`<p class="hint" role="status">Looking at the shelf …</p>`}
        <library-backup></library-backup>
        <library-foot .papers=${this.shelf?.papers ?? []}></library-foot>
      </main>
      <library-dialogs .scene=${this.#scene}></library-dialogs>
      <pop-menu></pop-menu>`;
  }

  /** Watched anew after each change: what is near already presses once more. */
  protected override updated(): void {
    this.#near.disconnect();
    for (const button of this.querySelectorAll('.library-more-papers')) this.#near.observe(button);
  }

  #shelves(shelf: LibraryShelf): TemplateResult {
    const all = shelf.papers.filter(({ removed }) => removed === null);
    const found = this.#search?.found ?? null;
    const isFound = ({ id }: LibraryPaper): boolean => !found || found.entries.has(id) || found.hits.has(id);
    const order = this.#sorted(this.#here(shelf), shelf).filter(isFound);
    const samples = order.filter(({ source }) => source === 'sample');
    const others = order.filter(({ source }) => source !== 'sample');
    const scene: ListScene = {
      shelf,
      found,
      opened: this.opened,
      onOpen: (id) => (this.opened = new Set(this.opened).add(id)),
      most: this.most,
      onMore: () => (this.most += morePapers),
      onMenu: this.#openMenu,
    };
    const empty =
      this.view.tag === null ? 'No papers on this machine yet.' : `No paper has the tag “${this.view.tag}”.`;
    return html`<library-tools .view=${this.view} .tags=${tagsIn(all)}></library-tools>
      <p class="hint library-found" role="status">${found ? foundWords(found) : ''}</p>
      ${others.length > 0 || !(found ?? samples.length > 0) ? paperList('Papers', others, scene, empty) : nothing}
      ${samples.length > 0 ? paperList('To try', samples, scene, empty) : nothing} ${this.#ways(all)}
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

  readonly #onOffer = ({ offer }: OfferTaken): void => {
    if (offer === 'reload') return void reloadPage();
    if (offer === 'aside') setAside();
    void this.#load();
  };

  readonly #onView = ({ view }: LibraryViewChange): void => {
    const before = this.view;
    this.view = view;
    keepView(view);
    if (view.query === before.query && view.tag === before.tag) return;
    this.opened = new Set();
    this.most = firstPapers;
    this.#look();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'library-screen': LibraryScreen;
  }
}
