/** What the worker that reads large notebook files tells the page. */
import type { NotebookFile } from '../model/notebook-file.ts';
import type { NotebookRecord } from '../model/records.ts';

/** Records in their order, then the rest; or why there are none. */
export type FromReader =
  | { readonly say: 'records'; readonly records: readonly NotebookRecord[] }
  | { readonly say: 'done'; readonly head: Omit<NotebookFile, 'records'> }
  | { readonly say: 'refused'; readonly why: string };
