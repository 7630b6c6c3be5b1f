/** What a reader of references could not read: kept beside what it could, never dropped. */

/** Something in a file of references that was not understood. */
export interface Finding {
  /** Which entry of the file, counted from 1; null where it is about the whole. */
  readonly entry: number | null;
  /** The entry's key (`smith2004`); empty where it has none or none was seen. */
  readonly key: string;
  /** Line of the text, counted from 1; null where none can be named. */
  readonly line: number | null;
  /** Line where the entry begins, where that is known. */
  readonly begins?: number;
  /** What is the matter, and what became of it: a sentence without its full stop, in lower case. */
  readonly words: string;
}

/** `Entry 3 ‘smith2004’, line 41: no closing brace.`; where the entry begins before that, `Entry 3 ‘smith2004’ from line 40, line 41: …`. */
export function findingSentence({ entry, key, line, begins, words }: Finding): string {
  const from = begins === undefined || begins === line ? '' : `from line ${begins}`;
  const name = [entry === null ? '' : `entry ${entry}`, key && `‘${key}’`, from].filter(Boolean).join(' ');
  const place = [name, line === null ? '' : `line ${line}`].filter(Boolean).join(', ');
  const sentence = place ? `${place}: ${words}` : words;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Tells the line of a place in a text; asked in any order, it counts each line once. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Line of the character at `index` (UTF-16 units), counted from 1. */
  at(index: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** An entry as its reader hands it on: CSL-JSON that is not yet checked, and where it stood. */
export interface Draft {
  readonly entry: number;
  readonly key: string;
  readonly line: number | null;
  readonly csl: unknown;
}
