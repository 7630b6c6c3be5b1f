/** What the library asks of the screen around it. */

/** A paper is to be read again from another file: whoever imports asks for the file, and carries over what was made of the paper. */
export class BetterCopyRequest extends Event {
  /** Id of the paper. */
  readonly paper: string;
  /** Where the focus goes back to; null where that is gone. */
  readonly opener: HTMLElement | null;

  constructor(paper: string, opener: HTMLElement | null) {
    super('better-copy-request', { bubbles: true });
    this.paper = paper;
    this.opener = opener;
  }
}

declare global {
  interface HTMLElementEventMap {
    'better-copy-request': BetterCopyRequest;
  }
}
