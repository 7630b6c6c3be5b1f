/** `<argument-map>`: the argument drawn and outlined, with what one can do with it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { argument } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { AtRest } from './at-rest.ts';
import { firstChoice, type ExportChoice } from './export-choice.ts';
import './export-dialog.ts';
import type { ExportDialog } from './export-dialog.ts';
import type { MapPlace } from './fitted-view.ts';
import { groupSizes } from './fold.ts';
import type { Direction } from './layout.ts';
import './map-canvas.ts';
import type { MapCanvasElement } from './map-canvas.ts';
import type { FoldRequest, MapActionRequest, NearChange, NearRequest } from './map-events.ts';
import { MapFolding, type Folded } from './map-folding.ts';
import {
  firstMapHabits,
  hasCanvas,
  MapHabitsChosen,
  MapStood,
  type MapHabits,
  type MapView,
} from './map-habits.ts';
import { paneAct, zoomStep, type MapAction } from './map-keys.ts';
import { furtherTools } from './map-menu-items.ts';
import './map-banners.ts';
import './map-find-bar.ts';
import type { MapFound } from './map-find-bar.ts';
import './map-minimap.ts';
import './map-toolbar.ts';
import { wordsOf } from './map-words.ts';
import { claimAt, MapWays, type WaysHost } from './map-ways.ts';
import './near-strip.ts';
import { drawnPart } from './part.ts';
import { showExport } from './show-export.ts';

const isWriting = ({ target }: Event): boolean =>
  target instanceof Element && target.matches('input, textarea');

/**
 * The map pane. Renders into the light DOM, styled by styles/map.css and styles/map-tools.css.
 *
 * @fires export-request - "Export" was pressed; cancel it to keep the pane's own dialog shut
 * @fires map-drawn - the picture on the screen is a new one
 * @fires map-failed - the map could not be drawn; the outline still works
 * @fires map-stood - the map stands still; where it is and what is folded is to be remembered
 * @fires map-habits-chosen - the reader set the map in another way
 */
@customElement('argument-map')
export class ArgumentMap extends LitElement implements WaysHost {
  @property({ attribute: false }) store: Store | null = null;
  @property() view: MapView = firstMapHabits.view;
  @property() direction: Direction = firstMapHabits.direction;
  /** How else the reader likes it; `view` and `direction` count as they are above. */
  @property({ attribute: false }) habits: MapHabits = firstMapHabits;
  /** Groups that are folded; null: not chosen yet, then a large map opens folded. */
  @property({ attribute: false }) folded: ReadonlySet<string> | null = null;
  /** Where the map was left; null: it opens as a new one does. */
  @property({ attribute: false }) place: MapPlace | null = null;
  /** What was chosen last about exported pictures. */
  @property({ attribute: false }) picture: ExportChoice = firstChoice;
  /** True while all but the neighbours of what is focused stand back, as before a room. */
  @state() private isNear = false;
  @state() private hasMap = false;
  @state() private found: ReadonlySet<string> = new Set();
  @query('map-canvas') private canvas!: MapCanvasElement;
  @query('export-dialog') private dialog!: ExportDialog;

  readonly #ways = new MapWays(this);
  readonly #folding = new MapFolding(this);
  readonly #rest = new AtRest(() => this.#stand());

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [layers, session.focus, session.weighing],
    );
    this.addEventListener('keydown', (event) => this.#onKey(event));
    // Each rendering hands the choice down again: the old one must not come back.
    this.addEventListener('picture-chosen', ({ choice }) => (this.picture = choice));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rest.stop();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store) return nothing;
    return html`${this.#toolbar(store)}<map-banners .store=${store}></map-banners> ${this.#strip(store)}
      <div
        class="map-body"
        data-view=${this.view}
        @map-action-request=${(event: MapActionRequest) => this.#acts[event.action]()}
        @near-request=${(event: NearRequest) => this.#near(event.near)}
      >
        <map-canvas
          .store=${store}
          .direction=${this.direction}
          .groupsAs=${this.habits.groupsAs}
          .folded=${this.#folding.now(this.#drawn)}
          .claims=${this.#ways.claims}
          .place=${this.place}
          .isNear=${this.isNear}
          .found=${this.found}
          ?hidden=${!hasCanvas(this.view)}
          @fold-request=${({ group, isFolded }: FoldRequest) =>
            this.#folding.fold(this.#drawn, group, isFolded)}
          @view-painted=${() => this.#rest.stir()}
          @map-drawn=${({ target }: Event) => (this.hasMap = (target as MapCanvasElement).placed !== null)}
        ></map-canvas>
        ${this.habits.minimap ? html`<map-minimap></map-minimap>` : nothing}
        ${wordsOf(this.view, store, this.found)}
      </div>
      <export-dialog .choice=${this.picture}></export-dialog>`;
  }

  #toolbar({ desk }: Store): TemplateResult {
    const isOff = !this.hasMap || !hasCanvas(this.view);
    return html`<map-toolbar
      .view=${this.view}
      .isNear=${this.#ways.near !== null || this.isNear}
      .isFolded=${this.#folding.now(this.#drawn).size > 0}
      .hasGroups=${groupSizes(this.#drawn.graph).size > 0}
      .hasFocus=${claimAt(desk) !== null}
      .hasMap=${this.hasMap}
      .isWeighing=${desk.session.weighing}
      .hasClaims=${argument(desk).claims.size > 0}
      .hasBack=${this.#ways.has(-1)}
      .hasForward=${this.#ways.has(1)}
      .items=${furtherTools({ ...this.habits, direction: this.direction }, isOff)}
      @map-action-request=${(event: MapActionRequest) => this.#acts[event.action]()}
    ></map-toolbar>`;
  }

  #strip(store: Store): TemplateResult {
    const { near, claims } = this.#ways;
    return html`<near-strip
        .near=${near}
        .graph=${argument(store.desk)}
        .shown=${claims?.size ?? 0}
        @near-request=${(event: NearRequest) => this.#near(event.near)}
      ></near-strip>
      <map-find-bar .store=${store} @map-found=${this.#onFound}></map-find-bar>`;
  }

  /** Shows the focused claim with its neighbours, large enough for a room to read it. */
  showNear(): Promise<void> {
    return this.#fit(true);
  }

  /** All claims are in full ink again, and the whole map shows. */
  showAll(): Promise<void> {
    return this.#fit(false);
  }

  /** Brings a claim into view on the map, and nowhere else. */
  bring(claim: string): void {
    void this.updateComplete.then(() => this.store && this.canvas?.follower.want(claim, this.store.desk));
  }

  async #fit(isNear: boolean): Promise<void> {
    this.#ways.show(null);
    this.isNear = isNear;
    await this.updateComplete;
    await this.canvas?.updateComplete; // By now the pane may be gone.
    this.canvas?.fit(isNear);
  }

  readonly #acts: Readonly<Record<MapAction, () => void>> = {
    'zoom-in': () => this.canvas.zoomBy(zoomStep),
    'zoom-out': () => this.canvas.zoomBy(1 / zoomStep),
    fit: () => this.canvas.fit(),
    back: () => this.#ways.go(-1),
    forward: () => this.#ways.go(1),
    find: () => void this.querySelector('map-find-bar')?.open(),
    near: () => this.#near(this.#ways.near || this.isNear ? null : {}),
    fold: () => this.#folding.foldAll(this.#drawn),
    turn: () => this.#choose({ direction: this.direction === 'up' ? 'right' : 'up' }),
    groups: () => this.#choose({ groupsAs: this.habits.groupsAs === 'boxes' ? 'colour' : 'boxes' }),
    anew: () => this.canvas.layOutAnew(),
    minimap: () => this.#choose({ minimap: !this.habits.minimap }),
    weigh: () => this.querySelector('map-banners')?.toggle(),
    export: () => void showExport(this, this.dialog, this.canvas, hasCanvas(this.view)),
    map: () => this.#choose({ view: 'map' }),
    outline: () => this.#choose({ view: 'outline' }),
    both: () => this.#choose({ view: 'both' }),
    prose: () => this.#choose({ view: 'prose' }),
  };

  /** Sets the map in another way, and has it remembered. */
  #choose(change: Partial<MapHabits>): void {
    const { view, direction } = this;
    const habits: MapHabits = { ...this.habits, view, direction, ...change };
    Object.assign(this, { habits, view: habits.view, direction: habits.direction });
    this.dispatchEvent(new MapHabitsChosen(habits));
  }

  /** Tells where the whole map stands; a neighbourhood is no place to come back to. */
  #stand(): void {
    if (this.#ways.claims || this.isNear || !hasCanvas(this.view)) return;
    this.place = this.canvas?.canvas?.viewpoint?.place ?? this.place;
    this.dispatchEvent(new MapStood(this.#folding.chosen, this.place));
  }

  #near(change: NearChange | null): void {
    this.isNear = false;
    const shown = this.#ways.change(change);
    if (shown) this.#choose({ steps: shown.steps, along: shown.along });
  }

  /** What is drawn: all of the argument, or the neighbourhood. */
  get #drawn(): Folded {
    return drawnPart(this.store?.desk, this.#ways.claims);
  }

  /** What was found is lit in both twins; the current hit has the focus, and is in view. */
  readonly #onFound = ({ hits, current }: MapFound): void => {
    this.found = new Set(hits.map(({ id }) => id));
    if (!current) return;
    const { kind, id, claim } = current;
    this.store?.setSession({ focus: kind === 'group' ? { kind: 'claim', id: claim } : { kind, id } });
    this.bring(claim);
    this.querySelector('argument-outline')?.show(kind === 'inference' ? id : claim);
  };

  /** Keys that mean something wherever in the pane one is, but where one writes. */
  #onKey(event: KeyboardEvent): void {
    const action = event.defaultPrevented || isWriting(event) ? null : paneAct(event);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.#acts[action]();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'argument-map': ArgumentMap;
  }
}
