/** A notebook as a file: a pure value, JSON as it stands. */
import type { NotebookRecord } from './records.ts';

/** What whoever hands a notebook out asks of its readers. */
export interface HandoutSettings {
  /**
   * Marks that a reader makes in a notebook of their own before this one shows; 0 for none. The app holds it back
   * and no more than that: the file is not locked.
   */
  readonly before: number;
  /** What to do, in Markdown; empty for nothing. */
  readonly instructions: string;
}

/** A notebook as a file. The format of `corpus/<paper>/reading.json`, of handouts and of what comes back. */
export interface NotebookFile {
  readonly type: 'warrant-notebook';
  readonly version: 1;
  readonly id: string;
  /** What the layer is called on screen. */
  readonly name: string;
  readonly creator: string;
  readonly paper: {
    readonly id: string;
    readonly title: string;
    /** `sha256-` and 64 hex digits of the paper text in UTF-8. */
    readonly hash: string;
    /** The paper text of this hash, so that the marks can be carried over to another version. Absent: not sent along. */
    readonly text?: string;
  };
  /** When the file was written, ISO 8601 in UTC. Absent: it does not say. */
  readonly made?: string;
  /** Absent: the notebook was not handed out. */
  readonly settings?: HandoutSettings;
  /** Id of the handout that this notebook answers. Absent: none. */
  readonly answers?: string;
  readonly records: readonly NotebookRecord[];
}
