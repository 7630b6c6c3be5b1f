/** `<map-canvas>`: the drawn half of the map, in step with the session; answers pointer and keys. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import type { MapCanvas } from './canvas.ts';
import type { Placed } from './drawer.ts';
import type { GroupsAs } from './elements.ts';
import type { MapPlace } from './fitted-view.ts';
import type { View } from './ink.ts';
import type { Direction } from './layout.ts';
import { MapCursor } from './map-cursor.ts';
import { FoldRequest, MapFailed, requestOf } from './map-events.ts';
import { MapFollower } from './map-follower.ts';
import { canvasAct, isCursorAct, type CanvasAct } from './map-keys.ts';
import { MapPicture, type PictureWish } from './map-picture.ts';
import type { MapStage } from './map-stage.ts';
import { watchTheme } from './palette.ts';
import { partOf } from './part.ts';
import { inkNodes, mapWatched, nearNodes, nodeFor } from './session-nodes.ts';
import { stageHelp, stageNotice } from './stage-notice.ts';
import { standingNodes } from './standing-nodes.ts';

/**
 * @fires fold-request - a group is to be folded or opened
 * @fires map-drawn - the picture on the screen is a new one, or there is none now
 * @fires view-painted - a frame was painted, perhaps from another point of view
 * @fires map-failed - the map could not be drawn
 * @fires map-action-request - a key that stands for a tool was pressed
 * @fires near-request - a key asks for another neighbourhood, or for the whole map
 */
@customElement('map-canvas')
export class MapCanvasElement extends LitElement implements MapStage {
  @property({ attribute: false }) store: Store | null = null;
  @property() direction: Direction = 'up';
  @property({ attribute: false }) folded: ReadonlySet<string> = new Set();
  @property() groupsAs: GroupsAs = 'boxes';
  /** The only claims that are drawn; null: all. */
  @property({ attribute: false }) claims: ReadonlySet<string> | null = null;
  /** Where the map opens; null: as a new one does. */
  @property({ attribute: false }) place: MapPlace | null = null;
  /** True: only the focused claim and its neighbours are in full ink. */
  @property({ type: Boolean }) isNear = false;
  @state() private status: 'drawing' | 'drawn' | 'failed' = 'drawing';
  @state() private said = '';
  @query('.map-stage') readonly stage!: HTMLElement;

  readonly #picture = new MapPicture(this, {
    hovered: (focus) => this.store?.hover(focus),
    tapped: (focus) => this.#tapped(focus),
    painted: () => this.dispatchEvent(new Event('view-painted')),
    toggled: (group) => this.fold(group, !this.folded.has(group)),
  });
  #stopTheme: (() => void) | null = null;
  #drawn: readonly unknown[] = [];
  #hold: string | null = null;
  readonly #cursor = new MapCursor(this);
  readonly #follower = new MapFollower(this);

  constructor() {
    super();
    new StoreController(this, () => this.store, mapWatched);
  }

  /** What is on the screen; null while nothing is. */
  get placed(): Placed | null {
    return this.#picture.placed;
  }

  get canvas(): MapCanvas | null {
    return this.#picture.canvas;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopTheme = watchTheme(() => this.#picture.repaint());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTheme?.();
    this.#picture.dispose();
    this.#drawn = [];
  }

  /** Nearer (above 1) or farther. */
  zoomBy(factor: number): void {
    this.canvas?.zoomBy(factor);
  }

  /** Shows the whole map, or all of the neighbourhood; `isFar`: as large as there is room, for eyes that are far off. */
  fit(isFar = false): void {
    const { store, folded } = this;
    const near = store && this.isNear ? nearNodes(store.desk, folded) : null;
    const at = store && isFar ? nodeFor(store.desk, folded, store.desk.session.focus) : null;
    if (near && at) this.canvas?.showNear(at, near);
    else this.canvas?.fit(near ?? undefined);
  }

  /** Brings a claim into view as soon as it is drawn; a folded group that hides it is opened. */
  bring(claim: string): void {
    if (this.store) this.#follower.want(claim, this.store.desk);
  }

  /** The part of the map that shows, in map px. */
  view(): View | null {
    return this.canvas?.view() ?? null;
  }

  /** The map with every group open, for a picture of all of it. */
  async placeWhole(): Promise<Placed | null> {
    const desk = this.store?.desk;
    return desk ? this.#picture.placeWhole(this.#wish(desk)) : null;
  }

  override render(): TemplateResult {
    const desk = this.store?.desk;
    const isEmpty = desk !== undefined && argument(desk).claims.size === 0;
    return html`<div
        class="map-stage"
        tabindex="0"
        role="application"
        aria-roledescription="map"
        aria-label="Map of the argument"
        aria-describedby="map-stage-help"
        @keydown=${this.#onKey}
      ></div>
      ${stageHelp} ${stageNotice(isEmpty ? 'empty' : this.status, () => this.#retry())}
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    const desk = this.store?.desk;
    if (!desk) return;
    const graph = partOf(argument(desk), this.claims);
    const wanted = [graph, this.folded, this.direction, this.groupsAs];
    if (wanted.some((value, at) => value !== this.#drawn[at])) {
      this.#drawn = wanted;
      void this.#draw(desk);
    }
    this.#cursor.follow(desk);
    this.relight();
    this.#follower.follow(desk);
    if (changed.has('isNear') && this.placed) this.fit();
  }

  say(words: string): void {
    this.said = words;
  }

  fold(group: string, isFolded: boolean): void {
    this.#hold = group;
    this.dispatchEvent(new FoldRequest(group, isFolded));
  }

  relight(): void {
    const desk = this.store?.desk;
    if (!desk) return;
    const { focus, hover, selected } = desk.session;
    this.canvas?.light({
      focus: nodeFor(desk, this.folded, focus) ?? this.#cursor.group,
      hover: nodeFor(desk, this.folded, hover),
      near: inkNodes(desk, this.folded, this.isNear),
      chosen: selected,
      target: null,
      ...standingNodes(desk, this.folded),
    });
  }

  #wish(desk: Desk): PictureWish {
    const { claims, folded, direction, groupsAs, place } = this;
    const [hold, cursor] = [this.#hold, this.#cursor.at];
    return { desk, claims, folded, direction, groupsAs, place, hold, cursor };
  }

  async #draw(desk: Desk): Promise<void> {
    const wish = this.#wish(desk);
    this.#hold = null;
    try {
      if (argument(desk).claims.size > 0) {
        if (!(await this.#picture.draw(wish, this.stage))) return;
        this.status = 'drawn';
      } else this.#picture.clear();
    } catch (fault) {
      this.#picture.clear();
      this.status = 'failed';
      this.dispatchEvent(new MapFailed(fault));
    }
    this.relight();
    this.dispatchEvent(new Event('map-drawn', { bubbles: true }));
    this.#follower.show(this.store?.desk ?? desk);
  }

  #retry(): void {
    this.status = 'drawing';
    this.#drawn = [];
  }

  #tapped(focus: Focus): void {
    this.stage.focus({ preventScroll: true });
    this.store?.reveal(focus, 'map');
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const act = canvasAct(event);
    if (!act || !this.store) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(act);
  };

  #do(act: CanvasAct): void {
    if (act.do === 'zoom') this.zoomBy(act.factor);
    else if (act.do === 'pan') this.canvas?.viewpoint?.pan(act.way);
    else if (act.do === 'fit') this.fit();
    else if (isCursorAct(act)) this.#cursor.do(act);
    else this.dispatchEvent(requestOf(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-canvas': MapCanvasElement;
  }
}
