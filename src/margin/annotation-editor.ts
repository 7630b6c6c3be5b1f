/** `<annotation-editor>`: the words, tags, reason and look of a mark while they are being written. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { writeAnnotation } from '../desk/annotation-commands.ts';
import type { MarkPatch } from '../desk/commands.ts';
import { tagsOf } from '../desk/tag-commands.ts';
import type { Store } from '../desk/store.ts';
import { motivations, type Annotation } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import '../ui/markdown-field.ts';
import { colourChoice, motivationChoice, styleChoice } from './annotation-choices.ts';
import { DraftController } from '../ui/draft.ts';
import { isDoneKey, textIn } from '../ui/form-text.ts';
import './tag-field.ts';

/** @fires editing-done - Done, Escape or Ctrl+Enter; everything is kept already. */
@customElement('annotation-editor')
export class AnnotationEditor extends LitElement {
  /** A mark of the reader's own, or one that becomes a record when something is said in it. */
  @property({ attribute: false }) annotation: Annotation | null = null;
  @property({ attribute: false }) store: Store | null = null;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    const { motivation, tags } = this.annotation ?? {};
    const first = motivation === 'tagging' && tags?.length === 0 ? 'tag-field' : 'markdown-field';
    const part = this.querySelector(first);
    void part?.updateComplete.then(() =>
      part.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true }),
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { annotation } = this;
    if (!annotation) return nothing;
    const isReply = annotation.replyTo !== null;
    return html`<form
      class="card-editor"
      @submit=${this.#onSubmit}
      @keydown=${this.#onKey}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      <markdown-field
        name="body"
        label=${isReply ? 'Reply' : 'Note'}
        .value=${annotation.body}
      ></markdown-field>
      ${isReply ? nothing : this.#more(annotation)}
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Ctrl+Enter</span>
      </div>
    </form>`;
  }

  #more(annotation: Annotation): TemplateResult {
    const { store } = this;
    return html`<tag-field
        mark=${annotation.id}
        .value=${annotation.tags}
        .known=${store ? tagsOf(store.desk) : []}
      ></tag-field>
      ${motivationChoice(annotation)} ${colourChoice(store, annotation)}
      ${annotation.targets.length > 0 ? styleChoice(annotation) : nothing}`;
  }

  /** What is half typed is meant as well. */
  readonly #onSubmit = (event: Event): void => {
    this.querySelector('tag-field')?.commit();
    this.#draft.done(event);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (isDoneKey(event)) this.querySelector('tag-field')?.commit();
    this.#draft.onKey(event);
  };

  #keep(): void {
    const form = this.querySelector('form');
    if (!form || !this.annotation) return;
    const data = new FormData(form);
    const style = textIn(data, 'style');
    const motivation = motivations.find((one) => one === textIn(data, 'motivation'));
    const tags = this.querySelector('tag-field')?.tags;
    const patch: MarkPatch = {
      body: textIn(data, 'body'),
      ...(tags ? { tags } : {}),
      ...(textIn(data, 'colour') ? { colour: textIn(data, 'colour') } : {}),
      ...(motivation ? { motivation } : {}),
      ...(style === 'underline' || style === 'highlight' ? { style } : {}),
    };
    this.store?.run(writeAnnotation(this.annotation, patch, this.#writing));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'annotation-editor': AnnotationEditor;
  }
}
