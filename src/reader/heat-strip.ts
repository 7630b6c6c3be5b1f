/** `<heat-strip>`: beside the text, how many of the class marked each stretch of it; walked by keys from passage to passage. */
import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classOf, heat, heatStops } from '../desk/class.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import type { Stretch } from '../model/gather.ts';
import { placeAt } from '../model/paper.ts';
import { heatRows, heatTop, nearestStop, rowHeight, type HeatRow } from './heat-rows.ts';
import { ladderOf, type Ladder } from './ladder.ts';
import type { PaperPane } from './paper-pane.ts';
import { scrollerOf } from './scroll.ts';

/** Width of a row that everyone marked, in px. */
const fullWidth = 14;

/** Steps of the keys that walk, in passages. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** A slider, for it is one value along one line: the passage that one looks at. Nothing where no notebook came back. */
@customElement('heat-strip')
export class HeatStrip extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) pane: PaperPane | null = null;
  /** Whether the reader wants it. */
  @property({ type: Boolean }) wanted = false;
  @state() private height = 0;
  @state() private rows: readonly HeatRow[] = [];
  /** Index of the passage that is told; -1 where none is. */
  @state() private told = -1;
  /** Index of the passage that the keys are at. */
  @state() private at = 0;
  #ladder: Ladder | null = null;
  #sizes: ResizeObserver | null = null;
  #frame = 0;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers }) => [layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes = new ResizeObserver(() => this.#soon());
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('pointermove', this.#onMove);
    this.addEventListener('pointerleave', this.#onLeave);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('focusin', () => (this.told = this.at));
    this.addEventListener('focusout', () => (this.told = -1));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#sizes?.disconnect();
  }

  get #stops(): readonly Stretch[] {
    return this.store ? heatStops(this.store.desk) : [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const stops = this.#stops;
    if (!this.wanted || !store || stops.length === 0) return nothing;
    const at = Math.min(this.at, stops.length - 1);
    const people = classOf(store.desk.layers).length;
    const told = stops[this.told];
    return html`<div
        class="heat"
        role="slider"
        tabindex="0"
        aria-orientation="vertical"
        aria-label="What the class marked"
        aria-description="Up and down walk from passage to passage, Enter shows one in the text"
        aria-valuemin="1"
        aria-valuemax=${stops.length}
        aria-valuenow=${at + 1}
        aria-valuetext=${this.#words(stops[at])}
      >
        <svg aria-hidden="true" focusable="false" width="24" height=${this.height}>
          ${this.rows.map((row) => bar(row, people))} ${told ? this.#pointer(told) : nothing}
        </svg>
      </div>
      ${told ? html`<p class="heat-tip" aria-hidden="true">${this.#words(told)}</p>` : nothing}`;
  }

  #pointer({ start }: Stretch) {
    if (!this.#ladder) return nothing;
    const y = heatTop(start, this.#ladder, this.height);
    return svg`<path class="heat-now" d="M2 ${y.toFixed(1)}h20"></path>`;
  }

  /** `7 of 20: III.B ¶4, p. 54`. */
  #words(stop: Stretch | undefined): string {
    if (!this.store || !stop) return '';
    const { layers, paper } = this.store.desk;
    return `${stop.count} of ${classOf(layers).length}: ${placeAt(paper, stop.start)}`;
  }

  protected override updated(changed: PropertyValues): void {
    this.#bear(this.querySelector('.heat') !== null);
    const tip = this.querySelector<HTMLElement>('.heat-tip');
    const told = this.#stops[this.told];
    if (tip && told && this.#ladder) {
      const y = heatTop(told.start, this.#ladder, this.height);
      tip.style.bottom = `${Math.round(Math.min(this.height - 32, Math.max(4, this.height - y - 14)))}px`;
    }
    // What is drawn follows from the rest: drawing it is no reason to measure again.
    const own = ['rows', 'height', 'told', 'at'];
    if (changed.size === 0 || [...changed.keys()].some((key) => !own.includes(String(key)))) this.#soon();
  }

  /** A landmark as long as there is something in it. */
  #bear(isShown: boolean): void {
    this.toggleAttribute('data-shown', isShown);
    this.role = isShown ? 'complementary' : null;
    this.ariaLabel = isShown ? 'Strip of the class' : null;
  }

  #soon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const { pane, store } = this;
    const view = pane?.view;
    if (!pane || !view || !store || !this.wanted || this.#stops.length === 0) return;
    const scroller = scrollerOf(pane);
    this.#sizes?.observe(scroller);
    this.#sizes?.observe(pane);
    if (scroller.clientHeight === 0) return;
    this.height = scroller.clientHeight;
    this.#ladder = ladderOf(view, store.desk.paper.text, scroller, this.#ladder);
    this.rows = heatRows(heat(store.desk), this.#ladder, this.height);
  }

  #stopUnder(event: MouseEvent): number {
    const box = this.querySelector('.heat')?.getBoundingClientRect();
    if (!box || !this.#ladder) return -1;
    return nearestStop(this.#stops, event.clientY - box.top, this.#ladder, this.height);
  }

  #go(at: number): void {
    const stop = this.#stops[at];
    if (!stop) return;
    this.store?.reveal({ kind: 'offset', id: String(stop.start), offset: stop.start }, 'margin');
  }

  readonly #onMove = (event: PointerEvent): void => void (this.told = this.#stopUnder(event));

  readonly #onLeave = (): void => {
    this.told = this.contains(document.activeElement) ? this.at : -1;
  };

  readonly #onClick = (event: MouseEvent): void => {
    const at = this.#stopUnder(event);
    if (at < 0) return;
    this.at = this.told = at;
    this.#go(at);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const last = this.#stops.length - 1;
    if (step !== undefined) this.at = this.told = Math.min(last, Math.max(0, Math.min(this.at, last) + step));
    else if (event.key === 'Enter' || event.key === ' ') this.#go(this.at);
    else return;
    event.preventDefault();
  };
}

/** Wider and darker the more people marked it. */
function bar({ y, count }: HeatRow, people: number) {
  const share = count / Math.max(1, people);
  const width = Math.max(3, Math.round(share * fullWidth));
  const level = Math.max(1, Math.ceil(share * 4));
  return svg`<rect data-level=${level} x="5" y=${y} width=${width} height=${rowHeight}></rect>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'heat-strip': HeatStrip;
  }
}
