/** What stands for words that nobody has written yet. */

/** The words without the space around them; `stand` where that leaves none. */
export function orElse(words: string | null | undefined, stand: string): string {
  const trimmed = words?.trim() ?? '';
  return trimmed === '' ? stand : trimmed;
}
