/** `<history-dialog>`: the notebook as it was at the end of earlier days: what is different, and how to take it out again. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownLayer } from '../desk/desk.ts';
import { bringBack, setBack, type Records } from '../desk/history-commands.ts';
import { Announce } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import type { Storage } from '../storage/contract.ts';
import { rested } from '../ui/slices.ts';
import { keepPresent } from './day-keeping.ts';
import { dayWords, timeName } from './day-names.ts';
import {
  openState,
  sinceThen,
  sinceWords,
  stateHint,
  stateTitle,
  type OpenedState,
} from './history-state.ts';
import { sinceList } from './history-view.ts';
import { contentWords } from './history-words.ts';
import { messageFor } from './messages.ts';
import { openNotebooks } from './open-notebooks.ts';

/** @fires announce - Something was taken out of an earlier state. */
@customElement('history-dialog')
export class HistoryDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @property({ attribute: false }) storage: Storage | null = null;
  @state() private isOpen = false;
  /** The latest first; null while they are being read. */
  @state() private states: readonly OpenedState[] | null = null;
  /** Name of the state that is being looked at. */
  @state() private chosen = '';
  @state() private trouble = '';
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers }) => [this.isOpen && layers],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens; the focus goes back to `opener`. */
  async show(opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    [this.states, this.trouble, this.isOpen] = [null, '', true];
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
    await this.#read();
  }

  get #now(): Records {
    return this.store ? ownLayer(this.store.desk).records : new Map();
  }

  /** Opens the states one after the other, the latest first; the list grows with them. */
  async #read(): Promise<void> {
    const { store, storage } = this;
    if (!store || !storage) return;
    try {
      const kept = await storage.states.list(ownLayer(store.desk).id);
      let opened: readonly OpenedState[] = [];
      for (const one of [...kept].reverse()) {
        if (!this.isOpen) return;
        opened = [...opened, await openState(one)];
        this.states = opened;
        this.chosen ||= one.at;
        await rested();
      }
      this.states = opened;
    } catch (error) {
      const { title, words } = messageFor(error);
      this.trouble = `${title}. ${words}`;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.isOpen) return nothing;
    return html`<dialog class="dialog history-dialog" aria-labelledby="history-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="history-title">Earlier days of your notebook</h2>
      </div>
      <p class="hint">
        Each day on which you change something, what was there before is kept: all of the last two months, and
        one day a week of what is older. Nothing is taken away by looking, nor by setting back.
      </p>
      ${this.trouble ? html`<p class="banner" role="alert">${this.trouble}</p>` : nothing}
      ${this.#body(this.states)}
      <div class="card-actions">
        <button type="button" class="plain-button" @click=${this.#close}>Close</button>
      </div>
    </dialog>`;
  }

  #body(states: readonly OpenedState[] | null): TemplateResult {
    if (!states) return html`<p role="status">Looking at earlier days …</p>`;
    if (states.length === 0)
      return html`<p class="history-none">
        There is no earlier day yet. When you go on with this notebook on another day, you find this one here.
      </p>`;
    const chosen = states.find(({ state: { at } }) => at === this.chosen) ?? null;
    return html`<div class="history">
      <ol class="history-days" aria-label="Days">
        ${states.map((one) => this.#day(one))}
      </ol>
      ${chosen ? this.#look(chosen) : nothing}
    </div>`;
  }

  #day({ state: kept, records }: OpenedState): TemplateResult {
    const { at } = kept;
    return html`<li>
      <button
        type="button"
        class="history-day"
        aria-pressed=${at === this.chosen ? 'true' : 'false'}
        @click=${() => (this.chosen = at)}
      >
        <strong>${stateTitle(kept)}</strong>
        <small>
          ${stateHint(kept)}: ${records ? contentWords(records.values()) : 'cannot be read'}
          ${records ? html`<br />${sinceWords(sinceThen(records, this.#now))}` : nothing}
        </small>
      </button>
    </li>`;
  }

  #look({ state: kept, records }: OpenedState): TemplateResult {
    if (!records)
      return html`<section class="history-since">
        <p>What was kept of this day is damaged, and cannot be read. The other days are not affected.</p>
      </section>`;
    const since = sinceThen(records, this.#now);
    const isSame = since.gone.length + since.changed.length + since.added.length === 0;
    return html`<section class="history-since" aria-labelledby="history-since-title">
      <h3 id="history-since-title">${stateTitle(kept)}</h3>
      <p class="hint">${stateHint(kept)}: ${contentWords(records.values())}; ${sinceWords(since)}.</p>
      ${sinceList(since, { past: records, now: this.#now, onBack: (id) => this.#bringBack(records, id) })}
      <button
        type="button"
        class="main-button"
        ?disabled=${isSame}
        @click=${() => void this.#setBack(kept.last ?? kept.at, records)}
      >
        Set the notebook back to this day
      </button>
    </section>`;
  }

  #bringBack(records: Records, id: string): void {
    if (this.store?.run(bringBack(records, id)))
      this.dispatchEvent(new Announce('It is back as it was.', 'undo'));
  }

  /** The present is kept first: there is a way back from every way back. */
  async #setBack(day: string, records: Records): Promise<void> {
    const { store, storage } = this;
    if (!store || !storage) return;
    const own = ownLayer(store.desk);
    const notebook = openNotebooks().find(({ meta }) => meta.id === own.id);
    if (!notebook) return;
    const { meta } = notebook;
    try {
      const present = { encode: () => notebook.encode(), records: own.records };
      await keepPresent(storage, meta, present, timeName(new Date()));
    } catch (error) {
      const { title, words } = messageFor(error);
      this.trouble = `Nothing was set back, since the present could not be kept first. ${title}. ${words}`;
      return;
    }
    if (!store.run(setBack(records, `Set back to ${dayWords(day)}`))) return;
    this.#close();
    this.dispatchEvent(
      new Announce(
        `Your notebook is as it was on ${dayWords(day)}. What it was before is kept, too.`,
        'undo',
      ),
    );
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.isOpen = false;
    this.chosen = '';
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'history-dialog': HistoryDialog;
  }
}
