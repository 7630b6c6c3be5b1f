/** The head of a paper: title, authors, where it appeared. */
import { html, type TemplateResult } from 'lit';
import type { Front, Paper } from '../model/paper.ts';

/** `Alternatives 7, no. 2 & 3 (Summer & Fall 2008): 47–61`, as far as the parts are known. */
export function citationLine(front: Front): string {
  const volume = [front.volume, front.issue && `no. ${front.issue}`].filter(Boolean).join(', ');
  const date = [front.season, front.year].filter(Boolean).join(' ');
  const pages = [front.firstPage, front.lastPage].filter(Boolean).join('–');
  const place = [front.journal, volume, date && `(${date})`].filter(Boolean).join(' ');
  return pages ? `${place}: ${pages}` : place;
}

/** The paper's front matter as it stands above the text. */
export function frontMatter(paper: Paper): TemplateResult {
  const { front, notes } = paper;
  const missing = notes.filter((note) => note.status === 'missing-in-source').length;
  return html`<header class="paper-head">
    <h1 id="paper-title">${front.title}</h1>
    <p class="paper-authors">${front.authors.join(', ')}</p>
    <p class="paper-citation">${citationLine(front)}</p>
    ${
      missing > 0
        ? html`<p class="paper-copy">
            ${missing === notes.length ? `The words of all ${notes.length} notes` : `The words of ${missing} of ${notes.length} notes`}
            are missing from this copy. What the text itself says of its sources is shown with each note.
          </p>`
        : null
    }
  </header>`;
}
