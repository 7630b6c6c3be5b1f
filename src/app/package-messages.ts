/** What the page and the worker that writes and reads packages say to each other. */
import type { Package } from '../formats/paper/package.ts';
import type { FaultCode } from '../model/fault.ts';

export type ToPackager =
  | { readonly say: 'write'; readonly whole: Package }
  | { readonly say: 'read'; readonly file: Blob; readonly name: string };

/** `code` is null for what is no failure of the world. */
export type FromPackager =
  | { readonly say: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly say: 'read'; readonly whole: Package }
  | { readonly say: 'refused'; readonly code: FaultCode | null; readonly detail: string };
