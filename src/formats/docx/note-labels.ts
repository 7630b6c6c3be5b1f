/** The numbers of notes as Word prints them: it keeps none in the file, but how it counts, for the whole and by section. */
import { numeral } from '../paper/numerals.ts';
import type { Tag } from '../paper/tree.ts';
import { valueOf } from './package.ts';

export type NoteKind = 'footnote' | 'endnote';

interface Counting {
  readonly format: string;
  readonly start: number;
  readonly restart: string;
}

const usual: Readonly<Record<NoteKind, Counting>> = {
  footnote: { format: 'decimal', start: 1, restart: 'continuous' },
  endnote: { format: 'lowerRoman', start: 1, restart: 'continuous' },
};

function counting(properties: Tag | undefined, base: Counting): Counting {
  const start = Number.parseInt(valueOf(properties?.child('numStart')) ?? '', 10);
  return {
    format: valueOf(properties?.child('numFmt')) ?? base.format,
    start: Number.isFinite(start) ? start : base.start,
    restart: valueOf(properties?.child('numRestart')) ?? base.restart,
  };
}

/** Counts the notes of a text from its beginning to its end. */
export class NoteLabels {
  readonly #sections: readonly (Tag | undefined)[];
  readonly #all: Readonly<Record<NoteKind, Counting>>;
  readonly #counts: Record<NoteKind, number | null> = { footnote: null, endnote: null };
  #section = 0;
  /** Whether some notes were counted by pages; their numbers are as good as what the file says of its pages. */
  usesPages = false;

  /** `sections` are the properties of the sections in order; `settings` those of the whole, null where there are none. */
  constructor(settings: Tag | null, sections: readonly (Tag | undefined)[]) {
    this.#sections = sections;
    this.#all = {
      footnote: counting(settings?.child('footnotePr'), usual.footnote),
      endnote: counting(settings?.child('endnotePr'), usual.endnote),
    };
  }

  /** How the notes of this section are counted. */
  private now(kind: NoteKind): Counting {
    return counting(this.#sections[this.#section]?.child(`${kind}Pr`), this.#all[kind]);
  }

  private restart(reason: 'eachPage' | 'eachSect'): void {
    for (const kind of ['footnote', 'endnote'] as const)
      if (this.now(kind).restart === reason) this.#counts[kind] = null;
  }

  /** A page ends here. */
  turnPage(): void {
    this.restart('eachPage');
  }

  /** A section ends here. */
  turnSection(): void {
    this.#section += 1;
    this.restart('eachSect');
    this.restart('eachPage');
  }

  /** The number of the next note that has no mark of its own. */
  next(kind: NoteKind): string {
    const { format, start, restart } = this.now(kind);
    if (restart === 'eachPage') this.usesPages = true;
    const before = this.#counts[kind];
    const count = before === null ? start : before + 1;
    this.#counts[kind] = count;
    return numeral(count, format);
  }
}
