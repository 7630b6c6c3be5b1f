/** Owns the text's view: paints passages, follows the session, turns clicks and keys into requests. */
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Desk, Focus, Reveal } from '../desk/desk.ts';
import { putPassage } from '../desk/dragged.ts';
import { caretMeans, marksAt } from '../desk/marks-at.ts';
import { noteAround, rangesOf } from '../desk/passages.ts';
import type { Store } from '../desk/store.ts';
import { markersOf } from '../model/paper.ts';
import { mountFrozen } from './frozen-view.ts';
import { MarksRequest } from '../desk/mark-requests.ts';
import { NoteRequest, PassageChosen } from '../desk/requests.ts';
import { CaretMarks } from './caret-marks.ts';
import { PaintedText } from './painted-text.ts';
import { painting } from './painting.ts';
import { listenToMarkers, markerTouching } from './marker-events.ts';
import { clickedIn } from './line-place.ts';
import type { PictureSource } from './pictures.ts';
import { isInView, isOnScreen, scrollToOffset, scrollToTop } from './scroll.ts';
import { sizeSections } from './veil.ts';

export class TextController {
  readonly view: EditorView;
  readonly #store: Store;
  readonly #painted: PaintedText;
  readonly #host: HTMLElement;
  readonly caretMarks: CaretMarks;
  readonly #stop: () => void;
  readonly #abort = new AbortController();
  #isPressed = false;
  /** Ids under the last click: the next one at the same place goes on to the passage below. */
  #clicked: readonly string[] = [];

  /** Mounts the view on `mount`; `host` is what events are fired from. */
  constructor(mount: HTMLElement, store: Store, host: HTMLElement, pictures: PictureSource | null = null) {
    this.#host = host;
    this.#store = store;
    this.#painted = new PaintedText(store.desk);
    this.caretMarks = new CaretMarks(host);
    this.view = mountFrozen(mount, store.desk.paper.doc, {
      label: `Text of “${store.desk.paper.front.title}”`,
      plugins: [painting(this.#painted.first)],
      pictures,
      onKey: (event) => this.#onKey(event),
      onSelect: (from, to) => this.#onSelect(from, to),
      onDrag: (transfer) => putPassage(transfer, store.desk, store.desk.session.selection),
    });
    sizeSections(this.view);
    const { signal } = this.#abort;
    mount.addEventListener('pointerdown', () => this.#press(), { signal });
    addEventListener('pointerup', () => this.#release(), { signal, capture: true });
    addEventListener('pointercancel', () => this.#release(), { signal, capture: true });
    mount.addEventListener('pointerover', (event) => this.#onHover(event), { signal });
    mount.addEventListener('pointerleave', () => store.hover(null), { signal });
    mount.addEventListener('click', (event) => this.#onClick(event), { signal });
    listenToMarkers(mount, store, host, signal);
    this.#stop = store.subscribe((desk, previous) => this.#follow(desk, previous));
    this.#painted.begin(this.view);
    this.showRevealed();
  }

  /** Scrolls to what was last revealed, if anything was. */
  showRevealed(): void {
    this.#reveal(this.#store.desk);
  }

  destroy(): void {
    this.#stop();
    this.#abort.abort();
    this.#painted.destroy();
    this.caretMarks.destroy();
    this.view.destroy();
  }

  /** Caret to what was last revealed, focus to the text. */
  focusRevealed(): void {
    const { desk } = this.#store;
    const { reveal } = desk.session;
    const pos = reveal && reveal.target.kind !== 'offset' ? this.#posOf(desk, reveal.target) : null;
    if (pos !== null) this.focusAt(desk.paper.text.toOffset(pos));
  }

  /** Caret to `offset`, or all selected from there to `end`; focus to the text. */
  focusAt(offset: number, end = offset): void {
    const { text } = this.#store.desk.paper;
    const pos = text.toPos(offset, 'after');
    this.#choose(pos, end > offset ? text.toPos(end, 'before') : pos);
    this.view.focus();
  }

  /** What is selected in the text, from where it was begun to where it goes on, in code points; a caret is both. */
  get selected(): { readonly anchor: number; readonly head: number } {
    const { anchor, head } = this.view.state.selection;
    const { text } = this.#store.desk.paper;
    return { anchor: text.toOffset(anchor), head: text.toOffset(head) };
  }

  /** Selects from `anchor` to `head` (code points), either way round, and gives the text the focus. */
  select(anchor: number, head: number): void {
    const { text } = this.#store.desk.paper;
    const side = (offset: number, other: number) => text.toPos(offset, offset > other ? 'before' : 'after');
    this.#choose(side(anchor, head), side(head, anchor), true);
    this.view.focus();
  }

  /** Offset of the focused note number or of the caret, where it is on the screen; null where it is not. */
  get caretInSight(): number | null {
    const { view } = this;
    const { text } = this.#store.desk.paper;
    const focused = document.activeElement;
    const marker = focused?.matches('.marker') && view.dom.contains(focused) ? focused : null;
    const pos = marker ? view.posAtDOM(marker, 0) : view.state.selection.head;
    return isOnScreen(view, pos) ? text.toOffset(pos) : null;
  }

  #follow(desk: Desk, previous: Desk): void {
    const { session } = desk;
    const before = previous.session;
    const isOther = (['focus', 'hover', 'note'] as const).some((one) => session[one] !== before[one]);
    const isMoved =
      desk.layers !== previous.layers || desk.placings !== previous.placings || session.only !== before.only;
    if (isMoved || isOther) this.#painted.follow(desk, isMoved);
    if (session.reveal && session.reveal !== before.reveal && session.reveal.by !== 'text')
      this.#reveal(desk);
    if (before.selection && !session.selection && !this.view.state.selection.empty)
      this.#choose(this.view.state.selection.to);
  }

  #press(): void {
    this.#isPressed = true;
    this.#painted.hold();
  }

  #release(): void {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    this.#painted.release();
  }

  #reveal(desk: Desk): void {
    const { reveal } = desk.session;
    if (!reveal) return;
    const { target } = reveal;
    if (target.kind === 'offset')
      return scrollToTop(this.view, desk.paper.text.toPos(target.offset, 'after'));
    const pos = this.#posOf(desk, target);
    if (pos !== null) scrollToOffset(this.view, pos);
  }

  /** Whether showing `target` would move the text. */
  isAway(target: Reveal['target']): boolean {
    const { desk } = this.#store;
    if (target.kind === 'offset') return true;
    const pos = this.#posOf(desk, target);
    return pos !== null && !isInView(this.view, pos);
  }

  #posOf(desk: Desk, target: Focus): number | null {
    const note = target.kind === 'note' ? target.id : noteAround(desk, target);
    const range = (note === null ? null : this.#markerOf(desk, note)) ?? rangesOf(desk, target)[0];
    return range ? desk.paper.text.toPos(range.start, 'after') : null;
  }

  #markerOf(desk: Desk, note: string): { start: number } | null {
    const [marker] = markersOf(desk.paper.text, note);
    return marker ? { start: Math.max(0, marker.offset - 1) } : null;
  }

  /** Selects from one ProseMirror position to another; without the second there is a caret. */
  #choose(anchor: number, head = anchor, isFollowed = false): void {
    const { state } = this.view;
    const chosen = state.tr.setSelection(TextSelection.create(state.doc, anchor, head));
    this.view.dispatch(isFollowed ? chosen.scrollIntoView() : chosen);
  }

  #onSelect(from: number, to: number): void {
    const { text } = this.#store.desk.paper;
    const selection = from < to ? { start: text.toOffset(from), end: text.toOffset(to) } : null;
    const some = selection && selection.end > selection.start ? selection : null;
    this.#store.setSession({ selection: some });
    if (!this.#isPressed) this.caretMarks.follow(this.#store.desk, from === to ? text.toOffset(from) : null);
  }

  #onHover(event: Event): void {
    if (this.#isPressed) return;
    const target = event.target instanceof Element ? event.target : null;
    const marker = target?.closest<HTMLElement>('.marker');
    if (marker) {
      this.#store.hover({ kind: 'note', id: marker.dataset['note'] ?? '' });
      return;
    }
    const mark = target?.closest<HTMLElement>('mark');
    this.#store.hover((mark && this.#at(this.view.posAtDOM(mark, 0))[0]) ?? null);
  }

  /** What covers a position, the innermost first. */
  #at(pos: number): Focus[] {
    const { desk } = this.#store;
    const offset = caretMeans(desk, desk.paper.text.toOffset(pos));
    return marksAt(desk, offset).flatMap(({ kind, id }) => (kind === 'support' ? [] : [{ kind, id }]));
  }

  #onClick(event: MouseEvent): void {
    if (!this.view.state.selection.empty) return;
    const target = event.target as Element;
    if (target.closest('.marker')) return;
    const mark = target.closest('mark');
    const found = mark ? this.#at(this.view.posAtDOM(mark, 0)) : [];
    if (found.length === 0) {
      this.#store.setSession({ focus: null });
      return;
    }
    const ids = found.map((one) => one.id);
    const again = ids.join() === this.#clicked.join();
    const now = again ? ids.indexOf(this.#store.desk.session.focus?.id ?? '') + 1 : 0;
    this.#clicked = ids;
    this.#store.reveal(found[now % found.length] as Focus, 'text');
    if (mark) this.#offer(found, mark, event);
  }

  /** Where several lie under a click they are offered to choose among. */
  #offer(found: readonly Focus[], mark: Element, event: MouseEvent): void {
    if (found.length > 1)
      this.#host.dispatchEvent(new MarksRequest(clickedIn(this.view, this.#store.desk, mark, event)));
  }

  #onKey(event: KeyboardEvent): boolean {
    if (event.key === 'Enter') return this.#openAtCaret();
    if (event.key === 'Escape') {
      if (this.#store.desk.session.selection) this.#choose(this.view.state.selection.to);
      else if (this.#store.desk.session.correcting !== null) this.#host.dispatchEvent(new PassageChosen());
      else if (this.#store.desk.session.attaching) this.#store.setSession({ attaching: null, preview: null });
      else this.#store.setSession({ focus: null, hover: null });
      return true;
    }
    // What would type or delete does nothing here; what moves, selects or copies goes on.
    return event.key === 'Backspace' || event.key === 'Delete';
  }

  /** Enter with a caret: the marker that it touches, else the innermost passage around it. */
  #openAtCaret(): boolean {
    const { selection } = this.view.state;
    if (!selection.empty) return false;
    const marker = markerTouching(this.view);
    const [found] = this.#at(selection.from);
    if (marker) this.#host.dispatchEvent(new NoteRequest(marker.dataset['note'] ?? '', marker));
    else if (found) this.#store.reveal(found, 'text');
    return true;
  }
}
