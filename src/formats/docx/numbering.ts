/** What is printed before numbered paragraphs of a Word file: counted as Word counts them. */
import { numeral } from '../paper/numerals.ts';
import type { Tag } from '../paper/tree.ts';
import { isOn, valueOf } from './package.ts';
import { paragraphLook } from './styles.ts';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  /** The level (from 1) after which it begins again; 0 for never. */
  readonly restart: number;
  readonly isPlain: boolean;
  /** Of its paragraphs, in twentieths of a point. */
  readonly left: number | undefined;
}

/** What a paragraph's number is. */
export interface Numbered {
  /** Undefined for a bullet. */
  readonly label: string | undefined;
  /** Neither number nor bullet: it goes on with the item before it. */
  readonly isBlank: boolean;
}

interface List {
  /** Lists that share it count together. */
  readonly shape: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const levelOf = (tag: Tag): Level => ({
  format: valueOf(tag.child('numFmt') ?? tag.first('numFmt')) ?? 'decimal',
  text: valueOf(tag.child('lvlText')) ?? '',
  start: Number.parseInt(valueOf(tag.child('start')) ?? '1', 10) || 0,
  restart: Number.parseInt(valueOf(tag.child('lvlRestart')) ?? '-1', 10),
  isPlain: isOn(tag.child('isLgl')) ?? false,
  left: paragraphLook(tag.child('pPr')).left,
});

const index = (tag: Tag): number => Number.parseInt(tag.attribute('ilvl') ?? '0', 10) || 0;

const levelsOf = (tag: Tag): Map<number, Level> =>
  new Map(tag.children('lvl').map((level) => [index(level), levelOf(level)] as const));

/** A list: the levels of its shape, with what it changes of them. */
function listOf(tag: Tag, shape: string, own: Tag | undefined): List {
  const levels = own ? levelsOf(own) : new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const change of tag.children('lvlOverride')) {
    const level = change.child('lvl');
    if (level) levels.set(index(change), levelOf(level));
    const start = valueOf(change.child('startOverride'));
    if (start !== null) starts.set(index(change), Number.parseInt(start, 10) || 0);
  }
  return { shape, levels, starts };
}

/** The lists of a file, and how far each has counted. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();
  /** Levels of a list by the style that takes them. */
  readonly #styled = new Map<string, number>();

  constructor(root: Tag | null) {
    const shapes = root?.children('abstractNum') ?? [];
    const byId = new Map(shapes.map((tag) => [tag.attribute('abstractNumId'), tag]));
    const linked = new Map(shapes.map((tag) => [valueOf(tag.child('styleLink')), tag]));
    for (const level of shapes.flatMap((tag) => tag.children('lvl')))
      this.#styled.set(valueOf(level.child('pStyle')) ?? '', index(level));
    const meant = (own: Tag | undefined): Tag | undefined => {
      const style = valueOf(own?.child('numStyleLink'));
      return style === null ? own : (linked.get(style) ?? own);
    };
    for (const tag of root?.children('num') ?? []) {
      const shape = valueOf(tag.child('abstractNumId')) ?? '';
      this.#lists.set(tag.attribute('numId') ?? '', listOf(tag, shape, meant(byId.get(shape))));
    }
  }

  has(id: string | undefined): id is string {
    return id !== undefined && id !== '0' && this.#lists.has(id);
  }

  /** The level (from 0) that a style has in its list. */
  levelOfStyle(id: string): number {
    return this.#styled.get(id) ?? 0;
  }

  /** The indent that a list gives the paragraphs of a level (from 0); 0 where it gives none. */
  indent(id: string, at: number): number {
    return this.#lists.get(id)?.levels.get(at)?.left ?? 0;
  }

  /** The number of the next paragraph of a list at a level from 0. */
  next(id: string, at: number): Numbered {
    const list = this.#lists.get(id);
    const level = list?.levels.get(at);
    if (!list || !level) return { label: undefined, isBlank: false };
    const counts = this.#counts.get(list.shape) ?? [];
    this.#counts.set(list.shape, counts);
    this.begin(id, list, at, counts);
    counts[at] = counts[at] === undefined ? level.start : counts[at] + 1;
    for (let below = at + 1; below < 9; below += 1) {
      const restart = list.levels.get(below)?.restart ?? -1;
      if (restart < 0 || at + 1 <= restart) counts[below] = undefined;
    }
    if (level.format === 'bullet') return { label: undefined, isBlank: level.text.trim() === '' };
    return { label: printed(level, list, counts), isBlank: false };
  }

  /** A list that says where it starts begins there when it is first met. */
  private begin(id: string, list: List, at: number, counts: (number | undefined)[]): void {
    const key = `${id} ${at}`;
    if (this.#begun.has(key)) return;
    this.#begun.add(key);
    const start = list.starts.get(at);
    if (start !== undefined) counts[at] = start - 1;
  }
}

/** The text of a level with the numbers that it names. */
function printed(
  level: Level,
  { levels }: List,
  counts: readonly (number | undefined)[],
): string | undefined {
  const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const which = levels.get(Number(digit) - 1);
    const count = counts[Number(digit) - 1] ?? which?.start ?? 1;
    return numeral(count, level.isPlain ? 'decimal' : (which?.format ?? 'decimal'));
  });
  return label.trim() || undefined;
}
