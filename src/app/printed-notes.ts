/** The author's notes on the printed page: their words, or that these are missing, and whom the text itself names. */
import { html, nothing, type TemplateResult } from 'lit';
import { argument, sources, supports, type Desk } from '../desk/desk.ts';
import { noteWords } from '../desk/note-words.ts';
import type { Note } from '../model/paper.ts';
import type { Transcript } from '../model/records.ts';
import { printedPrefix } from '../reader/printed-text.ts';

const quotedNames = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');

/** The authorities that the text names for a note. */
function namedFor(desk: Desk, note: Note): readonly string[] {
  const ids = supports(desk).get(note.id)?.sources ?? [];
  return ids.flatMap((id) => sources(desk).get(id)?.name ?? []);
}

/** A row of the list: one note, or several one after the other of which nothing is known. */
interface Row {
  readonly notes: readonly Note[];
  readonly names: readonly string[];
  /** What readers supplied of its words. */
  readonly supplied: readonly Transcript[];
  /** Keys of the claims that it carries. */
  readonly claims: readonly string[];
}

/** Keys of the claims that each note carries, by the note's id. */
function carriedClaims(desk: Desk, keys: ReadonlyMap<string, string>): ReadonlyMap<string, string[]> {
  const carried = new Map<string, string[]>();
  for (const { id, notes } of argument(desk).claims.values()) {
    for (const note of notes) carried.set(note, [...(carried.get(note) ?? []), keys.get(id) ?? '']);
  }
  return carried;
}

/** Notes whose words are missing and that nobody is named for stand together: a column of the same words helps nobody. */
function rowsOf(desk: Desk, keys: ReadonlyMap<string, string> | null): Row[] {
  const rows: Row[] = [];
  const carried = keys ? carriedClaims(desk, keys) : new Map<string, string[]>();
  let silent: Note[] = [];
  const close = (): void => {
    if (silent.length > 0) rows.push({ notes: silent, names: [], supplied: [], claims: [] });
    silent = [];
  };
  for (const note of desk.paper.notes) {
    const names = namedFor(desk, note);
    const claims = carried.get(note.id) ?? [];
    const supplied = noteWords(desk, note.id).flatMap((one) => one.transcript ?? []);
    const isSilent = note.text === null && [names, claims, supplied].every((known) => known.length === 0);
    if (isSilent) silent.push(note);
    else {
      close();
      rows.push({ notes: [note], names, supplied, claims });
    }
  }
  close();
  return rows;
}

/** A reader's words, marked as theirs: they are never mixed with what the copy says. */
function suppliedWords({ text, by, copy }: Transcript): TemplateResult {
  const whence = [by && `by ${by}`, copy && `from ${copy}`].filter(Boolean).join(', ');
  return html`<p class="printed-supplied">
    ${text} <span class="printed-soft">[Supplied${whence ? ` ${whence}` : ' by the reader'}.]</span>
  </p>`;
}

function rowItem({ notes, names, supplied, claims }: Row): TemplateResult {
  const [first] = notes;
  const last = notes.at(-1);
  const label = notes.length > 1 ? `${first?.label}–${last?.label}` : first?.label;
  return html`<li>
    <span class="printed-note-label"
      >${notes.map((note) => html`<span id="${printedPrefix}${note.anchor}"></span>`)}${label}</span
    >
    <div>
      ${first?.text === null ? html`<span class="printed-missing">Words missing.</span>` : first?.text}
      ${supplied.map(suppliedWords)}
      ${names.length > 0 ? html`The text names ${quotedNames(names)}.` : nothing}
      ${claims.length > 0 ? html`<span class="printed-soft">Carries ${claims.join(', ')}.</span>` : nothing}
    </div>
  </li>`;
}

/** The list of notes; `keys` are those of the claims, null where claims are not printed. Nothing where there are no notes. */
export function printedNotes(
  desk: Desk,
  keys: ReadonlyMap<string, string> | null,
): TemplateResult | typeof nothing {
  const { notes } = desk.paper;
  if (notes.length === 0) return nothing;
  const missing = notes.filter((note) => note.text === null).length;
  return html`<section class="printed-notes">
    <h2>Notes</h2>
    ${
      missing > 0
        ? html`<p class="printed-soft">
            The words of ${missing === notes.length ? `all ${missing}` : `${missing} of ${notes.length}`}
            notes are missing from this copy.
          </p>`
        : nothing
    }
    <ol role="list">
      ${rowsOf(desk, keys).map(rowItem)}
    </ol>
  </section>`;
}
