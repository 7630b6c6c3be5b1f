/** A passage that people marked, as a row: its words, how many of the class and who, and what each of them made of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { classOf, type ClassMark, type Common } from '../desk/class.ts';
import type { Desk, Layer } from '../desk/desk.ts';
import { placeAt } from '../model/paper.ts';
import { firstWords, markWords } from './class-words.ts';
import { contextOf } from './common-quote.ts';
import { layerName, layerSign } from './layer-sign.ts';
import { shareBar } from './source-words.ts';

export interface CommonRow {
  readonly desk: Desk;
  readonly passage: Common;
  /** Whether it shows what each of them made of it. */
  readonly isOpen: boolean;
  /** Shows the passage in the text. */
  readonly go: () => void;
  readonly toggle: () => void;
  /** Shows one mark. */
  readonly show: (mark: ClassMark) => void;
}

/** So many signs stand in a row; the rest is counted. */
const mostSigns = 12;

const returned = (people: readonly Layer[]): number => people.filter(({ kind }) => kind === 'return').length;

/** `7 of 20`, with a bar; the reader beside them. */
function share({ desk, passage }: CommonRow): TemplateResult {
  const size = classOf(desk.layers).length;
  const count = returned(passage.people);
  const part = size > 0 ? count / size : 0;
  const bar = [
    ['quotation', part],
    ['rest', 1 - part],
  ] as const;
  return html`<span class="common-share">
    ${size > 0 ? html`${count} of ${size}` : nothing}
    ${passage.hasOwn ? html`<span class="common-own">and you</span>` : nothing}
    ${size > 0 ? shareBar(bar) : nothing}
  </span>`;
}

function who({ passage: { people }, isOpen, toggle }: CommonRow): TemplateResult {
  const names = people.map((one) => (one.kind === 'own' ? 'you' : one.name)).join(', ');
  const rest = people.length - mostSigns;
  return html`<button
    type="button"
    class="common-toggle"
    data-control="who"
    aria-expanded=${isOpen}
    @click=${toggle}
  >
    <span class="visually-hidden">Who marked it: ${names}</span>
    ${people.slice(0, mostSigns).map(layerSign)}
    ${rest > 0 ? html`<span class="source-counts" aria-hidden="true">+${rest}</span>` : nothing}
    <span class="common-who" aria-hidden="true">${isOpen ? 'less' : 'who'}</span>
  </button>`;
}

function mark(one: ClassMark, show: CommonRow['show']): TemplateResult {
  const { record, layer } = one;
  const words = firstWords(one);
  const swatch =
    record.kind === 'annotation'
      ? html`<span class="swatch" data-colour=${record.colour} aria-hidden="true"></span>`
      : nothing;
  return html`<li>
    <button type="button" class="common-mark" @click=${() => show(one)}>
      ${layerName(layer)} <span class="hint">${swatch} ${markWords(one)}</span>
      ${words ? html`<span class="common-words">${words}</span>` : nothing}
    </button>
  </li>`;
}

/** See the head of this file. */
export function commonRow(row: CommonRow): TemplateResult {
  const { desk, passage, isOpen, go, show } = row;
  const { before, words, after } = contextOf(desk.paper.text, passage);
  return html`<button type="button" class="common-go" data-control="go" @click=${go}>
      <span class="find-place">${placeAt(desk.paper, passage.start)}</span>
      <span class="common-quote">${before}<mark>${words}</mark>${after}</span>
    </button>
    <div class="common-people">${share(row)} ${who(row)}</div>
    ${
      isOpen
        ? html`<ul class="common-marks" role="list">
            ${passage.members.map((one) => mark(one, show))}
          </ul>`
        : nothing
    }`;
}
