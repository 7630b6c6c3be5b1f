/** What is known of one note: what it supports and who is named; and the ways to other notes. */
import { html, nothing, type TemplateResult } from 'lit';
import { notesNaming, sources, supports, type Desk } from '../desk/desk.ts';
import { NoteRequest } from '../desk/requests.ts';
import { supportOf } from '../desk/sources.ts';
import type { Note } from '../model/paper.ts';
import type { Source, Support } from '../model/records.ts';
import { scopeNames } from './scope-names.ts';
import { sourceButton } from './source-button.ts';

/** How sure a reading is, in a word. */
export const sureness = (confidence: number): string =>
  confidence >= 0.9 ? 'sure' : confidence >= 0.75 ? 'fairly sure' : 'unsure';

/** So many other notes are named one by one; a much cited source has hundreds. */
const mostNamed = 12;

/** The address of a note. */
const noteHref = (desk: Desk, note: Note): string =>
  `#/${encodeURIComponent(desk.paper.id)}?note=${note.anchor.slice('note-'.length)}`;

/** A link to a note by its label: leads to its marker in the text. */
export const noteLink = (desk: Desk, note: Note): TemplateResult =>
  html`<a class="note-link" href=${noteHref(desk, note)}>n. ${note.label}</a>`;

/** A link that opens the note where one is, and gives the focus back to itself: for a card that one follows. */
export function notePeek(desk: Desk, note: Note): TemplateResult {
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const link = event.currentTarget as HTMLElement;
    link.dispatchEvent(new NoteRequest(note.id, link));
  };
  return html`<a class="note-link" href=${noteHref(desk, note)} @click=${open}>n. ${note.label}</a>`;
}

function namedSources(desk: Desk, support: Support): TemplateResult {
  if (support.sources.length === 0) {
    return html`<p class="note-named">The text names nobody as the source.</p>`;
  }
  return html`${support.sources.map((id) => {
    const source = sources(desk).get(id);
    return source ? namedSource(desk, support, source) : nothing;
  })}`;
}

/** A source that the text names for this note, and the other notes for which it names the same. */
function namedSource(desk: Desk, support: Support, source: Source): TemplateResult {
  const notes = notesNaming(desk, source.id).filter((note) => note.id !== support.note);
  const shown = notes.slice(0, mostNamed);
  const rest = notes.length - shown.length;
  return html`<p class="note-named">
    Named in the text: ${sourceButton(desk, source.id)}
    ${support.attribution ? html`(“${support.attribution}”)` : nothing}
    ${
      notes.length > 0
        ? html`<span class="note-same"
            >Also named for
            ${shown.map((note, at) => html`${at > 0 ? ', ' : ''}${noteLink(desk, note)}`)}${
              rest > 0 ? ` and ${rest} more` : ''
            }.</span
          >`
        : html`<span class="note-same">Named for no other note.</span>`
    }
  </p>`;
}

/** What the note supports and whom the text names, as it is read now. */
export function noteSupport(desk: Desk, note: Note): TemplateResult {
  const support = supports(desk).get(note.id);
  if (!support) return html`<p class="note-support">Nobody has said yet what this note supports.</p>`;
  const sure = supportOf(desk, note.id)?.isOverridden ? 'your reading' : sureness(support.confidence);
  return html`<p class="note-support">
      Supports ${scopeNames[support.scope]} <span class="note-sure">(${sure})</span>:
      <q>${shorten(support.target.exact)}</q>
    </p>
    ${namedSources(desk, support)}
    ${
      support.speakers.length > 0
        ? html`<p class="note-speakers">
            Speaks here without being the source: ${support.speakers.join(', ')}.
          </p>`
        : nothing
    }
    ${support.remark ? html`<p class="note-remark">${support.remark}</p>` : nothing}
    ${originalReading(desk, note)}`;
}

/** What the reader's own reading stands in for. */
function originalReading(desk: Desk, note: Note): TemplateResult | typeof nothing {
  const reading = supportOf(desk, note.id);
  if (!reading?.isOverridden || !reading.original) return nothing;
  const { scope, target, sources: named } = reading.original;
  const names = named.map((id) => sources(desk).get(id)?.name ?? id).join(', ');
  return html`<p class="note-original">
    Read before as ${scopeNames[scope]}, ${names ? `named: ${names}` : 'nobody named'}:
    <q>${shorten(target.exact, 90)}</q>
  </p>`;
}

/** The two ends of a long quotation, cut at words. */
export function shorten(text: string, limit = 140): string {
  const flat = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[“"]|[”"]$/gu, '');
  if (flat.length <= limit) return flat;
  const half = Math.floor(limit / 2);
  const cut = flat.lastIndexOf(' ', half);
  const rest = flat.indexOf(' ', flat.length - half);
  return `${flat.slice(0, cut > 0 ? cut : half)} … ${flat.slice(rest > 0 ? rest + 1 : flat.length - half)}`;
}
