/** What the corpus is made of: a text, the same text edited, and passages with the right answer for each. Pure values. */
import type { Target } from '../../../src/model/record-parts.ts';
import type { Range } from './draft.ts';

/**
 * What a reader may rightly be told of a passage.
 * `same`: it stands there, as it was (its surroundings or its type may not). `changed`: it stands there, in other words.
 * `altered`: it stands there and says something else now: nobody may be told that it is the same. `gone`: it stands nowhere.
 */
export type Fate = 'same' | 'changed' | 'altered' | 'gone';

export interface Passage {
  readonly target: Target;
  readonly fate: Fate;
  /** Where it stands in the edited text (code points); null where it is gone. */
  readonly truth: Range | null;
}

export interface Case {
  /** Names the edit. */
  readonly kind: string;
  /** Names the text. */
  readonly work: string;
  readonly seed: number;
  readonly before: string;
  readonly after: string;
  readonly passages: readonly Passage[];
}
