/** `<tag-field>`: the tags of a mark as chips, and a field that completes what is typed from the tags in use. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TagCount } from '../desk/tag-commands.ts';
import { cleanTag, parseTags } from '../model/tags.ts';
import { fold } from '../text/fold.ts';
import { keepTagDraft, tagDraft } from './tag-draft.ts';

/** So many tags are offered at once. */
const most = 8;

/** @fires input - With `change`: the tags are others now. What is half typed changes none. */
@customElement('tag-field')
export class TagField extends LitElement {
  /** The tags to begin with; when they change elsewhere they are taken over. */
  @property({ attribute: false }) value: readonly string[] = [];
  /** Tags in use, the most used first. */
  @property({ attribute: false }) known: readonly TagCount[] = [];
  /** What the tags are of. */
  @property() of = 'mark';
  /** Id of the mark: for the ids of the parts, and to keep what is half typed. */
  @property() mark = '';
  /** The tags as they are now. */
  @state() tags: readonly string[] = [];
  @state() private typed = '';
  @state() private isOpen = false;
  /** Which offer the arrow keys have come to; -1 for none. */
  @state() private at = -1;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value')) this.tags = this.value;
    if (changed.has('mark')) this.typed = tagDraft(this.mark);
  }

  get #offers(): readonly TagCount[] {
    const wanted = fold(this.typed.trim().replace(/^#+/u, ''));
    const fitting = this.known.filter(({ tag }) => !this.tags.includes(tag) && fold(tag).includes(wanted));
    const begins = fitting.filter(({ tag }) => fold(tag).startsWith(wanted));
    return [...begins, ...fitting.filter((one) => !begins.includes(one))].slice(0, most);
  }

  protected override render(): TemplateResult {
    const offers = this.isOpen ? this.#offers : [];
    const isShown = offers.length > 0;
    const list = `tags-of-${this.mark}`;
    return html`<div class="tag-field" @focusout=${this.#onFocusOut}>
      <ul class="tags" aria-label="Tags of this ${this.of}" ?hidden=${this.tags.length === 0}>
        ${this.tags.map((tag) => this.#chip(tag))}
      </ul>
      <label>
        <span>Tags <small>(Enter or comma adds)</small></span>
        <input
          name="tags"
          role="combobox"
          aria-expanded=${isShown}
          aria-controls=${list}
          aria-autocomplete="list"
          aria-activedescendant=${isShown && this.at >= 0 ? `${list}-${this.at}` : nothing}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          maxlength="500"
          .value=${this.typed}
          @input=${this.#onInput}
          @change=${this.#onChange}
          @keydown=${this.#onKey}
        />
      </label>
      <div class="tag-offers" id=${list} role="listbox" aria-label="Tags in use" ?hidden=${!isShown}>
        ${offers.map((offer, at) => this.#offer(offer, `${list}-${at}`, at))}
      </div>
      <span class="visually-hidden" role="status">${isShown ? `${offers.length} tags fit` : ''}</span>
    </div>`;
  }

  #chip(tag: string): TemplateResult {
    return html`<li>
      <span>${tag}</span
      ><button
        type="button"
        class="chip-remove"
        aria-label="Remove tag ${tag}"
        @click=${() => this.#remove(tag)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>`;
  }

  #offer({ tag, count }: TagCount, id: string, at: number): TemplateResult {
    return html`<div
      role="option"
      id=${id}
      aria-selected=${at === this.at}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#add([tag])}
    >
      <span>${tag}</span> <small>${count}</small>
    </div>`;
  }

  protected override updated(): void {
    this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  /** Makes a tag of what is half typed. */
  commit(): void {
    if (cleanTag(this.typed)) this.#add(parseTags(this.typed));
  }

  #add(added: readonly string[]): void {
    this.#type('');
    this.#set([...new Set([...this.tags, ...added])]);
  }

  #remove(tag: string): void {
    const at = this.tags.indexOf(tag);
    this.#set(this.tags.filter((one) => one !== tag));
    void this.updateComplete.then(() => {
      const chips = this.querySelectorAll<HTMLElement>('.chip-remove');
      (chips[Math.min(at, chips.length - 1)] ?? this.querySelector('input'))?.focus();
    });
  }

  #set(tags: readonly string[]): void {
    const isSame = tags.length === this.tags.length && tags.every((tag, at) => tag === this.tags[at]);
    if (isSame) return;
    this.tags = tags;
    this.dispatchEvent(new Event('input', { bubbles: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #type(typed: string): void {
    this.typed = typed;
    this.at = -1;
    this.isOpen = typed.trim() !== '';
    keepTagDraft(this.mark, typed);
  }

  readonly #onInput = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    // What stands before a comma is a tag; what is typed behind it is to be one.
    const parts = value.split(',');
    this.#type(parts.at(-1) ?? '');
    if (parts.length > 1) {
      const rest = this.typed;
      this.#add(parseTags(parts.slice(0, -1).join(',')));
      this.#type(rest.trimStart());
      (event.target as HTMLInputElement).value = this.typed;
    }
  };

  readonly #onChange = (): void => this.commit();

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && this.contains(relatedTarget)) return;
    this.isOpen = false;
    // A window that loses the focus leaves no field.
    if (document.hasFocus()) this.commit();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (!this.#press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Does what a key means; false where it means nothing here. */
  #press(key: string): boolean {
    const offers = this.#offers;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#walk(key === 'ArrowDown' ? 1 : -1, offers.length);
    else if (key === 'Enter') this.#enter(offers[this.isOpen ? this.at : -1]);
    else if (key === 'Backspace' && this.typed === '') this.#set(this.tags.slice(0, -1));
    else if (key === 'Escape' && this.isOpen && offers.length > 0) this.isOpen = false;
    else return false;
    return key !== 'Backspace';
  }

  #walk(step: 1 | -1, count: number): void {
    this.isOpen = true;
    const places = count + 1;
    this.at = ((this.at + 1 + step + places) % places) - 1;
  }

  #enter(offer: TagCount | undefined): void {
    if (offer) this.#add([offer.tag]);
    else this.commit();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tag-field': TagField;
  }
}
