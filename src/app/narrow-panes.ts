/** One pane at a time, where there is no room for more: which one shows, and where each was left. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Reveal } from '../desk/desk.ts';
import type { MarginColumn } from '../margin/margin-column.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import type { Place } from '../reader/scroll.ts';
import type { View } from './desk-bar.ts';
import type { SidePane } from './side-pane.ts';

/** Text and margin share a frame: each comes back to where one was. */
export class NarrowPanes implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #view: View = 'text';
  #left: Place | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#view = 'text';
  }

  get view(): View {
    return this.#view;
  }

  /** Something was revealed: the words being written are in the margin, all else is in the text. */
  follow(by: Reveal['by'], isEditing: boolean): void {
    if (isEditing) this.#turnTo('margin');
    else if (by !== 'text' && this.#view !== 'text') {
      this.#left = null;
      this.#turnTo('text');
      void this.#host.updateComplete.then(() => {
        this.#pane?.showRevealed();
        // The pane that had the focus is gone: reading goes on where the words are.
        if (document.activeElement === document.body) this.#pane?.focusRevealed();
      });
    }
  }

  get #pane(): PaperPane | null {
    return this.#host.querySelector<PaperPane>('paper-pane');
  }

  /** Shows a pane; it takes the focus over where what had it is not on the screen any more. */
  show(view: View): void {
    const before = document.activeElement;
    this.#turnTo(view);
    if (!before || before === document.body) return;
    void this.#host.updateComplete.then(() => {
      if (!before.checkVisibility() && [before, document.body].includes(document.activeElement ?? before))
        this.#focus(view);
    });
  }

  #focus(view: View): void {
    if (view === 'contents') void this.#host.querySelector<SidePane>('side-pane')?.focusBody();
    else
      this.#host
        .querySelector<HTMLElement>(view === 'map' ? '#map' : '#reading')
        ?.focus({ preventScroll: true });
  }

  #turnTo(view: View): void {
    if (view === this.#view) return;
    if (this.#view === 'text') this.#left = this.#pane?.place() ?? null;
    const place = this.#left;
    this.#view = view;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      if (!place) return;
      if (view === 'text') this.#pane?.returnTo(place);
      else if (view === 'margin') {
        this.#host.querySelector<MarginColumn>('margin-column')?.scrollToOffset(place.offset);
      }
    });
  }
}
