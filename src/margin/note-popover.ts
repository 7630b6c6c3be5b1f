/** `<note-popover>`: one note beside its marker, with a way back to the exact place. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { claimsOn, type Desk } from '../desk/desk.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { markersOf, placeAt, type Note } from '../model/paper.ts';
import type { Claim } from '../model/argument-records.ts';
import { backLinks } from './back-links.ts';
import './note-body.ts';
import type { NoteBody } from './note-body.ts';

/** Width in px below which the popover stands at the foot of the screen. */
const narrow = 760;

const tabStops =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [contenteditable=true]';

/** Opened by `show`; closes with Escape, its button, or a press elsewhere. */
@customElement('note-popover')
export class NotePopover extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private note: string | null = null;

  #opener: HTMLElement | null = null;
  /** Once the text has made way, scrolling is the reader's again. */
  #isDocked = false;
  #abort: AbortController | null = null;

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  /** Shows a note beside `opener`, lights what it supports, and takes the focus. */
  async show(note: string, opener: HTMLElement): Promise<void> {
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.note = note;
    this.#opener = opener;
    this.#isDocked = false;
    this.store?.setSession({ note });
    await this.updateComplete;
    const panel = this.querySelector<HTMLElement>('.note-popover');
    if (!panel) return;
    this.#place(panel);
    panel.focus({ preventScroll: true });
    const { signal } = this.#abort;
    addEventListener('pointerdown', (event) => this.#onPress(event), { signal, capture: true });
    addEventListener('scroll', () => this.#place(panel), { signal, capture: true, passive: true });
    addEventListener('resize', () => this.#place(panel), { signal, passive: true });
    // What is supplied makes it larger while it is open.
    const sizes = new ResizeObserver(() => this.#place(panel));
    sizes.observe(panel);
    signal.addEventListener('abort', () => sizes.disconnect());
  }

  /** Closes; the focus goes back to the marker unless `stay` is set. */
  close(stay = false): void {
    if (this.note === null) return;
    this.#abort?.abort();
    this.note = null;
    this.store?.setSession({ note: null });
    if (!stay) this.#back();
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    const note = desk?.paper.notes.find((one) => one.id === this.note);
    if (!desk || !note) return nothing;
    return html`<div
      class="note-popover"
      role="dialog"
      aria-labelledby="note-popover-title"
      tabindex="-1"
      @keydown=${this.#onKey}
    >
      ${this.#head(desk, note)}
      ${keyed(note.id, html`<note-body .note=${note} .desk=${desk} .store=${this.store}></note-body>`)}
      ${this.#claims(claimsOn(desk, note.id))} ${this.#markers(desk, note)}
      <div class="note-popover-foot">
        <button type="button" class="plain-button" @click=${() => this.close()}>Back to the text</button>
        <a
          class="plain-button"
          href="#/${encodeURIComponent(desk.paper.id)}?list=${note.anchor.slice('note-'.length)}"
          @click=${() => this.close(true)}
          >In the list of notes</a
        >
      </div>
    </div>`;
  }

  /** A note that is marked in several places leads back to each of them; one, by its button. */
  #markers(desk: Desk, note: Note): TemplateResult | typeof nothing {
    const markers = markersOf(desk.paper.text, note.id);
    return markers.length > 1
      ? html`<div class="note-claims">
          <h3>Marked in ${markers.length} places</h3>
          ${backLinks(desk.paper, note, markers)}
        </div>`
      : nothing;
  }

  #head(desk: Desk, note: Note): TemplateResult {
    const [marker] = markersOf(desk.paper.text, note.id);
    return html`<div class="note-popover-head">
      <h2 id="note-popover-title">Note ${note.label}</h2>
      <span class="note-place"
        >${marker ? placeAt(desk.paper, Math.max(0, marker.offset - 1)) : nothing}</span
      >
      <button
        type="button"
        class="icon-button"
        aria-label="Close"
        title="Close (Esc)"
        @click=${() => this.close()}
      >
        <span aria-hidden="true">×</span>
      </button>
    </div>`;
  }

  #claims(claims: readonly Claim[]): TemplateResult | typeof nothing {
    if (claims.length === 0) return nothing;
    return html`<div class="note-claims">
      <h3>Carries</h3>
      <ul>
        ${claims.map(
          (claim) =>
            html`<li>
              <button type="button" class="link-button" @click=${() => this.#toClaim(claim.id)}>
                <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span>${claim.wording}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #toClaim(id: string): void {
    this.close(true);
    this.store?.reveal({ kind: 'claim', id }, 'route');
  }

  #back(): void {
    this.opener?.focus({ preventScroll: true });
  }

  /** What the note was opened from; the view may have drawn it anew meanwhile: the same id is the same place. */
  private get opener(): HTMLElement | null {
    const known = this.#opener;
    return known?.isConnected ? known : document.getElementById(known?.id ?? '');
  }

  /** A press elsewhere closes; not one on what acts on the note, nor in the text while its passage is chosen. */
  #onPress(event: PointerEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const isChoosing = this.store?.desk.session.correcting === this.note;
    const staying = `note-popover, .selection-bar, dialog, toast-line${isChoosing ? ', .paper-text' : ''}`;
    if (!target?.closest(staying)) this.close(true);
  }

  /** Opens the note's editor for its words, or for what it supports; the note must be shown. */
  supply(what: Parameters<NoteBody['supply']>[0]): void {
    this.querySelector('note-body')?.supply(what);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Tab') {
      this.#keepFocus(event);
    }
  }

  /** Tab leaves at the end to where it came from: the popover is beside the text, not a room of its own. */
  #keepFocus(event: KeyboardEvent): void {
    const stops = [...this.querySelectorAll<HTMLElement>(tabStops)].filter(
      (one) => one.offsetParent !== null,
    );
    const atStart = document.activeElement === stops[0] || document.activeElement?.matches('.note-popover');
    const leaving = event.shiftKey ? atStart : document.activeElement === stops.at(-1);
    if (!leaving) return;
    event.preventDefault();
    this.close();
  }

  /** At the foot of a narrow screen; the text moves up where the panel would hide what the note supports. */
  #dock(panel: HTMLElement, opener: HTMLElement): void {
    const top = innerHeight - panel.offsetHeight - 8;
    panel.style.top = `${Math.round(top)}px`;
    panel.style.left = '8px';
    const hidden = opener.getBoundingClientRect().bottom + 12 - top;
    if (hidden > 0 && !this.#isDocked) opener.closest('.reading')?.scrollBy({ top: hidden });
    this.#isDocked = true;
  }

  /** Beside the text where there is room, so that what the note supports can be read; else below or above. */
  #place(panel: HTMLElement): void {
    const { opener } = this;
    if (!opener) return;
    if (innerWidth < narrow) {
      this.#dock(panel, opener);
      return;
    }
    const box = opener.getBoundingClientRect();
    const column = opener.closest('article')?.getBoundingClientRect();
    const beside = (column?.right ?? Infinity) + 12;
    const isBeside = beside + panel.offsetWidth < innerWidth - 8;
    const below = box.bottom + 8;
    const above = Math.max(8, box.top - panel.offsetHeight - 8);
    const fits = below + panel.offsetHeight < innerHeight - 8;
    const top = isBeside ? box.top - 40 : fits ? below : above;
    const left = isBeside ? beside : box.left - panel.offsetWidth / 3;
    panel.style.top = `${Math.round(Math.min(Math.max(56, top), innerHeight - panel.offsetHeight - 8))}px`;
    panel.style.left = `${Math.round(Math.min(Math.max(8, left), innerWidth - panel.offsetWidth - 8))}px`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-popover': NotePopover;
  }
}
