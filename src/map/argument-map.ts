/** `<argument-map>`: the argument drawn and outlined, with what one can do with it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { argument } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import './argument-outline.ts';
import { firstChoice, type ExportChoice } from './export-choice.ts';
import './export-dialog.ts';
import type { ExportDialog } from './export-dialog.ts';
import { exportSource } from './export-source.ts';
import { foldable, foldedAtFirst, groupSizes } from './fold.ts';
import type { Direction } from './layout.ts';
import './map-canvas.ts';
import type { MapCanvasElement } from './map-canvas.ts';
import type { FoldRequest } from './map-events.ts';
import { zoomStep } from './map-keys.ts';
import './map-toolbar.ts';
import type { MapAction, MapActionRequest, MapView } from './map-toolbar.ts';
import { withoutBanner } from './without-banner.ts';

const nothingFolded: ReadonlySet<string> = new Set();

/**
 * The map pane. Renders into the light DOM, styled by styles/map.css.
 *
 * @fires export-request - "Export" was pressed; cancel it to keep the pane's own dialog shut
 * @fires map-drawn - the picture on the screen is a new one
 * @fires map-failed - the map could not be drawn; the outline still works
 */
@customElement('argument-map')
export class ArgumentMap extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Which of the twins show. */
  @property() view: MapView = 'map';
  @property() direction: Direction = 'up';
  /** Groups that are folded; null: not chosen yet, then a large map opens folded. */
  @property({ attribute: false }) folded: ReadonlySet<string> | null = null;
  /** What was chosen last about exported pictures. */
  @property({ attribute: false }) picture: ExportChoice = firstChoice;
  @state() private isNear = false;
  @state() private hasMap = false;
  @query('map-canvas') private canvas!: MapCanvasElement;
  @query('export-dialog') private dialog!: ExportDialog;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [layers, session.focus, session.without, session.withoutStep],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store) return nothing;
    const folded = this.#folded();
    return html`<map-toolbar
        .view=${this.view}
        .direction=${this.direction}
        .isNear=${this.isNear}
        .isFolded=${folded.size > 0}
        .hasGroups=${groupSizes(argument(store.desk)).size > 0}
        .hasFocus=${store.desk.session.focus?.kind === 'claim'}
        .hasMap=${this.hasMap}
        @map-action-request=${(event: MapActionRequest) => this.#do(event.action)}
      ></map-toolbar>
      ${withoutBanner(store)}
      <div class="map-body" data-view=${this.view}>
        <map-canvas
          .store=${store}
          .direction=${this.direction}
          .folded=${folded}
          .isNear=${this.isNear}
          ?hidden=${this.view === 'outline'}
          @fold-request=${(event: FoldRequest) => this.#fold(event)}
          @map-drawn=${() => (this.hasMap = this.canvas.placed !== null)}
          @near-left=${() => (this.isNear = false)}
        ></map-canvas>
        ${this.view === 'map' ? nothing : html`<argument-outline .store=${store}></argument-outline>`}
      </div>
      <export-dialog .choice=${this.picture}></export-dialog>`;
  }

  /** Shows the focused claim with its neighbours, large enough for a room to read it. */
  showNear(): Promise<void> {
    return this.#fit(true);
  }

  /** All claims are in full ink again, and the whole map shows. */
  showAll(): Promise<void> {
    return this.#fit(false);
  }

  async #fit(isNear: boolean): Promise<void> {
    this.isNear = isNear;
    await this.updateComplete;
    // By now the pane may be gone.
    await this.canvas?.updateComplete;
    this.canvas?.fit(isNear);
  }

  #do(action: MapAction): void {
    if (action === 'zoom-in') this.canvas.zoomBy(zoomStep);
    else if (action === 'zoom-out') this.canvas.zoomBy(1 / zoomStep);
    else if (action === 'fit') this.canvas.fit();
    else if (action === 'near') this.isNear = !this.isNear;
    else if (action === 'fold') this.#foldAll();
    else if (action === 'turn') this.direction = this.direction === 'up' ? 'right' : 'up';
    else if (action === 'export') void this.#export();
    else this.view = action;
  }

  /** What is folded now. Chosen once for a map: a claim more must not fold anything by itself. */
  #folded(): ReadonlySet<string> {
    const desk = this.store?.desk;
    const graph = desk && argument(desk);
    if (this.folded || !graph || graph.claims.size === 0) return this.folded ?? nothingFolded;
    this.folded = foldedAtFirst(graph);
    return this.folded;
  }

  #fold({ group, isFolded }: FoldRequest): void {
    const folded = new Set(this.#folded());
    if (isFolded) folded.add(group);
    else folded.delete(group);
    this.folded = folded;
  }

  /** Opens every group; where all are open, folds the innermost ones. */
  #foldAll(): void {
    const desk = this.store?.desk;
    if (desk) this.folded = this.#folded().size > 0 ? nothingFolded : foldable(argument(desk));
  }

  async #export(): Promise<void> {
    const isOurs = this.dispatchEvent(new Event('export-request', { bubbles: true, cancelable: true }));
    const [shown, desk] = [this.canvas.placed, this.store?.desk];
    if (!isOurs || !shown || !desk) return;
    const whole = (await this.canvas.placeWhole()) ?? shown;
    const view = this.view === 'outline' ? null : this.canvas.view();
    await this.dialog.show(await exportSource(desk, { shown, whole }, view));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'argument-map': ArgumentMap;
  }
}
