/** What a file can be recognised as. */
import type { PaperFormat } from '../../model/draft.ts';
import type { ForeignKind } from '../../model/foreign-file.ts';

/** A paper of a format, another thing that has a name, nothing at all, or nobody knows what. */
export type Recognised =
  | { readonly is: 'paper'; readonly format: PaperFormat }
  | { readonly is: 'foreign'; readonly kind: ForeignKind }
  | { readonly is: 'empty' }
  | { readonly is: 'unknown' };
