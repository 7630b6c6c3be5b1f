/** What the page and the worker that traces passages say to each other. */
import type { Verdict } from '../anchoring/verdict.ts';
import type { Target } from '../model/record-parts.ts';

/** From the page. Texts are numbered by the page. */
export type ToTracer =
  | { readonly say: 'text'; readonly text: number; readonly words: string }
  /** An older version of a text. */
  | { readonly say: 'version'; readonly text: number; readonly hash: string; readonly words: string }
  | {
      readonly say: 'trace';
      readonly batch: number;
      readonly text: number;
      readonly targets: readonly Target[];
    };

/** From the worker: one verdict for each target of a batch, in their order. */
export interface FromTracer {
  readonly batch: number;
  readonly verdicts: readonly Verdict[];
}
