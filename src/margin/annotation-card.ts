/** `<annotation-card>`: one of the reader's marks in the margin, with its note, colour and tags. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { remove } from '../desk/commands.ts';
import { canEdit, meanings, type Desk } from '../desk/desk.ts';
import { Announce, NoteRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { Note } from '../model/paper.ts';
import type { Annotation } from '../model/records.ts';
import '../ui/markdown-text.ts';
import './annotation-editor.ts';
import { closeButton } from './card-close.ts';
import { isSameFor } from './card-change.ts';
import { notePeek, shorten } from './note-details.ts';

/** Several cards of one mark have ids of their own. */
const prefixes = { margin: 'card', popover: 'popover-card', list: 'list-card' } as const;

/** @fires announce - What was done, with an offer to undo it. */
@customElement('annotation-card')
export class AnnotationCard extends LitElement {
  @property({ attribute: false }) annotation: Annotation | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property({ type: Boolean }) open = false;
  /** Lit, because another face of it is pointed at. */
  @property({ type: Boolean }) lit = false;
  @property({ type: Boolean }) orphan = false;
  /** Where it stands. A mark in a note is written in the note; the margin only shows it, and leads there. */
  @property() home: 'margin' | 'popover' | 'list' = 'margin';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** A closed card shows its mark alone: whatever else the desk has become, it stays as it is. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    return this.open || !isSameFor(this.annotation?.id, this.desk, changed);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { annotation, desk } = this;
    if (!annotation || !desk) return nothing;
    const own = canEdit(desk, annotation.id);
    const editing = own && this.#isWritten(annotation, desk);
    const quote = annotation.targets[0]?.exact ?? '';
    return html`<div
      role="group"
      class=${classMap({ card: true, 'annotation-card': true, open: this.open, lit: this.lit })}
      id="${prefixes[this.home]}-${annotation.id}"
      data-colour=${annotation.colour}
      aria-label=${this.#name(shorten(quote, 60))}
    >
      ${this.#kind(annotation)} ${this.open ? closeButton(this.store) : nothing}
      <button
        type="button"
        class="card-toggle card-quote"
        aria-expanded=${this.open}
        @click=${() => this.#toggle(annotation.id)}
      >
        <q>${shorten(quote, this.open ? 400 : 70)}</q>
      </button>
      ${editing ? this.#editor(annotation) : this.#words(annotation)}
      ${this.open && own && !editing ? this.#actions(annotation) : nothing}
    </div>`;
  }

  #kind(annotation: Annotation): TemplateResult {
    const meaning = this.desk && meanings(this.desk).get(annotation.colour);
    return html`<p class="card-kind">
      <span class="swatch" data-colour=${annotation.colour} aria-hidden="true"></span>${meaning ?? 'Mark'}
      ${this.#whereabouts(annotation)}
      ${this.orphan ? html`<span class="card-unsourced">passage not found</span>` : nothing}
    </p>`;
  }

  #name(quote: string): string {
    return `${this.home === 'margin' ? 'Your mark' : 'Your mark in the note'} on “${quote}”`;
  }

  /** The note that the mark was made in, where the card does not stand in it. */
  #whereabouts(annotation: Annotation): TemplateResult | typeof nothing {
    const note = this.home === 'margin' ? this.#noteOf(annotation) : null;
    return note && this.desk
      ? html`<span class="card-notes">in ${notePeek(this.desk, note)}</span>`
      : nothing;
  }

  #noteOf({ targets }: Annotation): Note | null {
    return this.desk?.paper.notes.find((note) => note.id === targets[0]?.note) ?? null;
  }

  /** Whether its words are being written, and here. */
  #isWritten(annotation: Annotation, desk: Desk): boolean {
    if (desk.session.editing !== annotation.id) return false;
    const note = annotation.targets[0]?.note;
    if (note === undefined) return this.home === 'margin';
    return this.home === (desk.session.note === note ? 'popover' : 'list');
  }

  #words(annotation: Annotation): TemplateResult {
    return html`${annotation.body ? html`<markdown-text class="card-body" .source=${annotation.body}></markdown-text>` : nothing}
    ${
      annotation.tags.length > 0
        ? html`<ul class="tags" aria-label="Tags">
            ${annotation.tags.map((tag) => html`<li>${tag}</li>`)}
          </ul>`
        : nothing
    }`;
  }

  #toggle(id: string): void {
    if (this.open) this.store?.setSession({ focus: null });
    else this.store?.reveal({ kind: 'annotation', id }, 'margin');
  }

  #actions(annotation: Annotation): TemplateResult {
    return html`<div class="card-actions" role="group" aria-label="What to do with this mark">
      <button
        type="button"
        class="plain-button"
        @click=${(event: Event) => this.#edit(annotation, event.currentTarget as HTMLElement)}
      >
        ${annotation.body ? 'Edit' : 'Add a note'}
      </button>
      <button type="button" class="plain-button danger" @click=${() => this.#remove(annotation)}>
        Delete
      </button>
    </div>`;
  }

  /** A mark in a note is written there: the note is opened for it. */
  #edit(annotation: Annotation, opener: HTMLElement): void {
    const note = this.home === 'margin' ? this.#noteOf(annotation) : null;
    this.store?.setSession({ editing: annotation.id });
    if (note) this.dispatchEvent(new NoteRequest(note.id, opener));
  }

  #editor(annotation: Annotation): TemplateResult {
    return html`<annotation-editor
      .annotation=${annotation}
      .store=${this.store}
      @editing-done=${this.#onDone}
    ></annotation-editor>`;
  }

  readonly #onDone = (): void => {
    this.store?.setSession({ editing: null });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.card-toggle')?.focus());
  };

  #remove(annotation: Annotation): void {
    if (!this.store?.run(remove(annotation.id))) return;
    this.store.setSession({ focus: null });
    this.dispatchEvent(new Announce('Mark deleted', 'undo'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'annotation-card': AnnotationCard;
  }
}
