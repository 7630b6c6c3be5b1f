/** `<work-dialog>`: attaches works to a note or an authority: pasted or dropped, typed in, or chosen from the notebook. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { sources } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import { works } from '../desk/sources.ts';
import type { Store } from '../desk/store.ts';
import { removeWork, type Attachment } from '../desk/supply-commands.ts';
import { newId } from '../notebook/id.ts';
import './work-choice.ts';
import { draftFor } from './work-draft.ts';
import './work-form.ts';
import './work-import.ts';
import type { ReadReferences } from './work-import.ts';

const ways = { type: 'Type it in', paste: 'Paste or drop', known: 'From my notebook' } as const;
type Way = keyof typeof ways;

interface Asked {
  readonly to: Attachment;
  /** Id of the work that is typed: a known one, or one that is still to be made. */
  readonly work: string;
  readonly isKnown: boolean;
}

/** @fires announce - What was attached, with an offer to undo it. */
@customElement('work-dialog')
export class WorkDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Reads what is pasted; null where nothing can. */
  @property({ attribute: false }) read: ReadReferences | null = null;
  @state() private asked: Asked | null = null;
  @state() private way: Way = 'type';

  #opener: HTMLElement | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens for what a work is to be attached to, or to edit one. The focus goes back to `opener`. */
  async ask(to: Attachment, work: string | null, opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    this.asked = { to, work: work ?? newId(), isKnown: work !== null };
    const isUnfinished = Boolean(this.store && this.read && draftFor(this.store.desk.paper.id, to));
    this.way = work === null && isUnfinished ? 'paste' : 'type';
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
    this.querySelector<HTMLElement>(work ? '[name=title]' : '[name=way]:checked')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { asked, store } = this;
    if (!asked || !store) return nothing;
    return html`<dialog class="dialog work-dialog" aria-labelledby="work-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="work-title">${this.#title(asked, store)}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      ${asked.isKnown ? nothing : this.#ways(store)}
      <div class="work-way" @works-added=${(event: CustomEvent<number>) => this.#onAdded(event.detail)}>
        ${this.#chosen(asked, store)}
      </div>
      ${asked.isKnown ? this.#removal(asked.work) : nothing}
    </dialog>`;
  }

  #title({ to, isKnown }: Asked, { desk }: Store): string {
    if (isKnown) return 'Edit a work';
    const note = desk.paper.notes.find((one) => one.id === to.note);
    if (note) return `Attach a source to note ${note.label}`;
    const source = to.source === null ? undefined : sources(desk).get(to.source);
    return source ? `Attach a work by ${source.name}` : 'Add a work';
  }

  #ways(store: Store): TemplateResult {
    const offered = (Object.keys(ways) as Way[]).filter(
      (way) => way === 'type' || (way === 'paste' ? this.read !== null : works(store.desk).size > 0),
    );
    return html`<fieldset class="work-ways">
      <legend class="visually-hidden">How</legend>
      ${offered.map(
        (way) =>
          html`<label
            ><input
              type="radio"
              name="way"
              value=${way}
              .checked=${way === this.way}
              @change=${() => (this.way = way)}
            />
            <span>${ways[way]}</span></label
          >`,
      )}
    </fieldset>`;
  }

  /** What is pasted stays while another way is looked at. */
  #chosen({ to, work, isKnown }: Asked, store: Store): TemplateResult {
    return html`${
      this.way === 'type'
        ? keyed(
            work,
            html`<work-form
              .store=${store}
              .record=${work}
              .to=${to}
              @editing-done=${this.#close}
            ></work-form>`,
          )
        : nothing
    }
    ${isKnown ? nothing : html`<work-import ?hidden=${this.way !== 'paste'} .store=${store} .to=${to} .read=${this.read}></work-import>`}
    ${this.way === 'known' ? html`<work-choice .store=${store} .to=${to}></work-choice>` : nothing}`;
  }

  #removal(work: string): TemplateResult {
    const remove = (): void => {
      this.#close();
      if (this.store?.run(removeWork(work))) this.dispatchEvent(new Announce('Work deleted', 'undo'));
    };
    return html`<p class="card-actions">
      <button type="button" class="plain-button danger" @click=${remove}>Delete this work everywhere</button>
    </p>`;
  }

  #onAdded(count: number): void {
    this.#close();
    this.dispatchEvent(new Announce(count === 1 ? 'Source attached' : `${count} sources attached`, 'undo'));
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.querySelector('work-form')?.keep();
    this.asked = null;
    const opener = this.#opener;
    if (opener?.isConnected) opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'work-dialog': WorkDialog;
  }
}
