/** A shelf of the library: its name, and its papers as a list, with what a search has found in each. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { libraryEntry } from './library-entry.ts';
import { paperHits } from './library-hits.ts';
import type { LibraryPaper } from './library-paper.ts';
import type { Found } from './library-search.ts';
import type { LibraryShelf } from './library-shelf.ts';

/** What a list needs of the screen. */
export interface ListScene {
  readonly shelf: LibraryShelf;
  /** Null where nothing is looked for. */
  readonly found: Found | null;
  /** Papers of which all hits show. */
  readonly opened: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  /** So many papers of a shelf stand in the page; the rest come as one gets there. */
  readonly most: number;
  readonly onMore: () => void;
  readonly onMenu: (paper: LibraryPaper, button: HTMLElement) => void;
}

function entryWithHits(paper: LibraryPaper, scene: ListScene): TemplateResult {
  const { id } = paper;
  const hits = scene.found?.hits.get(id);
  const inside = hits ? paperHits(id, hits, scene.opened.has(id), () => scene.onOpen(id)) : nothing;
  return html`<li class="library-entry">
    ${libraryEntry(paper, scene.shelf.workOn(id), scene.onMenu, inside)}
  </li>`;
}

/** Presses itself when it comes near the screen by `pressWhenNear`. */
const moreButton = (left: number, onMore: () => void): TemplateResult =>
  html`<button type="button" class="plain-button library-more-papers" @click=${onMore}>
    Show ${left.toLocaleString('en')} more
  </button>`;

/** `empty` says why there is none. */
export function paperList(
  name: string,
  papers: readonly LibraryPaper[],
  scene: ListScene,
  empty: string,
): TemplateResult {
  return html`<section class="library-section">
    <h2 class="library-shelf">${name} <small>${papers.length}</small></h2>
    ${
      papers.length === 0
        ? html`<p class="hint">${empty}</p>`
        : html`<ul class="library-list">
            ${repeat(
              papers.slice(0, scene.most),
              ({ id }) => id,
              (paper) => entryWithHits(paper, scene),
            )}
          </ul>`
    }
    ${papers.length > scene.most ? moreButton(papers.length - scene.most, scene.onMore) : nothing}
  </section>`;
}
