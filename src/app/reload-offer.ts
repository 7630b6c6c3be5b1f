/** `<reload-offer>`: says that a newer version is ready, and loads the page anew when asked. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { whyNotReload } from '../ui/before-reload.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { offline } from './offline-keeper.ts';

const ready = 'A new version of Warrant is ready. You can go on with this one for as long as you like.';

@customElement('reload-offer')
export class ReloadOffer extends LitElement {
  @state() private isShown = false;
  @state() private whyNot: string | null = null;
  @state() private isBusy = false;
  /** What had the focus before somebody came here. */
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      offline.addEventListener('offline-changed', this.#onOffline, { signal });
      this.#onOffline();
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { isShown } = this;
    // The line is there before it says anything, or it would not be heard.
    return html`<section
      class=${isShown ? 'reload-offer' : ''}
      aria-label=${ifDefined(isShown ? 'Version' : undefined)}
      @focusin=${this.#onFocus}
    >
      <p role="status">${isShown ? (this.whyNot ?? ready) : ''}</p>
      ${
        isShown
          ? html`<button type="button" class="main-button" ?disabled=${this.isBusy} @click=${this.#reload}>
                Save and reload
              </button>
              <button type="button" class="plain-button" @click=${this.#later}>Later</button>`
          : nothing
      }
    </section>`;
  }

  readonly #onOffline = (): void => {
    if (offline.hasUpdate) this.isShown = true;
  };

  readonly #onFocus = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget)) this.#opener = relatedTarget;
  };

  readonly #later = (): void => {
    this.isShown = false;
    this.whyNot = null;
    if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
  };

  readonly #reload = (): void => void this.#save();

  async #save(): Promise<void> {
    this.isBusy = true;
    const whyNot = await whyNotReload();
    if (whyNot === null) {
      await offline.takeOver();
      location.reload();
    } else this.whyNot = `Not reloaded yet. ${whyNot}`;
    this.isBusy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reload-offer': ReloadOffer;
  }
}
