/** `<key-sheet>`: which key does what, and a switch for those who want fewer of them, or none. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { actionGroups, type Action } from './actions.ts';
import { keyLevels, showKey, type KeyLevel } from './keys.ts';

const levelWords: Readonly<Record<KeyLevel, string>> = {
  all: 'All keys',
  chords: 'Only keys with Ctrl or Cmd, and function keys',
  none: 'None: buttons and menus do everything',
};

/** What the browser, the text and the selection do by key anyway; told here, switched nowhere. */
const always: readonly (readonly [string, string])[] = [
  ['Arrow keys, Home, End', 'In the text: the caret; with Shift a selection, with Ctrl by word'],
  ['Tab', 'To the next note number, link or button'],
  ['Enter', 'On a note number or in a passage: open it'],
  ['Esc', 'Close what is open, back to where one was'],
  ['Alt+← and Alt+→', 'Back and forward through one’s jumps, to the very line'],
];

const selected: readonly (readonly [string, string])[] = [
  ['H', 'Highlight'],
  ['1 … 8', 'Highlight in a colour'],
  ['N', 'Note'],
  ['C', 'Claim'],
  ['Q', 'Copy with citation'],
];

/** The level of keys was chosen. */
export class KeysChosen extends Event {
  readonly level: KeyLevel;

  constructor(level: KeyLevel) {
    super('keys-chosen', { bubbles: true });
    this.level = level;
  }
}

/** @fires keys-chosen - The reader wants more or fewer keys. */
@customElement('key-sheet')
export class KeySheet extends LitElement {
  @property({ attribute: false }) actions: readonly Action[] = [];
  @property({ attribute: false }) level: KeyLevel = 'all';
  @state() private isOpen = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the sheet. */
  async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<dialog
      class="dialog key-sheet"
      aria-labelledby="keys-title"
      @close=${() => (this.isOpen = false)}
    >
      <div class="dialog-head">
        <h2 id="keys-title">Keys</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      ${this.#switch()}
      <div class="key-groups">
        ${actionGroups.map((group) => this.#group(group))} ${this.#table('With a selection', selected)}
        ${this.#table('Everywhere', always)}
      </div>
    </dialog>`;
  }

  #switch(): TemplateResult {
    return html`<fieldset class="key-levels">
      <legend>Which keys count</legend>
      ${keyLevels.map(
        (level) =>
          html`<label>
            <input
              type="radio"
              name="key-level"
              value=${level}
              .checked=${level === this.level}
              @change=${() => this.dispatchEvent(new KeysChosen(level))}
            />
            ${levelWords[level]}
          </label>`,
      )}
    </fieldset>`;
  }

  #group(group: string): TemplateResult | typeof nothing {
    const lines = this.actions
      .filter((action) => action.group === group && action.keys)
      .map((action) => [(action.keys ?? []).map((key) => showKey(key)).join(' or '), action.words] as const);
    return lines.length > 0 ? this.#table(group, lines) : nothing;
  }

  #table(title: string, lines: readonly (readonly [string, string])[]): TemplateResult {
    return html`<section>
      <h3>${title}</h3>
      <dl>
        ${lines.map(
          ([key, words]) =>
            html`<div>
              <dt><kbd>${key}</kbd></dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'key-sheet': KeySheet;
  }
  interface HTMLElementEventMap {
    'keys-chosen': KeysChosen;
  }
}
