/** `<step-editor>`: how a step of the reader's own goes: in a sentence, how strongly, and whether the text says it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { editInference } from '../desk/inference-commands.ts';
import type { Store } from '../desk/store.ts';
import type { Inference } from '../model/argument-records.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { textIn } from '../ui/form-text.ts';

/** How strongly a step may be meant, to choose from. */
const qualifiers = ['certainly', 'necessarily', 'probably', 'presumably', 'in most cases', 'possibly'];

/** What is written is kept at each pause; all of one opening is undone as one. */
@customElement('step-editor')
export class StepEditor extends LitElement {
  @property({ attribute: false }) step: Inference | null = null;
  @property({ attribute: false }) store: Store | null = null;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keep());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { step } = this;
    if (!step) return nothing;
    return html`<form
      class="card-editor step-editor"
      @submit=${this.#draft.done}
      @input=${this.#draft.later}
      @change=${this.#draft.now}
    >
      <label>
        <span>How the step goes</span>
        <textarea name="gist" rows="2" maxlength="2000" .value=${step.gist}></textarea>
      </label>
      <label>
        <span>Qualifier</span>
        <input
          name="qualifier"
          list="qualifiers-${step.id}"
          maxlength="200"
          autocomplete="off"
          .value=${step.qualifier ?? ''}
        />
        <datalist id="qualifiers-${step.id}">
          ${qualifiers.map((one) => html`<option value=${one}></option>`)}
        </datalist>
      </label>
      <label class="check">
        <input type="checkbox" name="implicit" .checked=${step.implicit} />
        <span>Left unsaid in the text</span>
      </label>
    </form>`;
  }

  #keep(): void {
    const form = this.querySelector('form');
    if (!form || !this.step) return;
    const data = new FormData(form);
    const patch = {
      gist: textIn(data, 'gist'),
      qualifier: textIn(data, 'qualifier'),
      implicit: data.has('implicit'),
    };
    this.store?.run(editInference(this.step.id, patch, this.#writing));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'step-editor': StepEditor;
  }
}
