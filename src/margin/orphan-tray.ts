/** `<orphan-tray>`: all passages that are lost, changed or found elsewhere, each with what one can do about it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { keepMoved } from '../desk/attach-commands.ts';
import { remove } from '../desk/remove-commands.ts';
import { canEdit, layerOf, ownLayer, type Desk } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { countFates, verdicts, type Fate, type RecordVerdict } from '../desk/verdicts.ts';
import type { Claim } from '../model/argument-records.ts';
import type { Annotation } from '../model/records.ts';
import '../ui/markdown-text.ts';
import { shorten } from './note-details.ts';
import './verdict-line.ts';

/** What needs a look most comes first. */
const sections: readonly { readonly fate: Fate; readonly title: string }[] = [
  { fate: 'doubtful', title: 'Changed' },
  { fate: 'orphan', title: 'Not found' },
  { fate: 'moved', title: 'Found again' },
  { fate: 'searching', title: 'Being looked for' },
];

/** So many of a kind stand at once; those behind move up. */
const most = 100;

const madeOn = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });

const day = (created: string): string => {
  const date = new Date(created);
  return Number.isNaN(date.getTime()) ? '' : madeOn.format(date);
};

/** When, where and in whose notebook a record was made, as far as that is known. */
function made(desk: Desk, { id, created }: Claim | Annotation, from: string | null): string {
  const layer = layerOf(desk, id);
  const parts = [day(created), from && `at ${from}`, layer && layer !== ownLayer(desk) && `in ${layer.name}`];
  const told = parts.filter(Boolean).join(' ');
  return told && `Made ${told}`;
}

/** @fires announce - What was done, with an offer to undo it. */
@customElement('orphan-tray')
export class OrphanTray extends LitElement {
  @property({ attribute: false }) store: Store | null = null;

  /** Index of the entry that had the focus last; -1 where none had. */
  #at = -1;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [verdicts(desk)],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    if (!desk) return nothing;
    const all = verdicts(desk);
    const counts = countFates(desk);
    return html`<h2 class="side-title" tabindex="-1">Places</h2>
      <p class="verdict-hint">
        ${all.length === 0 ? `All ${counts.all} passages are in place.` : `${counts.placed} of ${counts.all} are in place.`}
      </p>
      ${sections.map((section) => this.#section(desk, section, all))}`;
  }

  #section(
    desk: Desk,
    { fate, title }: (typeof sections)[number],
    all: readonly RecordVerdict[],
  ): TemplateResult | typeof nothing {
    const of = all.filter((one) => one.fate === fate);
    if (of.length === 0) return nothing;
    return html`<section class="tray-section" aria-labelledby="tray-${fate}">
      <h3 id="tray-${fate}">${title} <span class="tray-count">${of.length}</span></h3>
      ${fate === 'moved' ? this.#keepAll(of.length) : nothing}
      <ul class="tray-list" @focusin=${this.#onFocus}>
        ${repeat(
          of.slice(0, most),
          ({ id }) => id,
          (one) => this.#entry(desk, one),
        )}
      </ul>
      ${of.length > most ? html`<p class="verdict-hint">And ${of.length - most} more.</p>` : nothing}
    </section>`;
  }

  #keepAll(count: number): TemplateResult | typeof nothing {
    if (count < 2) return nothing;
    const keep = (): void => {
      if (this.store?.run(keepMoved)) this.dispatchEvent(new Announce('Places kept', 'undo'));
    };
    return html`<button type="button" class="plain-button" @click=${keep}>Keep all ${count}</button>`;
  }

  #entry(desk: Desk, { id, record, targets }: RecordVerdict): TemplateResult {
    const first = targets.find((one) => one.fate !== 'placed') ?? targets[0];
    const isLost = targets.every(({ at }) => at === null);
    return html`<li class="tray-entry">
      <button type="button" class="card-toggle card-quote" @click=${() => this.#show(record)}>
        ${this.#sign(record)}<q class=${isLost ? 'lost-quote' : ''}
          >${shorten(first?.target.exact ?? '', 180)}</q
        >
      </button>
      ${this.#words(record)}
      <p class="verdict-hint">${made(desk, record, first?.from ?? null)}</p>
      <verdict-line .store=${this.store} .record=${id} open></verdict-line>
      ${canEdit(desk, id) ? this.#delete(record) : nothing}
    </li>`;
  }

  #words(record: Claim | Annotation): TemplateResult | typeof nothing {
    if (record.kind === 'claim') return html`<p class="card-body">${record.wording}</p>`;
    return record.body
      ? html`<markdown-text class="card-body" .source=${record.body}></markdown-text>`
      : nothing;
  }

  #sign(record: Claim | Annotation): TemplateResult {
    return record.kind === 'claim'
      ? html`<span class="role-sign" data-role=${record.role} aria-hidden="true"></span>
          <span class="visually-hidden">Claim:</span>`
      : html`<span class="swatch" data-colour=${record.colour} aria-hidden="true"></span>
          <span class="visually-hidden">Mark:</span>`;
  }

  #delete(record: Claim | Annotation): TemplateResult {
    const what = record.kind === 'claim' ? 'Claim' : 'Mark';
    return html`<button
      type="button"
      class="link-button danger"
      aria-label="Delete this ${what.toLowerCase()}"
      @click=${() => {
        if (this.store?.run(remove(record.id))) this.dispatchEvent(new Announce(`${what} deleted`, 'undo'));
      }}
    >
      Delete
    </button>`;
  }

  #show({ kind, id }: Claim | Annotation): void {
    this.store?.reveal({ kind, id }, 'route');
  }

  readonly #onFocus = (event: Event): void => {
    const entry = (event.target as HTMLElement).closest('.tray-entry');
    this.#at = [...this.querySelectorAll('.tray-entry')].findIndex((one) => one === entry);
  };

  /** Where what was done took the focus away, it goes on to the next entry. */
  protected override updated(): void {
    const at = this.#at;
    if (at < 0) return;
    void this.#settled().then(() => {
      if (document.activeElement !== document.body) return;
      const toggles = this.querySelectorAll<HTMLElement>('.tray-entry > .card-toggle');
      const next =
        toggles[Math.min(at, toggles.length - 1)] ?? this.querySelector<HTMLElement>('.side-title');
      next?.focus();
    });
  }

  #settled(): Promise<unknown> {
    return Promise.all([...this.querySelectorAll('verdict-line')].map((line) => line.updateComplete));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'orphan-tray': OrphanTray;
  }
}
