/** The ways back from a note to each of its markers. */
import { html, type TemplateResult } from 'lit';
import { placeAt, type Note, type Paper } from '../model/paper.ts';
import type { Point } from '../model/paper-text.ts';

/** Drawn, not typed: no face on every machine has the sign. */
const backArrow = html`<svg class="icon back-arrow" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M8 5 4 9l4 4" />
  <path d="M4 9h7a4 4 0 0 1 4 4v2" />
</svg>`;

function backLink(paper: Paper, note: Note, marker: Point, count: number, at: number): TemplateResult {
  const place = placeAt(paper, Math.max(0, marker.offset - 1));
  return html`<a
    role="doc-backlink"
    href="#/${encodeURIComponent(paper.id)}?marker=${String(marker.node.attrs['id']).slice('marker-'.length)}"
    aria-label="Back to marker ${note.label}${count > 1 ? `, place ${at + 1}` : ''}: ${place}"
    >${backArrow} ${place}</a
  >`;
}

/** A link back to each marker; with several, each says which it is. */
export const backLinks = (paper: Paper, note: Note, markers: readonly Point[]): TemplateResult =>
  html`<p class="note-back">
    ${markers.map((marker, at) => backLink(paper, note, marker, markers.length, at))}
  </p>`;
