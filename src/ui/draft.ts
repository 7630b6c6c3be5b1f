/** Keeps what is being typed: soon after each pause, at once when the field is left or the page goes. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {} from './before-reload.ts';
import { isDoneKey } from './form-text.ts';

/** Short enough that a crash costs a word at most, long enough not to save every letter. */
const pause = 300;

/**
 * Calls `keep` for a host in which somebody types, and fires `editing-done` on it when they are done.
 * `keep` may be called when nothing has changed.
 */
export class DraftController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #keep: () => void;
  #timer = 0;
  #isPending = false;

  constructor(host: ReactiveControllerHost & EventTarget, keep: () => void) {
    this.#host = host;
    this.#keep = keep;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onHide);
    addEventListener('before-reload', this.#onHide);
    document.addEventListener('visibilitychange', this.#onHide);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onHide);
    removeEventListener('before-reload', this.#onHide);
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

  /** The form was submitted: keeps what is pending and says that the writing is over. */
  readonly done = (event: Event): void => {
    event.preventDefault();
    this.now();
    this.#host.dispatchEvent(new Event('editing-done'));
  };

  /** A key in the form: those that end the writing are used up here. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (!isDoneKey(event)) return;
    event.stopPropagation();
    this.done(event);
  };

  readonly #onHide = (): void => this.now();
}
