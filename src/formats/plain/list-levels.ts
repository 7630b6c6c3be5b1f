/** How deep the items of a plain text lie: by series that count within series, and by how far bullets are set in. Part of the reader of plain text. */
import { letterValue, romanValue } from './note-labels.ts';

/** An item: the index of its first line, its label as printed, and the white space before it. */
export interface ListItem {
  readonly at: number;
  readonly label: string;
  readonly indent: number;
  /** Whether another paragraph stands between it and the item before it. */
  readonly isParted: boolean;
}

/** What a label may count: its turn in each series that it may be of. */
type Turns = Partial<Readonly<Record<'number' | 'letter' | 'roman', number>>>;

interface Open {
  readonly shape: string;
  readonly turns: Turns;
  readonly indent: number;
}

/** Items further apart than so many lines are of different lists. */
const near = 25;
/** So many columns are a step, as fewer may be the width of a number. */
const step = 2;

/** `(a)` and `(i)` are of one shape, as `i` may be either. */
const shapeOf = (label: string): string => label.replace(/[a-z]+/u, 'a').replace(/\d+/u, '1');

const kinds = ['number', 'letter', 'roman'] as const;

/** Nothing for a bullet. */
function turnsOf(label: string): Turns {
  const bare = label.replace(/[^a-z\d]/gu, '');
  if (/^\d+$/u.test(bare)) return { number: Number(bare) };
  const [letter, roman] = bare === '' ? [null, null] : [letterValue(bare), romanValue(bare)];
  return { ...(letter === null ? {} : { letter }), ...(roman === null ? {} : { roman }) };
}

const isBullet = ({ turns }: Open): boolean => Object.keys(turns).length === 0;

/** The series in which an item goes on with one that is open; null where it does not. */
function goingOn(item: Open, open: Open): Turns | null {
  if (item.shape !== open.shape) return null;
  if (isBullet(item)) return Math.abs(item.indent - open.indent) < step ? {} : null;
  const kind = kinds.find((one) => item.turns[one] === (open.turns[one] ?? Infinity) + 1);
  return kind === undefined ? null : { [kind]: item.turns[kind] };
}

/** Whether an item begins a series within the innermost. */
function beginsWithin(item: Open, inner: Open): boolean {
  const isFirst = isBullet(item) || Object.values(item.turns).includes(1);
  if (!isFirst || item.indent < inner.indent - step) return false;
  return item.shape !== inner.shape || item.indent >= inner.indent + step;
}

/** The level of each item, from 1, by its line. */
export function listLevels(items: readonly ListItem[]): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  let open: Open[] = [];
  let last = -Infinity;
  for (const { at, label, indent, isParted } of items) {
    if (at - last > near) open = [];
    last = at;
    const item: Open = { shape: shapeOf(label), turns: turnsOf(label), indent };
    const on = open.findLastIndex((one) => goingOn(item, one) !== null);
    const inner = open.at(-1);
    if (on >= 0) open = [...open.slice(0, on), { ...item, turns: goingOn(item, open[on] as Open) ?? {} }];
    else if (isParted) open = [item];
    else if (!inner || beginsWithin(item, inner)) open.push(item);
    else open = [...open.filter((one) => one.indent < indent - step), item];
    levels.set(at, open.length);
  }
  return levels;
}
