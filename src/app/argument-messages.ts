/** What the page and the worker that reads arguments say to each other. */
import type { ArgumentFile } from '../formats/argument-file.ts';
import type { FaultCode } from '../model/fault.ts';

export interface ToArgumentReader {
  readonly text: string;
  /** The file's name, for messages only. */
  readonly name: string;
  /** An ISO date in UTC. */
  readonly now: string;
}

/** `code` is null for what is no failure of the world. */
export type FromArgumentReader =
  | { readonly say: 'read'; readonly file: ArgumentFile }
  | { readonly say: 'refused'; readonly code: FaultCode | null; readonly detail: string };
