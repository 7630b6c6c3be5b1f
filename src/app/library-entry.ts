/** A paper in the list of the library: what it is, how far it is read, what was made of it, and its menu. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import { appearedIn, writtenBy, type LibraryPaper } from './library-paper.ts';
import type { Work } from './library-work.ts';
import { formatRoute } from './routes.ts';

/** A size as people read it: `740 KB`, `1.4 MB`. */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'] as const;
  const step = bytes < 1000 ? 0 : bytes < 999_500 ? 1 : bytes < 999_500_000 ? 2 : 3;
  const size = bytes / 1000 ** step;
  const shown = step > 1 && size < 100 ? size.toFixed(1) : String(Math.round(size));
  return `${shown} ${bytes === 1 ? 'byte' : units[step]}`;
}

/** A number with its noun: `1 note`, `5,884 words`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

const formatNames: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  text: 'plain text',
  docx: 'Word',
  odt: 'OpenDocument',
  epub: 'EPUB',
  html: 'HTML',
  markdown: 'Markdown',
  jats: 'JATS',
  tei: 'TEI',
  package: 'package',
};

/** What a paper is: its size in words, notes and pages, and what it was read from. */
const sizes = ({ counts, format, size }: LibraryPaper): readonly string[] => [
  ...(counts.pages > 0 ? [counted(counts.pages, 'page')] : []),
  counted(counts.words, 'word'),
  counted(counts.notes, 'note'),
  ...(format === null ? [] : [formatNames[format] ?? format]),
  ...(size > 0 ? [sizeWords(size)] : []),
];

const made = ({ made }: Work): readonly string[] =>
  [
    made && made.marks > 0 ? counted(made.marks, 'mark') : '',
    made && made.claims > 0 ? counted(made.claims, 'claim of yours', 'claims of yours') : '',
  ].filter(Boolean);

/** How far a paper was read, in words. */
function progressWords({ reached, read }: Work): string {
  const share = Math.round(reached * 100);
  const far = share === 0 ? 'Not opened yet' : share >= 99 ? 'Read to the end' : `${share} % read`;
  return read ? `${far}, last on ${new Date(read).toLocaleDateString()}` : far;
}

/** An entry. `openMenu` hears which button asked for the menu; `inside` stands below all else. */
export function libraryEntry(
  paper: LibraryPaper,
  work: Work,
  openMenu: (paper: LibraryPaper, button: HTMLElement) => void,
  inside: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const { front, tags } = paper;
  const own = made(work);
  const [by, where] = [writtenBy(front), appearedIn(front)];
  return html`<div class="library-entry-head">
      ${by ? html`<p class="library-author">${by}</p>` : nothing}
      <h3 class="library-title"><a href=${formatRoute(paper.id, { to: 'start' })}>${front.title}</a></h3>
      <button
        type="button"
        class="icon-button library-menu"
        aria-haspopup="menu"
        aria-label="More about “${front.title}”"
        @click=${(event: Event) => openMenu(paper, event.currentTarget as HTMLElement)}
      >
        ${icon('more')}
      </button>
    </div>
    ${where ? html`<p class="library-where">${where}</p>` : nothing}
    <p class="library-counts">
      ${sizes(paper).join(' · ')}${own.length > 0 ? html` · <strong>${own.join(' · ')}</strong>` : nothing}
    </p>
    ${
      tags.length > 0
        ? html`<ul class="library-entry-tags" aria-label="Tags">
            ${tags.map((tag) => html`<li>${tag}</li>`)}
          </ul>`
        : nothing
    }
    <p class="library-progress">
      <progress max="100" .value=${Math.round(work.reached * 100)} aria-label="Read so far"></progress>
      <span>${progressWords(work)}</span>
    </p>
    ${inside}`;
}
