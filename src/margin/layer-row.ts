/** A notebook of somebody else in the list: its switch, what it holds, and what one can do with it. */
import { html, nothing, type TemplateResult } from 'lit';
import { ownLayer, type Desk, type Layer } from '../desk/desk.ts';
import { marksOf } from '../desk/layers.ts';
import { CloseLayerRequest } from '../desk/requests.ts';
import { layerSign } from './layer-sign.ts';

export interface LayerRow {
  readonly desk: Desk;
  readonly layer: Layer;
  /** Whether it shows, and no other does. */
  readonly isOnly: boolean;
  /** Whether its particulars show. */
  readonly isOpen: boolean;
  readonly show: (visible: boolean) => void;
  /** Shows it alone, or all again. */
  readonly only: () => void;
  readonly toggle: () => void;
  readonly rename: (name: string) => void;
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

const dayOf = (date: string): string => {
  const time = Date.parse(date);
  return Number.isNaN(time) ? '' : day.format(time);
};

/** How far the reader is with what is asked for before it shows: `2 of 3 marks written`. */
export const progressWords = (desk: Desk, layer: Layer): string =>
  `${Math.min(layer.before, marksOf(ownLayer(desk)))} of ${layer.before} ${layer.before === 1 ? 'mark' : 'marks'} written`;

function counts(desk: Desk, layer: Layer): string {
  if (layer.before > 0) return `held back: ${progressWords(desk, layer)}`;
  const marks = marksOf(layer);
  const words = `${marks} ${marks === 1 ? 'mark' : 'marks'}`;
  return layer.kind === 'handout' ? `handout · ${words}` : words;
}

function known({ opened, records }: Layer): string {
  const same = (opened?.records.size ?? 0) - records.size;
  return same > 0
    ? `${same} of its records stand in another notebook here, word for word, and show there.`
    : '';
}

function particulars({ desk, layer, rename }: LayerRow): TemplateResult {
  const answered = desk.layers.find(({ id }) => id === layer.opened?.answers);
  const made = dayOf(layer.opened?.made ?? '');
  const facts = [
    layer.creator && layer.creator !== layer.name ? `By ${layer.creator}.` : '',
    made ? `Written on ${made}.` : '',
    answered ? `It answers “${answered.name}”.` : '',
    layer.opened?.version === desk.version ? '' : 'Made on another text of this paper.',
    known(layer),
  ].filter(Boolean);
  return html`<div class="layer-more" id="layer-more-${layer.id}">
    ${facts.length > 0 ? html`<p class="sources-small">${facts.join(' ')}</p>` : nothing}
    <label class="field"
      ><span>What you call it</span>
      <input
        type="text"
        maxlength="200"
        autocomplete="off"
        .value=${layer.name}
        @change=${(event: Event) => rename((event.target as HTMLInputElement).value)}
      />
    </label>
    <button
      type="button"
      class="plain-button danger"
      @click=${(event: Event) => event.currentTarget?.dispatchEvent(new CloseLayerRequest(layer.id))}
    >
      Close this notebook
    </button>
  </div>`;
}

/** See the head of this file. */
export function layerRow(row: LayerRow): TemplateResult {
  const { desk, layer, isOpen } = row;
  return html`<div class="layer-row" role="group" aria-label=${layer.name} data-layer=${layer.id}>
    <label class="layer-check">
      <input
        type="checkbox"
        data-control="show"
        .checked=${layer.visible}
        aria-label="Show ${layer.name}"
        @change=${(event: Event) => row.show((event.target as HTMLInputElement).checked)}
      />
      ${layerSign(layer)}
      <span class="layer-label"
        ><span class="layer-name">${layer.name}</span>
        <span class="source-counts">${counts(desk, layer)}</span></span
      >
    </label>
    ${buttons(row)} ${isOpen ? particulars(row) : nothing}
  </div>`;
}

const buttons = ({ layer, isOnly, isOpen, only, toggle }: LayerRow): TemplateResult =>
  html`<button
      type="button"
      class="plain-button layer-only"
      data-control="only"
      aria-pressed=${isOnly}
      title=${isOnly ? 'Show all again' : `Show ${layer.name} alone`}
      @click=${only}
    >
      Only
    </button>
    <button
      type="button"
      class="icon-button layer-toggle"
      data-control="more"
      aria-expanded=${isOpen}
      aria-controls="layer-more-${layer.id}"
      aria-label="More on ${layer.name}"
      @click=${toggle}
    >
      <span aria-hidden="true">…</span>
    </button>`;
