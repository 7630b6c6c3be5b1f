/** `<map-canvas>`: the drawn half of the map: places, draws, and answers pointer and keys. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { argument, canEdit, type Desk, type Focus } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { neighbourhood } from '../model/argument.ts';
import { MapCanvas } from './canvas.ts';
import { mapFonts } from './card.ts';
import { MapDrawer, type Placed } from './drawer.ts';
import { groupChain, shownAs } from './fold.ts';
import type { Direction } from './layout.ts';
import { canvasAct, type CanvasAct } from './map-keys.ts';
import { aboutClaim } from './about-claim.ts';
import { noteLabels } from './note-labels.ts';
import { isDarkPage, readPalette, watchTheme } from './palette.ts';

/** The reader wants a group folded or opened. */
export class FoldRequest extends Event {
  readonly group: string;

  constructor(group: string) {
    super('fold-request', { bubbles: true });
    this.group = group;
  }
}

/** How far the neighbourhood of a claim reaches, in links. */
const nearSteps = 1;

/**
 * @fires fold-request - a group is to be folded or opened
 * @fires map-drawn - the picture on the screen is a new one, or there is none now
 * @fires near-left - the reader left the neighbourhood with Escape
 */
@customElement('map-canvas')
export class MapCanvasElement extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property() direction: Direction = 'up';
  @property({ attribute: false }) folded: ReadonlySet<string> = new Set();
  /** True: only the focused claim and its neighbours are in full ink. */
  @property({ type: Boolean }) isNear = false;
  @state() private status: 'drawing' | 'drawn' | 'empty' | 'failed' = 'drawing';
  @state() private said = '';
  @query('.map-stage') private stage!: HTMLElement;

  /** What is on the screen; null before the first picture. */
  placed: Placed | null = null;

  readonly #drawer = new MapDrawer();
  #canvas: MapCanvas | null = null;
  #stopTheme: (() => void) | null = null;
  #drawn: readonly unknown[] = [];
  #revealed = 0;
  /** Where the keys are: a claim, or a folded group, which no session knows. */
  #cursor: string | null = null;
  #hold: string | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.store, ({ layers, session }) => [
      layers,
      session.focus,
      session.hover,
      session.reveal,
    ]);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopTheme = watchTheme(() => this.#canvas?.paint(readPalette(this, isDarkPage())));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTheme?.();
    this.#drawer.dispose();
    this.#canvas?.dispose();
    this.#canvas = null;
    this.#drawn = [];
  }

  /** Nearer (above 1) or farther. */
  zoomBy(factor: number): void {
    this.#canvas?.zoomBy(factor);
  }

  /** Shows the whole map, or all of the neighbourhood. */
  fit(): void {
    this.#canvas?.fit(this.isNear ? (this.#near() ?? undefined) : undefined);
  }

  /** The part of the map that shows, in map px. */
  view(): ReturnType<MapCanvas['view']> {
    return this.#canvas?.view() ?? null;
  }

  override render(): TemplateResult {
    return html`<div
        class="map-stage"
        tabindex="0"
        role="application"
        aria-roledescription="map"
        aria-label="Map of the argument"
        aria-describedby="map-stage-help"
        @keydown=${this.#onKey}
      ></div>
      <p id="map-stage-help" class="visually-hidden">
        Arrow keys move between claims, Enter shows a claim in the text, plus and minus zoom, 0 fits the map. The outline says
        the same in lines.
      </p>
      ${this.#notice()}
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  #notice(): TemplateResult | typeof nothing {
    if (this.status === 'drawn') return nothing;
    if (this.status === 'drawing') return html`<p class="map-notice map-quiet">Drawing the map…</p>`;
    if (this.status === 'empty') {
      return html`<p class="map-notice">
        <strong>No claims yet</strong><br />Select a passage and press <em>Claim</em>: it will stand here.
      </p>`;
    }
    return html`<p class="map-notice" role="alert">
      <strong>The map could not be drawn.</strong><br />The outline says all of it in lines.
      <button type="button" class="plain-button" @click=${() => this.#draw()}>Try again</button>
    </p>`;
  }

  protected override updated(changed: PropertyValues): void {
    const desk = this.store?.desk;
    if (!desk) return;
    const wanted = [argument(desk), this.folded, this.direction];
    if (wanted.some((value, at) => value !== this.#drawn[at])) {
      const isTurned = this.#drawn.length > 0 && this.#drawn[2] !== this.direction;
      this.#drawn = wanted;
      void this.#draw(isTurned);
    }
    this.#follow(desk);
    if (changed.has('isNear') && this.placed) this.fit();
  }

  /** Follows the session: light, cursor, and what is to be brought into view. */
  #follow(desk: Desk): void {
    const { focus, hover, reveal } = desk.session;
    const shown = focus?.kind === 'claim' ? shownAs(argument(desk), this.folded, focus.id) : (focus?.id ?? null);
    if (shown !== null) this.#cursor = shown;
    this.#light(desk, hover);
    if (!reveal || reveal.serial === this.#revealed) return;
    this.#revealed = reveal.serial;
    if (reveal.by !== 'map' && reveal.target.kind === 'claim' && shown !== null) this.#canvas?.reveal(shown);
  }

  #light(desk: Desk, hover: Focus | null): void {
    const lit = hover?.kind === 'claim' ? shownAs(argument(desk), this.folded, hover.id) : (hover?.id ?? null);
    this.#canvas?.light({ focus: this.#cursor, hover: lit, near: this.isNear ? this.#near() : null });
  }

  /** The nodes that stand for the neighbourhood of the focused claim; null while no claim is focused. */
  #near(): ReadonlySet<string> | null {
    const desk = this.store?.desk;
    const focus = desk?.session.focus;
    if (!desk || focus?.kind !== 'claim') return null;
    const graph = argument(desk);
    return new Set([...neighbourhood(graph, focus.id, nearSteps)].map((id) => shownAs(graph, this.folded, id)));
  }

  async #draw(isTurned = false): Promise<void> {
    const desk = this.store?.desk;
    if (!desk) return;
    const graph = argument(desk);
    if (graph.claims.size === 0) {
      this.#drawer.cancel();
      this.#finish('empty', null);
      return;
    }
    if (!this.placed) this.status = 'drawing';
    try {
      const palette = readPalette(this, isDarkPage());
      const labels = noteLabels(desk.paper);
      const drawing = {
        folded: this.folded,
        hasBoxes: true,
        fonts: mapFonts(palette.fontText, palette.fontUi),
        noteLabel: (note: string) => labels.get(note) ?? note,
        isOwn: (claim: string) => canEdit(desk, claim),
      };
      const placed = await this.#drawer.place(graph, drawing, this.direction);
      if (!placed || !this.isConnected) return;
      this.#canvas ??= this.#newCanvas();
      this.#canvas.show(placed.elements, placed.layout, this.#hold ?? this.#cursor);
      this.#finish('drawn', placed);
      if (isTurned) this.fit();
    } catch {
      this.#finish('failed', null);
    }
  }

  #finish(status: 'drawn' | 'empty' | 'failed', placed: Placed | null): void {
    this.status = status;
    this.placed = placed;
    this.#hold = null;
    if (!placed) {
      this.#canvas?.dispose();
      this.#canvas = null;
    }
    const desk = this.store?.desk;
    if (desk) this.#light(desk, desk.session.hover);
    this.dispatchEvent(new Event('map-drawn', { bubbles: true }));
  }

  #newCanvas(): MapCanvas {
    return new MapCanvas(this.stage, readPalette(this, isDarkPage()), {
      hovered: (focus) => this.store?.hover(focus),
      tapped: (focus) => {
        this.stage.focus({ preventScroll: true });
        this.store?.reveal(focus, 'map');
      },
      toggled: (group) => this.#fold(group),
    });
  }

  #fold(group: string): void {
    this.#hold = group;
    this.dispatchEvent(new FoldRequest(group));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const act = canvasAct(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(act);
  };

  #do(act: CanvasAct): void {
    if (act.do === 'zoom') this.zoomBy(act.factor);
    else if (act.do === 'fit') this.fit();
    else if (act.do === 'leave') this.dispatchEvent(new Event('near-left', { bubbles: true }));
    else if (act.do === 'step') this.#step(this.#canvas?.step(this.#cursor, act.way) ?? null);
    else this.#actOnCursor(act.do);
  }

  #actOnCursor(act: 'show' | 'fold'): void {
    const desk = this.store?.desk;
    const id = this.#cursor;
    if (!desk || id === null) return;
    const graph = argument(desk);
    const claim = graph.claims.get(id);
    const group = claim ? groupChain(graph, claim.group)[0] : graph.groups.has(id) ? id : undefined;
    if (act === 'show' && claim) this.store?.reveal({ kind: 'claim', id }, 'map');
    else if (group !== undefined) this.#fold(group);
  }

  #step(to: string | null): void {
    const desk = this.store?.desk;
    if (!desk || to === null) return;
    this.#cursor = to;
    const isClaim = argument(desk).claims.has(to);
    this.said = aboutClaim(desk, to);
    if (isClaim) this.store?.setSession({ focus: { kind: 'claim', id: to } });
    else this.store?.setSession({ focus: null });
    this.#canvas?.reveal(to);
    this.#light(desk, null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-canvas': MapCanvasElement;
  }
  interface HTMLElementEventMap {
    'fold-request': FoldRequest;
  }
}
