/** `<map-canvas>`: the drawn half of the map, in step with the session; answers pointer and keys. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { argument, type Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import type { MenuGroup, ScreenPoint } from '../ui/pop-menu.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import type { MapCanvas } from './canvas.ts';
import type { Placed } from './drawer.ts';
import type { GroupsAs } from './elements.ts';
import type { MapPlace } from './fitted-view.ts';
import type { View } from './ink.ts';
import type { Direction } from './layout.ts';
import { MapCursor } from './map-cursor.ts';
import { FoldRequest, MapFailed, requestOf } from './map-events.ts';
import { MapFollower } from './map-follower.ts';
import { buildAct } from './build-keys.ts';
import { canvasAct, isCursorAct, type CanvasAct } from './map-keys.ts';
import { mapAbove } from './map-above.ts';
import { MapPicture, type PictureWish } from './map-picture.ts';
import type { MapStage } from './map-stage.ts';
import { MapTools } from './map-tools.ts';
import { watchTheme } from './palette.ts';
import { partOf } from './part.ts';
import { mapWatched, nearNodes, nodeFor } from './session-nodes.ts';
import { lightOf } from './stage-light.ts';
import { stageHelp, stageNotice } from './stage-notice.ts';

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
  /** Ids of what was found, to be lit. */
  @property({ attribute: false }) found: ReadonlySet<string> = new Set();
  /** Where the map opens; null: as a new one does. */
  @property({ attribute: false }) place: MapPlace | null = null;
  /** True: only the focused claim and its neighbours are in full ink. */
  @property({ type: Boolean }) isNear = false;
  @state() private status: 'drawing' | 'drawn' | 'failed' = 'drawing';
  @state() private said = '';
  @query('.map-stage') readonly stage!: HTMLElement;

  readonly #picture = new MapPicture(this, {
    hovered: (focus) => this.store?.hover(focus),
    painted: () => {
      this.dispatchEvent(new Event('view-painted'));
      this.tools.painted();
    },
    tapped: (focus) => this.tools.tapped(focus),
    toggled: (group) => this.fold(group, !this.folded.has(group)),
  });
  #drawn: readonly unknown[] = [];
  #hold: string | null = null;
  readonly #cursor = new MapCursor(this);
  readonly follower = new MapFollower(this);
  readonly tools = new MapTools(this, this.#cursor);

  constructor() {
    super();
    new StoreController(this, () => this.store, mapWatched);
    new WhileConnected(this, (signal) => this.#live(signal));
  }

  get element(): HTMLElement {
    return this;
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

  #live(signal: AbortSignal): void {
    this.tools.listen(signal);
    const stopTheme = watchTheme(() => this.#picture.repaint());
    signal.addEventListener('abort', () => {
      stopTheme();
      this.#picture.dispose();
      this.#drawn = [];
    });
    this.requestUpdate();
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

  /** The part of the map that shows, in map px. */
  view(): View | null {
    return this.canvas?.view() ?? null;
  }

  /** The map with every group open, for a picture of all of it. */
  async placeWhole(): Promise<Placed | null> {
    return this.store ? this.#picture.placeWhole(this.#wish(this.store.desk)) : null;
  }

  /** Draws again, as if nothing had stood anywhere before. */
  layOutAnew(): void {
    this.#picture.forget();
    this.#drawn = [];
    this.status = 'drawing';
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
      ${mapAbove(this.store, this.tools)} ${stageHelp}
      ${stageNotice(isEmpty ? 'empty' : this.status, () => this.layOutAnew())}
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  protected override updated(changed: PropertyValues): void {
    const desk = this.store?.desk;
    if (!desk) return;
    const wanted = [partOf(argument(desk), this.claims), this.folded, this.direction, this.groupsAs];
    if (wanted.some((value, at) => value !== this.#drawn[at])) {
      this.#drawn = wanted;
      void this.#draw(desk);
    }
    this.#cursor.follow(desk);
    this.relight();
    this.follower.follow(desk);
    if (changed.has('isNear') && this.placed) this.fit();
  }

  say(words: string): void {
    this.said = words;
  }

  fold(group: string, isFolded: boolean): void {
    this.#hold = group;
    this.dispatchEvent(new FoldRequest(group, isFolded));
  }

  aim(target: string | null): void {
    if (this.tools.aimAt(target)) this.relight();
  }

  want(claim: string): void {
    this.store?.setSession({ focus: { kind: 'claim', id: claim } });
    if (this.store) this.follower.want(claim, this.store.desk);
  }

  menu(name: string, groups: readonly MenuGroup[], at: ScreenPoint): void {
    void this.querySelector('pop-menu')?.open(name, groups, at, this.stage);
  }

  relight(): void {
    const desk = this.store?.desk;
    if (!desk) return;
    this.tools.handle.place();
    const { folded, isNear, found } = this;
    const { group } = this.#cursor;
    this.canvas?.light(lightOf(desk, { folded, isNear, found, group, target: this.tools.target }));
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
    this.follower.show(this.store?.desk ?? desk);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const build = buildAct(event);
    const act = build ? null : canvasAct(event);
    if (!this.store || !(build || act)) return;
    event.preventDefault();
    event.stopPropagation();
    if (build) this.tools.build(build);
    else if (act && !this.tools.takes(act)) this.#do(act);
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
