/** Which marks are listed: words to search for, and what of each kind of property is wanted. Pure. */
import { fold } from '../text/fold.ts';
import type { Claim } from '../model/argument-records.ts';
import type { Annotation } from '../model/records.ts';
import { self } from './own-records.ts';
import { tagsOf, type Mark } from './marks.ts';

/** The properties by which one chooses. */
export const facets = ['kind', 'colour', 'tag', 'note', 'thread', 'state', 'layer'] as const;
export type Facet = (typeof facets)[number];

/** Of one facet any of the values will do (of tags, where `tagged` says so, all are wanted); every facet and the search must agree. */
export interface MarkFilter {
  /** Words, all of which are wanted, in any case and with any accents; those in quotation marks as they stand. */
  readonly query: string;
  /** The wanted values; a facet that is missing wants nothing. */
  readonly wanted: Readonly<Partial<Record<Facet, ReadonlySet<string>>>>;
  readonly tagged: 'any' | 'all';
  /** Address of the section, what is below it included; null for everywhere. */
  readonly section: string | null;
  /** First and last day of their making (`2026-11-24`, of this place); null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
}

export const noFilter: MarkFilter = {
  query: '',
  wanted: {},
  tagged: 'any',
  section: null,
  from: null,
  to: null,
};

/** A value of a facet that stands for having none: no tag, no colour. */
export const without = '';

const values: Readonly<Record<Facet, (mark: Mark) => readonly string[]>> = {
  kind: ({ kind }) => [kind],
  colour: ({ record }) => (record.kind === 'annotation' ? [record.colour] : []),
  tag: (mark) => (tagsOf(mark).length > 0 ? tagsOf(mark) : [without]),
  note: ({ record }) =>
    record.kind === 'annotation' ? [record.body.trim() === '' ? 'bare' : 'written'] : [],
  thread: ({ replies }) => (replies.length > 0 ? ['replied'] : []),
  state: ({ state }) => [state],
  layer: ({ layer }) => [layer],
};

/** What a mark has of a facet. */
export const valuesOf = (mark: Mark, facet: Facet): readonly string[] => values[facet](mark);

const folded = new WeakMap<Annotation | Claim, string>();

/** Between two things that are said, so that no hit goes from one into the next. */
const joint = '\n';

/** Everything of a record that one can search for, folded; computed once. */
function foldedWords(record: Annotation | Claim): string {
  let words = folded.get(record);
  if (words === undefined) {
    const said = record.kind === 'annotation' ? [record.body, ...record.tags] : [record.wording];
    const quotes = record.targets.map(({ exact }) => exact);
    const author = record.creator === self ? [] : [record.creator];
    // Folding makes one space of every white space: the joints are put in after it.
    words = [...said, ...quotes, ...author].map(fold).join(joint);
    folded.set(record, words);
  }
  return words;
}

/** Folds what is to be searched, a record a step: for running ahead of the first letter that is typed. */
export function* foldAll(marks: readonly Mark[]): Generator<void, void> {
  for (const { record, replies } of marks) {
    foldedWords(record);
    replies.forEach(foldedWords);
    yield;
  }
}

/** The parts of a query, folded. */
function partsOf(query: string): readonly string[] {
  const parts = fold(query).match(/"[^"]+"?|[^\s"]+/gu) ?? [];
  return parts.map((part) => part.replaceAll('"', '').trim()).filter(Boolean);
}

/** Milliseconds at which a day of this place begins, some days on; NaN where it is none. */
function dayStart(day: string, later = 0): number {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year ?? NaN, (month ?? NaN) - 1, (date ?? NaN) + later).getTime();
}

type Test = (mark: Mark) => boolean;

function searchTest({ query }: MarkFilter): Test | null {
  const parts = partsOf(query);
  if (parts.length === 0) return null;
  return ({ record, replies }) =>
    parts.every(
      (part) =>
        foldedWords(record).includes(part) || replies.some((reply) => foldedWords(reply).includes(part)),
    );
}

function facetTest({ wanted, tagged }: MarkFilter, facet: Facet): Test | null {
  const any = wanted[facet];
  if (!any || any.size === 0) return null;
  if (facet === 'tag' && tagged === 'all')
    return (mark) => {
      const has = valuesOf(mark, 'tag');
      return [...any].every((value) => has.includes(value));
    };
  return (mark) => valuesOf(mark, facet).some((value) => any.has(value));
}

function sectionTest({ section }: MarkFilter): Test | null {
  if (section === null) return null;
  return ({ section: at, start }) =>
    start !== null && (at === section || (section !== '' && at.startsWith(`${section}.`)));
}

function dateTest({ from, to }: MarkFilter): Test | null {
  const first = from === null ? NaN : dayStart(from);
  const end = to === null ? NaN : dayStart(to, 1);
  if (Number.isNaN(first) && Number.isNaN(end)) return null;
  return ({ record }) => {
    const made = Date.parse(record.created);
    return !(made < first) && !(made >= end);
  };
}

/** The tests of a filter; `of` names the facet that each is for. */
function testsOf(filter: MarkFilter): { readonly of: Facet | null; readonly test: Test }[] {
  const all = [
    ...facets.map((facet) => ({ of: facet, test: facetTest(filter, facet) })),
    ...[sectionTest(filter), dateTest(filter), searchTest(filter)].map((test) => ({ of: null, test })),
  ];
  return all.flatMap(({ of, test }) => (test ? [{ of, test }] : []));
}

/** Whether a filter leaves everything in. */
export const isOpen = (filter: MarkFilter): boolean => testsOf(filter).length === 0;

/** How many of the marks have each value of a facet, among those that every other part of the filter lets through. */
export type FacetCounts = ReadonlyMap<Facet, ReadonlyMap<string, number>>;

export interface Sifted {
  /** In the order in which they were given. */
  readonly marks: readonly Mark[];
  readonly counts: FacetCounts;
}

function countIn(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** Sifts marks by a filter. */
export function sift(marks: readonly Mark[], filter: MarkFilter): Sifted {
  const tests = testsOf(filter);
  const counts = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
  const through = marks.filter((mark) => {
    const failed = tests.filter(({ test }) => !test(mark));
    const [only] = failed;
    for (const [facet, values] of counts) {
      // Tags that are wanted together narrow each other.
      const isOwn = only?.of === facet && (facet !== 'tag' || filter.tagged === 'any');
      if (failed.length === 0 || (failed.length === 1 && isOwn)) countIn(values, valuesOf(mark, facet));
    }
    return failed.length === 0;
  });
  return { marks: through, counts };
}

/** The filter with a value of a facet wanted, or not wanted any more. */
export function toggled(filter: MarkFilter, facet: Facet, value: string): MarkFilter {
  const next = new Set(filter.wanted[facet]);
  if (!next.delete(value)) next.add(value);
  return { ...filter, wanted: { ...filter.wanted, [facet]: next } };
}
