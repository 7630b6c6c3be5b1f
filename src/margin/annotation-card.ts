/** `<annotation-card>`: one of the reader's marks in the margin, with its note, colour and tags. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { editAnnotation, remove } from '../desk/commands.ts';
import { canEdit, type Desk } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { colours } from '../model/colours.ts';
import type { Annotation } from '../model/records.ts';
import '../ui/markdown-text.ts';
import { shorten } from './note-details.ts';

/** Splits what was typed into tags: at commas, without doubles, `#` in front is allowed. */
export const parseTags = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().replace(/^#/u, '').slice(0, 80))
      .filter(Boolean),
  ),
];

/** @fires announce - What was done, with an offer to undo it. */
@customElement('annotation-card')
export class AnnotationCard extends LitElement {
  @property({ attribute: false }) annotation: Annotation | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) meanings: ReadonlyMap<string, string> = new Map();
  @property({ type: Boolean }) open = false;
  @property({ type: Boolean }) orphan = false;

  #wasEditing = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { annotation, desk } = this;
    if (!annotation || !desk) return nothing;
    const own = canEdit(desk, annotation.id);
    const editing = own && desk.session.editing === annotation.id;
    const quote = annotation.targets[0]?.exact ?? '';
    return html`<article
      class="card annotation-card ${this.open ? 'open' : ''}"
      id="card-${annotation.id}"
      data-colour=${annotation.colour}
      aria-label="Your mark on “${shorten(quote, 60)}”"
    >
      <p class="card-kind">
        <span class="swatch" data-colour=${annotation.colour} aria-hidden="true"></span>${this.#meaning(annotation)}
        ${this.orphan ? html`<span class="card-unsourced">passage not found</span>` : nothing}
      </p>
      <button
        type="button"
        class="card-toggle card-quote"
        aria-expanded=${this.open}
        @click=${() => (this.open ? this.store?.setSession({ focus: null }) : this.#go(annotation.id))}
      >
        <q>${shorten(quote, this.open ? 400 : 70)}</q>
      </button>
      ${editing ? this.#editor(annotation) : this.#words(annotation)}
      ${this.open && own && !editing ? this.#actions(annotation) : nothing}
    </article>`;
  }

  /** A fresh editor takes the focus, once. */
  protected override updated(_changed: PropertyValues): void {
    const editing = this.desk?.session.editing === this.annotation?.id;
    if (editing && !this.#wasEditing) this.querySelector('textarea')?.focus({ preventScroll: true });
    this.#wasEditing = editing;
  }

  #meaning(annotation: Annotation): string {
    const colour = colours.find((one) => one.key === annotation.colour);
    return this.meanings.get(annotation.colour) ?? colour?.meaning ?? 'Mark';
  }

  #words(annotation: Annotation): TemplateResult {
    return html`${annotation.body ? html`<markdown-text class="card-body" .source=${annotation.body}></markdown-text>` : nothing}
    ${annotation.tags.length > 0
      ? html`<ul class="tags" aria-label="Tags">
          ${annotation.tags.map((tag) => html`<li>${tag}</li>`)}
        </ul>`
      : nothing}`;
  }

  #go(id: string): void {
    this.store?.reveal({ kind: 'annotation', id }, 'margin');
  }

  #actions(annotation: Annotation): TemplateResult {
    return html`<div class="card-actions" role="group" aria-label="What to do with this mark">
      <button type="button" class="plain-button" @click=${() => this.store?.setSession({ editing: annotation.id })}>
        ${annotation.body ? 'Edit' : 'Add a note'}
      </button>
      <button type="button" class="plain-button danger" @click=${() => this.#remove(annotation)}>Delete</button>
    </div>`;
  }

  #editor(annotation: Annotation): TemplateResult {
    return html`<form class="card-editor" @submit=${this.#done} @keydown=${this.#onKey}>
      <label>
        <span>Note <small>(Markdown)</small></span>
        <textarea name="body" rows="4" maxlength="50000" .value=${annotation.body} @change=${this.#keep}></textarea>
      </label>
      <label>
        <span>Tags <small>(comma between)</small></span>
        <input name="tags" autocomplete="off" maxlength="500" .value=${annotation.tags.join(', ')} @change=${this.#keep} />
      </label>
      <fieldset class="swatches">
        <legend>Colour</legend>
        ${colours.map(
          ({ key, look, meaning }) => html`<label class="swatch-choice" title="${this.meanings.get(key) ?? meaning} (${look})">
            <input
              type="radio"
              name="colour"
              value=${key}
              .checked=${key === annotation.colour}
              aria-label="${this.meanings.get(key) ?? meaning} (${look})"
              @change=${this.#keep}
            />
            <span class="swatch" data-colour=${key}></span>
          </label>`,
        )}
      </fieldset>
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Ctrl+Enter</span>
      </div>
    </form>`;
  }

  /** Keeps what stands in the form now: nothing that was typed waits for Done. */
  readonly #keep = (): void => {
    const form = this.querySelector('form');
    if (!form || !this.annotation) return;
    const data = new FormData(form);
    this.store?.run(
      editAnnotation(this.annotation.id, {
        body: String(data.get('body') ?? ''),
        tags: parseTags(String(data.get('tags') ?? '')),
        colour: String(data.get('colour') ?? this.annotation.colour),
      }),
    );
  };

  readonly #done = (event: Event): void => {
    event.preventDefault();
    this.#keep();
    this.store?.setSession({ editing: null });
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.card-toggle')?.focus());
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.stopPropagation();
      this.#done(event);
    }
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
