/** Whether a hyphen at a line's end belongs to the word or came by the break: asked of the document's own words. Pure. */

/** A letter with its marks, hyphens and apostrophes inside: a word as it is counted. */
const word = /[\p{L}\p{M}]+(?:[-‐’'][\p{L}\p{M}]+)*/gu;

/** A line without the half of a word that it ends in. */
const whole = (line: string): string =>
  /[-‐\u00ad]$/u.test(line) ? line.slice(0, line.lastIndexOf(' ') + 1) : line;

/** The words of a document, with those between hyphens whole. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();

  /** Words of one line; those that touch its ends with a hyphen are halves, and are not counted. */
  add(line: string): void {
    for (const [found] of whole(line.trim()).matchAll(word)) {
      const key = found.toLowerCase().replaceAll('‐', '-');
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  count(text: string): number {
    return this.#counts.get(text.toLowerCase()) ?? 0;
  }
}

/** What is looked at of a word, in UTF-16 units: no word is longer, but a file may hold anything. */
const longestWord = 200;

/**
 * What to do with `first` and `second`, the halves of a word around a hyphen at a line's end: `join` them without it, `keep`
 * it, or null where nothing of the document decides (to be kept, and told). `first` may have more in front of the word.
 */
export function hyphenAt(first: string, second: string, words: Vocabulary): 'join' | 'keep' | null {
  const before = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*$/u.exec(first.slice(-longestWord))?.[0] ?? '';
  const after = /^[\p{L}\p{M}]+/u.exec(second)?.[0] ?? '';
  if (before === '' || after === '' || /^\p{Lu}/u.test(after) || /\p{Lu}$/u.test(before)) return 'keep';
  const [joined, hyphened] = [words.count(before + after), words.count(`${before}-${after}`)];
  if (joined === 0 && hyphened === 0) return null;
  return joined >= hyphened ? 'join' : 'keep';
}
