/** Reads one BibTeX entry sign by sign: key, fields, values with their braces. Knows nothing of what they mean. */

/** Why the reading stopped: `at` is the place (UTF-16 units) that a person should look at. */
export class Stopped extends Error {
  readonly at: number;

  constructor(words: string, at: number) {
    super(words);
    this.at = at;
  }
}

/** A part of a value: words in braces, quotes or bare, or the name of a macro. */
export interface Part {
  readonly isMacro: boolean;
  readonly words: string;
}

const maxDepth = 100;

/** Walks over `text` from `at`, never beyond `end`. */
export class Scanner {
  readonly #text: string;
  readonly #end: number;
  at: number;

  constructor(text: string, at: number, end: number) {
    this.#text = text;
    this.#end = end;
    this.at = at;
  }

  /** The sign here; empty at the end. */
  get sign(): string {
    return this.at < this.#end ? (this.#text[this.at] as string) : '';
  }

  /** Passes white space and comments. */
  skip(): void {
    this.take(/(?:\s+|%[^\n]*)*/uy);
  }

  /** What a sticky pattern matches here, which is then passed; empty where it does not. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    const words = found.slice(0, this.#end - this.at);
    this.at += words.length;
    return words;
  }

  /** Passes `sign` where it stands here. */
  takeSign(sign: string): boolean {
    const isHere = this.sign === sign;
    if (isHere) this.at += 1;
    return isHere;
  }

  /** The words between the opening sign here and its closing one, braces inside in pairs. Throws `Stopped`. */
  enclosed(): string {
    const start = this.at;
    const isQuoted = this.sign === '"';
    let depth = isQuoted ? 0 : 1;
    for (this.at += 1; this.at < this.#end; this.at += 1) {
      const sign = this.#text[this.at];
      if (sign === '\\') this.at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      if (depth > maxDepth) throw new Stopped('braces lie too deep', this.at);
      if (depth < 0) throw new Stopped('a closing brace without an opening one', this.at);
      if (depth === 0 && sign === (isQuoted ? '"' : '}')) {
        this.at += 1;
        return this.#text.slice(start + 1, this.at - 1);
      }
    }
    throw new Stopped(isQuoted ? 'no closing quotation mark' : 'no closing brace', start);
  }

  /** A value: parts joined by `#`. Throws `Stopped`. */
  value(): Part[] {
    const parts: Part[] = [];
    do {
      this.skip();
      parts.push(this.#part());
      this.skip();
    } while (this.takeSign('#'));
    return parts;
  }

  #part(): Part {
    if (this.sign === '{' || this.sign === '"') return { isMacro: false, words: this.enclosed() };
    const start = this.at;
    const words = this.take(/[^\s,#{}()"=%]+/uy);
    if (words === '') throw new Stopped('a value is missing', start);
    return { isMacro: !/^\d/u.test(words), words };
  }
}
