/** The notes that a note itself leads to: a line of links below its words. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { notesOf, type Note } from '../model/paper.ts';
import { noteLink } from './note-details.ts';

/** A line of links; nothing where it leads to none. */
export function furtherNotes(desk: Desk, { leads }: Note): TemplateResult | typeof nothing {
  const found = notesOf(desk.paper, leads?.map(({ note }) => note) ?? []);
  if (found.length === 0) return nothing;
  return html`<p class="note-leads">
    See ${found.map((note, at) => html`${at > 0 ? ', ' : ''}${noteLink(desk, note)}`)}
  </p>`;
}
