/** `<note-bar>`: what one can do with selected words of a note, beside them, by pointer, touch or key. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { meanings, type Range as Offsets } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { annotateNote } from '../desk/supply-commands.ts';
import { colours, firstColour } from '../model/colours.ts';
import { newId } from '../notebook/id.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { NoteWords } from './note-words.ts';

interface Selected {
  readonly element: NoteWords;
  readonly range: Offsets;
}

/** The selected words of a note; null where nothing is selected, or something else. */
function selectedWords(): Selected | null {
  const node = getSelection()?.anchorNode;
  const element = (node instanceof Element ? node : node?.parentElement)?.closest('note-words');
  const range = element instanceof NoteWords ? element.selected() : null;
  return element instanceof NoteWords && range ? { element, range } : null;
}

/** @fires announce - What was done, said aloud. */
@customElement('note-bar')
export class NoteBar extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** Whether single keys count; without them the buttons still do all. */
  @property({ attribute: false }) hasKeys = true;
  @state() private selected: Selected | null = null;
  @state() private colour = firstColour;

  #isPressed = false;

  constructor() {
    super();
    new WhileConnected(this, (signal) => this.#listen(signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #listen(signal: AbortSignal): void {
    document.addEventListener('selectionchange', () => this.#follow(), { signal });
    addEventListener('pointerdown', (event) => this.#onDown(event), { signal, capture: true });
    addEventListener('pointerup', () => this.#onUp(), { signal, capture: true });
    addEventListener('pointercancel', () => this.#onUp(), { signal, capture: true });
    addEventListener('scroll', () => this.#place(), { signal, capture: true, passive: true });
    addEventListener('resize', () => this.#place(), { signal, passive: true });
    addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.selected || this.#isPressed) return nothing;
    return html`<div
      class="selection-bar"
      role="toolbar"
      aria-label="Selected words of the note"
      @keydown=${this.#onBarKey}
      @pointerdown=${(event: Event) => event.preventDefault()}
    >
      ${this.#button(
        'Highlight',
        'H',
        () => this.#mark(),
        html`<span class="swatch" data-colour=${this.colour}></span>`,
      )}
      <span class="swatches" role="group" aria-label="Highlight as">
        ${colours.map(({ key, look }) => this.#swatch(key, look))}
      </span>
      ${this.#button('Note', 'N', () => this.#write())}
    </div>`;
  }

  #swatch(key: string, look: string): TemplateResult {
    const name = `${(this.store && meanings(this.store.desk).get(key)) ?? ''} (${look})`;
    return html`<button
      type="button"
      class="swatch-button"
      tabindex="-1"
      aria-label="Highlight as ${name}"
      title=${name}
      @click=${() => this.#mark(key)}
    >
      <span class="swatch" data-colour=${key}></span>
    </button>`;
  }

  #button(words: string, key: string, act: () => void, mark?: TemplateResult): TemplateResult {
    return html`<button
      type="button"
      class="bar-button"
      tabindex=${words === 'Highlight' ? 0 : -1}
      aria-keyshortcuts=${this.hasKeys ? key : nothing}
      title=${this.hasKeys ? `${words} (${key})` : words}
      @click=${act}
    >
      ${mark}${words}
    </button>`;
  }

  protected override updated(): void {
    this.#place();
  }

  /** One passage at a time is selected: in the text, or in a note. */
  #follow(): void {
    const now = selectedWords();
    // The focus may have gone to the bar itself: what it acts on stays.
    if (!now && this.contains(document.activeElement)) return;
    if (now) this.store?.setSession({ selection: null });
    this.selected = now;
  }

  #onDown(event: PointerEvent): void {
    this.#isPressed = event.target instanceof Element && event.target.closest('note-words') !== null;
    if (this.#isPressed) this.requestUpdate();
  }

  #onUp(): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    this.requestUpdate();
  }

  /** Above the words where there is room, else below; never outside the window. */
  #place(): void {
    const bar = this.querySelector<HTMLElement>('.selection-bar');
    const selection = getSelection();
    if (!bar || !selection?.rangeCount || !selectedWords()) return;
    const boxes = [...selection.getRangeAt(0).getClientRects()];
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!first || !last) return;
    const isTouch = matchMedia('(pointer: coarse)').matches;
    const above = first.top - bar.offsetHeight - 8;
    const top = !isTouch && above > 56 ? above : last.bottom + (isTouch ? 28 : 8);
    const left = (first.left + last.right) / 2 - bar.offsetWidth / 2;
    bar.style.left = `${Math.round(Math.min(Math.max(8, left), innerWidth - bar.offsetWidth - 8))}px`;
    bar.style.top = `${Math.round(Math.min(Math.max(56, top), innerHeight - bar.offsetHeight - 8))}px`;
  }

  /** Single keys count only while the words themselves have the focus. */
  #onKey(event: KeyboardEvent): void {
    // The browser tells of a selection late: a quick key must not act on an older one.
    if (this.selected) this.#follow();
    const element = this.selected?.element;
    if (!element || document.activeElement !== element) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#acting(event);
    if (!act) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  }

  #acting({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    if (key === 'Tab' && !shiftKey) return () => this.querySelector<HTMLElement>('button')?.focus();
    if (key === 'Escape') return () => this.#collapse();
    if (!this.hasKeys) return undefined;
    const colour = colours[Number(key) - 1];
    if (colour) return () => this.#mark(colour.key);
    return { h: () => this.#mark(), n: () => this.#write() }[key.toLowerCase()];
  }

  /** Arrow keys walk the bar, as in every toolbar; Escape goes back to the words. */
  #onBarKey(event: KeyboardEvent): void {
    const buttons = [...this.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const edge = { Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') this.#collapse();
    else if (step) buttons[(at + step + buttons.length) % buttons.length]?.focus();
    else if (edge !== undefined) buttons[edge]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #collapse(): void {
    const { selected } = this;
    this.selected = null;
    selected?.element.focusAt(selected.range.end);
  }

  #mark(colour = this.colour): void {
    const { selected, store } = this;
    const words = selected?.element.words;
    this.colour = colour;
    if (!words || !store?.run(annotateNote(words, selected.range, { colour }))) return;
    this.#collapse();
    this.dispatchEvent(new Announce('Highlighted', 'undo'));
  }

  /** Makes a mark and opens its card in the note to be written in. */
  #write(): void {
    const { selected, store, colour } = this;
    const words = selected?.element.words;
    const id = newId();
    if (!words || !store) return;
    if (!store.run(annotateNote(words, selected.range, { id, colour, motivation: 'commenting' }))) return;
    this.#collapse();
    store.setSession({ editing: id });
    store.reveal({ kind: 'annotation', id }, 'text');
    this.dispatchEvent(new Announce('Note added'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-bar': NoteBar;
  }
}
