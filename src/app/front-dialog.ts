/** `<front-dialog>`: the details of a paper, typed by hand or filled in from a reference that is pasted or dropped. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { fieldsOfFront, frontFromFields, frontLines, wrongIn, type FrontFields } from './front-fields.ts';
import { keepTypedFront, typedFront } from './front-memory.ts';
import { authorRows } from './front-people.ts';
import './front-paste.ts';
import type { FrontFilled } from './front-paste.ts';
import type { KeptFront } from './library-shelf.ts';

/** A paper whose details are asked for. `save` keeps them, or answers false: then what was typed waits. */
export interface FrontAsked {
  readonly paper: string;
  readonly now: KeptFront;
  readonly opener: HTMLElement | null;
  save(to: KeptFront): Promise<boolean>;
}

const isSame = (one: FrontFields, other: FrontFields): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

@customElement('front-dialog')
export class FrontDialog extends LitElement {
  @state() private asked: FrontAsked | null = null;
  @state() private typed: FrontFields | null = null;
  /** True where the dialog began with what had been typed before. */
  @state() private isResumed = false;
  /** Whether what is wrong is told: from the first try to save on. */
  @state() private isTold = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens for a paper, with what was typed for it and not saved where there is such. */
  async ask(asked: FrontAsked): Promise<void> {
    const waiting = typedFront(asked.paper);
    this.asked = asked;
    this.typed = waiting ?? this.#kept(asked);
    this.isResumed = waiting !== null;
    this.isTold = false;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
    this.querySelector<HTMLElement>('[name=title]')?.focus();
  }

  #kept({ now }: FrontAsked): FrontFields {
    return fieldsOfFront(now.front, now.language);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { asked, typed } = this;
    if (!asked || !typed) return nothing;
    const wrong = this.isTold ? wrongIn(typed) : {};
    return html`<dialog class="dialog front-dialog" aria-labelledby="front-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="front-title">Details of the paper</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      ${this.isResumed ? this.#resumed() : nothing}
      <front-paste
        .fields=${typed}
        @front-filled=${(event: FrontFilled) => this.#change(event.fields)}
      ></front-paste>
      <form class="front-form" novalidate @submit=${this.#onSubmit} @keydown=${this.#onKey}>
        ${this.#line('title', 'Title', typed.title, wrong.title)}
        ${authorRows(typed.names, (names) => this.#change({ ...typed, names }))}
        ${frontLines.map(([name, words]) => this.#line(name, words, typed[name], wrong[name]))}
        <div class="dialog-acts wide">
          <button type="submit" class="main-button">Save</button>
          <button type="button" class="plain-button" @click=${this.#discard}>Leave as it was</button>
        </div>
      </form>
    </dialog>`;
  }

  #resumed(): TemplateResult {
    return html`<p class="hint">
      This is what you had typed.
      <button type="button" class="link-button" @click=${this.#startOver}>Begin with what is saved</button>
    </p>`;
  }

  #line(name: keyof FrontFields, words: string, now: string, wrong: string | undefined): TemplateResult {
    const isWide = ['title', 'journal', 'publisher', 'url'].includes(name);
    return html`<label class="field ${isWide ? 'wide' : ''}">
      <span>${words}</span>
      <input
        name=${name}
        autocomplete="off"
        maxlength="2000"
        dir="auto"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${wrong ? `front-wrong-${name}` : nothing}
        .value=${live(now)}
        @input=${(event: Event) => this.#type(name, (event.target as HTMLInputElement).value)}
      />
      ${wrong ? html`<span class="field-wrong" id="front-wrong-${name}">${wrong}</span>` : nothing}
    </label>`;
  }

  #type(name: keyof FrontFields, value: string): void {
    if (this.typed) this.#change({ ...this.typed, [name]: value });
  }

  #change(typed: FrontFields): void {
    this.typed = typed;
    if (!this.asked) return;
    keepTypedFront(this.asked.paper, isSame(typed, this.#kept(this.asked)) ? null : typed);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#save();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const { asked, typed } = this;
    if (!asked || !typed) return;
    this.isTold = true;
    const [wrong] = Object.keys(wrongIn(typed));
    if (wrong) {
      await this.updateComplete;
      this.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    const language = typed.language.trim() || null;
    const isSaved = await asked.save({ front: frontFromFields(typed, asked.now.front), language });
    if (isSaved) this.#discard();
    else this.#close();
  }

  readonly #startOver = (): void => {
    if (this.asked) this.#change(this.#kept(this.asked));
    this.isResumed = false;
    this.querySelector<HTMLElement>('[name=title]')?.focus();
  };

  readonly #discard = (): void => {
    if (this.asked) keepTypedFront(this.asked.paper, null);
    this.#close();
  };

  readonly #close = (): void => this.querySelector('dialog')?.close();

  /** What was typed waits for the next time. */
  readonly #onClose = (): void => {
    const opener = this.asked?.opener;
    this.asked = null;
    if (opener?.isConnected) opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'front-dialog': FrontDialog;
  }
}
