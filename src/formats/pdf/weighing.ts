/** Signs that speak for or against a reading, added up. */

/** Whether a sign is there, and what it then counts. */
export type Evidence = readonly [boolean, number];

/** The sum of the signs that are there. */
export const weighed = (evidence: readonly Evidence[]): number =>
  evidence.reduce((sum, [isThere, weight]) => sum + (isThere ? weight : 0), 0);

/** Brought into 0 to 1. */
export const certain = (score: number): number => Math.max(0, Math.min(1, score));
