/** The title, the authors and the date that stand at the beginning of a text in styles of their own, for all word processors. */
import type { DraftFront } from '../../model/draft.ts';

/** What stands in such styles, as it is met. */
export class TitlePage {
  #title = '';
  readonly #authors: string[] = [];
  #year: number | null = null;

  /** Whether a paragraph of this role belongs to it; its words are taken then. */
  take(role: string | null, words: string): boolean {
    if (role === 'title') this.#title = [this.#title, words].filter(Boolean).join(' ');
    else if (role === 'subtitle') this.#title = [this.#title, words].filter(Boolean).join(': ');
    else if (role === 'author') this.#authors.push(...authorsOf(words));
    else if (role === 'date') this.#year = yearIn(words) ?? this.#year;
    else return false;
    return true;
  }

  get hasTitle(): boolean {
    return this.#title !== '';
  }

  get front(): DraftFront {
    return {
      ...(this.#title ? { title: this.#title } : {}),
      ...(this.#authors.length > 0 ? { authors: this.#authors } : {}),
      ...(this.#year === null ? {} : { year: this.#year }),
    };
  }
}

/** Names in a line, parted by semicolons, “and”, or commas between whole names. */
export function authorsOf(line: string): string[] {
  const parts = line
    .replace(/\s+/gu, ' ')
    .replace(/^by /iu, '')
    .split(/\s*;\s*|\s+(?:and|und|et|y|&)\s+/iu);
  const whole = parts.flatMap((part) => {
    const names = part.split(/\s*,\s*/u).filter(Boolean);
    return names.every((name) => name.includes(' ')) ? names : [part];
  });
  return whole.map((name) => name.replace(/(?<![\s,*†‡\d])[\s,*†‡\d]+$/u, '').trim()).filter(Boolean);
}

/** A year of print in words; null where there is none. */
export function yearIn(words: string): number | null {
  const found = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/u.exec(words)?.[1];
  return found ? Number(found) : null;
}
