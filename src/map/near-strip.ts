/** `<near-strip>`: over a neighbourhood: around which claim it is, how far it reaches, along what, and the way out. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Argument } from '../model/argument.ts';
import { NearRequest, type NearChange } from './map-events.ts';
import { mapIcon } from './map-icons.ts';
import { mostDrawn, nearWays, nextSteps, type Near, type NearWay } from './neighbours.ts';
import { orElse } from './untitled.ts';

const ways: Readonly<Record<NearWay, string>> = {
  both: 'supports and attacks',
  supports: 'supports',
  attacks: 'attacks',
};

/** `1 step`, `3 steps`, `all steps`. */
export const stepWords = ({ steps }: Near): string => `${steps} ${steps === 1 ? 'step' : 'steps'}`;

/** @fires near-request - it is to reach further or less far, along something else, or to be left */
@customElement('near-strip')
export class NearStrip extends LitElement {
  /** What shows; null: the whole map, and the strip is empty. */
  @property({ attribute: false }) near: Near | null = null;
  /** All of the argument. */
  @property({ attribute: false }) graph: Argument | null = null;
  /** How many claims show. */
  @property({ type: Number }) shown = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { near, graph } = this;
    if (!near || !graph) return nothing;
    const words = stepWords(near);
    const wording = orElse(graph.claims.get(near.centre)?.wording, 'Untitled claim');
    return html`<div class="near-strip" role="group" aria-label="Neighbourhood">
      <span class="near-steps">
        ${this.#step(near, -1, 'Fewer steps')}
        <output class="near-count">${words}</output>
        ${this.#step(near, 1, 'More steps')}
      </span>
      <label class="near-along">
        <span>along</span>
        <select .value=${near.along} @change=${this.#onWay}>
          ${nearWays.map(
            (way) => html`<option value=${way} ?selected=${way === near.along}>${ways[way]}</option>`,
          )}
        </select>
      </label>
      <span class="near-centre" title=${wording}>from “<bdi>${wording}</bdi>”</span>
      <span class="near-share">${this.shown} of ${graph.claims.size.toLocaleString('en')} claims</span>
      ${
        graph.claims.size > mostDrawn.whole
          ? html`<span class="near-limit"
              >Only the nearest ${mostDrawn.part} are drawn: maps of more than
              ${mostDrawn.whole.toLocaleString('en')} claims are too large as a whole. The outline has
              all.</span
            >`
          : html`<button type="button" class="plain-button" @click=${() => this.#ask(null)}>
              Whole map
            </button>`
      }
    </div>`;
  }

  #step(near: Near, by: 1 | -1, words: string): TemplateResult {
    const steps = nextSteps(near.steps, by);
    return html`<button
      type="button"
      class="map-tool"
      aria-label=${words}
      title=${words}
      aria-disabled=${steps === null ? 'true' : 'false'}
      @click=${() => (steps === null ? undefined : this.#ask({ steps }))}
    >
      ${mapIcon(by === 1 ? 'zoom-in' : 'zoom-out')}
    </button>`;
  }

  #ask(near: NearChange | null): void {
    this.dispatchEvent(new NearRequest(near));
  }

  readonly #onWay = (event: Event): void =>
    this.#ask({ along: (event.target as HTMLSelectElement).value as NearWay });
}

declare global {
  interface HTMLElementTagNameMap {
    'near-strip': NearStrip;
  }
}
