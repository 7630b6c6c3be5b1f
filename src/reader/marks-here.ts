/** `<marks-here>`: the marks and claims at one place of the text, to choose among: an offer where one clicked, a list on demand. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { EditorView } from 'prosemirror-view';
import { canEdit, type Desk } from '../desk/desk.ts';
import { caretMeans, countMarks, marksAt, nameOfMark, ownerOfMark } from '../desk/marks-at.ts';
import type { Passage } from '../desk/passages.ts';
import { MarkRequest } from '../desk/mark-requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { linePlace } from './line-place.ts';

/** So much of a passage is shown, in code points. */
const shown = 90;

const quoteOf = (desk: Desk, { start, end }: Passage): string => {
  const words = desk.paper.text.slice(start, Math.min(end, start + shown)).replace(/\s+/gu, ' ');
  return end - start > shown ? `${words.trimEnd()} …` : words;
};

/** @fires mark-request - One was chosen: its card, or the change of its passage, is wanted. */
@customElement('marks-here')
export class MarksHere extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** The text's view; null while the text is plain. */
  @property({ attribute: false }) view: EditorView | null = null;
  /** Whether single keys count. */
  @property({ attribute: false }) hasKeys = true;
  /** Where in the text marks are offered or listed; null where they are not. */
  @state() private offset: number | null = null;
  @state() private isOpen = false;
  @query('.marks-here') private panel!: HTMLElement;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [layers, session.focus],
    );
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    addEventListener('scroll', (event) => this.#onScroll(event), { signal, capture: true, passive: true });
  }

  /** Offers the marks at an offset (code points), where there are several. Moves no focus. */
  offer(offset: number): void {
    this.offset = offset;
  }

  /** Lists the marks at a caret's offset and moves the focus there; false where there are none. */
  async show(caret: number): Promise<boolean> {
    const desk = this.store?.desk;
    const offset = desk ? caretMeans(desk, caret) : caret;
    if (!desk || marksAt(desk, offset).length === 0) return false;
    this.offset = offset;
    this.isOpen = true;
    await this.updateComplete;
    if (!this.panel.matches(':popover-open')) this.panel.showPopover();
    this.#place();
    const [first] = this.#choices();
    (this.querySelector<HTMLElement>('.mark-choice[aria-current=true]') ?? first)?.focus();
    return true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offset, store, view } = this;
    if (offset === null || !store || !view) return nothing;
    const all = marksAt(store.desk, offset);
    const twins = all.filter(({ start, end }) => start === all[0]?.start && end === all[0].end).length;
    const at = all.findIndex(({ id }) => id === store.desk.session.focus?.id);
    return html`${all.length > 1 && at >= 0 && !this.isOpen ? this.#chip(at, all.length) : nothing}
      <div
        class="marks-here"
        popover="auto"
        role="dialog"
        aria-labelledby="marks-here-title"
        @keydown=${this.#onKey}
        @toggle=${(event: ToggleEvent) => (this.isOpen = event.newState === 'open')}
      >
        <h2 id="marks-here-title">
          ${countMarks(all)} here${twins > 1 ? `, ${twins} on the same words` : ''}
        </h2>
        <ul>
          ${all.map((one, place) => html`<li>${this.#choice(store.desk, one, place === at)}</li>`)}
        </ul>
        <p class="marks-hint">
          ${all.some(({ id }) => canEdit(store.desk, id)) ? 'Enter: its card. E: change its passage.' : 'Enter: its card.'}
        </p>
      </div>`;
  }

  /** A click goes from each to the one below; this says so, and lists them. */
  #chip(at: number, count: number): TemplateResult {
    const key = this.hasKeys ? ' (O)' : '';
    return html`<button
      type="button"
      class="marks-chip"
      aria-haspopup="dialog"
      title="List them${key}. Another click on the words goes to the next."
      @click=${() => void this.show(this.offset ?? 0)}
    >
      ${at + 1} of ${count} here
    </button>`;
  }

  #choice(desk: Desk, mark: Passage, isCurrent: boolean): TemplateResult {
    const owner = ownerOfMark(desk, mark);
    const { record } = mark;
    return html`<button
      type="button"
      class="mark-choice"
      aria-current=${ifDefined(isCurrent ? 'true' : undefined)}
      data-id=${mark.id}
      data-kind=${mark.kind}
      @click=${() => this.#choose(mark, 'card')}
    >
      <span
        class="swatch"
        data-colour=${record.kind === 'annotation' ? record.colour : nothing}
        data-role=${record.kind === 'claim' ? record.role : nothing}
        aria-hidden="true"
      ></span>
      <span class="mark-choice-name">${nameOfMark(desk, mark)}${owner ? html` · ${owner}` : nothing}</span>
      <span class="mark-choice-quote">${quoteOf(desk, mark)}</span>
    </button>`;
  }

  protected override updated(): void {
    this.#place();
  }

  /** The chip above the line, the list below it; both within the window. */
  #place(): void {
    const { view, store, offset } = this;
    if (!view || !store || offset === null || view.isDestroyed) return;
    const at = linePlace(view, store.desk.paper.text, offset, 'start');
    const chip = this.querySelector<HTMLElement>('.marks-chip');
    chip?.toggleAttribute('hidden', !at);
    if (!at) return;
    const put = (element: HTMLElement, top: number): void => {
      element.style.left = `${Math.round(Math.max(8, Math.min(at.left, innerWidth - element.offsetWidth - 8)))}px`;
      element.style.top = `${Math.round(Math.max(8, top))}px`;
    };
    if (chip) put(chip, at.top - chip.offsetHeight - 4);
    if (!this.isOpen) return;
    const below = at.bottom + 6;
    const { offsetHeight } = this.panel;
    put(this.panel, below + offsetHeight < innerHeight - 8 ? below : at.top - offsetHeight - 6);
  }

  #onScroll(event: Event): void {
    if (
      this.offset === null ||
      !(event.target instanceof Node) ||
      !event.target.contains(this.view?.dom ?? null)
    )
      return;
    if (!this.isOpen) this.offset = null;
    else this.#place();
  }

  #choices(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.mark-choice')];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const choices = this.#choices();
    const at = choices.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const edge = { Home: 0, End: choices.length - 1 }[event.key];
    if (step) choices[(at + step + choices.length) % choices.length]?.focus();
    else if (edge !== undefined) choices[edge]?.focus();
    else if (event.key.toLowerCase() === 'e' && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.#choose(this.#markOf(choices[at]), 'span');
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #markOf(choice: HTMLElement | undefined): Passage | null {
    const { store, offset } = this;
    if (!store || offset === null) return null;
    return marksAt(store.desk, offset).find(({ id }) => id === choice?.dataset['id']) ?? null;
  }

  #choose(mark: Passage | null, wish: MarkRequest['wish']): void {
    if (!mark || mark.kind === 'support' || !this.store) return;
    if (wish === 'span' && !canEdit(this.store.desk, mark.id)) return;
    const offset = this.offset ?? mark.start;
    this.#close();
    this.dispatchEvent(new MarkRequest({ kind: mark.kind, id: mark.id }, wish, offset));
  }

  /** The focus goes back to the text, where the caret is. */
  #close(): void {
    this.panel.hidePopover();
    this.offset = null;
    this.view?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'marks-here': MarksHere;
  }
}
