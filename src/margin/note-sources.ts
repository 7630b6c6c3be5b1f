/** The works that somebody attached to a note or an authority, each in a line with its place in the work and what one can do with it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { Announce, WorkRequest } from '../desk/requests.ts';
import { citedIn, type Cited } from '../desk/sources.ts';
import type { Store } from '../desk/store.ts';
import { detachWork, locate } from '../desk/supply-commands.ts';
import { workLine } from '../desk/work-line.ts';
import type { Note } from '../model/paper.ts';
import { linksIn } from './note-runs.ts';

/** Where a work can be read: its DOI, else its address, where that is http or https; null where there is none. */
function addressOf({ work }: Cited): string | null {
  const { DOI, URL: url } = work.item;
  const wanted = DOI
    ? `https://doi.org/${DOI.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '')}`
    : (url ?? '');
  const [link] = linksIn(wanted);
  return link?.start === 0 ? link.href : null;
}

const whose = ({ layer }: Cited): string =>
  layer.readOnly ? `supplied by ${layer.name}` : 'supplied by you';

/** What one can do with a work of one's own. */
function actions(store: Store, { citation, work }: Cited, line: string): TemplateResult {
  const { note, source } = citation;
  const place = (event: Event): void =>
    void store.run(locate(citation.id, (event.target as HTMLInputElement).value, citation.id));
  const edit = (event: Event): void =>
    void event.target?.dispatchEvent(new WorkRequest({ note, source }, work.id));
  const detach = (event: Event): void => {
    // The button goes with the work: the note or the authority says what was done.
    const host = (event.target as Element).closest('note-body, source-supply');
    if (!store.run(detachWork(citation.id))) return;
    host?.dispatchEvent(new Announce('Work detached; it stays in your notebook', 'undo'));
    host?.querySelector<HTMLElement>('.note-actions button, .source-actions button')?.focus();
  };
  return html`<span class="work-actions">
    <label class="work-locator"
      ><span>Place in it</span>
      <input
        autocomplete="off"
        maxlength="200"
        placeholder="57–58"
        .value=${citation.locator ?? ''}
        @input=${place}
    /></label>
    <button type="button" class="plain-button" aria-label="Edit the work: ${line}" @click=${edit}>
      Edit
    </button>
    <button type="button" class="plain-button" aria-label="Detach the work: ${line}" @click=${detach}>
      Detach
    </button>
  </span>`;
}

/** One work: the line, its place, its address, who supplied it. */
function item(store: Store, cited: Cited): TemplateResult {
  const { citation, work, layer } = cited;
  const address = addressOf(cited);
  const line = workLine(work.item);
  return html`<li class="note-work" data-work=${work.id}>
    <span class="work-line">${line}</span>
    ${citation.locator && layer.readOnly ? html`<span class="work-place">${citation.locator}</span>` : nothing}
    ${address ? html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">Open</a>` : nothing}
    <span class="supplied-by">${whose(cited)}</span>
    ${layer.readOnly ? nothing : actions(store, cited, line)}
  </li>`;
}

/** Works as a list, each with what one can do with it. */
export const workList = (store: Store, cited: readonly Cited[]): TemplateResult =>
  html`<ul>
    ${cited.map((one) => item(store, one))}
  </ul>`;

/** The works of a note; nothing where nobody attached any. */
export function noteSources(desk: Desk, store: Store, note: Note): TemplateResult | typeof nothing {
  const cited = citedIn(desk, note.id);
  if (cited.length === 0) return nothing;
  return html`<div class="note-sources">
    <h3>Cites</h3>
    ${workList(store, cited)}
  </div>`;
}
