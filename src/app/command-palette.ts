/** `<command-palette>`: every action by its name: one types a few letters, chooses, and it is done. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { actionGroups, type Action } from './actions.ts';
import { showKey } from './keys.ts';
import { fold } from '../text/fold.ts';

const wordsIn = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether every word that was typed begins a word of `text`. */
const says = (text: string, typed: string): boolean => {
  const words = wordsIn(text);
  return wordsIn(typed).every((part) => words.some((word) => word.startsWith(part)));
};

/** Whether every word that was typed begins a word of the action, or of what else it could be called. */
const fits = ({ words, also, group }: Action, typed: string): boolean =>
  says(`${words} ${also ?? ''} ${group}`, typed);

/** A dialog with a field and a list that the arrow keys walk while one types. */
@customElement('command-palette')
export class CommandPalette extends LitElement {
  @property({ attribute: false }) actions: readonly Action[] = [];
  @state() private isOpen = false;
  @state() private typed = '';
  @state() private at = 0;

  /** Done when the dialog has given the focus back: actions take it from there. */
  #chosen: Action | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the palette, empty. */
  async open(): Promise<void> {
    this.isOpen = true;
    this.typed = '';
    this.at = 0;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  /** What fits, by groups; what has the words in its name stands before what could only be called so, and its group too. */
  get #found(): readonly Action[] {
    const typed = this.typed.trim();
    const found = this.actions.filter((action) => fits(action, typed));
    const isNamed = ({ words }: Action): boolean => says(words, typed);
    const groups = actionGroups.map((group) => {
      const some = found.filter((action) => action.group === group);
      return [...some.filter(isNamed), ...some.filter((action) => !isNamed(action))];
    });
    const leads = (some: readonly Action[]): boolean => some[0] !== undefined && isNamed(some[0]);
    return [...groups.filter(leads), ...groups.filter((some) => !leads(some))].flat();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    const found = this.#found;
    return html`<dialog class="dialog palette" aria-label="All commands" @close=${this.#onClose}>
      <input
        autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant=${found[this.at] ? `command-${found[this.at]?.id}` : nothing}
        aria-label="Command"
        placeholder="What do you want to do?"
        autocomplete="off"
        spellcheck="false"
        .value=${this.typed}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      />
      <p class="visually-hidden" role="status">
        ${found.length === 1 ? '1 command' : `${found.length} commands`}
      </p>
      <div class="palette-list" id="palette-list" role="listbox" aria-label="Commands">
        ${[...new Set(found.map(({ group }) => group))].map((group) => this.#group(group, found))}
      </div>
      ${found.length === 0 ? html`<p class="hint">No command has these words.</p>` : nothing}
    </dialog>`;
  }

  #group(group: string, found: readonly Action[]): TemplateResult | typeof nothing {
    if (!found.some((action) => action.group === group)) return nothing;
    return html`<div role="group" aria-label=${group}>
      <p class="palette-group" aria-hidden="true">${group}</p>
      ${found.map((action, at) => (action.group === group ? this.#option(action, at) : nothing))}
    </div>`;
  }

  #option(action: Action, at: number): TemplateResult {
    const why = action.whyNot?.() ?? null;
    return html`<div
      class="palette-option"
      role="option"
      id="command-${action.id}"
      aria-selected=${at === this.at}
      aria-disabled=${why !== null}
      @click=${() => this.#choose(action)}
      @pointermove=${() => (this.at = at)}
    >
      <span>${action.words}${why ? html` <small>${why}</small>` : nothing}</span>
      ${action.keys?.[0] ? html`<kbd>${showKey(action.keys[0])}</kbd>` : nothing}
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onInput = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value.slice(0, 200);
    this.at = 0;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const last = this.#found.length - 1;
    const chosen = this.#found[this.at];
    if (event.key === 'ArrowDown') this.at = this.at >= last ? 0 : this.at + 1;
    else if (event.key === 'ArrowUp') this.at = this.at <= 0 ? Math.max(0, last) : this.at - 1;
    else if (event.key === 'Enter' && chosen) this.#choose(chosen);
    else return;
    event.preventDefault();
  };

  #choose(action: Action): void {
    if (action.whyNot?.()) return;
    this.#chosen = action;
    this.querySelector('dialog')?.close();
  }

  readonly #onClose = (): void => {
    this.isOpen = false;
    const chosen = this.#chosen;
    this.#chosen = null;
    chosen?.run();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'command-palette': CommandPalette;
  }
}
