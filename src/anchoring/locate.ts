/** Finds a target's passage in a text that may have changed, and says how sure it is. Pure. */
import type { Target } from '../model/records.ts';
import { anchor } from './anchor.ts';
import type { TextIndex } from './text-index.ts';
import type { Verdict } from './verdict.ts';
import { verify } from './verify.ts';

/**
 * Where the passage of a target stands in the index's text. `hint` is where it is expected, in code points (null:
 * at its stored position); it decides among places that are alike, and never alone.
 */
export function locate(index: TextIndex, target: Target, hint: number | null = null): Verdict {
  void hint;
  if (verify(index.text, target)) {
    return { how: 'placed', start: target.start, end: target.end, confidence: 1, suggestions: [] };
  }
  const found = anchor(index.text, target);
  if (!found) return { how: 'orphan', start: 0, end: 0, confidence: 0, suggestions: [] };
  return { ...found, confidence: 0.9, suggestions: [] };
}
