/** The joint between a Lit pane and the store: renders the pane again, or does one thing, when what it watches has changed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Desk } from './desk.ts';
import type { Store } from './store.ts';

/**
 * Connects `host` to the store that `store()` gives. `watch` picks what the pane depends on; only when one of
 * the picked values is another one than before is it rendered again, or `follow` called where there is one.
 */
export class StoreController implements ReactiveController {
  readonly #store: () => Store | null;
  readonly #watch: (desk: Desk) => readonly unknown[];
  readonly #follow: () => void;
  #connected: Store | null = null;
  #stop: (() => void) | null = null;

  constructor(
    host: ReactiveControllerHost,
    store: () => Store | null,
    watch: (desk: Desk) => readonly unknown[],
    follow = (): void => host.requestUpdate(),
  ) {
    this.#follow = follow;
    this.#store = store;
    this.#watch = watch;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connect();
  }

  hostUpdate(): void {
    this.#connect();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    this.#connected = null;
  }

  #connect(): void {
    const store = this.#store();
    if (store === this.#connected) return;
    this.#stop?.();
    this.#connected = store;
    this.#stop =
      store?.subscribe((desk, previous) => {
        const before = this.#watch(previous);
        if (this.#watch(desk).some((value, at) => value !== before[at])) this.#follow();
      }) ?? null;
  }
}
