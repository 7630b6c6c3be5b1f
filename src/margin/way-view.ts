/** The way by which a claim fell, in words: the authority and its note, then claim after claim. */
import { html, type TemplateResult } from 'lit';
import { backing, nameOfAuthority } from '../desk/backing.ts';
import { argument, type Desk } from '../desk/desk.ts';
import type { Outcome } from '../model/without.ts';
import { wayDown } from '../model/way-down.ts';
import { shorten } from './note-details.ts';

function noteWords(desk: Desk, id: string): string {
  const label = desk.paper.notes.find((note) => note.id === id)?.label ?? id;
  const names = (backing(desk).behind.get(id) ?? []).map((one) => nameOfAuthority(desk, one));
  return `${names.length > 0 ? names.join(' and ') : 'Nobody named'}, n. ${label}`;
}

/** The way from a note that went to a claim that falls, up to the claim before it. */
export function wayView(desk: Desk, outcome: Outcome, claim: string): TemplateResult {
  const links = wayDown(outcome, claim);
  const first = links[0]?.by;
  const before = links.slice(0, -1).map((link) => argument(desk).claims.get(link.claim)?.wording ?? '');
  return html`<ol class="source-way-down" aria-label="The way that leads here">
    ${first?.kind === 'note' ? html`<li>${noteWords(desk, first.note)}</li>` : ''}
    ${before.map((wording) => html`<li>${shorten(wording, 90)}</li>`)}
  </ol>`;
}
