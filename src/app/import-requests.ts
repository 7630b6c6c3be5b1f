/** What a row of the import queue asks for; the queue acts on it. */

/** The reader decides about one file. */
export class ImportDecision extends Event {
  readonly key: number;
  readonly wish: ImportWish;

  constructor(key: number, wish: ImportWish) {
    super('import-decision', { bubbles: true });
    this.key = key;
    this.wish = wish;
  }
}

export type ImportWish =
  | {
      readonly to:
        'keep' | 'keep-and-read' | 'replace' | 'set-apart' | 'look' | 'leave' | 'again' | 'bring-back';
    }
  | { readonly to: 'open'; readonly password: string };

/** Files to be added to the library, by whatever way they came. */
export class PapersBrought extends Event {
  readonly files: readonly File[];
  /** What a person calls the one file; null where it is to say. */
  readonly title: string | null;

  constructor(files: readonly File[], title: string | null = null) {
    super('papers-brought', { bubbles: true });
    this.files = files;
    this.title = title;
  }
}

declare global {
  interface HTMLElementEventMap {
    'import-decision': ImportDecision;
    'papers-brought': PapersBrought;
  }
}
