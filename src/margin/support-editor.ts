/** `<support-editor>`: corrects what a note is for and who is named for it; every choice counts at once. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sources } from '../desk/desk.ts';
import { correctSupport, dropCorrection, nameAuthority } from '../desk/override-commands.ts';
import { Announce, PassageRequest } from '../desk/requests.ts';
import { supportOf, type SupportReading } from '../desk/sources.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Command, Store } from '../desk/store.ts';
import type { Note } from '../model/paper.ts';
import { supportScopes, type Source } from '../model/records.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { namedField } from './named-field.ts';
import { shorten } from './note-details.ts';
import { scopeNames } from './scope-names.ts';

/**
 * While it is open, the session says for which note a passage is being chosen.
 *
 * @fires editing-done - The correcting is over; everything is kept already.
 * @fires passage-request - The reader wants to choose the passage in the text.
 * @fires announce - What was changed, with an offer to undo it.
 */
@customElement('support-editor')
export class SupportEditor extends LitElement {
  @property({ attribute: false }) note: Note | null = null;
  @property({ attribute: false }) store: Store | null = null;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keepRemark());

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [desk.layers, desk.session.selection],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    this.store?.setSession({ correcting: this.note?.id ?? null });
    this.querySelector<HTMLElement>('button')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A name that was typed and not added yet is not dropped.
    if (this.note) this.#addName(this.note);
    if (this.store?.desk.session.correcting === this.note?.id) this.store?.setSession({ correcting: null });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { note, store } = this;
    if (!note || !store) return nothing;
    const reading = supportOf(store.desk, note.id);
    return html`<form
      class="card-editor supply-editor"
      aria-label="What note ${note.label} supports"
      @submit=${this.#draft.done}
      @keydown=${this.#draft.onKey}
    >
      ${this.#passage(note, store)} ${this.#scope(note, reading?.shown.scope ?? null)}
      ${this.#named(note, reading?.shown.sources ?? [])} ${this.#remark(reading)}
      <div class="card-actions">
        <button type="submit" class="main-button">Done</button>
        ${reading?.isOverridden ? this.#wayBack(note, reading) : nothing}
      </div>
    </form>`;
  }

  /** Only a reading of one's own has a reason of one's own. */
  #remark(reading: SupportReading | null): TemplateResult {
    const own = reading?.isOverridden ? reading.shown : null;
    return html`<label>
      <span>Why <small>(optional)</small></span>
      <input
        name="remark"
        autocomplete="off"
        maxlength="2000"
        .value=${own?.remark ?? ''}
        ?disabled=${!own}
        @input=${this.#draft.later}
        @change=${this.#draft.now}
      />
    </label>`;
  }

  #wayBack(note: Note, { original }: SupportReading): TemplateResult {
    return html`<button type="button" class="plain-button" @click=${() => this.#back(note)}>
      ${original ? 'Back to the first reading' : 'Take my reading back'}
    </button>`;
  }

  #passage(note: Note, store: Store): TemplateResult {
    const { selection } = store.desk.session;
    const words = selection && shorten(store.desk.paper.text.slice(selection.start, selection.end), 90);
    return html`<div role="group" aria-label="The passage">
      <p class="hint">
        ${words ? html`Selected: <q>${words}</q>` : 'Select the passage in the text; this note stays open.'}
      </p>
      <div class="card-actions">
        <button
          type="button"
          class="plain-button"
          @click=${() => this.dispatchEvent(new PassageRequest(note.id))}
        >
          Choose it in the text
        </button>
        <button
          type="button"
          class="plain-button"
          ?disabled=${!selection}
          @click=${() => selection && this.#do(correctSupport(note.id, { range: selection }), 'Passage corrected')}
        >
          Use the selected passage
        </button>
      </div>
    </div>`;
  }

  #scope(note: Note, now: string | null): TemplateResult {
    const choose = (event: Event): void => {
      const scope = supportScopes.find((one) => one === (event.target as HTMLSelectElement).value);
      if (scope) this.#do(correctSupport(note.id, { scope }), 'Scope corrected');
    };
    return html`<label>
      <span>It supports</span>
      <select name="scope" @change=${choose}>
        ${now === null ? html`<option value="" selected>nobody has said yet</option>` : nothing}
        ${supportScopes.map((scope) => html`<option value=${scope} ?selected=${scope === now}>${scopeNames[scope]}</option>`)}
      </select>
    </label>`;
  }

  #named(note: Note, now: readonly string[]): TemplateResult {
    return namedField(now, this.store ? sources(this.store.desk) : new Map<string, Source>(), {
      list: `authorities-${note.id}`,
      set: (ids, words) => this.#do(correctSupport(note.id, { sources: ids }), words),
      add: () => this.#addName(note),
    });
  }

  #addName(note: Note): void {
    const field = this.querySelector<HTMLInputElement>('[name=authority]');
    const name = field?.value.trim() ?? '';
    if (!field || !name) return;
    this.#do(nameAuthority(note.id, name), `${name} is named`);
    field.value = '';
  }

  #back(note: Note): void {
    this.#do(dropCorrection(note.id), 'Back to the first reading');
    this.querySelector<HTMLElement>('.main-button')?.focus();
  }

  #do(command: Command, words: string): void {
    if (this.store?.run(command)) this.dispatchEvent(new Announce(words, 'undo'));
  }

  #keepRemark(): void {
    const remark = this.querySelector<HTMLInputElement>('[name=remark]')?.value ?? '';
    if (this.note) this.store?.run(correctSupport(this.note.id, { remark }, this.#writing));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'support-editor': SupportEditor;
  }
}
