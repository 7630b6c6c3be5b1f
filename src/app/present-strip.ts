/** `<present-strip>`: steps through the argument before a room: what is shown, where one is, and the presenter's keys. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Store } from '../desk/store.ts';
import { roleNames } from '../margin/role-names.ts';
import { icon, type IconName } from './icons.ts';
import { ModeRequest } from './mode-request.ts';
import { presenterKey, stepsOf, type Order, type Step } from './present-steps.ts';

/** Fires `mode-request` when the reader has done. */
@customElement('present-strip')
export class PresentStrip extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Where the text and the map are found. */
  @property({ attribute: false }) desk: HTMLElement | null = null;
  @state() private order: Order = 'argument';
  @state() private at = 0;
  @state() private isBlank = false;
  #steps: readonly Step[] = [];
  #abort: AbortController | null = null;

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

  /** Begins with the claim that has the focus, where one has. */
  #begin(): void {
    const desk = this.store?.desk;
    if (!desk) return;
    this.#steps = stepsOf(desk, this.order);
    const { focus } = desk.session;
    const here = this.#steps.findIndex(({ claim }) => claim !== null && claim === focus?.id);
    this.at = Math.max(0, here);
    void this.updateComplete.then(() => {
      this.querySelector<HTMLElement>('.present-strip')?.focus();
      this.#show();
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const step = this.#steps[this.at];
    if (!step) return nothing;
    return html`<section class="present-strip" aria-label="Presentation" tabindex="-1">
        <div class="present-words" role="status">
          <p class="present-about">
            ${
              step.role
                ? html`<span class="role-sign" data-role=${step.role}></span>${roleNames[step.role]}`
                : 'Section'
            }
            <span class="present-count">${this.at + 1} of ${this.#steps.length}</span>
            ${this.#bearing(step)}
          </p>
          <p class="present-claim">${step.words}</p>
        </div>
        <div class="present-controls" role="group" aria-label="Steps">
          ${step.claim === null ? nothing : this.#orders()}
          ${this.#button('Previous', 'previous', this.at === 0, () => this.#go(this.at - 1))}
          ${this.#button('Next', 'next', this.at === this.#steps.length - 1, () => this.#go(this.at + 1))}
          ${this.#button('Dark screen', 'blank', false, () => (this.isBlank = true))}
          ${
            document.fullscreenEnabled
              ? this.#button('Full screen', 'fill', false, () => void this.#fill())
              : nothing
          }
          ${this.#button('Leave the presentation', 'close', false, () => this.#leave())}
        </div>
      </section>
      <div class="present-blank" ?hidden=${!this.isBlank} @click=${() => (this.isBlank = false)}>
        <p class="visually-hidden" role="status">
          ${this.isBlank ? 'The screen is dark. Any key of the presentation brings it back.' : ''}
        </p>
      </div>`;
  }

  /** The notes that carry a claim, and where the text states it. */
  #bearing({ notes, place, claim }: Step): TemplateResult {
    const carried = notes.length > 0 ? `${notes.length > 1 ? 'nn.' : 'n.'} ${notes.join(', ')}` : 'no note';
    const stands = place || (claim === null ? '' : 'not in so many words');
    return html`${claim === null ? nothing : html`<span>${carried}</span>`} <span>${stands}</span>`;
  }

  #button(words: string, sign: IconName, isOff: boolean, run: () => void): TemplateResult {
    return html`<button
      type="button"
      class="icon-button"
      aria-label=${words}
      title=${words}
      aria-disabled=${isOff}
      @click=${run}
    >
      ${icon(sign)}
    </button>`;
  }

  #orders(): TemplateResult {
    return html`<label class="present-order"
      ><span>Order</span>
      <select @change=${this.#onOrder}>
        <option value="argument" ?selected=${this.order === 'argument'}>By the argument</option>
        <option value="text" ?selected=${this.order === 'text'}>By the text</option>
      </select></label
    >`;
  }

  /** The claim that is shown stays shown; what comes before and after it is another. */
  readonly #onOrder = (event: Event): void => {
    const desk = this.store?.desk;
    if (!desk) return;
    this.order = (event.target as HTMLSelectElement).value === 'text' ? 'text' : 'argument';
    const { claim } = this.#steps[this.at] ?? {};
    this.#steps = stepsOf(desk, this.order);
    this.at = Math.max(
      0,
      this.#steps.findIndex((step) => step.claim === claim),
    );
  };

  #go(to: number): void {
    this.isBlank = false;
    if (to < 0 || to >= this.#steps.length) return;
    this.at = to;
    this.#show();
  }

  /** Lights the step's passage and brings it into view; the map shows its claim among its neighbours. */
  #show(): void {
    const step = this.#steps[this.at];
    if (!step || !this.store) return;
    if (step.claim !== null) this.store.reveal({ kind: 'claim', id: step.claim }, 'route');
    else if (step.offset !== null)
      this.store.reveal({ kind: 'offset', id: '', offset: step.offset }, 'route');
    this.#showOnMap();
  }

  #showOnMap(): void {
    if (this.#steps[this.at]?.claim !== null) void this.desk?.querySelector('argument-map')?.showNear();
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
