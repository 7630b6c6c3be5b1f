/** Asks the desk to be in another mode. */

/** Reading with everything beside it, one paragraph alone, or the argument before a room. */
export type Mode = 'plain' | 'focus' | 'present';

/** Somebody wants the desk in a mode; where it is in that mode already, it goes back to plain reading. */
export class ModeRequest extends Event {
  readonly mode: Mode;

  constructor(mode: Mode) {
    super('mode-request', { bubbles: true });
    this.mode = mode;
  }
}

declare global {
  interface HTMLElementEventMap {
    'mode-request': ModeRequest;
  }
}
