/** `<map-toolbar>`: what one can do with the map, in one row. */
import { html, LitElement, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Direction } from './layout.ts';

/** Which of the two twins show. */
export type MapView = 'map' | 'outline' | 'both';

export type MapAction = 'zoom-in' | 'zoom-out' | 'fit' | 'near' | 'fold' | 'turn' | 'export' | MapView;

/** A button of the toolbar was pressed. */
export class MapActionRequest extends Event {
  readonly action: MapAction;

  constructor(action: MapAction) {
    super('map-action-request', { bubbles: true });
    this.action = action;
  }
}

const icons: Readonly<Record<string, SVGTemplateResult>> = {
  'zoom-in': svg`<path d="M8 3v10M3 8h10" />`,
  'zoom-out': svg`<path d="M3 8h10" />`,
  fit: svg`<path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />`,
  near: svg`<circle cx="8" cy="8" r="2.2" /><path d="M8 1.5v2.5M8 12v2.5M1.5 8H4M12 8h2.5" />`,
  fold: svg`<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h6" /><path d="m11 10 1.5 1.7L14 10" />`,
  up: svg`<path d="M8 14V3M4 6.5 8 2.5l4 4" />`,
  right: svg`<path d="M2 8h11M9.5 4l4 4-4 4" />`,
};

const icon = (name: string): TemplateResult =>
  html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${icons[name]}</svg>`;

/** For a button that is no switch there is nothing to be pressed. */
const pressed = (isPressed: boolean | null): 'true' | 'false' | undefined => {
  if (isPressed === null) return undefined;
  return isPressed ? 'true' : 'false';
};

const views: readonly { readonly view: MapView; readonly label: string }[] = [
  { view: 'map', label: 'Map' },
  { view: 'outline', label: 'Outline' },
  { view: 'both', label: 'Both' },
];

/** @fires map-action-request - a button was pressed */
@customElement('map-toolbar')
export class MapToolbar extends LitElement {
  @property() view: MapView = 'map';
  @property() direction: Direction = 'up';
  @property({ type: Boolean }) isNear = false;
  @property({ type: Boolean }) isFolded = false;
  @property({ type: Boolean }) hasGroups = false;
  /** False while nothing is focused: then there is no neighbourhood to show. */
  @property({ type: Boolean }) hasFocus = false;
  @property({ type: Boolean }) hasMap = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const off = !this.hasMap || this.view === 'outline';
    const turned = this.direction === 'up' ? 'Draw from left to right' : 'Draw from bottom to top';
    return html`<div class="map-toolbar" role="toolbar" aria-label="Map" @keydown=${this.#onKey}>
      <span class="map-tools">
        ${this.#tool('zoom-out', 'Zoom out', off)} ${this.#tool('zoom-in', 'Zoom in', off)}
        ${this.#tool('fit', 'Fit the whole map', off)}
      </span>
      <span class="map-tools">
        ${this.#tool('near', 'Only the neighbourhood', off || !(this.hasFocus || this.isNear), this.isNear)}
        ${this.#tool('fold', 'Fold groups', off || !this.hasGroups, this.isFolded)}
        ${this.#tool('turn', turned, off, null, this.direction === 'up' ? 'right' : 'up')}
      </span>
      <span class="map-tools map-views" role="group" aria-label="Show">
        ${views.map(({ view, label }) => this.#word(view, label, this.view === view))}
      </span>
      ${this.#word('export', 'Export', null, !this.hasMap)}
    </div>`;
  }

  #tool(
    action: MapAction,
    label: string,
    isOff: boolean,
    isPressed: boolean | null = null,
    drawn: string = action,
  ) {
    return html`<button
      type="button"
      class="map-tool"
      aria-label=${label}
      title=${label}
      tabindex=${action === 'zoom-out' ? 0 : -1}
      aria-disabled=${isOff ? 'true' : 'false'}
      aria-pressed=${ifDefined(pressed(isPressed))}
      @click=${() => this.#ask(action, isOff)}
    >
      ${icon(drawn)}
    </button>`;
  }

  #word(action: MapAction, label: string, isPressed: boolean | null, isOff = false) {
    return html`<button
      type="button"
      class="map-tool map-word"
      tabindex="-1"
      aria-disabled=${isOff ? 'true' : 'false'}
      aria-pressed=${ifDefined(pressed(isPressed))}
      @click=${() => this.#ask(action, isOff)}
    >
      ${label}
    </button>`;
  }

  #ask(action: MapAction, isOff: boolean): void {
    if (!isOff) this.dispatchEvent(new MapActionRequest(action));
  }

  /** One stop for Tab, arrows inside: the toolbar pattern. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('button')];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'map-toolbar': MapToolbar;
  }
  interface HTMLElementEventMap {
    'map-action-request': MapActionRequest;
  }
}
