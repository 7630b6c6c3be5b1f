/** Joins an element to the list of marks of its store: renders it again when the list changes. A Lit controller. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { markListOf, type MarkList } from '../desk/mark-list.ts';
import type { Store } from '../desk/store.ts';

export class MarksController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly store: Store | null };
  #list: MarkList | null = null;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & { readonly store: Store | null }) {
    this.#host = host;
    host.addController(this);
  }

  /** Null while the host has no store. */
  get list(): MarkList | null {
    const { store } = this.#host;
    return store ? markListOf(store) : null;
  }

  hostConnected(): void {
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
    this.#list = null;
  }

  #follow(): void {
    if (this.list === this.#list) return;
    this.#stop?.();
    this.#list = this.list;
    this.#stop = this.#list?.subscribe(() => this.#host.requestUpdate()) ?? null;
  }
}
