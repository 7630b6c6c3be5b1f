/** Listens to the keys of an open desk and does what they mean. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Announce } from '../desk/requests.ts';
import { actionFor, type Action } from './actions.ts';
import type { KeyLevel } from './keys.ts';

/** Holds the actions of a desk; empty until it is open. */
export class ActionKeys implements ReactiveController {
  /** What can be done now, for the palette and the key sheet too. */
  actions: readonly Action[] = [];
  readonly #host: HTMLElement;
  readonly #level: () => KeyLevel;

  constructor(host: ReactiveControllerHost & HTMLElement, level: () => KeyLevel) {
    this.#host = host;
    this.#level = level;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#onKey);
    this.actions = [];
  }

  /** Does an action, or says why it cannot be done now. */
  do(action: Action): void {
    const why = action.whyNot?.() ?? null;
    if (why) this.#host.dispatchEvent(new Announce(why));
    else action.run();
  }

  /** Does the action of an id; nothing where the desk is not open yet. */
  doNamed(id: string): void {
    const action = this.actions.find((one) => one.id === id);
    if (action) this.do(action);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const action = actionFor(event, this.actions, this.#level());
    if (!action) return;
    event.preventDefault();
    this.do(action);
  };
}
