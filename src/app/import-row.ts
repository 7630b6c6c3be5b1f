/** `<import-row>`: one file on its way into the library: how far it is, what was found in it, what to do with it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { ImportItem, ReadState } from './import-items.ts';
import { reportOf, unsureIn } from './import-report.ts';
import { ImportDecision, type ImportWish } from './import-requests.ts';
import { fileWords, frontWords, progressWords } from './import-words.ts';
import type { ImportProgress } from './import-protocol.ts';
import { messageFor } from './messages.ts';
import { formatRoute } from './routes.ts';

/**
 * Keeps the focus while its state changes.
 *
 * @fires import-decision - The reader decides about the file.
 */
@customElement('import-row')
export class ImportRow extends LitElement {
  @property({ attribute: false }) item: ImportItem | null = null;
  @query('input[type=password]') private field!: HTMLInputElement | null;
  #hadFocus = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.contains(document.activeElement);
  }

  protected override updated(): void {
    if (this.#hadFocus && !this.contains(document.activeElement)) this.focusFirst();
  }

  /** Puts the focus on what one would do first. */
  focusFirst(): void {
    this.querySelector<HTMLElement>('input, .main-button, a, button')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { item } = this;
    if (!item) return nothing;
    const { state, file } = item;
    if (state.is === 'waiting') return this.#running(file.name, 'Waiting', null);
    if (state.is === 'reading')
      return this.#running(file.name, progressWords(state.progress), state.progress ?? 'unknown');
    if (state.is === 'asking') return this.#asking(file.name, state.isWrong);
    if (state.is === 'failed') return this.#failed(file.name, state.why);
    return state.is === 'kept' ? this.#kept(state) : this.#read(state, file.name);
  }

  #button(
    words: string,
    to: Exclude<ImportWish['to'], 'open'>,
    name: string,
    look = 'plain-button',
  ): TemplateResult {
    return html`<button
      type="button"
      class=${look}
      aria-label=${`${words}: ${name}`}
      @click=${() => this.dispatchEvent(new ImportDecision(this.item?.key ?? 0, { to }))}
    >
      ${words}
    </button>`;
  }

  #running(name: string, words: string, progress: ImportProgress | 'unknown' | null): TemplateResult {
    const share =
      progress === null || progress === 'unknown' || progress.of < 2 ? null : progress.done / progress.of;
    return html`<p class="import-name">${name}</p>
      <p class="import-progress">
        ${
          progress === null
            ? nothing
            : share === null
              ? html`<progress aria-label=${`Reading ${name}`}></progress>`
              : html`<progress
                  max="1"
                  .value=${Math.min(1, share)}
                  aria-label=${`Reading ${name}`}
                ></progress>`
        }
        <span class="hint">${words}</span>
      </p>
      <div class="import-acts">${this.#button('Cancel', 'leave', name)}</div>`;
  }

  #asking(name: string, isWrong: boolean): TemplateResult {
    const why = isWrong ? 'import/wrong-password' : 'import/password';
    return html`<p class="import-name">${name}</p>
      <form class="import-password" @submit=${this.#onPassword}>
        <label class="field"
          ><span
            >${
              isWrong
                ? 'That was not its password. Try again:'
                : 'It is protected. Its password (used once, here, and not kept):'
            }</span
          ><input
            type="password"
            autocomplete="off"
            data-why=${why}
            aria-invalid=${isWrong ? 'true' : 'false'}
          />
        </label>
        <div class="import-acts">
          <button type="submit" class="main-button" aria-label=${`Open: ${name}`}>Open</button>
          ${this.#button('Leave out', 'leave', name)}
        </div>
      </form>`;
  }

  readonly #onPassword = (event: Event): void => {
    event.preventDefault();
    const password = this.field?.value ?? '';
    if (password === '') return void this.field?.focus();
    this.dispatchEvent(new ImportDecision(this.item?.key ?? 0, { to: 'open', password }));
  };

  #failed(name: string, why: unknown): TemplateResult {
    const { title, words } = messageFor(why);
    return html`<p class="import-name">${name}</p>
      <p class="import-trouble"><strong>${title}.</strong> ${words}</p>
      <div class="import-acts">
        ${this.#button('Try again', 'again', name)} ${this.#button('Leave out', 'leave', name)}
      </div>`;
  }

  #kept({ id, title, former }: { id: string; title: string; former: unknown }): TemplateResult {
    return html`<p class="import-kept">
        ${former ? 'In the place of the older copy:' : 'Kept:'}
        <a href=${formatRoute(id, { to: 'start' })}>${title}</a>
      </p>
      ${
        former
          ? html`<p class="hint">
              What you marked is carried over when you open it, and you are told what was not found again.
            </p>`
          : nothing
      }
      <div class="import-acts">
        ${former ? this.#button('Bring the older copy back', 'bring-back', title) : nothing}
        ${this.#button('Put away', 'leave', title)}
      </div>`;
  }

  #read(state: ReadState, name: string): TemplateResult {
    const { draft } = state.paper;
    const title = draft.front.title ?? name;
    const about = frontWords(draft.front);
    const trouble = state.trouble ? messageFor(state.trouble) : null;
    return html`<h3 class="import-title">${title}</h3>
      ${about ? html`<p class="import-about">${about}</p>` : nothing}
      <p class="import-report">${reportOf(draft)}</p>
      <p class="hint">${fileWords(name, state.paper)}</p>
      ${this.#question(state)}
      ${
        trouble
          ? html`<p class="import-trouble" role="alert">
              <strong>${trouble.title}.</strong> ${trouble.words} What was read stays here: try again.
            </p>`
          : nothing
      }
      <div class="import-acts" aria-busy=${state.isKeeping ? 'true' : 'false'}>
        ${this.#choices(state, title)} ${this.#button('Leave out', 'leave', title)}
      </div>`;
  }

  #question({ twin, older }: ReadState): TemplateResult | typeof nothing {
    if (twin)
      return html`<p class="import-question">
        The very same text is
        ${
          twin.id
            ? html`in your library already:
                <a href=${formatRoute(twin.id, { to: 'start' })}>${twin.title}</a>.`
            : html`above already: “${twin.title}”.`
        }
      </p>`;
    if (!older) return nothing;
    return html`<p class="import-question">
      Is it a better copy of
      <a href=${formatRoute(older.id, { to: 'start' })}>the paper of this title</a> in your library? Put in
      its place, what you marked there is carried over.
    </p>`;
  }

  #choices({ twin, older, paper }: ReadState, title: string): TemplateResult {
    const isUnsure = unsureIn(paper.draft) > 0;
    const look = isUnsure ? this.#button('Keep and look at what is unsure', 'look', title) : nothing;
    if (twin) return html`${this.#button('Keep both', 'keep', title)}`;
    if (older)
      return html`${this.#button('Put it in its place', 'replace', title, 'main-button')}
      ${this.#button('It is another paper', 'set-apart', title)}`;
    return html`${this.#button('Keep and read', 'keep-and-read', title, 'main-button')} ${look}
    ${this.#button('Keep', 'keep', title)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-row': ImportRow;
  }
}
