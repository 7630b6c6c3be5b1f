/** Does something once a thing that moves all the time has come to rest. */

/** So long it must have been at rest, in ms. */
const rest = 400;

export class AtRest {
  readonly #rested: () => void;
  #timer = 0;

  constructor(rested: () => void) {
    this.#rested = rested;
  }

  /** It moved. */
  stir(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#rested, rest);
  }

  /** Nothing is to be done any more. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
