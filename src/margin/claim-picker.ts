/** `<claim-picker>`: asks with what a claim is to be related or merged: a field that finds, and a list that the arrows walk. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Picking } from '../desk/pick-requests.ts';
import type { Focus } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Command, Store } from '../desk/store.ts';
import { newId } from '../notebook/id.ts';
import { foldQuery } from '../text/find.ts';
import { fold } from '../text/fold.ts';
import {
  choicesOf,
  choose,
  chooseNew,
  doneWords,
  isOfSteps,
  subjectOf,
  titleOf,
  whyNotChoose,
  type Choice,
} from './picker-choices.ts';

/** So many choices stand at once; of more, one types further. */
const mostShown = 100;

/** @fires announce - What was related, or why it cannot be. */
@customElement('claim-picker')
export class ClaimPicker extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private picking: Picking | null = null;
  @state() private typed = '';
  @state() private at = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the dialog. */
  async ask(picking: Picking): Promise<void> {
    this.picking = picking;
    this.typed = '';
    this.at = 0;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  /** The choices that hold every word that was typed. */
  get #found(): readonly Choice[] {
    const { picking, store } = this;
    if (!picking || !store) return [];
    const wanted = foldQuery(this.typed).split(' ').filter(Boolean);
    return choicesOf(store.desk, picking).filter(({ words, kind }) => {
      const own = fold(`${words} ${kind}`);
      return wanted.every((word) => own.includes(word));
    });
  }

  /** Whether the words that were typed can become a claim; it stands last in the list. */
  get #canMake(): boolean {
    return this.picking !== null && chooseNew(this.picking, this.typed, '') !== null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { picking, store } = this;
    if (!picking || !store) return nothing;
    const found = this.#found;
    const shown = found.slice(0, mostShown);
    const name = isOfSteps(picking) ? 'step' : 'claim';
    return html`<dialog class="dialog picker" aria-labelledby="picker-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="picker-title">${titleOf(picking)}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <p class="picker-from">${subjectOf(store.desk, picking)}</p>
      ${this.#field(name, shown.length)}
      <p class="visually-hidden" role="status">${found.length} ${found.length === 1 ? name : `${name}s`}</p>
      <div class="picker-list" id="picker-list" role="listbox" aria-labelledby="picker-title">
        ${shown.map((choice, at) => this.#choice(choice, at, whyNotChoose(store.desk, picking, choice.id)))}
        ${this.#canMake ? this.#newChoice(shown.length) : nothing}
      </div>
      ${found.length > shown.length ? html`<p class="hint">${found.length - shown.length} more: type on.</p>` : nothing}
      ${found.length === 0 ? html`<p class="hint">No ${name} has these words.</p>` : nothing}
    </dialog>`;
  }

  #field(name: string, count: number): TemplateResult {
    const last = count - (this.#canMake ? 0 : 1);
    return html`<label class="field"
      ><span>Find a ${name}</span>
      <input
        type="text"
        autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="picker-list"
        aria-autocomplete="list"
        aria-activedescendant=${last >= 0 ? `picker-${this.at}` : nothing}
        autocomplete="off"
        spellcheck="false"
        maxlength="2000"
        .value=${this.typed}
        @input=${this.#onInput}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, last)}
    /></label>`;
  }

  #choice(choice: Choice, at: number, why: string | null): TemplateResult {
    return html`<div
      class="picker-choice"
      role="option"
      id="picker-${at}"
      aria-selected=${at === this.at}
      aria-disabled=${why !== null}
      data-id=${choice.id}
      @click=${() => this.#choose(choice)}
    >
      <span class="role-sign" data-role=${choice.role ?? 'step'} aria-hidden="true"></span>
      <span
        ><small>${choice.kind}</small> ${choice.words}
        ${why ? html`<small class="picker-why">${why}</small>` : nothing}</span
      >
    </div>`;
  }

  #newChoice(at: number): TemplateResult {
    return html`<div
      class="picker-choice picker-new"
      role="option"
      id="picker-${at}"
      aria-selected=${at === this.at}
      @click=${() => this.#make()}
    >
      <span class="role-sign" data-role="premise" aria-hidden="true"></span>
      <span><small>A new claim</small> ${this.typed.trim()}</span>
    </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #onInput = (event: InputEvent): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.at = 0;
  };

  #onKey(event: KeyboardEvent, last: number): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') this.at = this.at >= last ? 0 : this.at + 1;
    else if (event.key === 'ArrowUp') this.at = this.at <= 0 ? Math.max(0, last) : this.at - 1;
    else if (event.key === 'Enter') this.#enter();
    else return;
    event.preventDefault();
  }

  #enter(): void {
    const chosen = this.#found.slice(0, mostShown)[this.at];
    if (chosen) this.#choose(chosen);
    else this.#make();
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  #choose({ id, words }: Choice): void {
    const { picking, store } = this;
    if (!picking || !store) return;
    const why = whyNotChoose(store.desk, picking, id);
    const made = newId();
    if (why) this.dispatchEvent(new Announce(why));
    else this.#run(choose(picking, id, made), words, made);
  }

  #make(): void {
    const made = newId();
    const command = this.picking && chooseNew(this.picking, this.typed, made);
    if (command) this.#run(command, this.typed.trim(), made);
  }

  /** Runs what was chosen, gives the focus back, and shows what it was about. */
  #run(command: Command, words: string, made: string): void {
    const { picking, store } = this;
    if (!picking || !store?.run(command)) return;
    this.#close();
    this.dispatchEvent(new Announce(doneWords(picking, words), 'undo'));
    store.reveal(shownAfter(picking, made), 'route');
  }

  readonly #onClose = (): void => void (this.picking = null);
}

/** What is shown once something was chosen: the claim or the step that was asked about. */
function shownAfter(picking: Picking, made: string): Focus {
  if (picking.kind === 'merge') return { kind: 'claim', id: picking.claim };
  if (picking.kind !== 'relate') return { kind: 'inference', id: picking.inference };
  return { kind: 'claim', id: typeof picking.from === 'string' ? picking.from : made };
}

declare global {
  interface HTMLElementTagNameMap {
    'claim-picker': ClaimPicker;
  }
}
