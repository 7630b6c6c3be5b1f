/** Keeps what is being typed: soon after each pause, at once when the field is left or the page goes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Short enough that a crash costs a word at most, long enough not to save every letter. */
const pause = 300;

/** Calls `keep` for a host in which somebody types. `keep` may be called when nothing has changed. */
export class DraftController implements ReactiveController {
  readonly #keep: () => void;
  #timer = 0;
  #isPending = false;

  constructor(host: ReactiveControllerHost, keep: () => void) {
    this.#keep = keep;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onHide);
    document.addEventListener('visibilitychange', this.#onHide);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onHide);
    document.removeEventListener('visibilitychange', this.#onHide);
    this.now();
  }

  /** Something was typed. */
  readonly later = (): void => {
    this.#isPending = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.now(), pause);
  };

  /** Keeps what is pending, now. */
  readonly now = (): void => {
    clearTimeout(this.#timer);
    if (!this.#isPending) return;
    this.#isPending = false;
    this.#keep();
  };

  readonly #onHide = (): void => this.now();
}
