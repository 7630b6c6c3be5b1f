/** `<note-popover>`: one note beside its marker, with a way back to the exact place. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { placeAt } from '../model/paper.ts';
import { claimsOn, noteDetails } from './note-details.ts';

/** Opened by `show`; closes with Escape, its button, or a press elsewhere. */
@customElement('note-popover')
export class NotePopover extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private note: string | null = null;

  #opener: HTMLElement | null = null;
  #abort: AbortController | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.store, (desk) => [desk.layers]);
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
    this.store?.setSession({ focus: { kind: 'note', id: note } });
    await this.updateComplete;
    const panel = this.querySelector<HTMLElement>('.note-popover');
    if (!panel) return;
    this.#place(panel);
    panel.focus({ preventScroll: true });
    const { signal } = this.#abort;
    addEventListener('pointerdown', (event) => this.#onPress(event), { signal, capture: true });
    addEventListener('scroll', () => this.#place(panel), { signal, capture: true, passive: true });
    addEventListener('resize', () => this.#place(panel), { signal, passive: true });
  }

  /** Closes; the focus goes back to the marker unless `stay` is set. */
  close(stay = false): void {
    if (this.note === null) return;
    this.#abort?.abort();
    const { note } = this;
    this.note = null;
    const { focus } = this.store?.desk.session ?? {};
    if (focus?.kind === 'note' && focus.id === note) this.store?.setSession({ focus: null, hover: null });
    if (!stay) this.#back();
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.store?.desk;
    const note = desk?.paper.notes.find((one) => one.id === this.note);
    if (!desk || !note) return nothing;
    const claims = claimsOn(desk, note.id);
    const marker = desk.paper.text.markers.find((point) => point.node.attrs['note'] === note.id);
    return html`<div
      class="note-popover"
      role="dialog"
      aria-labelledby="note-popover-title"
      tabindex="-1"
      @keydown=${this.#onKey}
    >
      <header class="note-popover-head">
        <h2 id="note-popover-title">Note ${note.label}</h2>
        ${marker ? html`<span class="note-place">${placeAt(desk.paper, Math.max(0, marker.offset - 1))}</span>` : nothing}
        <button type="button" class="icon-button" aria-label="Close" title="Close (Esc)" @click=${() => this.close()}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      ${noteDetails(desk, note)}
      ${claims.length > 0
        ? html`<div class="note-claims">
            <h3>Carries</h3>
            <ul>
              ${claims.map(
                (claim) => html`<li>
                  <button type="button" class="link-button" @click=${() => this.#toClaim(claim.id)}>
                    <span class="role-sign" data-role=${claim.role} aria-hidden="true"></span>${claim.wording}
                  </button>
                </li>`,
              )}
            </ul>
          </div>`
        : nothing}
      <footer class="note-popover-foot">
        <button type="button" class="plain-button" @click=${() => this.close()}>Back to the text</button>
        <a class="plain-button" href="#/${encodeURIComponent(desk.paper.id)}?list=${note.anchor.slice(5)}" @click=${() => this.close(true)}
          >In the list of notes</a
        >
      </footer>
    </div>`;
  }

  #toClaim(id: string): void {
    this.close(true);
    this.store?.reveal({ kind: 'claim', id }, 'route');
  }

  #back(): void {
    const opener = this.#opener;
    if (!opener) return;
    // The view may have drawn the marker anew meanwhile: the same id is the same place.
    const now = opener.isConnected ? opener : document.getElementById(opener.id);
    now?.focus({ preventScroll: true });
  }

  #onPress(event: PointerEvent): void {
    const inside = event.target instanceof Node && this.contains(event.target);
    if (!inside) this.close(true);
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
    const stops = [...this.querySelectorAll<HTMLElement>('a[href], button')];
    const leaving = event.shiftKey ? document.activeElement === stops[0] : document.activeElement === stops.at(-1);
    if (!leaving) return;
    event.preventDefault();
    this.close();
  }

  /** Below the opener where there is room, else above; inside the window in any case. */
  #place(panel: HTMLElement): void {
    const opener = this.#opener?.isConnected ? this.#opener : document.getElementById(this.#opener?.id ?? '');
    if (!opener) return;
    const box = opener.getBoundingClientRect();
    const below = box.bottom + 8;
    const fits = below + panel.offsetHeight < innerHeight - 8;
    const top = fits ? below : Math.max(8, box.top - panel.offsetHeight - 8);
    const left = Math.min(Math.max(8, box.left - panel.offsetWidth / 3), innerWidth - panel.offsetWidth - 8);
    panel.style.top = `${Math.round(Math.min(top, innerHeight - panel.offsetHeight - 8))}px`;
    panel.style.left = `${Math.round(left)}px`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-popover': NotePopover;
  }
}
