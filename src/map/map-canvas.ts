/** `<map-canvas>`: the drawn half of the map, in step with the session; answers pointer and keys. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { aboutClaim } from './about-claim.ts';
import type { Placed } from './drawer.ts';
import { groupChain, shownAs } from './fold.ts';
import type { View } from './ink.ts';
import type { Direction } from './layout.ts';
import { FoldRequest, MapFailed } from './map-events.ts';
import { canvasAct, type CanvasAct } from './map-keys.ts';
import { MapPicture, type PictureWish } from './map-picture.ts';
import { watchTheme } from './palette.ts';
import { inkNodes, mapWatched, nearNodes, nodeFor } from './session-nodes.ts';
import { stageHelp, stageNotice } from './stage-notice.ts';
import { standingNodes, StepFollower } from './standing-nodes.ts';

/**
 * @fires fold-request - a group is to be folded or opened
 * @fires map-drawn - the picture on the screen is a new one, or there is none now
 * @fires map-failed - the map could not be drawn
 * @fires near-left - the reader left the neighbourhood with Escape
 */
@customElement('map-canvas')
export class MapCanvasElement extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property() direction: Direction = 'up';
  @property({ attribute: false }) folded: ReadonlySet<string> = new Set();
  /** True: only the focused claim and its neighbours are in full ink. */
  @property({ type: Boolean }) isNear = false;
  @state() private status: 'drawing' | 'drawn' | 'failed' = 'drawing';
  @state() private said = '';
  @query('.map-stage') private stage!: HTMLElement;

  readonly #picture = new MapPicture(this, {
    hovered: (focus) => this.store?.hover(focus),
    tapped: (focus) => this.#tapped(focus),
    toggled: (group) => this.#fold(group, !this.folded.has(group)),
  });
  #stopTheme: (() => void) | null = null;
  #drawn: readonly unknown[] = [];
  #revealed = 0;
  /** Where the keys are: a claim, or a folded group, which no session knows. */
  #cursor: string | null = null;
  #hold: string | null = null;
  /** A claim that another face asked for and that is not in view yet. */
  #wanted: string | null = null;
  readonly #steps = new StepFollower();

  constructor() {
    super();
    new StoreController(this, () => this.store, mapWatched);
  }

  /** What is on the screen; null while nothing is. */
  get placed(): Placed | null {
    return this.#picture.placed;
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
    this.#picture.canvas?.zoomBy(factor);
  }

  /** Shows the whole map, or all of the neighbourhood; `isFar`: as large as there is room, for eyes that are far off. */
  fit(isFar = false): void {
    const { store, folded } = this;
    const near = store && this.isNear ? nearNodes(store.desk, folded) : null;
    const at = store && isFar ? nodeFor(store.desk, folded, store.desk.session.focus) : null;
    if (near && at) this.#picture.canvas?.showNear(at, near);
    else this.#picture.canvas?.fit(near ?? undefined);
  }

  /** The part of the map that shows, in map px. */
  view(): View | null {
    return this.#picture.canvas?.view() ?? null;
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
    const wanted = [argument(desk), this.folded, this.direction];
    if (wanted.some((value, at) => value !== this.#drawn[at])) {
      this.#drawn = wanted;
      void this.#draw(desk);
    }
    this.#follow(desk);
    if (changed.has('isNear') && this.placed) this.fit();
  }

  /** Follows the session: cursor, light, and what is to be brought into view. */
  #follow(desk: Desk): void {
    const { focus, reveal } = desk.session;
    this.#cursor = nodeFor(desk, this.folded, focus) ?? this.#cursor;
    this.#light(desk);
    this.#wanted = this.#steps.next(desk) ?? this.#wanted;
    this.#showWanted(desk);
    if (!reveal || reveal.serial === this.#revealed) return;
    this.#revealed = reveal.serial;
    if (reveal.by === 'map' || reveal.target.kind !== 'claim') return;
    this.#wanted = reveal.target.id;
    this.#showWanted(desk);
  }

  /** Brings the wanted claim into view once it is drawn; a folded group that hides it is opened first. */
  #showWanted(desk: Desk): void {
    const id = this.#wanted;
    if (id === null || !this.placed || !argument(desk).claims.has(id)) return;
    const shown = shownAs(argument(desk), this.folded, id);
    if (shown !== id) this.#fold(shown, false);
    else if (this.#picture.canvas?.has(id)) {
      this.#wanted = null;
      this.#picture.canvas.reveal(id);
    }
  }

  #light(desk: Desk): void {
    const { focus, hover } = desk.session;
    const atGroup = this.#cursor !== null && this.folded.has(this.#cursor) ? this.#cursor : null;
    this.#picture.canvas?.light({
      focus: nodeFor(desk, this.folded, focus) ?? atGroup,
      hover: nodeFor(desk, this.folded, hover),
      near: inkNodes(desk, this.folded, this.isNear),
      ...standingNodes(desk, this.folded),
    });
  }

  #wish(desk: Desk): PictureWish {
    return { desk, folded: this.folded, direction: this.direction, hold: this.#hold, cursor: this.#cursor };
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
    const now = this.store?.desk ?? desk;
    this.#light(now);
    this.dispatchEvent(new Event('map-drawn', { bubbles: true }));
    this.#showWanted(now);
  }

  #retry(): void {
    this.status = 'drawing';
    this.#drawn = [];
  }

  #tapped(focus: Focus): void {
    this.stage.focus({ preventScroll: true });
    this.store?.reveal(focus, 'map');
  }

  #fold(group: string, isFolded: boolean): void {
    this.#hold = group;
    this.dispatchEvent(new FoldRequest(group, isFolded));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const act = canvasAct(event);
    const desk = this.store?.desk;
    if (!act || !desk) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(act, desk);
  };

  #do(act: CanvasAct, desk: Desk): void {
    if (act.do === 'zoom') this.zoomBy(act.factor);
    else if (act.do === 'fit') this.fit();
    else if (act.do === 'leave') this.dispatchEvent(new Event('near-left', { bubbles: true }));
    else if (act.do === 'step') this.#step(desk, this.#picture.canvas?.step(this.#cursor, act.way) ?? null);
    else if (this.#cursor !== null) this.#actOn(this.#cursor, act.do, desk);
  }

  #actOn(id: string, act: 'show' | 'fold', desk: Desk): void {
    const graph = argument(desk);
    const claim = graph.claims.get(id);
    const group = claim ? groupChain(graph, claim.group)[0] : graph.groups.get(id)?.id;
    if (act === 'show' && claim) this.store?.reveal({ kind: 'claim', id }, 'map');
    else if (group !== undefined) this.#fold(group, !this.folded.has(group));
  }

  #step(desk: Desk, to: string | null): void {
    if (to === null) return;
    this.#cursor = to;
    this.said = aboutClaim(desk, to);
    const isClaim = argument(desk).claims.has(to);
    this.store?.setSession({ focus: isClaim ? { kind: 'claim', id: to } : null });
    this.#picture.canvas?.reveal(to);
    this.#light(this.store?.desk ?? desk);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-canvas': MapCanvasElement;
  }
}
