/** `<reading-settings>`: how the paper looks, chosen while one looks at it: the text itself is the preview. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { changeLook, resetLook, stepLook, type LookChange } from './change-look.ts';
import { ModeRequest, type Mode } from './mode-request.ts';
import { readPreferences } from './preferences.ts';
import { faces, nextStep, themes, type Face, type Look, type Stepped, type Theme } from './reading-look.ts';

const themeNames: Readonly<Record<Theme, string>> = {
  auto: 'As the system',
  light: 'Light',
  dark: 'Dark',
  sepia: 'Sepia',
  contrast: 'High contrast',
};

const faceNames: Readonly<Record<Face, string>> = {
  serif: 'Source Serif',
  sans: 'Source Sans',
  atkinson: 'Atkinson Hyperlegible',
  dyslexic: 'OpenDyslexic',
};

/** A stepped part of the look: what it is called, what less and more of it is called, and how its value is said. */
interface Steps {
  readonly name: Stepped;
  readonly words: string;
  readonly less: string;
  readonly more: string;
  readonly said: (look: Look) => string;
}

const stepped: readonly Steps[] = [
  {
    name: 'scale',
    words: 'Size',
    less: 'Smaller text',
    more: 'Larger text',
    said: ({ scale }) => `${Math.round(scale * 100)} %`,
  },
  {
    name: 'line',
    words: 'Line length',
    less: 'Shorter lines',
    more: 'Longer lines',
    said: ({ line }) => `${line} characters`,
  },
  {
    name: 'leading',
    words: 'Line spacing',
    less: 'Closer lines',
    more: 'Wider lines',
    said: ({ leading }) => leading.toFixed(2).replace(/0$/u, ''),
  },
];

@customElement('reading-settings')
export class ReadingSettings extends LitElement {
  @state() private look: Look = readPreferences();
  @query('.reading-settings') private panel!: HTMLElement;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('look-changed', this.#onLook);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('look-changed', this.#onLook);
  }

  /** Opens the panel, or closes it; the focus goes back to where it was. */
  async toggle(opener: HTMLButtonElement | null): Promise<void> {
    await this.updateComplete;
    const { panel } = this;
    // From now on the browser itself joins the two: a press on the button of an open panel only closes it.
    if (opener) opener.popoverTargetElement = panel;
    panel.togglePopover();
  }

  protected override render(): TemplateResult {
    return html`<div
      class="reading-settings"
      popover="auto"
      role="dialog"
      aria-labelledby="reading-settings-title"
      @toggle=${this.#onToggle}
    >
      <div class="dialog-head">
        <h2 id="reading-settings-title">Reading</h2>
        <button type="button" class="plain-button" @click=${resetLook}>Reset</button>
        <button type="button" class="icon-button" aria-label="Close" @click=${() => this.panel.hidePopover()}>
          ×
        </button>
      </div>
      ${this.#choice('Theme', 'theme', themes, themeNames)} ${this.#choice('Face', 'face', faces, faceNames)}
      ${stepped.map((steps) => this.#steps(steps))} ${this.#paragraphs()}
      <div class="settings-switches">
        ${this.#switch('justified', 'Justified')} ${this.#switch('hyphenated', 'Hyphenated')}
      </div>
      <div class="settings-modes" role="group" aria-label="Modes">
        ${this.#mode('focus', 'One paragraph')} ${this.#mode('present', 'Present the argument')}
      </div>
    </div>`;
  }

  #choice<K extends 'theme' | 'face'>(
    words: string,
    name: K,
    values: readonly Look[K][],
    names: Readonly<Record<Look[K], string>>,
  ): TemplateResult {
    return html`<fieldset class="settings-choice" data-name=${name}>
      <legend>${words}</legend>
      ${values.map(
        (value) =>
          html`<label
            ><input
              type="radio"
              name="reading-${name}"
              .checked=${this.look[name] === value}
              @change=${() => changeLook({ [name]: value })}
            /><span>${names[value]}</span></label
          >`,
      )}
    </fieldset>`;
  }

  #steps({ name, words, less, more, said }: Steps): TemplateResult {
    const button = (way: 1 | -1, label: string, sign: string): TemplateResult =>
      html`<button
        type="button"
        class="step-button"
        aria-label=${label}
        aria-disabled=${nextStep(name, this.look[name], way) === null}
        @click=${() => stepLook(name, way)}
      >
        ${sign}
      </button>`;
    return html`<div class="settings-steps" role="group" aria-label=${words}>
      <span class="settings-words" aria-hidden="true">${words}</span>
      ${button(-1, less, '−')}<output aria-live="polite">${said(this.look)}</output>${button(1, more, '+')}
    </div>`;
  }

  #paragraphs(): TemplateResult {
    const option = (spaced: boolean, words: string): TemplateResult =>
      html`<label
        ><input
          type="radio"
          name="reading-spaced"
          .checked=${this.look.spaced === spaced}
          @change=${() => changeLook({ spaced })}
        /><span>${words}</span></label
      >`;
    return html`<fieldset class="settings-choice" data-name="spaced">
      <legend>Paragraphs</legend>
      ${option(false, 'Indented')} ${option(true, 'Spaced')}
    </fieldset>`;
  }

  #switch(name: 'justified' | 'hyphenated', words: string): TemplateResult {
    return html`<label class="settings-switch"
      ><input
        type="checkbox"
        .checked=${this.look[name]}
        @change=${(event: Event) => changeLook({ [name]: (event.target as HTMLInputElement).checked })}
      /><span>${words}</span></label
    >`;
  }

  #mode(mode: Mode, words: string): TemplateResult {
    const enter = (): void => {
      this.panel.hidePopover();
      this.dispatchEvent(new ModeRequest(mode));
    };
    return html`<button type="button" class="plain-button" @click=${enter}>${words}</button>`;
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'open') return;
    this.look = readPreferences();
    this.panel.querySelector<HTMLElement>('input:checked')?.focus();
  };

  readonly #onLook = ({ look }: LookChange): void => {
    this.look = look;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'reading-settings': ReadingSettings;
  }
}
