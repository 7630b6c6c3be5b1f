/** What the short forms in a note stand for, beneath its words and never among them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk/desk.ts';
import { shortForms } from '../desk/short-forms.ts';
import { notesOf, type Note } from '../model/paper.ts';
import type { NoteLink } from '../text/note-chain.ts';
import { noteLink } from './note-details.ts';

function meaning(desk: Desk, { words, chain, ambiguous }: NoteLink): TemplateResult | string {
  const [last] = notesOf(desk.paper, chain.slice(-1));
  if (words !== null) return html`stands for: ${words} ${last ? html`(${noteLink(desk, last)})` : nothing}`;
  if (ambiguous.length > 0) return `may stand for: ${ambiguous.join('; or ')}`;
  return last
    ? html`stands for what ${noteLink(desk, last)} cites`
    : 'stands for a work that no words here lead to';
}

/** A line for each short form; nothing where the note has none. */
export const standsFor = (desk: Desk, note: Note): readonly TemplateResult[] =>
  shortForms(desk, note.id).map(
    (link) => html`<p class="note-stands"><q>${link.phrase}</q> ${meaning(desk, link)}.</p>`,
  );
