/** `<map-toolbar>`: what one can do with the map, in one row; what finds no room there stands in the menu. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { MapActionRequest } from './map-events.ts';
import { hasCanvas, type MapView } from './map-habits.ts';
import { mapIcon, type MapIcon } from './map-icons.ts';
import type { MapAction } from './map-keys.ts';
import './map-menu.ts';
import type { MapMenuItem } from './map-menu.ts';

/** A tool of the row. `below`: from which width of the pane down it stands in the menu instead (styles/map-tools.css). */
interface Tool {
  readonly action: MapAction & MapIcon;
  readonly words: string;
  readonly isOff: boolean;
  /** For a switch: whether it is on. */
  readonly isPressed?: boolean;
  readonly below?: 'wide' | 'half' | 'middle' | 'narrow';
}

/** The tools of the row, in their groups. */
interface Tools {
  readonly zoom: readonly Tool[];
  readonly ways: readonly Tool[];
  readonly look: readonly Tool[];
}

/** For a button that is no switch there is nothing to be pressed. */
const pressed = (isPressed: boolean | undefined): 'true' | 'false' | undefined => {
  if (isPressed === undefined) return undefined;
  return isPressed ? 'true' : 'false';
};

const views: readonly { readonly view: MapView; readonly label: string }[] = [
  { view: 'map', label: 'Map' },
  { view: 'outline', label: 'Outline' },
  { view: 'both', label: 'Both' },
  { view: 'prose', label: 'Text' },
];

/** @fires map-action-request - a button was pressed */
@customElement('map-toolbar')
export class MapToolbar extends LitElement {
  @property() view: MapView = 'map';
  /** True while only a neighbourhood shows. */
  @property({ type: Boolean }) isNear = false;
  @property({ type: Boolean }) isFolded = false;
  @property({ type: Boolean }) hasGroups = false;
  /** False while nothing is focused: then there is no neighbourhood to show. */
  @property({ type: Boolean }) hasFocus = false;
  @property({ type: Boolean }) hasMap = false;
  /** False while there is nothing to weigh. */
  @property({ type: Boolean }) hasClaims = false;
  /** True while claims are weighed. */
  @property({ type: Boolean }) isWeighing = false;
  @property({ type: Boolean }) hasBack = false;
  @property({ type: Boolean }) hasForward = false;
  /** What the menu holds beside that for which the row has no room. */
  @property({ attribute: false }) items: readonly MapMenuItem[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render(): TemplateResult {
    const tools = this.#tools();
    return html`<div class="map-toolbar" role="toolbar" aria-label="Map" @keydown=${this.#onKey}>
      <span class="map-tools">${tools.zoom.map((tool) => this.#tool(tool))}</span>
      <span class="map-tools" data-below="wide">${tools.ways.map((tool) => this.#tool(tool))}</span>
      <span class="map-tools"
        >${tools.look.map((tool) => this.#tool(tool))}<map-menu .items=${this.#menu(tools)}></map-menu
      ></span>
      <span class="map-tools map-views" role="group" aria-label="Show">
        ${views.map(({ view, label }) => this.#word(view, label, this.view === view))}
      </span>
      ${this.#tool({ action: 'export', words: 'Export', isOff: !this.hasMap })}
    </div>`;
  }

  #tools(): Tools {
    const { isNear, isFolded } = this;
    const off = !this.hasMap || !hasCanvas(this.view);
    return {
      zoom: [
        { action: 'zoom-out', words: 'Zoom out', isOff: off },
        { action: 'zoom-in', words: 'Zoom in', isOff: off },
        { action: 'fit', words: 'Fit the whole map', isOff: off },
      ],
      ways: [
        { action: 'back', words: 'Back to what I looked at', isOff: !this.hasBack, below: 'wide' },
        { action: 'forward', words: 'Forward again', isOff: !this.hasForward, below: 'wide' },
      ],
      look: [
        { action: 'find', words: 'Find on the map', isOff: !this.hasMap },
        {
          action: 'near',
          words: 'Only the neighbourhood',
          isOff: off || !(this.hasFocus || isNear),
          isPressed: isNear,
          below: 'narrow',
        },
        {
          action: 'fold',
          words: 'Fold groups',
          isOff: off || !this.hasGroups,
          isPressed: isFolded,
          below: 'half',
        },
        {
          action: 'weigh',
          words: 'Weigh the claims',
          isOff: !this.hasClaims,
          isPressed: this.isWeighing,
          below: 'middle',
        },
      ],
    };
  }

  #menu({ ways, look }: Tools): MapMenuItem[] {
    const moved = [...ways, ...look].flatMap(({ action, words, isOff, isPressed, below }) =>
      below ? [{ action, words, isOff, below, isChecked: isPressed ?? null }] : [],
    );
    const views = (['both', 'prose'] as const).map((view): MapMenuItem => ({
      action: view,
      words: view === 'both' ? 'Map and outline' : 'As text',
      isOff: false,
      isChecked: this.view === view,
      below: 'narrow',
    }));
    return [...moved, ...views, ...this.items];
  }

  #tool({ action, words, isOff, isPressed, below }: Tool): TemplateResult {
    return html`<button
      type="button"
      class="map-tool"
      data-below=${ifDefined(below)}
      aria-label=${words}
      title=${words}
      tabindex=${action === 'zoom-out' ? 0 : -1}
      aria-disabled=${isOff ? 'true' : 'false'}
      aria-pressed=${ifDefined(pressed(isPressed))}
      @click=${() => this.#ask(action, isOff)}
    >
      ${mapIcon(action)}
    </button>`;
  }

  #word(action: MapView, label: string, isPressed: boolean): TemplateResult {
    const below = action === 'both' || action === 'prose' ? 'narrow' : undefined;
    return html`<button
      type="button"
      class="map-tool map-word"
      data-below=${ifDefined(below)}
      tabindex="-1"
      aria-disabled="false"
      aria-pressed=${isPressed ? 'true' : 'false'}
      @click=${() => this.#ask(action, false)}
    >
      ${label}
    </button>`;
  }

  #ask(action: MapAction, isOff: boolean): void {
    if (!isOff) this.dispatchEvent(new MapActionRequest(action));
  }

  /** One stop for Tab, arrows inside: the toolbar pattern. What has no room is passed over. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const all = [...this.querySelectorAll<HTMLButtonElement>('button:not([role])')];
    const buttons = all.filter((button) => button.getClientRects().length > 0);
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    all.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'map-toolbar': MapToolbar;
  }
}
