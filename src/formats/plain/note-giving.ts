/** The notes of a plain text as they are given to markers: with the words that the text has for them, or without. */
import { noteId, type DraftNote, type ImportFinding } from '../../model/draft.ts';
import type { LabelKind } from './note-labels.ts';

/** A note of the text, as it was found. */
export interface Written {
  readonly label: string;
  readonly kind: LabelKind;
  readonly content: DraftNote['content'];
  readonly line: number;
  /** The page that it stands at the foot of; null at the end of the text. */
  readonly page: number | null;
}

type Finding = Omit<ImportFinding, 'id' | 'state'>;

/** Gives each marker its note: the next with its label that has words, else one without words. */
export class Notes {
  readonly notes: DraftNote[] = [];
  readonly #ids = new Set<string>();
  readonly #written: readonly Written[];
  readonly #given = new Map<number, string>();
  readonly #last = new Map<string, string>();
  readonly #places = new Map<string, number[]>();
  #at = -1;

  constructor(written: readonly Written[]) {
    this.#written = written;
    written.forEach(({ label }, at) => this.#places.set(label, [...(this.#places.get(label) ?? []), at]));
  }

  /** The note that is the next with this label; where none is left, one without words. */
  take(label: string): string {
    const free = (this.#places.get(label) ?? []).filter((at) => !this.#given.has(at));
    const at = free.find((one) => one > this.#at) ?? free[0];
    return at === undefined ? this.#add(label, null) : this.takeAt(at);
  }

  /** That note of the text. */
  takeAt(at: number): string {
    this.#at = at;
    return this.#given.get(at) ?? this.#add((this.#written[at] as Written).label, at);
  }

  /** The note that was given last for this label. */
  again(label: string): string | null {
    return this.#last.get(label) ?? null;
  }

  /** Whether a note has no words. */
  isBare(id: string): boolean {
    return this.notes.findLast((one) => one.id === id)?.content.length === 0;
  }

  /** Those that no marker leads to. */
  rest(): Finding[] {
    return this.#written.flatMap(({ label }, at): Finding[] => {
      if (this.#given.has(at)) return [];
      const place = { note: this.#add(label, at) };
      return [{ kind: 'note-unmarked', place, certainty: 0.8, quote: label }];
    });
  }

  #add(label: string, at: number | null): string {
    const id = noteId(label, this.#ids);
    const found = at === null ? undefined : this.#written[at];
    const origin = found ? { origin: { line: found.line } } : {};
    this.notes.push({ id, label, content: found?.content ?? [], ...origin });
    if (at !== null) this.#given.set(at, id);
    this.#last.set(label, id);
    return id;
  }
}
