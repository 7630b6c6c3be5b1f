/** A short sum of a comment's words, by which its record is found again in the file. */
import { idFor } from './foreign-id.ts';

/** Eight hexadecimal digits; the same for the same words. */
export const commentSum = (words: string): string => idFor(words).slice(0, 8);
