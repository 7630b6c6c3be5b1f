/** `<present-strip>`: steps through the argument before a room: what is shown, where one is, and the presenter's keys. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownPresentation, ownSteps } from '../desk/presentation-commands.ts';
import { Announce } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { ModeRequest, type StepLink } from './mode-request.ts';
import { OrderRequest } from './order-request.ts';
import { copyStepLink, findStep, knownOrder } from './present-link.ts';
import { orderChoice, stepSaid, stripButton } from './present-parts.ts';
import { presenterKey, stepsOf, type Order, type Step } from './present-steps.ts';

/**
 * @fires mode-request - The reader has done.
 * @fires order-request - The reader wants to see to their own order.
 * @fires announce - Something to be said.
 */
@customElement('present-strip')
export class PresentStrip extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Where the text and the map are found. */
  @property({ attribute: false }) desk: HTMLElement | null = null;
  /** Where to begin; null: with what has the focus. */
  @property({ attribute: false }) link: StepLink | null = null;
  @state() private order: Order = 'argument';
  @state() private at = 0;
  @state() private isBlank = false;
  #steps: readonly Step[] = [];
  #abort: AbortController | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers }) => [layers],
      () => this.#choose(this.order),
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
    this.desk?.addEventListener('map-drawn', () => this.#showOnMap(), { signal });
    this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
    if (document.fullscreenElement) void document.exitFullscreen();
    void this.desk?.querySelector('argument-map')?.showAll();
  }

  /** Begins where the link says; else with what has the focus, where a step shows it. */
  #begin(): void {
    const desk = this.store?.desk;
    if (!desk) return;
    this.order = ownSteps(desk).length > 0 ? ownPresentation : 'argument';
    this.#steps = stepsOf(desk, this.order);
    const { focus } = desk.session;
    const here = this.#steps.findIndex((step) => step.focus !== null && step.focus.id === focus?.id);
    this.at = Math.max(0, here);
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>('.present-strip')?.focus();
      if (this.link) this.open(this.link);
      else this.#show();
    });
  }

  /** Shows the step of a link; the nearest where there is none such, and says so. */
  open(link: StepLink): void {
    const desk = this.store?.desk;
    if (!desk) return;
    const { order, at, said } = findStep(desk, link);
    this.order = order;
    this.#steps = stepsOf(desk, order);
    this.#go(at);
    if (said !== null) this.dispatchEvent(new Announce(said));
  }

  protected override render(): TemplateResult | typeof nothing {
    const step = this.#steps[this.at];
    if (!step) return nothing;
    return html`<section class="present-strip" aria-label="Presentation" tabindex="-1">
        ${stepSaid(step, `${this.at + 1} of ${this.#steps.length}`)}
        <div class="present-controls" role="group" aria-label="Steps">${this.#controls(step)}</div>
      </section>
      <div class="present-blank" ?hidden=${!this.isBlank} @click=${() => (this.isBlank = false)}>
        <p class="visually-hidden" role="status">
          ${this.isBlank ? 'The screen is dark. Any key of the presentation brings it back.' : ''}
        </p>
      </div>`;
  }

  #controls(step: Step): TemplateResult {
    const { store } = this;
    return html`${
      step.focus === null || !store
        ? nothing
        : html`${orderChoice(store.desk, this.order, (order) => this.#choose(order))}
          ${stripButton('Arrange what you show …', 'order', false, () => this.#toOrder())}`
    }
    ${stripButton('Copy link to this step', 'link', false, () => void this.#copy(step))}
    ${stripButton('Previous', 'previous', this.at === 0, () => this.#go(this.at - 1))}
    ${stripButton('Next', 'next', this.at === this.#steps.length - 1, () => this.#go(this.at + 1))}
    ${stripButton('Dark screen', 'blank', false, () => (this.isBlank = true))}
    ${document.fullscreenEnabled ? stripButton('Full screen', 'fill', false, () => void this.#fill()) : nothing}
    ${stripButton('Leave the presentation', 'close', false, () => this.#leave())}`;
  }

  /** What is shown stays shown where the order has it; what comes before and after it is another. */
  #choose(order: Order): void {
    const desk = this.store?.desk;
    if (!desk) return;
    const shown = this.#steps[this.at];
    this.order = knownOrder(desk, order);
    this.#steps = stepsOf(desk, this.order);
    const at = this.#steps.findIndex(({ key }) => key === shown?.key);
    this.at = at >= 0 ? at : Math.min(this.at, this.#steps.length - 1);
    this.requestUpdate();
    // Not while the store still tells everyone of a change.
    if (at < 0) void this.updateComplete.then(() => this.#show());
  }

  #toOrder(): void {
    this.dispatchEvent(new OrderRequest());
  }

  async #copy(step: Step): Promise<void> {
    const { store } = this;
    if (store) this.dispatchEvent(new Announce(await copyStepLink(store.desk, step, this.order)));
  }

  #go(to: number): void {
    this.isBlank = false;
    if (to < 0 || to >= this.#steps.length) return;
    this.at = to;
    this.requestUpdate();
    this.#show();
  }

  /** Lights the step's passage and brings it into view; the map shows it among its neighbours. */
  #show(): void {
    const step = this.#steps[this.at];
    if (!step || !this.store) return;
    if (step.focus) this.store.reveal(step.focus, 'route');
    else if (step.offset !== null)
      this.store.reveal({ kind: 'offset', id: '', offset: step.offset }, 'route');
    this.#showOnMap();
  }

  #showOnMap(): void {
    if (this.#steps[this.at]?.focus) void this.desk?.querySelector('argument-map')?.showNear();
  }

  async #fill(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen().catch(() => undefined);
  }

  #leave(): void {
    this.dispatchEvent(new ModeRequest('plain'));
  }

  #onKey(event: KeyboardEvent): void {
    const key = presenterKey(event);
    const target = event.target instanceof Element ? event.target : null;
    if (!key || target?.closest('dialog, input, textarea, select, [popover]')) return;
    if (event.key === ' ' && target?.closest('button, a')) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'blank') this.isBlank = !this.isBlank;
    else if (this.isBlank) this.isBlank = false;
    else this.#go({ next: this.at + 1, previous: this.at - 1, first: 0, last: this.#steps.length - 1 }[key]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'present-strip': PresentStrip;
  }
}
