/** `<library-screen>`: the papers on this machine, how far each is read and what has been made of it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Notebook } from '../notebook/notebook.ts';
import type { Storage } from '../storage/contract.ts';
import { listPapers, type Listed } from './corpus.ts';
import './library-files.ts';
import { messageFor, type Message } from './messages.ts';
import { storage } from './own-storage.ts';
import { progressKey, type Progress } from './reading-place.ts';

/** What the reader has made of a paper so far. */
interface Work {
  readonly reached: number;
  readonly read: string | null;
  readonly marks: number;
  readonly claims: number;
}

const noWork: Work = { reached: 0, read: null, marks: 0, claims: 0 };

async function workOn(paper: string, kept: Storage): Promise<Work> {
  const progress = (await kept.setting(progressKey(paper))) as Partial<Progress> | undefined;
  const notebook = new Notebook();
  for (const meta of await kept.notebooks(paper)) notebook.load(await kept.load(meta.id));
  const kinds = [...notebook.records.values()].map((record) => record.kind);
  return {
    reached: typeof progress?.reached === 'number' ? progress.reached : 0,
    read: typeof progress?.read === 'string' ? progress.read : null,
    marks: kinds.filter((kind) => kind === 'annotation').length,
    claims: kinds.filter((kind) => kind === 'claim').length,
  };
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

@customElement('library-screen')
export class LibraryScreen extends LitElement {
  @state() private papers: readonly Listed[] | null = null;
  @state() private work: ReadonlyMap<string, Work> = new Map();
  @state() private trouble: Message | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.trouble = null;
    try {
      this.papers = await listPapers();
      const kept = await storage();
      const work = this.papers.map(async ({ id }): Promise<[string, Work]> => [id, await workOn(id, kept)]);
      this.work = new Map(await Promise.all(work));
    } catch (error) {
      this.trouble = messageFor(error);
    }
  }

  protected override render(): TemplateResult {
    return html`<main class="library">
      <header class="library-head">
        <h1 tabindex="-1">Warrant</h1>
        <p class="library-lead">Read a paper with its argument beside it.</p>
      </header>
      ${
        this.trouble
          ? html`<p class="banner" role="alert">
              <strong>${this.trouble.title}.</strong> ${this.trouble.words}
              <button type="button" class="plain-button" @click=${() => void this.#load()}>Try again</button>
            </p>`
          : nothing
      }
      <h2 class="library-shelf">Papers</h2>
      ${
        this.papers === null
          ? html`<p class="hint" role="status">Looking at the shelf …</p>`
          : this.papers.length === 0
            ? html`<p class="hint">No papers on this machine yet.</p>`
            : html`<ul class="library-list">
                ${this.papers.map((paper) => this.#entry(paper, this.work.get(paper.id) ?? noWork))}
              </ul>`
      }
      ${this.papers ? html`<library-files class="library-files" .papers=${this.papers}></library-files>` : nothing}
      <footer class="library-foot">
        <p>Everything you write stays on this device. No account, no server.</p>
        <p>
          Set in Source Serif 4 and Source Sans 3 (SIL OFL 1.1). The map is laid out by elkjs, unmodified,
          under the Eclipse Public License 2.0; its source is at github.com/kieler/elkjs.
        </p>
      </footer>
    </main>`;
  }

  #entry(paper: Listed, work: Work): TemplateResult {
    const share = Math.round(work.reached * 100);
    const own = [
      work.marks > 0 ? plural(work.marks, 'mark', 'marks') : null,
      work.claims > 0 ? plural(work.claims, 'claim of yours', 'claims of yours') : null,
    ].filter(Boolean);
    return html`<li class="library-entry">
      <a href="#/${encodeURIComponent(paper.id)}">
        <span class="library-author">${paper.authors.join(', ')}, ${paper.year}</span>
        <span class="library-title">${paper.title}</span>
      </a>
      <p class="library-where">${paper.journal}, pp. ${paper.pages}</p>
      <p class="library-counts">
        ${plural(paper.counts.pages, 'page', 'pages')} · ${paper.counts.words.toLocaleString('en')} words ·
        ${plural(paper.counts.notes, 'note', 'notes')}${own.length > 0 ? html` · <strong>${own.join(' · ')}</strong>` : nothing}
      </p>
      <p class="library-progress">
        <progress max="100" .value=${share} aria-label="Read so far"></progress>
        <span
          >${share === 0 ? 'Not opened yet' : share >= 99 ? 'Read to the end' : `${share} % read`}${
            work.read ? `, last on ${new Date(work.read).toLocaleDateString()}` : ''
          }</span
        >
      </p>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-screen': LibraryScreen;
  }
}
