/** `<paper-pane>`: the paper's front matter and text; first as plain DOM, then as a frozen view. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import type { Range, Reveal } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { Paper } from '../model/paper.ts';
import { NoteRequest } from '../desk/requests.ts';
import { directionOf } from '../text/direction.ts';
import { inSlices } from '../ui/slices.ts';
import type { AddressColumn } from './address-column.ts';
import { frontMatter } from './front-matter.ts';
import { placeNow, returnTo, scrollToOffset, seenNow, type Place } from './scroll.ts';
import { fillPictures, type PictureSource } from './pictures.ts';
import { moreText, staticText } from './static-text.ts';
import type { TextController } from './text-controller.ts';
import { lineTop, unveil } from './veil.ts';

/** Above so many code points of text, only what is near the screen is laid out, always. */
const longText = 200_000;

/**
 * Renders into the light DOM, so that find, print, ids and ARIA references work.
 *
 * @fires note-request - A marker was followed; the desk shows the note beside it.
 * @fires announce - Something to be said aloud.
 */
@customElement('paper-pane')
export class PaperPane extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** Null until the desk is open; the text can be read before. */
  @property({ attribute: false }) store: Store | null = null;

  /** Where the paper's pictures come from; null where it has none. */
  @property({ attribute: false }) pictures: PictureSource | null = null;

  /** Which addresses stand beside the text. */
  @property({ reflect: true }) addresses: AddressColumn['level'] = 'none';

  /** Whether one hears which marks the caret enters and leaves. */
  @property({ type: Boolean, attribute: false }) saysMarks = true;

  #controller: TextController | null = null;
  #mounting = false;
  /** Ends the slices in which the plain text of a long paper comes. */
  #growing: AbortController | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#followMarker);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('click', this.#followMarker);
    this.#controller?.destroy();
    this.#controller = null;
    this.#growing?.abort();
  }

  protected override render(): TemplateResult {
    return html`<article
      lang=${this.paper?.language ?? 'en'}
      dir=${this.paper ? directionOf(this.paper) : 'ltr'}
      aria-labelledby="paper-title"
    >
      ${this.paper ? frontMatter(this.paper) : null}
      <address-column .paper=${this.paper} .view=${this.view} .level=${this.addresses}></address-column>
      <div class="paper-text"></div>
    </article>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const mount = this.querySelector<HTMLElement>('.paper-text');
    if (!this.paper || !mount) return;
    if (this.#controller) this.#controller.caretMarks.isOn = this.saysMarks;
    if (changed.has('paper')) this.#show(mount, this.paper, changed.get('paper') ?? null);
    if (this.store && !this.#controller && !this.#mounting) void this.#open(mount, this.store);
  }

  /** Shows a paper as plain text; goes on with what stands where that is its beginning. */
  #show(mount: HTMLElement, paper: Paper, before: Paper | null): void {
    this.#controller?.destroy();
    this.#controller = null;
    this.#growing?.abort();
    this.#growing = new AbortController();
    this.toggleAttribute('fresh', true);
    this.toggleAttribute('long', paper.isBeginning === true || paper.text.length > longText);
    const goesOn = before?.isBeginning && before.id === paper.id;
    if (goesOn) void inSlices(moreText(mount, before, paper), this.#growing.signal);
    else mount.replaceChildren(staticText(paper));
    if (this.pictures) void fillPictures(mount, this.pictures);
  }

  /** The view of the open text; null while it is still plain. */
  get view(): EditorView | null {
    return this.#controller?.view ?? null;
  }

  /** Distance in px from the top of this pane to the line that holds `offset` (code points); about so far where that is far away. */
  topOf(offset: number): number {
    const { paper } = this;
    if (!paper) return 0;
    const box = this.getBoundingClientRect();
    const view = this.#controller?.view;
    if (!view) return 0;
    return lineTop(view, paper.text.toPos(offset, 'after')) - box.top;
  }

  /** What of the text is in sight, in code points; null while the text is plain, or where none of it is. */
  seen(): Range | null {
    return this.view && this.paper ? seenNow(this.view, this.paper.text) : null;
  }

  /**
   * The offset that one reads at: of the note number in focus, of the caret where it is in sight, else of the line
   * at the top of the frame; 0 while the text is still plain.
   */
  get readingOffset(): number {
    return this.#controller?.caretInSight ?? this.place()?.offset ?? 0;
  }

  /** Scrolls an offset into view at once, a third down, unless it stands comfortably there. */
  bringToView(offset: number): void {
    const { view, paper } = this;
    if (view && paper) scrollToOffset(view, paper.text.toPos(offset, 'after'), true);
  }

  /** Lets an element of the text stand where it will stay, before it is scrolled to: a long paper is laid out in parts. */
  settle(element: Element): void {
    const { view } = this;
    if (view?.dom.contains(element)) unveil(view, view.posAtDOM(element, 0));
  }

  /** The line at the top of the frame; null while the text is still plain. */
  place(): Place | null {
    return this.view && this.paper ? placeNow(this.view, this.paper.text) : null;
  }

  /** Scrolls back to a place, to the very line. */
  returnTo(place: Place): void {
    if (this.view && this.paper) returnTo(this.view, this.paper.text, place);
  }

  /** Whether showing `target` would move the text away from where it is. */
  isAway(target: Reveal['target']): boolean {
    return this.#controller?.isAway(target) ?? false;
  }

  /** Scrolls again to what was last revealed: it may have been out of sight then. */
  showRevealed(): void {
    this.#controller?.showRevealed();
  }

  /** Puts the caret where the last revealed thing begins, and gives the text the focus. */
  focusRevealed(): void {
    this.#controller?.focusRevealed();
  }

  /**
   * Puts the caret at `offset` and gives the text the focus: the way back from every other face. With an `end`
   * all up to it is selected.
   */
  focusAt(offset: number, end = offset): void {
    this.#controller?.focusAt(offset, end);
  }

  /** What is selected, from where it was begun to where it goes on, in code points; null while the text is plain. */
  get selected(): TextController['selected'] | null {
    return this.#controller?.selected ?? null;
  }

  /** Selects from `anchor` to `head` (code points), either way round, and gives the text the focus. */
  select(anchor: number, head: number): void {
    this.#controller?.select(anchor, head);
  }

  /** Mounts the view on the plain text that is already there. */
  async #open(mount: HTMLElement, store: Store): Promise<void> {
    this.#mounting = true;
    // The view and all that paints it come after the text is on the screen.
    const [{ TextController }] = await Promise.all([
      import('./text-controller.ts'),
      import('./address-column.ts'),
    ]);
    this.#mounting = false;
    if (!this.isConnected || this.store !== store) return;
    this.removeAttribute('fresh');
    this.#growing?.abort();
    this.#controller = new TextController(mount, store, this, this.pictures);
    this.requestUpdate();
    this.dispatchEvent(new Event('text-ready', { bubbles: true }));
  }

  readonly #followMarker = (event: MouseEvent): void => {
    const marker = event.target instanceof Element ? event.target.closest<HTMLElement>('.marker') : null;
    if (!marker || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new NoteRequest(marker.dataset['note'] ?? '', marker));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-pane': PaperPane;
  }
  interface HTMLElementEventMap {
    'text-ready': Event;
  }
}
