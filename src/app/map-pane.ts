/** `<map-pane>`: the place of the map on the desk; fetches the map when it is first shown. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { argument, ownLayer } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { PictureChosen } from '../map/export-dialog.ts';
import type { LayoutShelfRequest } from '../map/map-events.ts';
import type { MapHabitsChosen, MapStood } from '../map/map-habits.ts';
import { mostDrawn } from '../map/neighbours.ts';
import { keepMap, keptMap, type KeptMap } from './map-memory.ts';
import { mapShelf } from './map-shelf.ts';
import { storage } from './own-storage.ts';
import { readPreferences, writePreferences } from './preferences.ts';

/** Up to so many claims a map is drawn unasked: reading never waits for it. */
const largestMap = 600;

interface Kept {
  readonly of: string;
  readonly map: KeptMap;
  readonly folded: ReadonlySet<string> | null;
}

@customElement('map-pane')
export class MapPane extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** True once the text stands and this pane is in view: the map library is heavy and can wait until then. */
  @property({ type: Boolean }) wanted = false;
  @state() private stage: 'waiting' | 'loading' | 'ready' | 'failed' = 'waiting';
  /** True once the reader has asked for a map that is too large to be drawn unasked. */
  @state() private isAsked = false;
  /** What was remembered of the map when it was opened: from then on the map itself knows better. */
  #kept: Kept | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.wanted && this.stage === 'waiting' && !this.#isTooLarge) void this.#load();
  }

  protected override render(): TemplateResult {
    if (this.wanted && this.#isTooLarge) return this.#offer();
    if (this.stage === 'ready') return this.#map();
    if (this.stage === 'failed') {
      return html`<div class="pane-empty" role="alert">
        <p>The map did not arrive. The text and your notes work without it.</p>
        <button type="button" class="main-button" @click=${() => void this.#load()}>Try again</button>
      </div>`;
    }
    return html`<p class="pane-empty" role="status">Fetching the map …</p>`;
  }

  /** How many claims the map has. */
  get #size(): number {
    return this.store ? argument(this.store.desk).claims.size : 0;
  }

  get #isTooLarge(): boolean {
    return !this.isAsked && this.stage === 'waiting' && this.#size > largestMap;
  }

  /** The map, as this device left it. */
  #map(): TemplateResult {
    const of = this.#name;
    const kept = this.#keptOf(of);
    const { habits, place } = kept.map;
    return html`<argument-map
      .store=${this.store}
      .view=${habits.view}
      .direction=${habits.direction}
      .habits=${habits}
      .folded=${kept.folded}
      .place=${place}
      .picture=${readPreferences().picture}
      @layout-shelf-request=${(event: LayoutShelfRequest) => (event.shelf = mapShelf(event.notebook, storage))}
      @picture-chosen=${({ choice }: PictureChosen) => writePreferences({ picture: choice })}
      @map-habits-chosen=${(event: MapHabitsChosen) => keepMap(of, { habits: event.habits })}
      @map-stood=${(event: MapStood) => keepMap(of, { folded: event.folded, place: event.place })}
    ></argument-map>`;
  }

  #keptOf(of: string): Kept {
    if (this.#kept?.of === of) return this.#kept;
    const map = keptMap(of);
    return (this.#kept = { of, map, folded: map.folded && new Set(map.folded) });
  }

  /** What the map is remembered by: the paper, and the reader's own notebook on it. */
  get #name(): string {
    return this.store ? `${this.store.desk.paper.id}/${ownLayer(this.store.desk).id}` : '';
  }

  #offer(): TemplateResult {
    return html`<div class="pane-empty">
      <p>
        This map has ${this.#size.toLocaleString('en')} claims:
        ${
          this.#size > mostDrawn.whole
            ? `no more than ${mostDrawn.whole.toLocaleString('en')} are drawn at once, so that only a part will show.`
            : 'drawing it takes a while.'
        }
      </p>
      <button type="button" class="main-button" @click=${() => (this.isAsked = true)}>Draw the map</button>
    </div>`;
  }

  async #load(): Promise<void> {
    this.stage = 'loading';
    try {
      await import('../map/argument-map.ts');
      this.stage = 'ready';
    } catch {
      this.stage = 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-pane': MapPane;
  }
}
