/** What became of the passages of a record, as a reader is told: in place, moved, doubtful, lost, being looked for. Derived. */
import type { Suggestion } from '../anchoring/verdict.ts';
import type { Claim } from '../model/argument-records.ts';
import type { Target } from '../model/record-parts.ts';
import type { Annotation } from '../model/records.ts';
import { blockAt } from '../model/paper.ts';
import type { PlainText } from '../model/plain-text.ts';
import { partsOf } from '../text/address-index.ts';
import { sayAddress } from '../text/address.ts';
import { layerOf, visibleRecords, type Desk, type Range } from './desk.ts';
import { placed, type Placed } from './passages.ts';
import { hasTargets, type RecordPlaces, type TargetPlace } from './record-places.ts';

/** From what needs no look to what needs one most. */
export const fates = ['placed', 'moved', 'searching', 'doubtful', 'orphan'] as const;
export type Fate = (typeof fates)[number];

/** What became of one passage. Offsets in code points of the text it was found in: the paper's, or a note's words. */
export interface TargetVerdict {
  readonly target: Target;
  /** Its place among the record's targets. */
  readonly index: number;
  readonly fate: Fate;
  /** Where it stands; null where it is lost, or being looked for. */
  readonly at: Range | null;
  /** The text that `at` counts in. */
  readonly text: PlainText;
  /** The words that stand there now; null where they are those that were marked, or it stands nowhere. */
  readonly now: string | null;
  /** Where it stood when it was made, as one says it; null where nobody knows. */
  readonly from: string | null;
  /** In which paragraph it stands, likewise; null for notes, and where it stands as it did. */
  readonly to: string | null;
  /** Other places that it could be, the likeliest first. Empty for passages in notes. */
  readonly suggestions: readonly Suggestion[];
}

/** What became of a record: its worst passage, and all of them. */
export interface RecordVerdict {
  readonly id: string;
  readonly record: Claim | Annotation;
  readonly fate: Fate;
  readonly targets: readonly TargetVerdict[];
  /** How many of its passages are lost. */
  readonly lost: number;
}

/** The paragraph at an offset of the paper text, as one says it: `III.B ¶4`. */
export function paragraphAt(desk: Desk, offset: number): string {
  const block = blockAt(desk.paper, offset);
  if (!block) return '';
  const { section, number } = partsOf(block);
  return sayAddress({ section, paragraph: number, sentence: null });
}

const withoutSentence = (address: string): string => address.replace(/ s\d+$/u, '');

/** Found again word for word where it was, or nobody knows where that is: nothing that a reader could look at. */
const isAsItWas = (now: string | null, from: string | null, to: string | null): boolean =>
  now === null && (from === null || to === null || withoutSentence(from) === to);

function judge(desk: Desk, { target, text, verdict }: TargetPlace, index: number): TargetVerdict {
  const isPaper = target.note === undefined;
  const from = target.address ?? null;
  const suggestions = isPaper ? (verdict?.suggestions ?? []) : [];
  const without = { target, index, at: null, text, now: null, from, to: null, suggestions };
  if (!verdict) return { ...without, fate: 'searching' };
  if (verdict.how === 'orphan') return { ...without, fate: 'orphan' };
  const { start, end, how } = verdict;
  const at = { start, end };
  if (how === 'placed') return { ...without, fate: 'placed', at };
  const words = text.slice(start, end);
  const now = words === target.exact ? null : words;
  const to = isPaper ? paragraphAt(desk, start) : null;
  return { ...without, fate: how === 'moved' && isAsItWas(now, from, to) ? 'placed' : how, at, now, to };
}

const worst = (all: readonly Fate[]): Fate =>
  all.reduce((one, other) => (fates.indexOf(other) > fates.indexOf(one) ? other : one), 'placed');

/** Verdicts by what they are made of: an address takes looking up, and most of a desk's changes are about something else. */
const made = new WeakMap<RecordPlaces, RecordVerdict>();

function verdictOn(desk: Desk, places: RecordPlaces): RecordVerdict {
  const known = made.get(places);
  if (known) return known;
  const targets = places.targets.map((one, index) => judge(desk, one, index));
  const verdict = {
    id: places.record.id,
    record: places.record,
    fate: worst(targets.map(({ fate }) => fate)),
    targets,
    lost: targets.filter(({ fate }) => fate === 'orphan').length,
  };
  made.set(places, verdict);
  return verdict;
}

/**
 * What became of a visible claim or annotation; null where there is no such record, and where all of its passages
 * stand as they were made. The same value until something of it changes.
 */
export function verdictOf(desk: Desk, id: string): RecordVerdict | null {
  const places = placed(desk).unsettled.get(id);
  const verdict = places && verdictOn(desk, places);
  return verdict && verdict.fate !== 'placed' ? verdict : null;
}

const startOf = ({ targets }: RecordVerdict): number =>
  targets.find(({ target, at }) => at !== null && target.note === undefined)?.at?.start ?? Infinity;

const listed = new WeakMap<Placed, readonly RecordVerdict[]>();

/** The verdicts on all visible records that do not simply stand where they were made: in the order of the text, the lost last. */
export function verdicts(desk: Desk): readonly RecordVerdict[] {
  const all = placed(desk);
  let list = listed.get(all);
  if (!list) {
    const open = [...all.unsettled.keys()].flatMap((id) => verdictOf(desk, id) ?? []);
    // Two that are lost are both infinitely far: their difference would be no number.
    list = open.sort((one, other) => (startOf(one) === startOf(other) ? 0 : startOf(one) - startOf(other)));
    listed.set(all, list);
  }
  return list;
}

/** How many of the visible records that have passages share each fate. */
export type Fates = Readonly<Record<Fate | 'all', number>>;

const counted = new WeakMap<Placed, Fates>();

/** See `Fates`. The same value until something changes. */
export function countFates(desk: Desk): Fates {
  const known = counted.get(placed(desk));
  if (known) return known;
  const counts = { all: 0, placed: 0, moved: 0, searching: 0, doubtful: 0, orphan: 0 };
  for (const record of visibleRecords(desk.layers))
    if (hasTargets(record) && record.targets.length > 0) counts.all += 1;
  for (const { fate } of verdicts(desk)) counts[fate] += 1;
  counts.placed = counts.all - counts.moved - counts.searching - counts.doubtful - counts.orphan;
  counted.set(placed(desk), counts);
  return counts;
}

/** A passage that can be given another place now: of the reader's own, by record and index; null for any other. */
export function attachable(desk: Desk, id: string, index: number): Target | null {
  const layer = layerOf(desk, id);
  const record = layer?.records.get(id);
  if (layer?.readOnly !== false || !hasTargets(record)) return null;
  return record.targets[index] ?? null;
}
