/** `<paper-tags-dialog>`: the tags of a paper, completed from those that others have. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../margin/tag-field.ts';
import type { TagField } from '../margin/tag-field.ts';

/** A paper whose tags are asked for. `save` keeps them as they are when the dialog closes; it is not called where they are the same. */
export interface TagsAsked {
  readonly paper: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Tags in use, the most used first. */
  readonly known: readonly { readonly tag: string; readonly count: number }[];
  readonly opener: HTMLElement | null;
  save(tags: readonly string[]): void;
}

@customElement('paper-tags-dialog')
export class PaperTagsDialog extends LitElement {
  @state() private asked: TagsAsked | null = null;
  @query('tag-field') private field!: TagField;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  async ask(asked: TagsAsked): Promise<void> {
    this.asked = asked;
    await this.updateComplete;
    await this.field.updateComplete;
    this.querySelector('dialog')?.showModal();
    this.field.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { asked } = this;
    if (!asked) return nothing;
    return html`<dialog class="dialog paper-tags" aria-labelledby="paper-tags-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="paper-tags-title">Tags of “${asked.title}”</h2>
      </div>
      <tag-field
        of="paper"
        mark="paper-${asked.paper}"
        .value=${asked.tags}
        .known=${asked.known}
      ></tag-field>
      <div class="dialog-acts">
        <button type="button" class="main-button" @click=${this.#close}>Done</button>
      </div>
    </dialog>`;
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    const { asked } = this;
    if (!asked) return;
    this.field.commit();
    const { tags } = this.field;
    this.asked = null;
    if (asked.opener?.isConnected) asked.opener.focus();
    if (JSON.stringify(tags) !== JSON.stringify(asked.tags)) asked.save(tags);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-tags-dialog': PaperTagsDialog;
  }
}
