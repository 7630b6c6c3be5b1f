/** The reader's annotations on the printed page: numbered notes in the margin, or a list where no text is printed. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { layerOf, meanings, type Desk } from '../desk/desk.ts';
import { pageAt, placeAt, type Paper } from '../model/paper.ts';
import { shorten } from '../margin/note-details.ts';
import type { KeyedAnnotation } from './print-keys.ts';

/** Bodies that have been turned from Markdown into elements, by their source. */
export type Bodies = ReadonlyMap<string, DocumentFragment>;

/** Page of an offset as it is printed, an inferred one in brackets; empty where it is not known. */
export function printedPage(paper: Paper, offset: number): string {
  const page = pageAt(paper, offset);
  return page ? `p. ${page.inferred ? `[${page.label}]` : page.label}` : '';
}

/** What one wrote; as it was typed where it has not been turned into elements yet. */
function bodyOf(source: string, bodies: Bodies): TemplateResult | typeof nothing {
  if (!source.trim()) return nothing;
  const made = bodies.get(source);
  return made
    ? html`<div class="printed-body">${made.cloneNode(true)}</div>`
    : html`<div class="printed-body printed-source">${source}</div>`;
}

/** Colour by its meaning, tags, whose it is where it is not the reader's. */
function headOf(desk: Desk, { key, annotation, isOwn }: KeyedAnnotation): TemplateResult {
  const meaning = meanings(desk).get(annotation.colour) ?? annotation.colour;
  const tags = annotation.tags.map((tag) => `#${tag}`).join(' ');
  const layer = isOwn ? '' : (layerOf(desk, annotation.id)?.name ?? '');
  return html`<span class="printed-key">${key}</span> <span class="printed-meaning">${meaning}</span>${[
      tags,
      layer,
    ]
      .filter(Boolean)
      .map((words) => html`<span class="printed-soft"> · ${words}</span>`)}`;
}

const alsoAt = (desk: Desk, { passages }: KeyedAnnotation): TemplateResult | typeof nothing =>
  passages.length > 1
    ? html`<p class="printed-soft">
        Also at
        ${passages.slice(1).map((one, at) => `${at > 0 ? '; ' : ''}${placeAt(desk.paper, one.start)}`)}.
      </p>`
    : nothing;

/** The note that stands beside the line in which a passage begins. */
export function marginNote(desk: Desk, keyed: KeyedAnnotation, bodies: Bodies): HTMLElement {
  const element = document.createElement('aside');
  element.className = 'printed-note';
  element.dataset['annotation'] = keyed.annotation.id;
  render(
    html`<p class="printed-note-head">${headOf(desk, keyed)}</p>
      ${bodyOf(keyed.annotation.body, bodies)} ${alsoAt(desk, keyed)}`,
    element,
  );
  return element;
}

/** Annotations as a list, each with its words and place: where no text stands beside them. */
export function marksList(desk: Desk, keyed: readonly KeyedAnnotation[], bodies: Bodies): TemplateResult {
  return html`<ol class="printed-marks" role="list">
    ${keyed.map((one) => {
      const { annotation, passages } = one;
      const place = passages[0] ? placeAt(desk.paper, passages[0].start) : 'no longer found in this text';
      const quote = shorten(annotation.targets[0]?.exact ?? '', 280);
      return html`<li data-annotation=${annotation.id}>
        <p class="printed-note-head">${headOf(desk, one)} <span class="printed-soft">· ${place}</span></p>
        ${quote ? html`<p class="printed-quote">“${quote}”</p>` : nothing} ${bodyOf(annotation.body, bodies)}
      </li>`;
    })}
  </ol>`;
}
