/** What is printed before items and numbered headings of an OpenDocument text: counted as it says to count. */
import { countedLetter, numeral } from '../paper/numerals.ts';
import type { Tag } from '../paper/tree.ts';

interface Level {
  readonly isNumber: boolean;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels are printed. */
  readonly shown: number;
  readonly isSynced: boolean;
}

const whole = (text: string | null, usual: number): number => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? value : usual;
};

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

const levelOf = (tag: Tag): Level => ({
  isNumber: tag.name === 'list-level-style-number' || tag.name === 'outline-level-style',
  format: formats[tag.attribute('num-format') ?? ''] ?? 'decimal',
  prefix: tag.attribute('num-prefix') ?? '',
  suffix: tag.attribute('num-suffix') ?? '',
  start: whole(tag.attribute('start-value'), 1),
  shown: Math.max(1, Math.min(10, whole(tag.attribute('display-levels'), 1))),
  isSynced: tag.attribute('num-letter-sync') === 'true',
});

const levelsOf = (tag: Tag): ReadonlyMap<number, Level> =>
  new Map(
    tag
      .children(
        'list-level-style-number',
        'list-level-style-bullet',
        'list-level-style-image',
        'outline-level-style',
      )
      .map((one) => [whole(one.attribute('text:level'), 1), levelOf(one)] as const),
  );

function written(count: number, { format, isSynced }: Level): string {
  if (isSynced || count < 1 || !format.endsWith('Letter')) return numeral(count, format);
  const letters = countedLetter(count);
  return format === 'upperLetter' ? letters.toUpperCase() : letters;
}

/** How far a list has counted, by its levels from 1. */
export type Counts = (number | undefined)[];

export class ListStyles {
  readonly #styles = new Map<string, ReadonlyMap<number, Level>>();
  readonly #outline: ReadonlyMap<number, Level>;
  readonly #headings: Counts = [];

  /** `roots` are the parts that hold styles; what later ones say wins. */
  constructor(roots: readonly (Tag | null)[]) {
    const groups = roots.flatMap((root) => root?.children('styles', 'automatic-styles') ?? []);
    for (const tag of groups.flatMap((group) => group.children('list-style')))
      this.#styles.set(tag.attribute('style:name') ?? '', levelsOf(tag));
    const outline = groups.flatMap((group) => group.children('outline-style')).at(-1);
    this.#outline = outline ? levelsOf(outline) : new Map<number, Level>();
  }

  /** The number of the next item at a level from 1; undefined for a bullet. `start` begins anew. */
  next(style: string, level: number, counts: Counts, start: number | null): string | undefined {
    return this.count(this.#styles.get(style) ?? new Map<number, Level>(), level, counts, start);
  }

  /** The number of the next heading at a level from 1; undefined where headings have none. */
  nextHeading(level: number): string | undefined {
    return this.count(this.#outline, level, this.#headings, null);
  }

  private count(
    levels: ReadonlyMap<number, Level>,
    at: number,
    counts: Counts,
    start: number | null,
  ): string | undefined {
    const level = levels.get(at);
    const before = counts[at];
    counts[at] = start ?? (before === undefined ? (level?.start ?? 1) : before + 1);
    counts.length = at + 1;
    return level?.isNumber ? printed(levels, level, at, counts) : undefined;
  }
}

/** What a level prints: its number, behind those of the levels above that it shows. */
function printed(
  levels: ReadonlyMap<number, Level>,
  level: Level,
  at: number,
  counts: Counts,
): string | undefined {
  if (level.format === 'none') return undefined;
  const numbers: string[] = [];
  for (let one = at - level.shown + 1; one <= at; one += 1) {
    const other = levels.get(one);
    if (other && other.format !== 'none') numbers.push(written(counts[one] ?? other.start, other));
  }
  return `${level.prefix}${numbers.join('.')}${level.suffix}`.trim() || undefined;
}
