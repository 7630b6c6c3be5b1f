/** `<span-handles>`: the two ends of each passage of the mark in focus, to be drawn or stepped to other words. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { EditorView } from 'prosemirror-view';
import { canEdit, type Desk } from '../desk/desk.ts';
import { rangesOf } from '../desk/passages.ts';
import { Announce } from '../desk/requests.ts';
import { reTarget, targetIndex } from '../desk/span-commands.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { snapToWord } from '../text/text-steps.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { linePlace, offsetAt, placeHandle, placeHint } from './line-place.ts';
import { lightDraft, stepOf, stepped, withEnd, wordsAtEnd, type Side, type SpanDraft } from './span-draft.ts';

/** Of a mark on very many passages only so many have handles. */
const most = 12;

const sides: readonly Side[] = ['start', 'end'];

/**
 * By pointer an end is drawn, by words unless Alt is held. By key (`begin`) it is stepped; Enter keeps, Escape gives up.
 * @fires announce - Which words it stands on now.
 */
@customElement('span-handles')
export class SpanHandles extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** The text's view; null while the text is plain. */
  @property({ attribute: false }) view: EditorView | null = null;
  /** Called when the keys are done: the focus goes back to the text, at an offset. */
  @property({ attribute: false }) onDone: ((offset: number) => void) | null = null;
  @state() private draft: SpanDraft | null = null;
  @state() private isByKey = false;

  #frame = 0;
  /** From where the pointer took hold of a handle to the line that the handle belongs to, in px. */
  #grip = { x: 0, y: 0 };

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, placings, session }) => [
        layers,
        placings,
        session.focus,
        session.editing,
        session.selection,
      ],
    );
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    addEventListener('scroll', this.#later, { signal, capture: true, passive: true });
    addEventListener('resize', this.#later, { signal, passive: true });
    const sizes = new ResizeObserver(this.#later);
    sizes.observe(this.closest('desk-screen')?.querySelector('.reading') ?? this);
    signal.addEventListener('abort', () => sizes.disconnect());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#light(null);
  }

  /** Starts to change the passage of the thing in focus that lies at `offset`, else its first one; false where it has none. */
  async begin(offset: number): Promise<boolean> {
    const all = this.#spans();
    const span = all.find(({ start, end }) => start <= offset && offset <= end) ?? all[0];
    if (!span) return false;
    this.isByKey = true;
    this.#light(span);
    await this.updateComplete;
    this.#handle(span.index, 'end')?.focus({ preventScroll: true });
    return true;
  }

  /** The passages of the reader's own record in focus; while one is drawn or stepped, that one alone. */
  #spans(): readonly SpanDraft[] {
    const desk = this.store?.desk;
    const { focus, editing, selection } = desk?.session ?? {};
    if (this.draft) return [this.draft];
    if (!desk || !focus || editing || selection || !canEdit(desk, focus.id)) return [];
    return rangesOf(desk, focus)
      .slice(0, most)
      .flatMap(({ start, end }) => this.#draftOf(desk, { id: focus.id, start, end }));
  }

  #draftOf(desk: Desk, span: { id: string; start: number; end: number }): SpanDraft[] {
    const index = targetIndex(desk, span);
    return index < 0 ? [] : [{ ...span, index }];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store, view } = this;
    if (!store || !view) return nothing;
    return html`${repeat(
      this.#spans(),
      ({ index }) => index,
      (span) => sides.map((side) => this.#render(store.desk, span, side)),
    )}
    ${
      this.isByKey
        ? html`<p class="span-hint" id="span-hint">
            Left and right: letter, with Ctrl word. Up and down: sentence, with Alt paragraph. Tab: the other
            end. Enter keeps, Esc gives up.
          </p>`
        : nothing
    }`;
  }

  #render({ paper }: Desk, span: SpanDraft, side: Side): TemplateResult {
    return html`<button
      type="button"
      class="span-handle"
      role="slider"
      tabindex="-1"
      data-side=${side}
      data-index=${span.index}
      aria-label=${side === 'start' ? 'Beginning of the marked passage' : 'End of the marked passage'}
      aria-valuemin="0"
      aria-valuemax=${paper.text.length}
      aria-valuenow=${span[side]}
      aria-valuetext=${wordsAtEnd(paper, span, side)}
      aria-describedby=${this.isByKey ? 'span-hint' : nothing}
      @pointerdown=${(event: PointerEvent) => this.#onDown(event, span, side)}
      @pointermove=${(event: PointerEvent) => this.#onMove(event, side)}
      @pointerup=${() => this.#keep()}
      @pointercancel=${() => this.#drop()}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, side)}
      @blur=${(event: FocusEvent) => this.#onBlur(event)}
    ></button>`;
  }

  protected override updated(): void {
    this.#place();
  }

  #handle(index: number, side: Side): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-side=${side}][data-index="${index}"]`);
  }

  readonly #later = (): void => {
    if (this.childElementCount === 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  };

  /** Puts each handle below the line of its end, and the hint below the lower one. */
  #place(): void {
    const { view, store } = this;
    if (!view || !store || view.isDestroyed) return;
    for (const span of this.#spans()) {
      for (const side of sides) {
        const handle = this.#handle(span.index, side);
        const at = handle && linePlace(view, store.desk.paper.text, span[side], side);
        if (handle) placeHandle(handle, at);
        placeHint(this.querySelector('.span-hint'), at);
      }
    }
  }

  #onDown(event: PointerEvent, span: SpanDraft, side: Side): void {
    const { view, store } = this;
    const at = view && store && linePlace(view, store.desk.paper.text, span[side], side);
    if (!at || event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#grip = { x: at.left - event.clientX, y: (at.top + at.bottom) / 2 - event.clientY };
    this.#light(span);
  }

  #onMove(event: PointerEvent, side: Side): void {
    const { view, store, draft } = this;
    if (!view || !store || !draft || !(event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId))
      return;
    const { paper } = store.desk;
    const offset = offsetAt(view, paper.text, event.clientX + this.#grip.x, event.clientY + this.#grip.y);
    if (offset === null) return;
    this.#light(withEnd(draft, side, event.altKey ? offset : snapToWord(paper, offset, side)));
  }

  #onKey(event: KeyboardEvent, side: Side): void {
    const { draft, store } = this;
    if (!draft || !store) return;
    const step = stepOf(event);
    if (step) this.#light(stepped(store.desk.paper, draft, side, step.unit, step.way));
    else if (event.key === 'Tab') this.#handle(draft.index, side === 'start' ? 'end' : 'start')?.focus();
    else if (event.key === 'Enter' || event.key === ' ') this.#keep();
    else if (event.key === 'Escape') this.#drop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Who goes elsewhere has not kept anything. */
  #onBlur(event: FocusEvent): void {
    const next = event.relatedTarget;
    if (this.isByKey && !(next instanceof Node && this.contains(next)) && document.hasFocus()) this.#end();
  }

  #keep(): void {
    const { draft, store } = this;
    if (!draft || !store) return;
    const { id, index, start, end } = draft;
    const isChanged = store.run(reTarget(id, index, { start, end }));
    const { paper } = store.desk;
    const words = `${wordsAtEnd(paper, draft, 'start')} to ${wordsAtEnd(paper, draft, 'end')}`;
    this.#finish(start);
    if (isChanged) this.dispatchEvent(new Announce(`Marked now: ${words}`, 'undo'));
  }

  #drop(): void {
    if (this.draft) this.#finish(this.draft.start);
  }

  #finish(offset: number): void {
    const wasByKey = this.isByKey;
    this.#end();
    if (wasByKey) this.onDone?.(offset);
  }

  #end(): void {
    this.isByKey = false;
    this.#light(null);
  }

  #light(draft: SpanDraft | null): void {
    this.draft = draft;
    if (this.view && this.store && !this.view.isDestroyed)
      lightDraft(this.view, this.store.desk.paper, draft);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'span-handles': SpanHandles;
  }
}
