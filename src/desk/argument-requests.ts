/** What is asked of the screen about arguments in files: request events, as in `requests`. */

/** The reader wants to open an argument: the screen opens the dialog for it. */
export class OpenArgumentRequest extends Event {
  /** Null: the dialog asks for the file. */
  readonly file: File | null;

  constructor(file: File | null = null) {
    super('open-argument-request', { bubbles: true });
    this.file = file;
  }
}

declare global {
  interface HTMLElementEventMap {
    'open-argument-request': OpenArgumentRequest;
  }
}
