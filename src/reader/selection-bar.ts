/** `<selection-bar>`: what one can do with the selected passage, beside it, by pointer, touch or key. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import { makeClaim } from '../desk/claim-commands.ts';
import { annotate } from '../desk/commands.ts';
import { StoreController } from '../desk/store-controller.ts';
import { meanings, type Range } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import { colours, firstColour } from '../model/colours.ts';
import { newId } from '../notebook/id.ts';
import type { CitationStyle } from '../cite/citation-styles.ts';
import { attachButton } from './bar-attach.ts';
import { addPassageButton, correctionButton } from './bar-passage.ts';
import { barPlace, shownFrame } from './bar-place.ts';
import { reasonButtons } from './bar-reasons.ts';
import { swatchButtons } from './bar-swatches.ts';
import { copyWithCitation } from './citation.ts';
import './copy-menu.ts';
import { Announce } from '../desk/requests.ts';
import { WhileConnected } from '../ui/while-connected.ts';

type Action = 'highlight' | 'note' | 'claim' | 'copy';

const keys: Readonly<Record<string, Action>> = { h: 'highlight', n: 'note', c: 'claim', q: 'copy' };

/** @fires announce - What was done, said aloud. */
@customElement('selection-bar')
export class SelectionBar extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** The text's view; null while the text is still plain. */
  @property({ attribute: false }) view: EditorView | null = null;
  /** In which style passages are copied. */
  @property({ attribute: false }) citation: CitationStyle = 'plain';
  /** Whether single keys count; without them the buttons still do all. */
  @property({ attribute: false }) hasKeys = true;
  @state() private colour = firstColour;

  #selecting = false;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ session, layers }) => [
        session.selection,
        session.correcting,
        session.attaching,
        session.focus,
        layers,
      ],
    );
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    const sizes = new ResizeObserver(() => this.#place());
    void this.updateComplete.then(() => sizes.observe(this.querySelector('.selection-bar') ?? this));
    signal.addEventListener('abort', () => sizes.disconnect());
    addEventListener('pointerdown', (event) => this.#onDown(event), { signal, capture: true });
    addEventListener('pointerup', () => this.#onUp(), { signal, capture: true });
    addEventListener('pointercancel', () => this.#onUp(), { signal, capture: true });
    addEventListener('scroll', () => this.#place(), { signal, capture: true, passive: true });
    addEventListener('resize', () => this.#place(), { signal, passive: true });
    visualViewport?.addEventListener('resize', () => this.#place(), { signal, passive: true });
    visualViewport?.addEventListener('scroll', () => this.#place(), { signal, passive: true });
    addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
  }

  /** True while there is a passage to act on and the pointer is up. */
  get #isOpen(): boolean {
    return Boolean(this.store?.desk.session.selection && this.view && !this.#selecting);
  }

  protected override render(): TemplateResult {
    return html`<div
      class="selection-bar"
      role="toolbar"
      aria-label="Selection"
      ?hidden=${!this.#isOpen}
      @keydown=${this.#onBarKey}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${this.#button('highlight', 'Highlight', 'H', html`<span class="swatch" data-colour=${this.colour}></span>`)}
      <span class="swatches" role="group" aria-label="Highlight as">
        ${this.store ? swatchButtons(meanings(this.store.desk), (key) => this.#highlight(key)) : nothing}
      </span>
      ${this.#button('note', 'Note', 'N')} ${reasonButtons(this.store, this, this.hasKeys)}
      ${this.#button('claim', 'Claim', 'C')} ${this.#button('copy', 'Copy with citation', 'Q')}
      <copy-menu
        .paper=${this.store?.desk.paper ?? null}
        .range=${this.#isOpen ? (this.store?.desk.session.selection ?? null) : null}
        .citation=${this.citation}
      ></copy-menu>
      ${attachButton(this.store?.desk)}
      ${addPassageButton(this.store, this.hasKeys ? 'I' : null, () => this.#done('Passage added to the mark'))}
      ${correctionButton(this.store, this)}
    </div>`;
  }

  #button(action: Action, words: string, key: string, mark?: TemplateResult): TemplateResult {
    return html`<button
      type="button"
      class="bar-button"
      tabindex=${action === 'highlight' ? 0 : -1}
      aria-keyshortcuts=${this.hasKeys ? key : nothing}
      title=${this.hasKeys ? `${words} (${key})` : words}
      @click=${() => this.#act(action)}
    >
      ${mark}${words}
    </button>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#place();
  }

  #onDown(event: PointerEvent): void {
    if (event.target instanceof Node && this.view?.dom.contains(event.target)) {
      this.#selecting = true;
      this.requestUpdate();
    }
  }

  #onUp(): void {
    if (!this.#selecting) return;
    // The browser settles the selection after the pointer is up.
    requestAnimationFrame(() => {
      this.#selecting = false;
      this.requestUpdate();
    });
  }

  /** Beside the selection: see `barPlace`. */
  #place(): void {
    const bar = this.querySelector<HTMLElement>('.selection-bar');
    const { view } = this;
    if (!bar || !view || bar.hidden) return;
    const { from, to } = view.state.selection;
    const first = view.coordsAtPos(from, 1);
    const last = view.coordsAtPos(to, -1);
    const middle = first.top === last.top ? (first.left + last.right) / 2 : last.left;
    const place = barPlace(
      { top: first.top, bottom: last.bottom, middle },
      { width: bar.offsetWidth, height: bar.offsetHeight },
      shownFrame(),
      matchMedia('(pointer: coarse)').matches ? 'coarse' : 'fine',
    );
    bar.style.left = `${place.left}px`;
    bar.style.top = `${place.top}px`;
  }

  /** Keys count only while the text itself has the focus and a passage is selected. */
  #onKey(event: KeyboardEvent): void {
    if (!this.#isOpen || !this.view?.hasFocus() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Tab' && !event.shiftKey) this.querySelector<HTMLElement>('button')?.focus();
    else if (!this.hasKeys || !this.#press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Does what a single key means; false where it means nothing. */
  #press(key: string): boolean {
    const action = keys[key.toLowerCase()];
    const colour = colours[Number(key) - 1];
    if (action) this.#act(action);
    else if (colour) this.#highlight(colour.key);
    return Boolean(action ?? colour);
  }

  /** Arrow keys walk the bar, as in every toolbar; Escape goes back to the text. */
  #onBarKey(event: KeyboardEvent): void {
    const buttons = [...this.querySelectorAll<HTMLElement>('button:not([role^="menuitem"])')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape' || (event.key === 'Tab' && event.shiftKey)) this.view?.focus();
    else if (step) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (edge !== undefined) buttons[edge]?.focus();
    else return;
    event.preventDefault();
  }

  #highlight(colour: string): void {
    this.colour = colour;
    this.#act('highlight');
  }

  #act(action: Action): void {
    const selection = this.store?.desk.session.selection;
    if (!this.store || !selection) return;
    if (action === 'copy')
      void copyWithCitation(this.store.desk.paper, selection, this.citation).then((said) =>
        this.dispatchEvent(new Announce(said)),
      );
    else if (action === 'highlight') this.#mark(this.store, selection);
    else this.#write(this.store, selection, action);
  }

  #mark(store: Store, selection: Range): void {
    if (!store.run(annotate(selection, { colour: this.colour }))) return;
    this.#done('Highlighted');
  }

  /** What was done with the selection is said, and the focus is in the text again. */
  #done(words: string): void {
    this.store?.setSession({ selection: null });
    this.view?.focus();
    this.dispatchEvent(new Announce(words, 'undo'));
  }

  /** Makes a mark or a claim and opens its card to be written in. */
  #write(store: Store, selection: Range, action: 'note' | 'claim'): void {
    const id = newId();
    const isClaim = action === 'claim';
    const command = isClaim
      ? makeClaim(selection, { id })
      : annotate(selection, { id, colour: this.colour, motivation: 'commenting' });
    if (!store.run(command)) return;
    store.setSession({ selection: null, editing: id });
    store.reveal({ kind: isClaim ? 'claim' : 'annotation', id }, 'text');
    this.dispatchEvent(new Announce(isClaim ? 'Claim made: it is on the map' : 'Note added'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'selection-bar': SelectionBar;
  }
}
