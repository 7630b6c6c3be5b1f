/** What the search for a passage says: where it stands, how sure that is, and what else it could be. Pure values. */

/** A range that could be the passage, in code points of the text that was searched. */
export interface Suggestion {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** 0 to 1: how likely the passage is meant. */
  readonly confidence: number;
}

/**
 * Where a target stands, in code points. `placed`: as stored, word for word at its position. `moved`: surely here,
 * elsewhere or with changes that change nothing. `doubtful`: probably here, but a reader should look (the wording
 * differs, or another place is nearly as good). `orphan`: nowhere; `start` and `end` are 0 then.
 */
export interface Verdict extends Suggestion {
  readonly how: 'placed' | 'moved' | 'doubtful' | 'orphan';
  /** Other places, the likeliest first; never the verdict's own. Empty where nothing is plausible. */
  readonly suggestions: readonly Suggestion[];
}
