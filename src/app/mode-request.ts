/** Asks the desk to be in another mode. */

/** Reading with everything beside it, one paragraph alone, or the argument before a room. */
export type Mode = 'plain' | 'focus' | 'present';

/** A step of a presentation, as a link names it. Comes from outside: neither need be there. */
export interface StepLink {
  /** Id of what is shown, or `at-` and an offset in the paper text. */
  readonly step: string;
  /** `argument`, `text`, or the id of a presentation. */
  readonly order: string;
}

/** Somebody wants the desk in a mode; where it is in that mode already, it goes back to plain reading, or to the step. */
export class ModeRequest extends Event {
  readonly mode: Mode;

  /** Where the presentation is to begin; null: as it does by itself. */
  readonly at: StepLink | null;

  constructor(mode: Mode, at: StepLink | null = null) {
    super('mode-request', { bubbles: true });
    this.mode = mode;
    this.at = at;
  }
}

declare global {
  interface HTMLElementEventMap {
    'mode-request': ModeRequest;
  }
}
