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

/** The reader wants the argument in a file: the screen opens the dialog for it. */
export class ExportArgumentRequest extends Event {
  constructor() {
    super('export-argument-request', { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'open-argument-request': OpenArgumentRequest;
    'export-argument-request': ExportArgumentRequest;
  }
}
