/** What a search has found in a paper of the library: each hit with its words and its place, leading there. */
import { html, nothing, type TemplateResult } from 'lit';
import { counted } from './library-entry.ts';
import type { Found } from './library-search.ts';
import { formatRoute } from './routes.ts';
import type { LibraryHit, PaperHits } from './search-index.ts';

/** So many hits of a paper show before one asks for more. */
const few = 3;

const kindWords: Readonly<Record<LibraryHit['kind'], string>> = {
  text: 'In the text',
  note: 'In a note',
  own: 'In your writing',
};

const hitLine = (paper: string, { where, kind, before, words, after, aim }: LibraryHit): TemplateResult =>
  html`<li class="library-hit" data-kind=${kind}>
    <a href=${formatRoute(paper, aim)}>
      <span class="library-hit-where">${where || kindWords[kind]}</span>
      <span class="library-hit-words" dir="auto">${before}<mark>${words}</mark>${after}</span>
    </a>
  </li>`;

/** The hits of a paper. `isOpen` shows all that were brought, `onOpen` is what the button for that does. */
export function paperHits(
  paper: string,
  { hits, count }: PaperHits,
  isOpen: boolean,
  onOpen: () => void,
): TemplateResult {
  const shown = isOpen ? hits : hits.slice(0, few);
  const beyond = count - hits.length;
  return html`<ul class="library-hits" aria-label="Where it stands">
      ${shown.map((hit) => hitLine(paper, hit))}
    </ul>
    ${
      isOpen || hits.length <= few
        ? nothing
        : html`<button type="button" class="link-button library-more" @click=${onOpen}>
            ${hits.length - few} more here
          </button>`
    }
    ${
      beyond > 0 && (isOpen || hits.length <= few)
        ? html`<p class="hint">and ${counted(beyond, 'more place')} in this paper</p>`
        : nothing
    }`;
}

/** What was found in all, in a sentence. */
export function foundWords({ entries, hits, done, of, failed, query }: Found): string {
  const places = [...hits.values()].reduce((sum, { count }) => sum + count, 0);
  const papers = new Set([...entries, ...hits.keys()]).size;
  const found =
    papers === 0
      ? `Nothing has “${query.trim()}”: no title, no text, no note, and nothing that you wrote.`
      : `${places === 0 ? '' : `${counted(places, 'place')} in `}${counted(papers, 'paper')}.`;
  const going = done < of ? `Looked through ${done} of ${of.toLocaleString('en')} papers … ` : '';
  const lost = failed > 0 ? ` ${counted(failed, 'paper')} could not be read.` : '';
  return done < of && papers === 0 ? going : `${going}${found}${lost}`;
}
