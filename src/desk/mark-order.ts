/** In which order marks are listed, and under which headings. Pure. */
import { colours } from '../model/colours.ts';
import { markKinds, tagsOf, type Mark } from './marks.ts';

/** `made` and `changed`: the newest first. */
export const markOrders = ['text', 'made', 'changed', 'colour'] as const;
export type MarkOrder = (typeof markOrders)[number];

export const markGroupings = ['section', 'colour', 'tag', 'kind', 'layer', 'date', 'none'] as const;
export type MarkGrouping = (typeof markGroupings)[number];

/** Marks under one heading. */
export interface MarkGroup {
  /**
   * What they have in common: address of the section (`wholeKey`, `orphanKey` where they stand in none), colour, tag,
   * kind, layer's id or day (`2026-11-24`, of this place).
   */
  readonly key: string;
  readonly marks: readonly Mark[];
}

/** Keys of groups that no section's address can be. */
export const wholeKey = ' whole';
export const orphanKey = ' orphan';
export const searchingKey = ' searching';
/** Key of what has no tag or no colour. */
export const noneKey = ' none';

const rank = new Map(colours.map(({ key }, at) => [key, at]));

/** Place of a mark's colour in the toolbar; unknown colours and claims come last. */
const colourRank = ({ record }: Mark): number =>
  record.kind === 'annotation' ? (rank.get(record.colour) ?? colours.length) : colours.length + 1;

const latest = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);

const compare: Readonly<Record<MarkOrder, (one: Mark, other: Mark) => number>> = {
  text: () => 0,
  made: (one, other) => latest(one.record.created, other.record.created),
  changed: (one, other) => latest(one.record.modified, other.record.modified),
  colour: (one, other) => colourRank(one) - colourRank(other),
};

/** The marks in an order; where it does not decide, as they were given: in the order of the text. */
export const ordered = (marks: readonly Mark[], order: MarkOrder): readonly Mark[] =>
  order === 'text' ? marks : marks.toSorted(compare[order]);

/** The day of a date in this place, as `2026-11-24`. */
export function dayOf(date: string): string {
  const at = new Date(date);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

const sectionKey = ({ state, start, section }: Mark): string => {
  if (start !== null) return section;
  return state === 'whole' ? wholeKey : state === 'searching' ? searchingKey : orphanKey;
};

const keysOf: Readonly<Record<MarkGrouping, (mark: Mark) => readonly string[]>> = {
  section: (mark) => [sectionKey(mark)],
  colour: ({ record }) => [record.kind === 'annotation' ? record.colour : noneKey],
  tag: (mark) => (tagsOf(mark).length > 0 ? [...new Set(tagsOf(mark))] : [noneKey]),
  kind: ({ kind }) => [kind],
  layer: ({ layer }) => [layer],
  date: ({ record }) => [dayOf(record.created)],
  none: () => [''],
};

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

type Group = readonly [string, readonly Mark[]];

const firstRank = ([, marks]: Group, of: (mark: Mark) => number): number => (marks[0] ? of(marks[0]) : 0);

const groupOrder: Readonly<Record<MarkGrouping, (one: Group, other: Group) => number>> = {
  section: (one, other) => sectionStart(one) - sectionStart(other),
  colour: (one, other) => firstRank(one, colourRank) - firstRank(other, colourRank),
  tag: (one, other) =>
    Number(one[0] === noneKey) - Number(other[0] === noneKey) || collator.compare(one[0], other[0]),
  kind: (one, other) =>
    firstRank(one, (mark) => markKinds.indexOf(mark.kind)) -
    firstRank(other, (mark) => markKinds.indexOf(mark.kind)),
  layer: (one, other) =>
    firstRank(other, (mark) => Number(mark.isOwn)) - firstRank(one, (mark) => Number(mark.isOwn)),
  date: (one, other) => latest(one[0], other[0]),
  none: () => 0,
};

/** Where a group of a section begins in the text; what stands nowhere comes before it. */
function sectionStart([key, marks]: Group): number {
  const nowhere = [wholeKey, orphanKey, searchingKey].indexOf(key);
  if (nowhere >= 0) return nowhere - 3;
  return marks.reduce((least, { start }) => Math.min(least, start ?? 0), Infinity);
}

/** Ordered marks under headings, in the order given within each. A mark with several tags stands under each of them. */
export function grouped(marks: readonly Mark[], grouping: MarkGrouping): readonly MarkGroup[] {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) {
    for (const key of keysOf[grouping](mark)) {
      const known = groups.get(key);
      if (known) known.push(mark);
      else groups.set(key, [mark]);
    }
  }
  return [...groups].sort(groupOrder[grouping]).map(([key, found]) => ({ key, marks: found }));
}
