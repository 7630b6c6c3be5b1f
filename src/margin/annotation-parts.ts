/** Parts of a mark's card: whose it is, why and when it was made, its tags, and how it reads on one line. */
import { html, nothing, type TemplateResult } from 'lit';
import { editAnnotation } from '../desk/commands.ts';
import { layerOf, meanings, meaningsIn, type Desk, type Layer } from '../desk/desk.ts';
import { self } from '../desk/own-records.ts';
import type { Store } from '../desk/store.ts';
import { motivations, type Annotation } from '../model/records.ts';
import { layerSign } from './layer-sign.ts';
import { choices, isSaid, motivationIcon, motivationNames } from './motivation-names.ts';
import { shorten } from './note-details.ts';

/** The layer of a record that is not the reader's own; null where it is. */
export function foreignLayer(desk: Desk, id: string): Layer | null {
  const layer = layerOf(desk, id);
  return layer?.readOnly ? layer : null;
}

/** Who made a mark, in a word: “You”, the name in the record, else whose layer it is. */
export function makerOf(desk: Desk, { id, creator }: Annotation): string {
  const layer = foreignLayer(desk, id);
  if (!layer) return creator === self || creator === '' ? 'You' : creator;
  const name = creator === self ? '' : creator.replace(/^acct:/u, '').replace(/@[^@]*$/u, '');
  return name || layer.creator || layer.name;
}

/** The name and the sign of the layer that a mark comes from; nothing for the reader's own. */
export function layerTag(desk: Desk, id: string): TemplateResult | typeof nothing {
  const layer = foreignLayer(desk, id);
  if (!layer) return nothing;
  return html`<span class="card-layer">${layerSign(layer)}${layer.name}</span>`;
}

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** A date of a record as one reads it; a date without an hour stays one. */
export function dateTag(date: string): TemplateResult {
  const at = new Date(date);
  if (Number.isNaN(at.valueOf())) return html`<time>${date}</time>`;
  return html`<time datetime=${date}>${(date.includes('T') ? moment : day).format(at)}</time>`;
}

/** What is changed within the first minute is still the making. */
const making = 60_000;

/** Who made a mark and when, and when it was edited. */
export function datesLine(desk: Desk, mark: Annotation): TemplateResult {
  const isEdited = Date.parse(mark.modified) - Date.parse(mark.created) > making;
  return html`<p class="card-dates">
    <span>${makerOf(desk, mark)}</span> ·
    ${dateTag(mark.created)}${isEdited ? html`, edited ${dateTag(mark.modified)}` : nothing}
  </p>`;
}

/** The reason for a mark: said where it says something, chosen where the card of one's own is open. */
export function reasonTag(mark: Annotation, store: Store | null): TemplateResult | typeof nothing {
  const { id, motivation } = mark;
  if (!store) {
    return isSaid(motivation)
      ? html`<span class="card-reason">${motivationIcon(motivation)}${motivationNames[motivation]}</span>`
      : nothing;
  }
  const choose = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    const chosen = motivations.find((one) => one === value);
    if (chosen) store.run(editAnnotation(id, { motivation: chosen }));
  };
  return html`<span class="card-reason"
    >${motivationIcon(motivation)}<select aria-label="Kind of mark" @change=${choose}>
      ${choices(motivation).map(
        (one) => html`<option value=${one} .selected=${one === motivation}>${motivationNames[one]}</option>`,
      )}
    </select></span
  >`;
}

/** What a colour means to whoever made the mark, beside it. */
export function colourTag(desk: Desk, { id, colour }: Annotation): TemplateResult {
  const layer = foreignLayer(desk, id);
  const named = layer ? meaningsIn(layer) : meanings(desk);
  return html`<span class="swatch" data-colour=${colour} aria-hidden="true"></span
    >${named.get(colour) ?? 'Mark'}`;
}

/** The tags of a mark; nothing where it has none. */
export const tagList = ({ tags }: Annotation): TemplateResult | typeof nothing =>
  tags.length > 0
    ? html`<ul class="tags" aria-label="Tags">
        ${tags.map((tag) => html`<li>${tag}</li>`)}
      </ul>`
    : nothing;

/** The first words of a note without its Markdown, or null where it has none. */
function firstWords(body: string): string | null {
  const line = body.split('\n').find((one) => one.trim() !== '');
  const words = line
    ?.slice(0, 2000)
    .replace(/^[\s>#*+-]+/u, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/[*_`]+/gu, '');
  return words?.trim() ? words.trim() : null;
}

/** A mark in one line: its first words, of its note or else of its passage; before them the sign of a layer. */
export function lineOf(mark: Annotation, layer: Layer | null = null): TemplateResult {
  const words = firstWords(mark.body);
  const quote = shorten(mark.targets[0]?.exact ?? '', 60);
  return html`${layer ? layerSign(layer) : nothing}<span
      class="swatch"
      data-colour=${mark.colour}
      aria-hidden="true"
    ></span
    >${isSaid(mark.motivation) || words ? motivationIcon(mark.motivation) : nothing}<span
      class="card-line-words"
      >${words ?? (quote ? html`<q>${quote}</q>` : mark.tags.join(', '))}</span
    >`;
}

/** How many answers a mark has, in words. */
export const replyCount = (count: number): string => (count === 1 ? '1 reply' : `${count} replies`);
