/** `<annotation-card>`: one of the marks in the margin, with its note, reason, colour, tags and what was answered to it. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { claimOfMark } from '../desk/annotation-commands.ts';
import { remove } from '../desk/remove-commands.ts';
import { canEdit, type Desk } from '../desk/desk.ts';
import { Announce, NoteRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { isAstray, repliesTo } from '../desk/threads.ts';
import type { Note } from '../model/paper.ts';
import type { Annotation } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import '../ui/markdown-text.ts';
import './annotation-editor.ts';
import {
  colourTag,
  datesLine,
  foreignLayer,
  layerTag,
  lineOf,
  reasonTag,
  replyCount,
  tagList,
} from './annotation-parts.ts';
import { beginReply } from './annotation-thread.ts';
import { closeButton } from './card-close.ts';
import { isSameFor } from './card-change.ts';
import { notePeek, shorten } from './note-details.ts';
import { sameWords } from './same-words.ts';
import './verdict-line.ts';

/** Several cards of one mark have ids of their own. */
const prefixes = { margin: 'card', popover: 'popover-card', list: 'list-card' } as const;

/** @fires announce - What was done, with an offer to undo it. */
@customElement('annotation-card')
export class AnnotationCard extends LitElement {
  @property({ attribute: false }) annotation: Annotation | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property({ type: Boolean }) open = false;
  /** One line only, where many want a place. */
  @property({ type: Boolean }) folded = false;
  /** Ids of the marks on the same words, this one among them; null where it is the only one. */
  @property({ attribute: false }) same: readonly string[] | null = null;
  /** Lit, because another face of it is pointed at. */
  @property({ type: Boolean }) lit = false;
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
    const isLine = this.folded && !this.open;
    const classes = { card: true, 'annotation-card': true, open: this.open, lit: this.lit, folded: isLine };
    return html`<div
      role="group"
      class=${classMap(classes)}
      id="${prefixes[this.home]}-${annotation.id}"
      data-colour=${annotation.colour}
      aria-label=${this.#name(annotation, desk)}
    >
      ${isLine ? this.#line(annotation, desk) : this.#whole(annotation, desk)}
      ${this.same ? sameWords(desk, this.store, annotation.id, this.same) : nothing}
    </div>`;
  }

  #line(annotation: Annotation, desk: Desk): TemplateResult {
    const count = repliesTo(desk, annotation.id).length;
    return html`<button
        type="button"
        class="card-toggle card-line"
        aria-expanded="false"
        @click=${() => this.#toggle(annotation.id)}
      >
        ${lineOf(annotation, foreignLayer(desk, annotation.id))}${count > 0 ? html`<small>${replyCount(count)}</small>` : nothing}
      </button>
      ${this.#verdict(annotation)}`;
  }

  #whole(annotation: Annotation, desk: Desk): TemplateResult {
    const editing = this.#isOwn(annotation, desk) && this.#isWritten(annotation, desk);
    const quote = annotation.targets[0]?.exact ?? '';
    const words = quote ? html`<q>${shorten(quote, this.open ? 400 : 70)}</q>` : 'On the paper as a whole';
    return html`${this.#kind(annotation, desk)} ${this.open ? closeButton(this.store) : nothing}
      <button
        type="button"
        class="card-toggle card-quote"
        aria-expanded=${this.open}
        @click=${() => this.#toggle(annotation.id)}
      >
        ${words}
      </button>
      ${this.#verdict(annotation)} ${editing ? this.#editor(annotation) : this.#words(annotation)}
      ${this.open ? this.#more(annotation, desk, editing) : this.#answers(annotation, desk)}`;
  }

  /** What became of its passages, where they are not simply in place. */
  #verdict({ id }: Annotation): TemplateResult {
    return html`<verdict-line .store=${this.store} .record=${id} .open=${this.open}></verdict-line>`;
  }

  /** The reader's own, or about to be: then it is no record yet. */
  #isOwn({ id }: Annotation, desk: Desk): boolean {
    return canEdit(desk, id) || desk.session.proposed?.id === id;
  }

  #more(annotation: Annotation, desk: Desk, editing: boolean): TemplateResult {
    return html`${datesLine(desk, annotation)}
      <annotation-thread .root=${annotation} .desk=${desk} .store=${this.store}></annotation-thread>
      ${editing ? nothing : this.#actions(annotation, canEdit(desk, annotation.id))}`;
  }

  #answers(annotation: Annotation, desk: Desk): TemplateResult | typeof nothing {
    const count = repliesTo(desk, annotation.id).length;
    return count > 0 ? html`<p class="card-dates">${replyCount(count)}</p>` : nothing;
  }

  #kind(annotation: Annotation, desk: Desk): TemplateResult {
    const canChoose = this.open && canEdit(desk, annotation.id) && desk.session.editing !== annotation.id;
    return html`<p class="card-kind" draggable=${this.open ? 'true' : 'false'}>
      ${colourTag(desk, annotation)} ${reasonTag(annotation, canChoose ? this.store : null)}
      ${layerTag(desk, annotation.id)} ${this.#whereabouts(annotation)}
      ${
        isAstray(desk, annotation)
          ? html`<span class="card-unsourced">reply to a mark that is not here</span>`
          : nothing
      }
    </p>`;
  }

  #name(annotation: Annotation, desk: Desk): string {
    const layer = foreignLayer(desk, annotation.id);
    const whose = layer ? `Mark of “${layer.name}”` : 'Your mark';
    const quote = shorten(annotation.targets[0]?.exact ?? '', 60);
    const where = this.home === 'margin' ? '' : ' in the note';
    return quote ? `${whose}${where} on “${quote}”` : `${layer ? whose : 'Your note'} on the paper`;
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
    ${tagList(annotation)}`;
  }

  #toggle(id: string): void {
    if (this.open) this.store?.setSession({ focus: null });
    else this.store?.reveal({ kind: 'annotation', id }, 'margin');
  }

  #actions(annotation: Annotation, own: boolean): TemplateResult {
    const button = (words: string, act: (event: Event) => void, more = ''): TemplateResult =>
      html`<button type="button" class="plain-button ${more}" @click=${act}>${words}</button>`;
    return html`<div class="card-actions" role="group" aria-label="What to do with this mark">
      ${
        own
          ? button(annotation.body ? 'Edit' : 'Add a note', (event) =>
              this.#edit(annotation, event.currentTarget as HTMLElement),
            )
          : nothing
      }
      ${button('Reply', () => beginReply(this.store, annotation.id))}
      ${annotation.targets.length > 0 ? button('Make a claim', () => this.#claim(annotation)) : nothing}
      ${own ? button('Delete', () => this.#remove(annotation), 'danger') : nothing}
    </div>`;
  }

  /** A mark in a note is written there: the note is opened for it. */
  #edit(annotation: Annotation, opener: HTMLElement): void {
    const note = this.home === 'margin' ? this.#noteOf(annotation) : null;
    this.store?.setSession({ editing: annotation.id });
    if (note) this.dispatchEvent(new NoteRequest(note.id, opener));
  }

  #claim({ id: mark }: Annotation): void {
    const id = newId();
    if (!this.store?.run(claimOfMark(mark, { id }))) return;
    this.store.setSession({ editing: id });
    this.store.reveal({ kind: 'claim', id }, 'margin');
    this.dispatchEvent(new Announce('Claim made: it is on the map', 'undo'));
  }

  #editor(annotation: Annotation): TemplateResult {
    return html`<annotation-editor
      .annotation=${annotation}
      .store=${this.store}
      @editing-done=${this.#onDone}
    ></annotation-editor>`;
  }

  readonly #onDone = (): void => {
    this.store?.setSession({ editing: null, proposed: null });
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
