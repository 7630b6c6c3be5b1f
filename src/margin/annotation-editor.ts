/** `<annotation-editor>`: the words, tags and colour of a mark while they are being written. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { editAnnotation } from '../desk/commands.ts';
import { meanings } from '../desk/desk.ts';
import { ColoursRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { colours } from '../model/colours.ts';
import type { Annotation } from '../model/records.ts';
import { parseTags } from '../model/tags.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from './draft.ts';
import { textIn } from './form-text.ts';

/** @fires editing-done - Done, Escape or Ctrl+Enter; everything is kept already. */
@customElement('annotation-editor')
export class AnnotationEditor extends LitElement {
  @property({ attribute: false }) annotation: Annotation | null = null;
  @property({ attribute: false }) store: Store | null = null;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.querySelector('textarea')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { annotation } = this;
    if (!annotation) return nothing;
    return html`<form
      class="card-editor"
      @submit=${this.#draft.done}
      @keydown=${this.#draft.onKey}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      <label>
        <span>Note <small>(Markdown)</small></span>
        <textarea name="body" rows="4" maxlength="50000" .value=${annotation.body}></textarea>
      </label>
      <label>
        <span>Tags <small>(comma between)</small></span>
        <input name="tags" autocomplete="off" maxlength="500" value=${annotation.tags.join(', ')} />
      </label>
      <fieldset class="swatches">
        <legend>Colour</legend>
        ${colours.map((colour) => this.#choice(colour.key, colour.look, colour.meaning, annotation.colour))}
        <button type="button" class="link-button" @click=${() => this.dispatchEvent(new ColoursRequest())}>
          Name the colours
        </button>
      </fieldset>
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        <span class="hint">Ctrl+Enter</span>
      </div>
    </form>`;
  }

  #choice(key: string, look: string, meaning: string, chosen: string): TemplateResult {
    const name = `${(this.store && meanings(this.store.desk).get(key)) ?? meaning} (${look})`;
    return html`<label class="swatch-choice" title=${name}>
      <input type="radio" name="colour" value=${key} .checked=${key === chosen} aria-label=${name} />
      <span class="swatch" data-colour=${key}></span>
    </label>`;
  }

  #keep(): void {
    const form = this.querySelector('form');
    if (!form || !this.annotation) return;
    const data = new FormData(form);
    this.store?.run(
      editAnnotation(
        this.annotation.id,
        {
          body: textIn(data, 'body'),
          tags: parseTags(textIn(data, 'tags')),
          colour: textIn(data, 'colour') || this.annotation.colour,
        },
        this.#writing,
      ),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'annotation-editor': AnnotationEditor;
  }
}
