/** What an element listens to only while it stands in the page. Knows no domain. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls `begin` each time that `host` comes into the page; the signal that it gets is aborted when `host` goes. */
export class WhileConnected implements ReactiveController {
  readonly #begin: (signal: AbortSignal) => void;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, begin: (signal: AbortSignal) => void) {
    this.#begin = begin;
    host.addController(this);
  }

  hostConnected(): void {
    this.#abort = new AbortController();
    this.#begin(this.#abort.signal);
  }

  hostDisconnected(): void {
    this.#abort.abort();
  }
}
