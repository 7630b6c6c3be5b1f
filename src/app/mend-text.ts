/** `<mend-text>`: the draft as it will read, block by block, each with a handle; draws anew only what changed. */
import { ReactiveElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Draft, DraftBlock, DraftNote, DraftPlace, ImportFinding } from '../model/draft.ts';
import { isInBlock } from '../model/draft-places.ts';
import { rested } from '../ui/slices.ts';
import { giveCaret, rangeIn, selectionIn, type BlockSelection } from './mend-caret.ts';
import { lightUp, putOut } from './mend-light.ts';
import { blockRow, noteRow } from './mend-paint.ts';
import { MendMenuRequest } from './mend-requests.ts';
import { MendRows, type RowListener } from './mend-rows.ts';

/** So many blocks or notes are drawn at once. */
const slice = 60;

/** @fires mend-menu-request - A handle was pressed. */
@customElement('mend-text')
export class MendText extends ReactiveElement {
  @property({ attribute: false }) draft: Draft | null = null;
  /** What is lit with its alternatives; null where nothing is. */
  @property({ attribute: false }) finding: ImportFinding | null = null;
  /** False where nothing can be changed here. */
  @property({ type: Boolean }) locked = false;

  readonly #blocks = document.createElement('div');
  readonly #notes = document.createElement('div');
  readonly #notesTitle = document.createElement('h2');
  /** So many blocks and notes are drawn, or to be drawn now. */
  #due = slice;
  #isFilling = false;
  #current: HTMLElement | null = null;
  #selection: BlockSelection | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#blocks.className = 'mend-blocks paper-text';
    this.#notes.className = 'mend-notes';
    this.#notesTitle.className = 'mend-notes-title';
    this.#notesTitle.textContent = 'Notes';
    if (!this.#blocks.isConnected) this.append(this.#blocks, this.#notesTitle, this.#notes);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('pointerdown', this.#onPointer);
    this.addEventListener('keydown', this.#onKey);
    this.addEventListener('focusin', this.#onFocus);
    for (const kind of ['beforeinput', 'paste', 'cut', 'drop', 'dragstart'] as const)
      this.addEventListener(kind, this.#refuse);
    document.addEventListener('selectionchange', this.#onSelection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('selectionchange', this.#onSelection);
    putOut();
  }

  /** What was selected last in a block, or where the caret was; null where its words have changed since. */
  get selection(): BlockSelection | null {
    // The event comes a little later than a fast hand.
    this.#onSelection();
    return this.#selection;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { draft } = this;
    if (!draft) return;
    if (changed.has('draft')) this.#draw(draft);
    if (this.finding?.place) this.#reach(draft, this.finding.place);
    lightUp(draft, this.finding, (place) => this.#rowOf(place));
  }

  /** Draws as much as is due: a long paper comes in slices, so that the page is never held up for it. */
  #draw(draft: Draft): void {
    const { blocks, notes } = draft;
    this.#blockRows.draw(blocks.slice(0, this.#due));
    this.#noteRows.draw(notes.slice(0, Math.max(0, this.#due - blocks.length)));
    this.#notesTitle.hidden = notes.length === 0 || this.#due <= blocks.length;
    this.#mark(this.#current?.isConnected ? this.#current : null);
    if (this.#due < blocks.length + notes.length && !this.#isFilling) void this.#fill();
  }

  async #fill(): Promise<void> {
    this.#isFilling = true;
    for (let { draft } = this; draft && this.isConnected; { draft } = this) {
      await rested();
      this.#due += slice;
      if (this.draft) this.#draw(this.draft);
      if (this.#due >= draft.blocks.length + draft.notes.length) break;
    }
    this.#isFilling = false;
  }

  /** Draws on to a place that one wants to see. */
  #reach(draft: Draft, place: DraftPlace): void {
    const at = isInBlock(place)
      ? draft.blocks.findIndex(({ id }) => id === place.block)
      : draft.blocks.length + draft.notes.findIndex(({ id }) => id === place.note);
    if (at < this.#due) return;
    this.#due = at + slice;
    this.#draw(draft);
  }

  readonly #rowListener: RowListener = {
    // What is drawn anew stays the current one, and keeps the focus and its fold.
    replaced: (old, row) => {
      if (old.dataset['block'] === this.#selection?.block) this.#selection = null;
      const details = row.querySelector('details');
      if (details && old.querySelector('details')?.open) details.open = true;
      if (old !== this.#current) return;
      this.#current = row;
      if (old.contains(document.activeElement))
        queueMicrotask(() => this.#handleOf(row)?.focus({ preventScroll: true }));
    },
    removed: (row, near) => {
      if (this.#selection?.block === row.dataset['block']) this.#selection = null;
      if (near && row.contains(document.activeElement)) this.#go(near);
    },
  };
  readonly #blockRows = new MendRows<DraftBlock>(this.#blocks, blockRow, this.#rowListener);
  readonly #noteRows = new MendRows<DraftNote>(this.#notes, noteRow, this.#rowListener);

  #handleOf(row: Element): HTMLElement | null {
    return row.querySelector<HTMLElement>('.mend-handle');
  }

  /** Makes a row the current one: its handle is the one that Tab reaches, its words have a caret. */
  #mark(row: HTMLElement | null): void {
    const first = this.#blocks.firstElementChild;
    const next = row ?? (first instanceof HTMLElement ? first : null);
    if (this.#current && this.#current !== next) {
      this.#handleOf(this.#current)?.setAttribute('tabindex', '-1');
      giveCaret(this.#current, false);
    }
    this.#current = next;
    if (next) this.#handleOf(next)?.setAttribute('tabindex', '0');
  }

  #go(row: HTMLElement): void {
    this.#mark(row);
    this.#handleOf(row)?.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }

  readonly #refuse = (event: Event): void => event.preventDefault();

  readonly #onPointer = (event: PointerEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.mend-row') : null;
    if (!row || this.locked) return;
    this.#mark(row);
    if ((event.target as Element).closest('.mend-body')) giveCaret(row, true);
  };

  readonly #onFocus = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.mend-row') : null;
    if (row && row !== this.#current) this.#mark(row);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('.mend-handle') : null;
    if (handle) this.dispatchEvent(new MendMenuRequest(handle));
  };

  readonly #onSelection = (): void => {
    const found = selectionIn(this);
    if (found) this.#selection = found;
  };

  /** Arrows walk the blocks; right goes into the words, Escape comes back. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>('.mend-row');
    if (!row || isChord(event)) return;
    const isDone = target?.closest('.mend-body')
      ? this.#leave(row, event.key)
      : target?.matches('.mend-handle') &&
        (event.key === 'ArrowRight' ? this.#enter(row) : this.#walk(row, event.key));
    if (isDone) event.preventDefault();
  };

  /** Keys in the words: Escape leaves them, Enter opens the menu of what can be done there. */
  #leave(row: HTMLElement, key: string): boolean {
    if (key === 'Escape') this.#go(row);
    else if (key === 'Enter') this.dispatchEvent(new MendMenuRequest(this.#handleOf(row) ?? row));
    return key === 'Escape' || key === 'Enter';
  }

  #walk(row: HTMLElement, key: string): boolean {
    const rows = [...this.querySelectorAll<HTMLElement>('.mend-row')];
    const at = rows.indexOf(row);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    }[key];
    if (to === undefined) return false;
    const next = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (next) this.#go(next);
    return true;
  }

  #enter(row: HTMLElement): boolean {
    const body = row.querySelector<HTMLElement>('.mend-body');
    if (!body || this.locked) return false;
    const details = body.closest('details');
    if (details) details.open = true;
    giveCaret(row, true);
    body.focus({ preventScroll: true });
    getSelection()?.collapse(rangeIn(body, 0).startContainer, 0);
    return true;
  }

  /** Shows the place of the lit finding. */
  showFinding(): void {
    const { finding } = this;
    const row = finding?.place ? this.#rowOf(finding.place) : null;
    row?.scrollIntoView({ block: 'center' });
    // Rows out of sight have an estimated height until they are drawn.
    if (row) requestAnimationFrame(() => row.scrollIntoView({ block: 'center' }));
  }

  /** The current block, as its id; null where a note or nothing is. */
  get currentBlock(): string | null {
    return this.#current?.dataset['block'] ?? null;
  }

  #rowOf(place: DraftPlace): HTMLElement | null {
    return isInBlock(place) ? this.#blockRows.of(place.block) : this.#noteRows.of(place.note);
  }
}

const isChord = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

declare global {
  interface HTMLElementTagNameMap {
    'mend-text': MendText;
  }
}
