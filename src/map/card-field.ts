/** `<card-field>`: words written on the map itself, a claim's wording or a group's title: a field over where they stand. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Command, Store } from '../desk/store.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { cardMetrics } from './card.ts';
import type { StageBox } from './drag-look.ts';

/** What is written. */
export interface Writing {
  /** Id of the record whose words these are; it may be none until something is said. */
  readonly record: string;
  /** What the field is called. */
  readonly name: string;
  /** The words as they are. */
  readonly words: string;
  /** Keeps words; edits of one `writing` are undone as one. */
  keep(words: string, writing: string): Command;
}

/** Smallest type (px) that one can write in. */
const leastType = 12;

/**
 * Everything is kept at each pause, as one step of undo; Escape, Enter and leaving the field end the writing.
 *
 * @fires editing-done - the writing is over; everything is kept already
 */
@customElement('card-field')
export class CardField extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private writing: Writing | null = null;

  #joins = '';
  #words = '';
  #left = false;
  readonly #draft = new DraftController(this, () => this.#keep());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What is being written; null where nothing is. */
  get now(): Writing | null {
    return this.writing;
  }

  /** Opens the field with the focus in it; what was written before is kept. */
  async open(writing: Writing): Promise<void> {
    this.close();
    this.writing = writing;
    this.#joins = newId();
    this.#left = false;
    this.#words = writing.words;
    await this.updateComplete;
    const field = this.querySelector('textarea');
    if (!field) return;
    field.value = this.#words;
    field.focus({ preventScroll: true });
    field.select();
    this.#fit(field);
  }

  /** Ends the writing; what is pending is kept. */
  close(): void {
    if (!this.writing) return;
    this.#draft.now();
    this.writing = null;
  }

  /** Lays the field over a card, in px of the stage; `zoom` sets the size of its type. */
  place({ left, top, width, height }: StageBox, zoom: number): void {
    const form = this.querySelector<HTMLElement>('.card-field');
    const field = this.querySelector('textarea');
    if (!form || !field) return;
    const type = Math.max(leastType, cardMetrics.text * zoom);
    form.style.left = `${left}px`;
    form.style.top = `${top}px`;
    form.style.width = `${Math.max(width, 160)}px`;
    form.style.minHeight = `${height}px`;
    form.style.fontSize = `${type}px`;
    // The words stand where those of the card do; its head stays free for the hint.
    form.style.setProperty('--card-scale', String(Math.max(zoom, leastType / cardMetrics.text)));
    this.#fit(field);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.writing) return nothing;
    return html`<form
      class="card-field"
      @submit=${this.#draft.done}
      @keydown=${this.#onKey}
      @input=${this.#onInput}
      @change=${this.#draft.now}
      @focusout=${this.#onFocusOut}
    >
      <small id="card-field-hint">Enter keeps it</small>
      <textarea
        name="wording"
        rows="1"
        maxlength="2000"
        aria-label=${this.writing.name}
        aria-describedby="card-field-hint"
      ></textarea>
    </form>`;
  }

  #keep(): void {
    if (this.writing) this.store?.run(this.writing.keep(this.#words, this.#joins));
  }

  readonly #onInput = (event: InputEvent): void => {
    const field = event.target as HTMLTextAreaElement;
    this.#words = field.value;
    this.#fit(field);
    this.#draft.later();
  };

  /** Enter ends the writing, as Ctrl+Enter does everywhere: a wording is one sentence. */
  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) this.#draft.done(event);
    else this.#draft.onKey(event);
  };

  readonly #onFocusOut = (): void => {
    this.#draft.now();
    // Another window takes the focus away for a while only.
    if (!document.hasFocus() || this.#left) return;
    this.#left = true;
    this.dispatchEvent(new Event('editing-done'));
  };

  /** As tall as its words. */
  #fit(field: HTMLTextAreaElement): void {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-field': CardField;
  }
}
