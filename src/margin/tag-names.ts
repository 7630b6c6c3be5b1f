/** `<tag-names>`: a dialog in which the reader renames, merges and deletes their tags. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { Announce } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { deleteTag, ownTags, renameTag, type TagCount } from '../desk/tag-commands.ts';
import { cleanTag } from '../model/tags.ts';

const marks = (count: number): string => (count === 1 ? '1 mark' : `${count} marks`);

/** @fires announce - What was done, with an offer to undo it. */
@customElement('tag-names')
export class TagNames extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;
  /** What was typed in the place of a tag's name, by the tag. */
  @state() private typed: ReadonlyMap<string, string> = new Map();
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [desk.layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the dialog; the focus goes back to `opener` when it is closed. */
  async open(opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    this.isOpen = true;
    this.typed = new Map();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store || !this.isOpen) return nothing;
    const tags = ownTags(store.desk);
    return html`<dialog class="dialog" aria-labelledby="tags-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="tags-title">Your tags</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      ${
        tags.length === 0
          ? html`<p class="hint">No mark of yours has a tag yet.</p>`
          : html`<ul class="tag-names">
              ${repeat(
                tags,
                ({ tag }) => tag,
                (one) => this.#line(one, tags),
              )}
            </ul>`
      }
      <p class="hint">A name is changed on every mark that has the tag. Each change is one step of undo.</p>
      <div class="card-actions">
        <button type="button" class="main-button" @click=${this.#close}>Done</button>
      </div>
    </dialog>`;
  }

  #line({ tag, count }: TagCount, all: readonly TagCount[]): TemplateResult {
    const name = cleanTag(this.typed.get(tag) ?? '');
    const other = name && name !== tag ? all.find((one) => one.tag === name) : undefined;
    return html`<li>
      <form class="tag-name" @submit=${(event: Event) => this.#rename(event, tag)}>
        <input
          aria-label="Name of tag ${tag}"
          .value=${tag}
          maxlength="160"
          autocomplete="off"
          autocapitalize="none"
          @input=${(event: Event) => this.#type(tag, (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event, tag)}
        />
        <span class="tag-count">${marks(count)}</span>
        <button
          type="submit"
          class="plain-button"
          ?disabled=${!name || name === tag}
          aria-label="${other ? 'Merge' : 'Rename'} tag ${tag}"
        >
          ${other ? 'Merge' : 'Rename'}
        </button>
        <button
          type="button"
          class="plain-button danger"
          aria-label="Delete tag ${tag} from ${marks(count)}"
          @click=${() => this.#delete(tag, count)}
        >
          Delete
        </button>
      </form>
      <p class="hint" role="status">
        ${other ? `“${other.tag}” is in use on ${marks(other.count)}: the two become one.` : nothing}
      </p>
    </li>`;
  }

  #rename(event: Event, tag: string): void {
    event.preventDefault();
    const { store } = this;
    const name = cleanTag(this.typed.get(tag) ?? '');
    const isMerge = store && ownTags(store.desk).some((one) => one.tag === name);
    if (!store?.run(renameTag(tag, name))) return;
    this.#type(tag, null);
    this.#say(isMerge ? `Tag “${tag}” merged into “${name}”` : `Tag “${tag}” renamed to “${name}”`);
    void this.updateComplete.then(() => this.#field(name)?.focus());
  }

  #delete(tag: string, count: number): void {
    if (!this.store?.run(deleteTag(tag))) return;
    this.#say(`Tag “${tag}” deleted from ${marks(count)}`);
    void this.updateComplete.then(() =>
      (this.querySelector<HTMLElement>('.tag-name input') ?? this.#done)?.focus(),
    );
  }

  #say(words: string): void {
    this.dispatchEvent(new Announce(words, 'undo'));
  }

  #field(tag: string): HTMLInputElement | null {
    return this.querySelector(`input[aria-label="${CSS.escape(`Name of tag ${tag}`)}"]`);
  }

  get #done(): HTMLElement | null {
    return this.querySelector('.main-button');
  }

  /** Null: the name is as it was. */
  #type(tag: string, name: string | null): void {
    const typed = new Map(this.typed);
    if (name === null) typed.delete(tag);
    else typed.set(tag, name);
    this.typed = typed;
  }

  /** Escape first gives a name back that was not kept. */
  #onKey(event: KeyboardEvent, tag: string): void {
    if (event.key !== 'Escape' || !this.typed.has(tag)) return;
    event.preventDefault();
    event.stopPropagation();
    (event.target as HTMLInputElement).value = tag;
    this.#type(tag, null);
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.isOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tag-names': TagNames;
  }
}
