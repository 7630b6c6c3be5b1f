/** A file that is known for what it is, and is no paper that can be read: a refusal that can name it. */
import { Fault } from './fault.ts';

/** What a file may turn out to be instead of a paper. */
export type ForeignKind =
  | 'rtf'
  /** Word, Excel and PowerPoint before 2007. */
  | 'old-office'
  /** An office file that is shut by a password. */
  | 'locked-office'
  | 'pages'
  | 'spreadsheet'
  | 'slides'
  | 'picture'
  /** Sound or film. */
  | 'recording'
  | 'archive'
  | 'kindle'
  | 'djvu'
  | 'postscript'
  | 'latex'
  | 'other-xml'
  | 'web-archive'
  | 'references'
  | 'notebook'
  /** A paper with its notebooks, as Warrant writes it. */
  | 'package'
  | 'data'
  | 'program';

/** An `import/unknown` that says what the file is. */
export class ForeignFile extends Fault {
  readonly kind: ForeignKind;

  /** `name` is the file's. */
  constructor(kind: ForeignKind, name: string) {
    super('import/unknown', name);
    this.kind = kind;
  }
}
